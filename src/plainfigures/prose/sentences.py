"""The borders of sentences inside a paragraph."""

import re
from collections.abc import Iterator

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st gen col lt sgt capt maj rev hon sen rep gov pres no nos vs etc approx "
    "jan feb mar apr jun jul aug sep sept oct nov dec inc ltd co corp dept est fig figs para paras "
    "vol pp art arts op cit ca cf al ed eds jr sr e.g i.e u.s u.k u.n viz resp".split()
)
_BORDER = re.compile(
    r"[.!?\u2026]+[\"'\u201d)\]]*(?:\s+(?=[\"'\u201c(\[]*[A-Z0-9\u00c0-\u00de$\u20ac\u00a3])|(?=[A-Z][a-z]))"
    r"|[.!?:;,]?[ \t]*\n[ \t]*(?=[-*\u2022\u25cf\u25aa\u00b7] )"
)
_LAST_WORD = re.compile(r"[A-Za-z][A-Za-z.]*$")


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each sentence of `text[start:end]`, white space trimmed.

    `text` is normalised text; a hard-wrapped line does not end a sentence, a bullet does.
    """
    begin = start
    for match in _BORDER.finditer(text, start, end):
        at = match.start()
        if text[at] == "." and match.group().count(".") == 1:
            word = _LAST_WORD.search(text, max(begin, at - 12), at)
            if word is not None:
                token = word.group()
                run_on = match.end() == at + 1
                if token.lower() in _ABBREVIATIONS or (len(token) == 1 and token != "I"):
                    continue
                if run_on and (len(token) < 3 or not token.islower()):
                    continue
            elif match.end() == at + 1:
                continue
        stop = match.end()
        while stop > begin and text[stop - 1].isspace():
            stop -= 1
        if stop > begin:
            yield begin, stop
        begin = match.end()
    while end > begin and text[end - 1].isspace():
        end -= 1
    if end > begin:
        yield begin, end
