"""Subjects: the noun phrases of those who speak, on either side of a verb."""

from plainfigures.prose.speakers.datings import is_dated
from plainfigures.prose.speakers.openings import BORDERS, after_opener, after_setting
from plainfigures.prose.speakers.tellers import is_source
from plainfigures.prose.words.closed import ARTICLES, POSSESSIVES, SUBJECTS
from plainfigures.prose.words.lexicon import (
    attribution,
    calendar,
    is_person,
    speech_verbs,
    tag,
)
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.parted import LEADING
from plainfigures.prose.words.signs import CLOSERS, GENITIVES
from plainfigures.prose.words.tokens import Tokens, is_date

_CUT = frozenset(
    "while but and that because although though when where who which whom whose as if ; : . , ( ) "
    '\u201c \u201d " \u2013 than until whether or nevertheless however meanwhile thus therefore '
    "yet so".split()
)
# Words of a noun phrase or before it that are no subject.
NO_SUBJECTS = frozenset("to the a an of this these its their his".split())
_BEFORE_ARTICLE = frozenset("of for to in at on with by".split())
_LINKS = frozenset("'s of for in on - ' & the at to".split())
_THE = ARTICLES | POSSESSIVES | {"some"}
_AGED = ["year", "-", "old"]
_LEADING = frozenset(
    "the a an what in on of for at to 's - by also only yesterday since with its his her their "
    "our".split()
)
_NO_NOUN = frozenset("v vd m c x".split())
_BEHIND_VERB = frozenset("to the this that these".split())
_ENDS = frozenset(
    ', ; . ( ) : \u2013 " \u201c \u201d that which who where while when but is are was were have '
    "has had".split()
)
_INSIDE = frozenset(("-", "'s", "'", "&"))
_PREPOSITIONS = frozenset("in on during for as at released published".split())
# When and how it was said: "according to the police | late on Monday", "| by phone".
_WHEN = frozenset("late early earlier later overnight today yesterday here after before".split())
_HOW = frozenset("via through without under by about following".split())
_IN_NAME = frozenset("for in on".split())
_JOINTS = frozenset("of for and in on to at by from".split())
_SEATED = frozenset("commerce ministry embassy consulate headquarters".split())
_ASIDE, _NAMED, _PAIRED = 8, 12, 4
_PHRASE = frozenset("d a n ns p".split())
_TELLING = frozenset("said says say told tell reported report confirmed added".split())
_EACH = frozenset("each every the a an some all both about more".split())
_VERBS = frozenset("v vd m".split())


def phrase_start(tokens: Tokens, j: int) -> int | None:
    """The first token of the noun phrase that ends with token `j`, articles left out."""
    k, floor = j, tokens.opened(j)
    while k >= floor and j - k < 16 and _in_phrase(tokens, k):
        k -= 1
    first = after_opener(tokens, k + 1, j)
    # "Over the year under review | our offices"
    owned = (m for m in range(j, first, -1) if tokens.word[m] in POSSESSIVES)
    first = next((m for m in owned if tag(tokens.word[m - 1])[:1] == "n"), first)
    while first <= j and tokens.word[first] in _LEADING:
        first += 1
    first = after_setting(tokens, first, j)
    if tokens.word[first : first + 3] == _AGED and tokens.at(first - 2)[:1].isdecimal():
        return first - 2  # "a | 34-year-old farmer"
    if tokens.at(first - 2) == ")" and tokens.word[first - 1] in ("in", "for"):
        seated = phrase_start(tokens, first - 5) if tokens.at(first - 4) == "(" else None
        return first if seated is None else seated  # "the office (RO) in Bern | said"
    if first + 1 < j and tag(tokens.word[first])[:2] == "vg" and tokens.word[first + 1] == "to":
        first += 2  # "adhering to | the ministry's confirmed toll"
        first += tokens.word[first] in ARTICLES
    first += _opens_with_verb(tokens, first)
    first += first < j and tokens.word[first] in GENITIVES  # "Last week's | report"
    first -= first > 0 and tokens.tight(first) and tokens.word[first - 1].isdecimal()  # "1|st"
    # "Can the minister say …?"
    asked = first < 2 + (tokens.at(1) in ARTICLES) and tag(tokens.word[0]) == "m"
    return None if asked or first > j else first


def _opens_with_verb(tokens: Tokens, first: int) -> bool:
    """ "Compare | Denmark": whether a sentence begins with a verb before a name."""
    return first == 0 and tag(tokens.word[0]) == "v" and tokens.capital(1)


def _in_phrase(tokens: Tokens, k: int) -> bool:
    """Whether a noun phrase, read from its end, goes on to the left over token `k`."""
    word = tokens.word[k]
    if k == 0 and word in LEADING:
        return False  # "*After* | Norway said"
    if word == "and":  # "the auction house Tanner and Obura"
        return tokens.capital(k - 1) and tokens.capital(k + 1)
    if word in _CUT and tokens.raw[k] != "WHO":
        return False
    if word in ARTICLES and tokens.at(k - 1) not in _BEFORE_ARTICLE:
        named = tokens.capital(k - 1) and not is_date(tokens.word[k - 1])
        return named and tokens.capital(k + 1)  # "Save the Children", not "on Monday the UN"
    if tokens.at(k - 1) == "-" and tokens.glued(k - 1):
        return True  # "the Chad-led force"
    if word in _LINKS:
        return word != "-" or tokens.glued(k)  # "27 April - | the minister"
    if not word[0].isalpha():
        return word == "."
    return tokens.capital(k) or tag(word) not in _NO_NOUN or word in attribution("noun")


def source_right(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """The noun phrase that begins at token `i`, its article left out."""
    first = i + 1 if tokens.at(i) in _THE else i
    if is_dated(tokens.at(first)) and not (
        tokens.capital(first + 1) or tokens.at(first + 1) == "'s"
    ):
        return None  # "data from | March to May 2013"
    j = first
    while j < tokens.size and j - first < 14 and not _ends(tokens, first, j):
        j += 1
    last = j
    while j > first + 1 and tokens.raw[j - 1].islower() and tokens.word[j - 1] != "of":
        kind = tag(tokens.word[j - 1])
        behind = j < last or tokens.word[j - 2] == "'s"
        if kind not in ("p", "r") and not (behind and kind[:1] == "a"):
            break  # "officials | familiar with", "the bank's | latest"
        j -= 1
    return (first, j) if j > first else None


def with_acronym(tokens: Tokens, last: int) -> int:
    """The end of a name with its short form in brackets ("the Relief Office (RO)")."""
    short = tokens.at(last) == "(" and tokens.at(last + 2) == ")" and tokens.capital(last + 1)
    return last + 3 if short else last


def _ends(tokens: Tokens, first: int, j: int) -> bool:
    """Whether the noun phrase that began at token `first` ends before token `j`."""
    word = tokens.word[j]
    if word == "to" and tag(tokens.at(j + 1) or ".")[0] == "v":
        return True  # "set up by the assembly | to inquire into"
    if tag(word)[0] == "p" and is_dated(tokens.at(j + 1)):
        return True  # "UN data | from March to May 2013"
    if word == "of" and tag(tokens.at(j + 1) or ".")[:2] == "vg":
        return True  # "accused by the tribunal | of killing"
    if tokens.at(j - 1) == "-" and tokens.glued(j - 1) and word.isalpha():
        return False  # "officials of the Chad-backed force"
    if word in _ENDS and tokens.raw[j] != "WHO":
        return True
    if tokens.capital(j - 1) and tokens.capital(j + 1) and (tokens.capital(j) or j == first + 1):
        if word == "the" or tag(word) == "p":
            return False  # "Doctors *Without* Borders", "Save *the* Children"
    if j > first and (word in SUBJECTS or (word in _EACH and tokens.at(j - 1) not in _JOINTS)):
        return True
    if not (word[0].isalpha() or word in _INSIDE):
        return True
    if word == "and" and j + 1 < tokens.size:
        if not tokens.capital(j + 1) and tokens.word[j + 1] != "the":
            k = j + 1  # "according to police | and hospital sources."
            while k - j < _PAIRED and tag(tokens.at(k) or ".")[0] in "na":
                k += 1
            return tokens.at(k) not in CLOSERS
    if tag(word)[:2] == "vd" and is_number(tokens.at(j + 1) or "."):
        return True  # "according to the bureau, left 90 dead"
    if j > first and (_tells(tokens, j) or _tells_how(tokens, j)):
        return True
    if j == first or (j == first + 1 and tag(tokens.word[first]) == "r"):
        return False  # "the newly published report"
    if tag(word) in _VERBS and not tokens.capital(j) and word not in attribution("noun"):
        return True
    k = j + 1 + (word == "for" and tokens.at(j + 1) == "the")
    inside = word in _IN_NAME and tokens.capital(k) and tokens.capital(j - 1)
    seated = word == "in" and tokens.at(j - 1) in _SEATED and tokens.capital(j + 1)
    closed = tokens.at(j + 2) in (".", ",", "")
    if seated and closed and tokens.word[j + 1] not in calendar("month"):
        return False  # "according to the chamber of commerce in Ankara"
    return word in _PREPOSITIONS and not inside


def _tells_how(tokens: Tokens, j: int) -> bool:
    """ "Ana Kos | by phone", "the mayor | speaking in Bor": how or where it was said."""
    word, after, named = tokens.word[j], tokens.at(j + 1), tokens.capital(j - 1)
    if word in _WHEN and not tokens.capital(j):
        return True
    if named and word in ("to", "with", "from"):
        return not tokens.capital(j + 1) and after != "the"
    how = word in _HOW or (tag(word)[:2] == "vg" and tag(after or ".")[0] in "pdx")
    return how and not tokens.capital(j) and (named or is_person(tokens.word[j - 1]))


def _tells(tokens: Tokens, j: int) -> bool:
    """Whether a form that may be a noun says something ("data from the bank | show", "| notes")."""
    word = tokens.word[j]
    if word not in speech_verbs() or tokens.capital(j):
        return False
    noun = word in attribution("noun") and not word.endswith("s")
    return word in ("show", "shows") or (tokens.at(j + 1) == "that" and not noun)


def clause_subject(tokens: Tokens, conjunction: int) -> tuple[int, int] | None:
    """ "The program was endorsed and foresees …": the subject of the first of two verbs."""
    word = tokens.word
    first, floor = conjunction, tokens.opened(conjunction) if word[0].isalnum() else 0
    while first > floor and word[first - 1] not in BORDERS:
        first -= 1
    if first < conjunction and tag(word[first])[:1] == "p":
        opens = range(first + 2, conjunction)  # "After the flood of 2016 | the mayor came and …"
        begins = (k for k in opens if word[k] in ARTICLES and tag(word[k - 1])[:1] != "p")
        first = next(begins, conjunction)
    while first < conjunction and word[first] in ARTICLES:
        first += 1
    first += _opens_with_verb(tokens, first)
    last = first
    while last < conjunction and not (_is_verb(tokens, last) or word[last] in _CUT):
        last += 1
    if last <= first or last >= conjunction:
        return None
    aside = word[last] == "," and "," in word[last + 1 : last + _ASIDE]
    if word[last] in _CUT and word[last] != "who" and not aside:
        return None
    if not is_source(tokens, first, last):
        return None
    return (first, first + 1) if word[first] in SUBJECTS else (first, last)


def says(tokens: Tokens, last: int) -> bool:
    """Whether those named before token `last` say something.

    "Two clerks, both women, said", "two clerks and the head of the ward said".
    """
    k = last
    if tokens.at(k) == ",":
        k = next((j for j in range(k + 2, k + _NAMED) if tokens.at(j) == ","), k) + 1
    elif tokens.at(k) == "and":
        k = _coordinated(tokens, k + 1)
        return tokens.at(k) in _TELLING
    elif tokens.at(k) in ("i", "we"):  # "two sisters I met in Bor told me"
        near = (j for j in range(k + 2, k + _NAMED) if tokens.at(j + 1) in ("me", "us", "that"))
        k = next((j for j in near if tokens.at(j) in _TELLING), k)
    if tokens.at(k) in speech_verbs() and tokens.word[k + 1 : k + 3] == ["at", "least"]:
        return True
    return tokens.at(k) in speech_verbs() and not tag(tokens.at(k + 1) or ".").startswith("p")


def _coordinated(tokens: Tokens, k: int) -> int:
    """The token after the noun phrase that begins at `k`: "and | the head of the ward | said"."""
    last = k
    while last < min(tokens.size, k + _NAMED):
        kinds = tag(tokens.word[last]).split(",")
        if tokens.word[last] in _TELLING or kinds[0] not in _PHRASE:
            break
        last += 1
    return last


def _is_verb(tokens: Tokens, i: int) -> bool:
    if tokens.at(i + 1) in _BEHIND_VERB and "v" in tag(tokens.word[i]).split(","):
        return tokens.raw[i][0].islower()  # "the bank plans to lend and has asked"
    return tokens.raw[i][0].islower() and tag(tokens.word[i]).split(",")[0] in _VERBS
