"""What a sum is called where no noun stands beside it: by what totals it, or what it is said of."""

from plainfigures.figures.extents import left
from plainfigures.figures.sentence import Sentence
from plainfigures.prose.lexicon import nouns, singular, tag
from plainfigures.prose.number import is_number
from plainfigures.prose.quantity import Quantity
from plainfigures.prose.stems import verb_forms
from plainfigures.prose.tokens import Tokens

# (first token, token after the last, rule)
Found = tuple[int, int, str]

_TOTALLING = ("total", "amount", "come", "stand", "reach", "exceed", "rise", "fall", "climb", "be")
_LEADS = frozenset("to at by of for only just some about over almost around nearly worth a".split())
_BORDERS = frozenset("; : . while but which who whereas".split())
_WORKS = frozenset("plan workplan appeal programme program project strategy budget fund".split())
_ARTICLES = frozenset("the a its their this additional total new initial".split())
_SAME = frozenset(", ( or about some roughly nearly almost approximately around over well".split())
_OPENERS = frozenset((",", "but", "and", "yet", "however"))
_THROUGH = frozenset("through via to by from with".split())
_REACH = 14
_SPLIT = frozenset(
    ("carried in a list", "compared with the one before", "part of its whole", "gapped clause")
)


def called(sentence: Sentence, q: Quantity) -> Found | None:
    """ "contributions paid into the fund totalled $3 million", "the plan, costed at $3 million"."""
    return _totalled(sentence.tokens, q) or _described(sentence.tokens, q)


def whole_of(sentence: Sentence, q: Quantity, rule: str) -> Quantity | None:
    """The sum before that says what one of the same list, or one set against it, is called."""
    word, k = sentence.tokens.word, q.phrase_first - 1
    listed = word[k] in (",", "and") and sentence.tokens.at(q.phrase_last) == "to"
    if rule not in _SPLIT and not (k > 0 and listed):  # "$5m in aid to Chad, $4m to Mali"
        return None
    return _before(sentence, q)


def _before(sentence: Sentence, q: Quantity) -> Quantity | None:
    before = [o for o in sentence.scan.quantities if o.kind == "money" and o.last <= q.first]
    return before[-1] if before else None


def told_of(sentence: Sentence, q: Quantity) -> Quantity | None:
    """The sum before of which one is a part, or which it is in other money.

    "$9 million for schools, of which $4 million has come", "3 million euros ($4 million)".
    """
    whole = _before(sentence, q)
    if whole is None:
        return None
    word, k = sentence.tokens.word, _before_leads(sentence.tokens, q)
    part = word[k - 1 : k + 1] == ["of", "which"] or (word[k] == "," and _fronted(sentence, whole))
    return whole if part or is_same(sentence, whole, q) else None


def is_same(sentence: Sentence, one: Quantity, other: Quantity) -> bool:
    """Whether a sum is another in other money ("4 billion yen, or some $30 million")."""
    gap = sentence.tokens.word[one.last : other.first]
    if other.kind != "money" or not gap or not _SAME.issuperset(gap):
        return False
    return "or" in gap or "(" in gap or one.unit != other.unit


def _fronted(sentence: Sentence, q: Quantity) -> bool:
    """ "*Of the $9 million* promised, only 2 million has come"."""
    k = q.phrase_first - 1
    k -= sentence.tokens.at(k) in _ARTICLES
    return sentence.tokens.at(k) == "of" and (k == 0 or sentence.tokens.at(k - 1) in _OPENERS)


def joined_to(sentence: Sentence, q: Quantity) -> Quantity | None:
    """The sum behind that says what it is a part of, or is joined to, is for.

    "$8 million of the $50 million asked for schools", "$2 million and $3 million for schools".
    """
    tokens = sentence.tokens
    after = next((o for o in sentence.scan.quantities if o.kind == "money" and o.first > q.last), q)
    gap = tokens.word[q.phrase_last : after.phrase_first]
    if gap[:1] == ["of"] and _ARTICLES.issuperset(gap[1:]):
        return after
    if gap[-1:] != ["and"] or any(tag(one)[0] in "vx" or one in _BORDERS for one in gap[:-1]):
        return None
    return after


def _before_leads(tokens: Tokens, q: Quantity) -> int:
    """The last token before a sum and the small words that lead to it."""
    k = q.phrase_first - 1
    while k > 0 and (
        tokens.word[k] in _LEADS
        or tag(tokens.word[k]) == "r"
        or (tokens.word[k] == "total" and tokens.word[k - 1] == "a")
    ):
        k -= 1
    return k


def _totalled(tokens: Tokens, q: Quantity) -> Found | None:
    """The noun of money before a verb that gives its amount, over what is said of it."""
    k = _before_leads(tokens, q)
    if k < 1 or tokens.word[k] not in verb_forms(_TOTALLING):
        return None
    for j in range(k - 1, max(-1, k - _REACH), -1):
        if tokens.word[j] in _BORDERS or is_number(tokens.word[j]) or _tells(tokens, j):
            return None
        if _is_money(tokens, j) and tag(tokens.at(j - 1) or ",")[0] != "p":
            return left(tokens, j), j + 1, "what totals so much"
    return None


def _tells(tokens: Tokens, j: int) -> bool:
    """Whether a token is a verb that tells something, not "funds *needed* for", "a *given* sum"."""
    tags = tag(tokens.word[j])
    if tags[0] == "v" and "vd" in tags:
        return tag(tokens.at(j + 1) or ".")[0] not in "pn"
    return tags[0] in "vx" and not tags.startswith("vg")


def _described(tokens: Tokens, q: Quantity) -> Found | None:
    """The plan, appeal or fund that a comma parts from its amount."""
    k = _before_leads(tokens, q)
    if k > 0 and tag(tokens.word[k])[0] == "v" and tokens.word[k - 1] == ",":
        k -= 1  # ", costed at", ", appealing for"
    if k < 1 or tokens.word[k] != ",":
        return None
    if tokens.at(q.phrase_last) == "," and _is_money(tokens, k - 1):
        return left(tokens, k - 1), k, "what is put at the sum"  # "the aid, $3 million, came"
    for j in range(k - 1, max(-1, k - _REACH), -1):
        if tokens.word[j] in _BORDERS or tokens.word[j] == ",":
            return None
        if singular(tokens.word[j]) in _WORKS:
            first = left(tokens, j)
            led = tokens.at(first - 1 - (tokens.at(first - 1) == "the"))
            # "$9 million through the World Food Programme, $5 million"
            return None if led in _THROUGH else (first, j + 1, "what is put at the sum")
    return None


def _is_money(tokens: Tokens, j: int) -> bool:
    word = tokens.word[j]
    if tokens.raw[j][0].isupper() and tokens.capital(j - 1):
        return False  # "the Relief Fund"
    return singular(word) in nouns("sum") or singular(word) in nouns("gift")
