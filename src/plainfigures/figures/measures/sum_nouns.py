"""What a sum is or is for by the nouns around it, and not what became of it."""

from plainfigures.definitions.model import Measure
from plainfigures.figures.grammar.extents import DETERMINERS, right
from plainfigures.figures.grammar.lending import is_of_other
from plainfigures.figures.grammar.targets import is_of_target
from plainfigures.figures.measures.known import Known
from plainfigures.figures.sums.callings import TOTALS
from plainfigures.figures.triggers.triggers import ACTING, Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import HAVE, HELPERS
from plainfigures.prose.words.lexicon import nouns, singular, tag
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

# The longest purpose of a sum, in tokens ("in grant financing").
_PURPOSE = 4
# What is left of a sum that a text divides.
REST = frozenset("remaining remainder rest balance".split())
_MEETING = frozenset("meet cover address serve fill satisfy".split())
_FOR = frozenset("to for toward towards".split())
_TOWARDS = (["towards", "the"], ["toward", "the"], ["to", "meet", "the"], ["to", "cover", "the"])
_ANSWERING = frozenset("answering following after responding".split())
_INSIDE = frozenset(("in", "of", "for"))
_REPLYING = ("answer", "reply", "respond", "react")
_RESPONSES = [
    f"in {noun}".split() for noun in ("response to", "answer to", "reply to", "support of")
]
_LED = 6
_LEVEL = frozenset("stand stands stood now has have had total totals reached amounts came".split())
_SHORT = frozenset(("short of", "fall short", "fall short of"))
_GIVERS = ("donor", "contributor")
_GIFTS = frozenset("donation contribution gift".split())


def names_only(word: list[str], q: Quantity, t: Trigger, measure: Measure) -> bool:
    """ "$3 million in aid": a word that says what a sum is, and not what became of it.

    Nor does what goes before say so: "With this gift, aid to Chad has risen to $3 million".
    """
    if _is_of_rest(word, q, t) or is_of_other(word, q, t) or is_of_target(word, q, t):
        return True
    if q.kind == "money" and t.lemma.endswith(_GIVERS):
        return True  # "The main donor was Malta, with $3 million": who gave, and not what
    if t.kind == "phrase" and t.first < q.first < t.last and t.lemma.startswith("of "):
        return measure.default  # "of $3 million aid promised"
    if t.lemma == "announce" and "that" in word[t.last : q.phrase_first]:
        return "been" in word[q.phrase_last : q.phrase_last + _LED]  # "that $3 million has been"
    if q.kind == "money" and (_is_answered(word, q, t) or _is_purpose(word, q, t)):
        return True
    if q.kind == "money" and t.kind == "noun" and t.last < q.phrase_first:
        return word[0] == "with" and word[t.last] == "," and "," not in word[: t.first]
    if q.kind == "money" and t.first < q.phrase_last and t.lemma.startswith("in "):
        # "announced the largest amount *in aid* - $3 million"
        return measure.default and singular(word[t.first - 1]) in TOTALS
    if q.kind != "money" or t.first < q.phrase_last:
        return False
    gap = word[q.phrase_last : t.first]
    short = t.lemma in _SHORT or word[t.last - 1 : t.last + 1] == ["short", "of"]
    if short and "by" not in word[t.last : t.last + 2]:
        return True  # "the $3 million fell short of the target": no gap of so much
    if not measure.default and _is_for(word, gap, t):
        return True
    if not measure.default:  # "$3 million to get food to them"
        led = t.kind == "verb" and gap[-1:] == ["to"] and tag((*word[t.last :], ".")[0])[0] in "dan"
        return led and bool(measure.planned)
    if gap[-1:] == ["to"] and t.kind in ACTING and word[q.phrase_first - 1] not in HAVE:
        # "pledged $3 million to finance clinics", "$3 million for Chad to help with debts"
        if not any(w in HELPERS or tag(w)[:1] == "v" for w in gap[:-1]):
            return True
    if gap[:1] == ["in"] and len(gap) <= _PURPOSE and word[t.first].endswith("ing"):
        return True  # "in grant financing"
    return t.kind == "noun" or t.lemma.startswith("in ") or gap == ["in"]


def _is_for(word: list[str], gap: list[str], t: Trigger) -> bool:
    """ "a $3 million gift to the appeal", "will go to clinics to meet urgent needs".

    What a gift is given to, and the needs that it is to meet, are not what the sum is.
    """
    named = t.first if t.lemma.endswith((" for", " of")) else t.last - 1
    if not {"n", "ns"}.intersection(tag(word[named]).split(",")):
        return False
    if (
        gap[:1] == ["to"]
        and t.lemma.startswith("appeal")
        and all(tag(w)[0] in "adn" for w in gap[1:])
    ):
        return True  # "£3,000 to the Africa appeal"
    if gap[1:2] != [] and singular(gap[0]) in nouns("gift") and gap[1] in _FOR:
        return all(tag(w)[0] in "adn" for w in gap[2:])
    meets = (k for k in range(len(gap) - 1, -1, -1) if gap[k] == "to" or gap[k] in _MEETING)
    led = next(meets, len(gap))
    within = gap[led + (gap[led : led + 1] == ["to"]) :]
    led_by_verb = "v" in tag((*within, ".")[0]).split(",")
    return led_by_verb and all(w == "'s" or tag(w)[0] in "adnvp" for w in within)


def _is_answered(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "In response to the appeal for Chad, we gave $3 million": what the gift only answers."""
    if t.first >= q.phrase_last:  # "the gift of $3 million is in response to the needs"
        led = word[max(q.phrase_last, t.first - _LED) : t.first]
        return any(led[k : k + 3] in _RESPONSES for k in range(len(led)))
    before = word[max(0, t.first - _LED) : t.first]
    if not verb_forms(_REPLYING).isdisjoint(before):
        return word[t.last : q.phrase_first][-1:] == ["with"]  # "replied to the appeal with $3"
    if word[0] not in _ANSWERING and word[:3] not in _RESPONSES:
        return False
    return "," in word[t.last : q.phrase_first] and "," not in word[: t.first]


def is_within(known: Known, t: Trigger) -> bool:
    """ "The gap in the *fund stands at* $3 million", "Aid for the *appeal* totals it": the gap."""
    word, k = known.word, t.first
    asked = t.measure in known.lists.asked and known.scan.tokens.at(t.last) in _LEVEL
    if not (asked or t.lemma.endswith(" stand at")):
        return False
    while k > 0 and tag(word[k - 1])[0] in "dan":
        k -= 1
    return word[k - 1] in _INSIDE and any(one.last == k - 1 for one in known.triggers)


def is_gift(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "$3 million of private donations": a sum that is a gift by its own noun."""
    if t.lemma.endswith(_GIVERS):
        return q.kind == "money"
    gap = word[q.phrase_last : t.first]
    named = q.kind == "money" and t.kind == "noun" and gap[:1] in (["of"], ["in"])
    return named and t.lemma in _GIFTS and all(tag(w)[0] == "a" for w in gap[1:])


def prices_thing(tokens: Tokens, q: Quantity) -> bool:
    """ "a $2 million *bridge*": a thing of that price, and no sum that was told of before."""
    led = q.kind == "money" and tokens.at(q.phrase_first - 1) in DETERMINERS
    span = right(tokens, q.phrase_last, of=False) if led else None
    head = "" if span is None else singular(tokens.word[span[1] - 1])
    named = any(head in nouns(kind) for kind in ("gift", "sum", "programme", "meeting"))
    return span is not None and span[0] == q.phrase_last and not named


def _is_purpose(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "gave $3 million | to provide shelter": what for; but "has $3 million to raise".

    So "sought $3 million | towards the cost of wells".
    """
    if word[q.phrase_last : t.first] in _TOWARDS:
        return True
    led = t.lemma.startswith("to ") and t.first == q.phrase_last
    led = led and not t.lemma.startswith("to be ")
    return led and word[q.phrase_first - 1] not in HAVE


def _is_of_rest(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "$3 million will be in grants and the rest in loans": what becomes of the other part."""
    gap = word[q.phrase_last : t.first]
    return q.kind == "money" and "and" in gap and not REST.isdisjoint(gap)
