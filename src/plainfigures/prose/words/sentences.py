"""The borders of sentences inside a paragraph."""

import re
from collections.abc import Iterator
from string import ascii_letters

from plainfigures.documents.paragraphs import goes_on
from plainfigures.prose.words import lexicon

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st gen col lt sgt capt maj rev hon sen rep gov pres no nos vs etc "
    "app appr approx eq eqs ref refs sect jan feb mar apr jun jul aug sep sept oct nov dec inc ltd "
    "co corp dept est fig figs para paras vol pp art arts op cit ca cf al ed eds jr sr e.g "
    "i.e u.s u.k u.n viz resp tel ext rs brig cmdr cpl supt insp ch "
    "nr chs ss cl sch reg regs tab tabs suppl".split()
)
# "Mt. Zor", but "9,000 MT. The"
_HEIGHTS = frozenset(("Mt", "Ft", "Pt"))
# Runs are taken whole (?<!…, ++), so that a run of a million signs is read once.
# The mark of a note that touches the end of a sentence: "of the costs.2 That", "here."[4] The".
_NOTE = (
    r"(?:(?:(?<=[a-z)\]\"'\u201d][.!?])|(?<=[.!?][)\]\"'\u201d]))"
    r"(?:\d{1,3}(?:,\d{1,3})*+|(?:\[\d{1,3}\])++))?+"
)
_END = (
    r"([.!?\u2026](?<![.!?\u2026]{2})[.!?\u2026]*+[\"'\u201d)\]]*+" + _NOTE + ")"
    r"(?:\s++(?=[\"'\u201c(\[]*+[A-Z0-9\u00c0-\u00de$\u00a3\u00a5\u20a0-\u20bf])|(?=[A-Z][a-z]))"
)
_BORDER = re.compile(_END)
# A line break with the sign before it and what begins the next line.
_BREAK = re.compile(r"(\S)[ \t]*+\n[ \t]*+(?=(\S+))")
# "Homes repaired: 415": what its number ends is no line that goes on.
_LABELLED = re.compile(r":[ \t]*+[^\w\s]?\d[\d.,]*+%?\Z")
_LABEL = 20
_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]")
# What goes on with no name: what somebody says, with its last mark before the closing one; a small
# word ("paid by the U.S. But Japan …").
# Initials of bodies and hours, behind which a sentence may begin.
_BODIES = frozenset("U.S U.N U.K E.U D.C U.A.E U.S.A U.S.S.R A.M P.M A.D B.C".split())
_NO_NAME = re.compile(
    r"[\"\u201c][A-Z][^\"\u201c\u201d]*[,.!?][\"\u201d]|(?:But|And|The|A|An|In|On|At|As|It|He|She|They|We"
    r"|This|These|That|There|Its|Their|His|Her|If|After|Since|When|While|However|Some|Most|Many) "
)
_BULLET = re.compile(r"[-*\u2022\u25cf\u25aa\u00b7] |\(?(?:[a-z]|[ivx]{2,4}|\d{1,2})\) ")
# "at 40° C. The", "of 12 m. Its", "in the 1950s. The", "India's. The": its letter is no initial.
_MEASURED = re.compile(r"(?:\u00b0 ?[CF]|\d ?[mghltK]|\d0s|[A-Za-z]['\u2019][a-z])\Z")
# A few words in quotation marks, all but the small ones with capitals: what one says has others.
_OPENING = '"\u201c\u2018\u00ab\u201e'
_TITLE = re.compile(
    r"[\"\u201c\u2018\u00ab\u201e](?=[A-Z0-9])(?:(?:[A-Z0-9&\u2013-][^\s\"\u201c\u201d]*|"
    r"a|an|and|as|at|by|de|for|from|in|into|of|on|or|the|to|with)"
    r"(?:[ \n]|(?=[\"\u201d\u00bb\u2019]))){2,16}[\"\u201d\u00bb\u2019](?!\w)"
)
# The longest abbreviation or initial before a full stop, and what it may consist of.
_REACH = 12
_MARKER = 4
_LETTERS = ascii_letters + "."


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each sentence of `text[start:end]`, white space trimmed.

    `text` is normalised text; a line that the width of the page broke off ends no sentence.
    """
    for first, last in lines(text, start, end):
        yield from _of_line(text, first, last)


def lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of what stands on lines of its own: items, headings, paragraphs."""
    begin = start
    if text.find("\n", start, end) >= 0:
        breaks = list(_BREAK.finditer(text, start, end))
        bullets = [is_bullet(text, match.start(2)) for match in breaks]
        broken = [match[2][0].islower() for match in breaks]
        wrapped = any(low and not item for low, item in zip(broken, bullets, strict=True))
        for match, item, low in zip(breaks, bullets, broken, strict=True):
            whole = _LABELLED.search(text, max(begin, match.end(1) - _LABEL), match.end(1))
            goes = wrapped or low or goes_on(text, begin, match.end(1))
            if item or whole or not goes:
                yield begin, match.end(1)
                begin = match.start(2)
    yield begin, end


def is_bullet(text: str, start: int) -> bool:
    """Whether a line begins as an item of a list: "- …", "b) …", "(iv) …"."""
    return _BULLET.match(text, start) is not None


def _of_line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _BORDER.finditer(text, start, end):
        if not _ends(text, begin, match) or _in_title(text, begin, match):
            continue
        yield begin, match.end(1)
        begin = match.end()
    end = _trimmed(text, begin, end)
    if end > begin:
        yield begin, end


def _ends(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether a sentence ends at a border, not an abbreviation or initial ("Dr. A. Smith")."""
    at = match.start()
    if text[at] != "." or match.group().count(".") != 1:
        return True
    runs_on = match.end() == at + 1
    before = text[max(begin, at - _REACH) : at]
    token = before[len(before.rstrip(_LETTERS)) :].lstrip(".")
    if not token:
        marks = at - begin < _MARKER and text[begin:at].isdecimal()  # "4. In the west, …"
        return not (runs_on or marks)
    if text[match.end() : match.end() + 1].isdecimal():  # "the U.A.E. 4.9 percent", "a.d. 1077"
        if token == "a.d" or _INITIALS.fullmatch(token) or f"{token}." in lexicon.currencies():
            return False
    if _INITIALS.fullmatch(token) and _NO_NAME.match(text, match.end()):
        return not runs_on  # "asked for by the U.N. "We need more," he said"
    if (
        _INITIALS.fullmatch(token)
        and token not in _BODIES
        and text[match.end() : match.end() + 1].isupper()
    ):
        return False  # "by J.K. Kern"
    if len(token) == 1 and _MEASURED.search(text, begin, at):
        return not runs_on
    if token.lower() in _ABBREVIATIONS or token in _HEIGHTS or (len(token) == 1 and token != "I"):
        return False
    return not runs_on or (len(token) >= 3 and token.islower())


def _in_title(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether a title in quotation marks goes on behind a border ("*Clean Water. Phase 2*")."""
    at = match.start()
    opens = max(text.rfind(mark, begin, at) for mark in _OPENING)
    title = None if opens < 0 else _TITLE.match(text, opens)
    return title is not None and title.end() > match.end(1)


def _trimmed(text: str, begin: int, end: int) -> int:
    while end > begin and text[end - 1].isspace():
        end -= 1
    return end
