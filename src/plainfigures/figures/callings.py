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
_LEADS = frozenset("to at by of for only just some about over almost nearly worth a total".split())
_BORDERS = frozenset("; : . while but which who whereas and".split())
_WORKS = frozenset("plan workplan appeal programme program project strategy budget fund".split())
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
    before = [o for o in sentence.scan.quantities if o.kind == "money" and o.last <= q.first]
    return before[-1] if before else None


def _before_leads(tokens: Tokens, q: Quantity) -> int:
    """The last token before a sum and the small words that lead to it."""
    k = q.phrase_first - 1
    while k > 0 and (tokens.word[k] in _LEADS or tag(tokens.word[k]) == "r"):
        k -= 1
    return k


def _totalled(tokens: Tokens, q: Quantity) -> Found | None:
    """The noun of money before a verb that gives its amount, over what is said of it."""
    k = _before_leads(tokens, q)
    if k < 1 or tokens.word[k] not in verb_forms(_TOTALLING):
        return None
    for j in range(k - 1, max(-1, k - _REACH), -1):
        if tokens.word[j] in _BORDERS or is_number(tokens.word[j]):
            return None
        if _is_money(tokens, j) and tag(tokens.at(j - 1) or ",")[0] != "p":
            return left(tokens, j), j + 1, "what totals so much"
    return None


def _described(tokens: Tokens, q: Quantity) -> Found | None:
    """The plan, appeal or fund that a comma parts from its amount."""
    k = _before_leads(tokens, q)
    if k > 0 and tag(tokens.word[k])[0] == "v" and tokens.word[k - 1] == ",":
        k -= 1  # ", costed at", ", appealing for"
    if k < 1 or tokens.word[k] != ",":
        return None
    for j in range(k - 1, max(-1, k - _REACH), -1):
        if tokens.word[j] in _BORDERS or tokens.word[j] == ",":
            return None
        if singular(tokens.word[j]) in _WORKS:
            return left(tokens, j), j + 1, "what is put at the sum"
    return None


def _is_money(tokens: Tokens, j: int) -> bool:
    word = tokens.word[j]
    if tokens.raw[j][0].isupper() and tokens.capital(j - 1):
        return False  # "the Relief Fund"
    return singular(word) in nouns("sum") or singular(word) in nouns("gift")
