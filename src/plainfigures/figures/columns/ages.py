"""Age groups by age: "under ten years of age", "aged 6 to 9", "over 70"."""

from plainfigures.figures.columns.category import category, past_whole
from plainfigures.figures.columns.reading import ColumnReading, Value
from plainfigures.figures.triggers.categories import Categories
from plainfigures.prose.quantities.ages import AGED
from plainfigures.prose.words.lexicon import is_person, numbers, singular
from plainfigures.prose.words.tokens import DASHES, Tokens

_BELOW = frozenset("under below younger".split())
_ABOVE = frozenset("over above older".split())
_LEADS = AGED | _BELOW | _ABOVE
_SMALL = frozenset("the of than age ages at least from between".split())
_JOINTS = DASHES | {"to", "and"}
_AFTER_AGE = frozenset(", . ; : ) and when were was at on in or who -".split()) | {""}
_BEFORE = frozenset("them whom people those children all were was these".split())
_ONE_OF = frozenset("including included among one".split())
_A = frozenset(("a", "an"))
_YEARS = frozenset("year years yr yrs".split())
_REACH = 12
_GROWN, _OLD = 18, 60

# (youngest, oldest age, both inclusive, None where open)
Ages = tuple[int | None, int | None]


def age_group(reading: ColumnReading, named: Categories) -> Value:
    """The age group by its words, else by the ages that are given beside the phrase."""
    found = category(reading, named)
    if found is not None:
        return found
    tokens, q = reading.tokens, reading.q
    end = min(tokens.size, q.phrase_last + _REACH)
    if _LEADS.isdisjoint(tokens.word[q.phrase_first : end]):
        return None
    for k in range(q.phrase_first, end):
        if tokens.word[k] in (".", ";") or (k >= q.phrase_last and _other(reading, k)):
            return None
        if k > q.phrase_last and tokens.word[k] in _A and is_person(singular(tokens.at(k + 1))):
            return None  # "killed four shepherds and wounded a girl aged 12"
        if tokens.word[k] in _ONE_OF and tokens.at(k - 1) not in ("all", "every"):
            return None  # "nine, including a nun aged 70", "nine, one of them a girl of five"
        ages = _ages(tokens, k)
        if ages is not None:
            group = _group(ages)
            return None if group is None else (group, f"age: {tokens.raw[k]}")
    return None


def _other(reading: ColumnReading, k: int) -> bool:
    """Whether people of another number begin at token `k`."""
    if k < past_whole(reading):
        return False
    following = reading.sentence.scan.quantities[reading.index + 1 : reading.index + 2]
    return bool(following) and following[0].first == k and following[0].unit != "year"


def _group(ages: Ages) -> str | None:
    youngest, oldest = ages
    if oldest is not None and oldest < _GROWN:
        return "child"
    return "elderly" if youngest is not None and youngest >= _OLD else None


def _ages(tokens: Tokens, k: int) -> Ages | None:
    """The ages that begin at token `k` with "aged", "under" and the like."""
    word = tokens.word[k]
    if word not in _LEADS:
        return None
    said, side = word in AGED, word
    j = k + 1
    while tokens.at(j) in _SMALL or tokens.at(j) in _BELOW or tokens.at(j) in _ABOVE:
        said = said or tokens.at(j) in AGED
        side = side if tokens.at(j) in _SMALL else tokens.at(j)
        j += 1
    age, after = _number(tokens, j)
    if age is None:
        return None
    other, end = _number(tokens, after + 1) if tokens.at(after) in _JOINTS else (None, after)
    if tokens.at(end) in _YEARS:
        said = said or tokens.at(end + 1) in ("old", "of")
        end += 1
    elif not said and tokens.at(end) not in _AFTER_AGE:
        return None
    if not said and (tokens.at(end - 1) in _YEARS or tokens.at(k - 1) not in _BEFORE):
        return None
    if tokens.at(end) in ("and", "or") and tokens.at(end + 1) in _ABOVE | _BELOW:
        side = tokens.at(end + 1)
    if side in _BELOW:
        return None, age - 1
    if side in _ABOVE:
        return age, None
    return age, age if other is None else max(age, other)


def _number(tokens: Tokens, i: int) -> tuple[int | None, int]:
    """The age in digits or words at token `i`, and the token after it."""
    word = tokens.at(i)
    if word.isdecimal() and len(word) <= 2:
        return int(word), i + 1
    kind, value = numbers().get(word, ("", ""))
    if kind != "cardinal" or not value.isdecimal() or int(value) > 99:
        return None, i
    if tokens.at(i + 1) == "-" and tokens.at(i + 2) in numbers():
        kind, unit = numbers()[tokens.at(i + 2)]
        if kind == "cardinal" and unit.isdecimal() and int(unit) < 10:
            return int(value) + int(unit), i + 3
    return int(value), i + 1
