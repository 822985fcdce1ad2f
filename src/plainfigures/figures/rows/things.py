"""Things told of: words of time that say when a thing began or what was before, and no more."""

from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.triggers.match import Match
from plainfigures.figures.triggers.phrases import is_noun_or_adjective, is_verb
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.periods.openers import named_end
from plainfigures.prose.periods.period import Period
from plainfigures.prose.words.closed import ARTICLES
from plainfigures.prose.words.lexicon import nouns, singular, tag
from plainfigures.prose.words.signs import ARE, WHICH
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_MADE = frozenset(
    "built rebuilt erected constructed finished consecrated founded established opened completed "
    "renamed named created born mentioned settled inaugurated incorporated chartered restored "
    "elected appointed".split()
)
_DRAWN = _MADE | frozenset(
    "passed signed launched adopted enacted reached begun agreed approved drafted introduced "
    "concluded ratified issued dating dated made struck written proclaimed negotiated".split()
)
_LAWS = frozenset(
    "convention accord pact protocol decree act charter directive amendment edict truce ceasefire "
    "treaty agreement law constitution declaration armistice".split()
)
_DEEDS = _LAWS | frozenset("deal scheme project rule bill order".split())
_BEGAN = frozenset("began begins started starts dates dated ended ends runs ran".split())
_RELATING = frozenset("that which who whom they he she we it".split())
_COMING = frozenset("return repatriate".split())
_LEFT = verb_forms(("leave", "flee", "abandon", "lose"))
_OPENS = ARTICLES | {"home", "once", "then"}
_DATING = frozenset(("in", "on", "from", "at"))


def is_of_thing(sentence: Sentence, period: Period, q: Quantity | None = None) -> bool:
    """ "40 people under a hotel built *in 1931*", "a law passed *in 2003*", "Bor, built *in 1804*".

    And "the *2012* report", "the treaty *of 1921*", "Bor, a village *until 1950*, lost 40".
    """
    tokens, k = sentence.tokens, period.first - 1
    word = tokens.word
    if is_noun_or_adjective(tokens, period.last) and _is_paper(word[period.last]):
        return True
    if tokens.at(k) == "of":
        return singular(word[k - 1]) in _LAWS | {"report", "study"}
    k -= tokens.at(k) in _DATING or tokens.at(k) == "since"
    if k < 2 or (q is not None and q.phrase_last == k):
        return False
    if word[k] in _BEGAN and word[k - 1] in WHICH:
        return _is_paper(word[k - 2])
    if word[k] == "dates" or (word[k] in _MADE and word[k - 1] in ARE and word[k - 2] in WHICH):
        return True
    if word[k] in _MADE and tokens.at(period.last) == "to" and q is not None and k < q.first:
        return True  # "was built in 1997 to house 40"
    comma = k - 1 - (tag(word[k - 1])[0] == "r" or word[k - 1] in ("first", "once"))
    if word[comma] == "," and word[k] in (_DRAWN if _is_paper(word[comma - 1]) else _MADE):
        return True
    if word[k] in (_DRAWN if _is_paper(word[k - 1]) else _MADE):
        return tag(word[k - 1])[0] == "n" and not ARTICLES.isdisjoint(word[max(0, k - 4) : k - 1])
    return _is_apposed(sentence, period)


def _is_paper(word: str) -> bool:
    noun = singular(word)
    return noun in _DEEDS or noun in nouns("paper") or noun in nouns("programme")


def _is_apposed(sentence: Sentence, period: Period) -> bool:
    """ "Bor, *a village until 1950*, …": whether words of time end what describes a name."""
    tokens = sentence.tokens
    comma = next((k for k in range(period.first - 1, 0, -1) if tokens.word[k] == ","), 0)
    if not tokens.capital(comma - 1) or tokens.at(comma + 1) not in _OPENS:
        return False
    gap = range(comma + 1, period.first)
    plain = not any(is_verb(tokens, k) or tokens.word[k][0].isdecimal() for k in gap)
    numbered = any(comma < one.first < period.last for one in sentence.scan.quantities)
    return plain and not numbered and tokens.at(period.last) in (",", ".", "")


def is_of_event(tokens: Tokens, period: Period) -> bool:
    """ "$9 million after the *25 April* quake", "for towns hit by the storm of *May*"."""
    k = named_end(tokens, period.first, period.last)
    if k == period.last:
        k = period.first - (tokens.at(period.first - 1) in _DATING | {"of"})
    events = nouns("event") | nouns("scourge")
    return singular(tokens.word[k - 1]) in events and tag(tokens.word[period.first])[0] != "p"


def is_of_before(sentence: Sentence, q: Quantity, match: Match, period: Period) -> bool:
    """ "40 came back to land *that they had left in* 1990", "sent 40 home, *who fled* in May"."""
    word, own, verbs = sentence.tokens.word, match.trigger, sentence.verb_triggers
    for k in range(q.phrase_last + 1, period.first):
        if word[k] not in _RELATING or (tag(word[k - 1])[:1] != "n" and word[k] != "whom"):
            continue
        if own is None or own.first < k:
            clause = word[k + 1 : period.first]
            left = own is not None and own.lemma in _COMING and not _LEFT.isdisjoint(clause)
            told = range(k, period.first if own and word[k] in ("who", "whom") else k)
            fled = any(verbs[j] - {match.measure} for j in told if j in verbs)
            left = left or fled or clause[:1] == ["ended"]
            return left or "had" in clause[:3] or clause[1:3] == ["to", "have"]
    return False
