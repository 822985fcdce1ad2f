"""States that give: "France gave Chad $2 million", money of aid without a word of it."""

from plainfigures.figures.grammar.subjects import before_aside
from plainfigures.figures.trade.goods import land_at, land_ending
from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.closed import RELATIVES
from plainfigures.prose.words.helpers import BE, HAVE, before_adverbs
from plainfigures.prose.words.lexicon import nouns, singular, tag
from plainfigures.prose.words.names import name_end
from plainfigures.prose.words.tokens import Tokens

_GIVING = frozenset(
    "give grant donate provide contribute commit pledge promise vow offer lend extend transfer "
    "wire remit stump".split()
)
_SENDING = frozenset(("send", "hand", "disburse", "allocate"))
_HELP = frozenset("support assistance help contribution disbursement".split())
_ACTING = frozenset(("verb", "phrase", "state"))
_TOTALS = frozenset("total overall cumulative combined".split())
_ASKING = ("ask", "call on", "call upon", "urge", "appeal to", "turn to")
_ASKED = frozenset("governments states countries nations capitals".split())
_CHARITIES = frozenset(("charity", "charities", "orphanage"))
_UNVEILING = _GIVING | {"unveil", "announce"}
_GIFTS = frozenset(
    "donation contribution gift grant pledge commitment allocation appropriation allotment "
    "disbursement".split()
)
_LEADING = BE | HAVE | frozenset("will would shall to going".split())
_PEOPLE = frozenset(("people", "government"))
_SPEAKERS = frozenset(("we", "i", "government", "parliament"))
_FUNDERS = _ASKED.union("agency commission department foundation fund ministry union".split())
_MINISTRIES = frozenset("department government ministry country".split())
_GOVERNMENTS_OF = ["the", "government", "of"], ["the", "governments", "of"]
_RAISING, _REACH = ("mobilise", "mobilize"), 10
_TAKING = frozenset(("receive", "receive from", "get", "get from", "obtain", "accept"))
_TRADERS = frozenset("company firm corporation bank club team party".split())
# So near behind a sum the clause begins that says who gave it.
_NEAR = 4
_TO = frozenset(("to", "for"))


def gives(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """Whether a state is the subject of a verb of giving that leads to a sum, or gets support."""
    if t.kind == "noun" and t.lemma in _GIFTS and tokens.at(q.phrase_last) in ("from", "by"):
        return t.last <= q.phrase_first and _at(tokens, q.phrase_last + 1) > 0
    if t.kind == "noun" and t.lemma in _HELP:
        return _is_for_state(tokens, t.last) or _is_total_of_state(tokens, t.first - 1)
    if t.kind == "phrase" and t.lemma == "total support":
        return _is_total_of_state(tokens, t.first)
    if t.lemma.startswith(_ASKING) and t.first < q.first:  # "asked governments for $2 million"
        charity = not _CHARITIES.isdisjoint(tokens.word[: t.first])
        return charity or not _ASKED.isdisjoint(tokens.word[t.first : q.first])
    told = t.kind in _ACTING and not (_GIVING | _SENDING).isdisjoint(t.lemma.split())
    told = told or t.lemma in ("come up with", "pay out")
    word = tokens.word
    k = before_adverbs(word, t.first - 1)
    while k > 0 and word[k] in _LEADING:
        k = before_adverbs(word, k - 1)
    k = before_aside(tokens, k - (word[k] in RELATIVES))
    k -= word[k] == ","  # "it was France that gave", "France, which gave"
    if t.lemma in _TAKING and t.first < q.first:
        return _is_from_state(tokens, q) and _takes_aid(tokens, k)
    if told and word[k] in _FUNDERS and _to_state(tokens, q, t):
        return True  # "the $2 million which the Commission has committed to Chad's police"
    if t.first > q.first:  # "the $2 million that France gave", "given to Chad by France"
        by = next((j for j in range(t.last, t.last + _NEAR) if tokens.at(j) == "by"), 0)
        if told and by and (_at(tokens, by + 1) or _funder_at(tokens, by + 1)):
            return True
        near = range(q.phrase_last, q.phrase_last + _NEAR)
        size = land_ending(tokens, k)
        return size > 0 and k + 1 - size in near and not _UNVEILING.isdisjoint(t.lemma.split())
    if not told or t.last > q.first:
        return False
    if t.lemma in ("disburse", "pay out") and _to_state(tokens, q, t):
        return True  # "the agency disbursed $2 million to Chad"
    if not _SENDING.isdisjoint(t.lemma.split()) and not _to_state(tokens, q, t):
        return False  # "France sent $2 million"
    if word[k] in _SPEAKERS and land_at(tokens, t.last):
        return True  # "we gave Chad $2 million"
    if word[k] in _PEOPLE:
        k -= 1
    return land_ending(tokens, k) > 0


def raises_for_another(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """ "Malta has *mobilised* $2 million in aid for Chad", "paid it *into* a fund": for others."""
    if t.lemma == "pay into":
        return t.first < q.first < t.last
    k = t.first - 1
    while k > 0 and tokens.word[k] in _LEADING:
        k -= 1
    if t.lemma not in _RAISING or t.last > q.first or not land_ending(tokens, k):
        return False
    aims = (
        j + 1 for j in range(q.last, min(tokens.size, q.last + _REACH)) if tokens.word[j] == "for"
    )
    return any(_at(tokens, j) and tokens.raw[j] != tokens.raw[k] for j in aims)


def _to_state(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """ "sent *Chad* $2 million", "sent $2 million to *Chad*", "Chad *was* sent $2 million"."""
    led = tokens.at(t.last) == "to"  # "paid out *to* the Greeks, in two years, $4 million"
    to = tokens.at(q.phrase_last) in _TO and _at(tokens, q.phrase_last + 1) > 0
    return to or tokens.at(t.first - 1) in BE or _at(tokens, t.last + led) > 0


def _is_from_state(tokens: Tokens, q: Quantity) -> bool:
    """ "$2 million *from Norway*", "from *the government of* Norway", "from *my department*"."""
    k = q.phrase_last + 1
    of = tokens.word[k : k + 3] in _GOVERNMENTS_OF
    ours = tokens.at(k) in ("my", "our") and tokens.at(k + 1) in _MINISTRIES
    named = _at(tokens, k + 3 * of) > 0 or _funder_at(tokens, k)
    return tokens.at(k - 1) == "from" and (ours or named)


def _takes_aid(tokens: Tokens, k: int) -> bool:
    """ "*Chad* got", "*we* received", "*our clinics* had": no man and no company."""
    taker = singular(tokens.at(k - (tokens.at(k) in ("concerned", "involved"))))
    taken = taker in nouns("institution") and taker not in _TRADERS
    return taken or taker == "we" or land_ending(tokens, k) > 0


def _is_total_of_state(tokens: Tokens, k: int) -> bool:
    """ "our *total* | support", "Canada's *total* | contribution": whose at token `k`."""
    if tokens.at(k) not in _TOTALS:
        return False
    owner = k - 1 - (tokens.at(k - 1) == "'s")
    return tokens.at(k - 1) == "our" or land_ending(tokens, owner) > 0


def _is_for_state(tokens: Tokens, k: int) -> bool:
    """ "Support | to Mali amounted to $9 million": whether a state is named behind a noun."""
    if tokens.at(k) not in ("to", "for"):
        return False
    size = _at(tokens, k + 1)
    return size > 0 and tag(tokens.at(k + 1 + size) or ".")[0] in "vmr"


def _funder_at(tokens: Tokens, k: int) -> bool:
    """Whether the name of one who gives begins at token `k`: "the Nansen Foundation"."""
    k += tokens.at(k) == "the"
    last = name_end(tokens, k) - 1
    return last > k and tokens.word[last] in _FUNDERS


def _at(tokens: Tokens, k: int) -> int:
    """How many tokens the state at token `k` takes, with its article; 0 where none stands."""
    article = tokens.at(k) == "the"
    size = land_at(tokens, k + article)
    return size + article if size else 0
