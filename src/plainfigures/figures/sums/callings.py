"""What a sum is called where no noun stands beside it: by the noun of money before it."""

from plainfigures.figures.grammar.extents import DETERMINERS, complement, left
from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.sums.aims import with_aims
from plainfigures.figures.triggers.match import COMPARED
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.closed import TURNS
from plainfigures.prose.words.lexicon import nouns, singular, tag
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

# (first token, token after the last, rule)
Found = tuple[int, int, str]

_LEADS = frozenset("to at by of for only just some about over almost around nearly worth a".split())
_FUNDS = frozenset(("fund", "workplan"))
_ARTICLES = frozenset("the a its their this additional total new initial".split())
_SAME = frozenset(", ( or about some roughly nearly almost approximately around over well".split())
_OPENERS = frozenset((",", "but", "and", "yet", "however"))
_THROUGH = frozenset("through via to by from with into under".split())
_SPLIT = frozenset(("carried in a list", COMPARED, "part of its whole", "gapped clause"))
# What only says that a sum is one.
TOTALS = frozenset("total amount sum figure value maximum minimum cost equivalent tune".split())


def called(sentence: Sentence, q: Quantity) -> Found | None:
    """The last noun of money before a sum in its clause, with what it is of.

    "Gifts paid into the fund totalled $3 million", "the cost of repairs, put at $3 million".
    """
    tokens = sentence.tokens
    for j in range(q.phrase_first - 1, -1, -1):
        if tokens.word[j] in TURNS or tokens.word[j] in ("when", "because", "although"):
            break
        if _is_money(tokens, j) and j + 1 < q.phrase_first and tokens.at(j + 1) != ")":
            first, last = with_aims(tokens, (left(tokens, j), complement(tokens, j + 1)))
            if last == j + 1 and tokens.word[j] in TOTALS:
                continue  # "at a cost of | $3 million"
            if tokens.at(first - 1 - (tokens.at(first - 1) in DETERMINERS)) not in _THROUGH:
                return first, min(last, q.phrase_first), "noun of money in the clause"
    return None


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
    if gap[-1:] != ["and"] or any(tag(one)[0] in "vx" or one in TURNS for one in gap[:-1]):
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


def _is_money(tokens: Tokens, j: int) -> bool:
    word, after = singular(tokens.word[j]), tokens.at(j + 1)
    if word in _FUNDS or word in nouns("programme"):
        if tokens.raw[j][0].isupper():
            return False  # "the Relief Fund"
    elif word not in nouns("sum") and word not in nouns("gift"):
        return False
    elif tokens.capital(j) and tokens.capital(j - 1):
        return False  # "Islamic Relief"
    if after in DETERMINERS:
        return False  # "cost the fund $4 million"
    if (
        tokens.word[j] == "plans"
        and after == "to"
        and tag(tokens.at(j - 1) or ".").split(",")[0] == "n"
    ):
        return False  # "the council *plans* to rehouse 900 families, at a cost of $4 million"
    # nor "aid donors"; but "grants amount to"
    return tag(after or ".") not in ("n", "ns") or after in verb_forms(("amount", "total"))
