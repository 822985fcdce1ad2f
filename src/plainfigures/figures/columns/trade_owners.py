"""Owners: whose the trade, the goods or the role are that a sentence names."""

from plainfigures.figures.columns.reading import ColumnReading, Span
from plainfigures.figures.trade.goods import (
    AMOUNTS,
    goods_of,
    is_adjective,
    is_land,
    is_region,
    lands_of,
)  # fmt: skip
from plainfigures.figures.trade.roles import before_verb, country_ending, list_start, name_ending
from plainfigures.figures.triggers.forms import forms
from plainfigures.figures.triggers.phrases import code_of, phrase_right
from plainfigures.prose.dates.years import year_like
from plainfigures.prose.nouns import changes
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.bearers import name_sizes, names_country
from plainfigures.prose.words.lexicon import countries, nouns, places, singular, tag
from plainfigures.prose.words.names import in_name
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.sentences import sentences
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_SENT = frozenset(("export", "shipment", "trade"))
_REACH, _FIRST, _NEAR = 7, 9, 8
_OWNED = {
    "export": ("from", "by", "in"),
    "shipment": ("from",),
    "import": ("into", "in", "to", "by"),
    "trade": ("in",),
}
# How far into a sentence a pronoun may stand, how far back the sentence before may begin.
_OPENING, _FAR, _LONGEST = 4, 400, 60
_SHARES = frozenset("share part proportion portion percentage".split())
_COUNTRY = frozenset("country nation island kingdom republic state".split())
_COUNTING = frozenset("bureau office institute ministry agency department board".split())
_OWN = frozenset(("its", "their"))
_TAKING = verb_forms(("take", "buy", "absorb", "purchase", "receive"))
_OTHERS = frozenset(
    "market markets partner partners destination destinations buyer buyers customer share".split()
)
_KINDS_OF = ("a", "n", "r", "m", "vg", "")
_OWNED_ROLES = frozenset("total supplier partner customer buyer client market source".split())
_GIVING = verb_forms(("provide", "supply", "furnish"))
_STATES = frozenset(("name", "group", "historic"))
LEADS = frozenset(
    "of in to from with for by at on upon than against behind after over outside "
    "among between".split()
)


def owner_before(tokens: Tokens, k: int) -> Span | None:
    """A country before a trade noun: a genitive, or the word for its people."""
    for j in range(k - 1, max(-1, k - 6), -1):
        word = tokens.word[j]
        if not (word[0].isalpha() or word in ("'s", "'", "-")):
            return None
        if word in changes.verbs() and tokens.raw[j].islower() and j > 0:
            return _grower(tokens, j)
        if word == "whose":
            return name_ending(tokens, j - 1 - (tokens.at(j - 1) == ","))
        if word in _COUNTRY and tokens.word[j - 1 : j + 2 : 2] == ["the", "'s"]:
            span = _first_land(tokens, True)  # "*Kenya*'s tea is half of the country's exports"
            return span if span and tokens.at(span[1]) == "'s" else None
        if word in _OWN:
            others = tokens.at(k + 1) in _OTHERS or _is_other_side(tokens, j, k)
            return None if others else _subject(tokens, j)
        entry = countries().get(tokens.raw[j])
        if word in nouns("institution") and word not in nouns("area") | {"union", "community"}:
            return None  # "the Bureau's trade statistics"
        if in_name(tokens, j) and tokens.word[j + 1] in ("'s", "'"):
            if word in _COUNTING:
                return None  # "the Bureau's trade statistics"
            return country_ending(tokens, j, named=True), j + 1
        if entry is not None and any("adjective" in kind for kind in entry.kinds):
            return country_ending(tokens, j), j + 1
        if entry is not None and "group" in entry.kinds and tokens.word[j + 1] != "-":
            return country_ending(tokens, j), j + 1
        if word in ("of", "in", "to", "from", "with", "that") or tag(word) in ("v", "vd", "c"):
            if tag(word) != "vd" or tokens.at(j - 1) not in ("'s", "'"):
                return None  # but "Chad's combined exports"
    return None


def owner_after(reading: ColumnReading, k: int) -> Span | None:
    """ "exports of Kenya", "the foreign trade of Adria", "exports from", "imports into Kenya"."""
    tokens = reading.tokens
    kind = singular(tokens.word[k])
    k += tokens.at(k + 1) in AMOUNTS  # "export earnings in Benin"
    led = tokens.at(k + 1)
    if led == "of" or led in _OWNED.get(kind, ()):
        span = phrase_right(tokens, k + 2, 4)
        if span is not None and tokens.at(span[1] - 1) not in _OTHERS:  # "in the German market"
            known = code_of(reading.sentence.words(*span)) is not None
            after = tokens.at(span[1])
            good = singular(tokens.word[span[1] - 1]) in nouns("good")  # "exports of Arabica"
            goods = good or tag(after).split(",")[0] in ("n", "ns")
            if goods and is_adjective(tokens, span):
                return span if kind == "export" else None  # "imports of Irish cattle"
            region = led == "in" and is_land(tokens, span[0], span[1] - span[0])  # no town
            if known or (led == "of" and not goods) or region:
                return span
    return _sender(tokens, k)


def owner_of_part(tokens: Tokens, q: Quantity) -> Span | None:
    """ "17 percent of *Peru*'s exports", "13 percent of what *Chad* sells": whose whole it is."""
    k = q.last + 1
    if tokens.at(q.last) != "of":
        return None
    k += tokens.at(k) in ("the", "what", "all")
    size = next((size for size in name_sizes() if is_land(tokens, k, size)), 0)
    after = tokens.at(k + size)
    led = after in ("'s", "'") or (tokens.at(k - 1) == "what" and tag(after or ".")[0] in "vn")
    if not led and singular(after or ".") in nouns("trade"):  # "*Peruvian* exports", "*Gulf* trade"
        led = is_adjective(tokens, (k, k + size)) or is_region(tokens, k, size)
    return (k, k + size) if size and led else None


def owner_of_those(tokens: Tokens, q: Quantity) -> Span | None:
    """ "its exports fell, *those of Togo* rose", "its trade fell, *that of* …", no "share …"."""
    trade = not nouns("trade").isdisjoint(tokens.word) and _SHARES.isdisjoint(tokens.word)
    pairs = (["those", "of"], ["that", "of"]) if trade else (["those", "of"],)
    near = range(q.phrase_first - 1, max(0, q.phrase_first - 2 * _NEAR), -1)
    spans = (phrase_right(tokens, k + 2) for k in near if tokens.word[k : k + 2] in pairs)
    span = next(spans, None)
    return span if span and singular(tokens.word[span[1] - 1]) not in nouns("good") else None


def owner_of_role(tokens: Tokens) -> Span | None:
    """ "*India*'s largest supplier", "5 percent of *Chad*'s total": whose partner or total."""
    for k in range(tokens.size - 1, 0, -1):
        if singular(tokens.word[k]) not in _OWNED_ROLES:
            continue
        j = k - 1
        while j > 0 and (tokens.word[j] == "-" or tag(tokens.word[j]).split(",")[0] in _KINDS_OF):
            j -= 1
        if tokens.word[j] in ("'s", "'") and tokens.capital(j - 1):
            return country_ending(tokens, j - 1, named=True), j
    return None


def owner_of_goods(reading: ColumnReading) -> Span | None:
    """Whose goods they are that another buys or sells ("half of *Chad*'s tin")."""
    traded = not forms(nouns("trade")).isdisjoint(reading.tokens.word)
    if traded or reading.match.direction is not None:
        return None
    best: tuple[float, Span] | None = None
    for one in goods_of(reading.tokens):
        if "our" in reading.tokens.word[max(0, one.noun - 3) : one.noun]:
            continue  # "half of our tin": of those who speak
        owner = one.owner or _subject(reading.tokens, one.noun)
        away = reading.sentence.distance(reading.q, one.noun, one.noun + 1)
        if owner is not None and (best is None or away < best[0]):
            best = away, owner
    return None if best is None else best[1]


def _grower(tokens: Tokens, verb: int) -> Span | None:
    """ "*Chad* has grown exports": the country whose doing the verb before the trade is."""
    span = name_ending(tokens, before_verb(tokens, verb))
    known = span is not None and is_land(tokens, span[0], span[1] - span[0])
    return span if known else None


def _subject(tokens: Tokens, j: int) -> Span | None:
    """The country that "its" at token `j` stands for: the last one that no small word leads to.

    Where another owner is told of, it may stand for that ("sent the island half of its imports").
    """
    if any(tokens.word[k] == "'s" and tokens.word[k - 1] != "world" for k in range(j)):
        return None
    for k in filter(tokens.capital, range(j - 1, -1, -1)):
        first = country_ending(tokens, k)
        name = " ".join(tokens.raw[first : k + 1])
        entry = countries().get(name)
        if name not in places() and (entry is None or _STATES.isdisjoint(entry.kinds)):
            continue
        opens = list_start(tokens, first)
        before = opens - 1
        while before > 0 and tag(tokens.word[before]).split(",")[0] in ("a", "vg"):
            before -= 1  # "from emerging Asia"
        object_of = tag(tokens.at(before) or ".").split(",")[0] in ("v", "vd")
        aside = tokens.at(first - 1) == "(" or (object_of and tokens.raw[before].islower())
        if object_of and tokens.word[before] in _GIVING and tokens.at(k + 1) == "with":
            return first, k + 1  # "provides Peru with half of its oil"
        if aside:
            continue  # "joined the Union (EAEU), its trade"
        if tokens.at(before) not in LEADS and tokens.at(k + 1) not in ("'s", "and"):
            return (opens if tokens.word[j] == "their" else first), k + 1
    return None


def _is_other_side(tokens: Tokens, own: int, trade: int) -> bool:
    """ "China took a third of *its* exports", "supplied half of its imports": not the subject's."""
    verbs = _TAKING if singular(tokens.word[trade]) == "export" else _GIVING
    if tokens.word[own - 1 - (tokens.word[own - 1] == "all")] != "of":
        return False
    near = range(own - 2, max(-1, own - _REACH), -1)
    acts = (k for k in near if tag(tokens.word[k])[0] == "v" and tokens.raw[k].islower())
    verb = next(acts, None)
    # but "provides Fiji with half of its imports"
    return verb is not None and tokens.word[verb] in verbs and not tokens.capital(verb + 1)


def _sender(tokens: Tokens, k: int) -> Span | None:
    """ "exports of tea from Kenya", "trade from Kenya to Malta": whose goods are sent."""
    kind = singular(tokens.word[k])
    if kind not in _SENT:
        return None
    for j in range(k + 1, min(tokens.size, k + _REACH)):
        word = tokens.word[j]
        if word == "from":
            span = phrase_right(tokens, j + 1, 4)
            if span is None or (kind != "export" and tokens.at(span[1]) != "to"):
                return None
            return span
        if word == "to":  # "exports to Mali from Chad"
            span = phrase_right(tokens, j + 1, 4)
            if span is None or tokens.at(span[1]) != "from":
                return None
            return phrase_right(tokens, span[1] + 1 + is_number(tokens.at(span[1] + 1)), 4)
        if word != "of" and tag(word).split(",")[0] not in ("n", "ns", "a", "d"):
            return None
    return None


def elliptic(reading: ColumnReading) -> Span | None:
    """ "Kenya's dropped 13 percent", "and Chad's by 9": whose change it is, what changed untold."""
    tokens = reading.tokens
    floor = reading.sentence.scan.quantities[reading.index - 1].last if reading.index else 1
    for k in range(reading.q.first - 1, floor - 1, -1):
        if tokens.word[k] == "'s" and tokens.word[k + 1] in {"by", *changes.verbs()}:
            if tokens.raw[k - 1] in countries() and tokens.raw[k + 1].islower():
                return country_ending(tokens, k - 1, named=True), k
    return None


def _is_own(tokens: Tokens, k: int) -> bool:
    """ "its", "the country's"."""
    return tokens.at(k) in _OWN or (tokens.at(k) == "'s" and tokens.at(k - 1) in _COUNTRY)


def _opening_trade(tokens: Tokens) -> int:
    """The trade noun that is the first of a sentence ("As a result, *exports*"), or -1."""
    for k in range(min(tokens.size, _FIRST)):
        if singular(tokens.word[k]) in nouns("trade"):
            led = k > 1 and tokens.word[k - 1] != "," and not year_like(tokens.word[k - 1])
            return -1 if led else k
    return -1


def land_before(reading: ColumnReading) -> str | None:
    """Whose "its imports" are: the country that opens the sentence before ("Chad has oil").

    So of exports that open a sentence, or of which another took a part.
    """
    tokens, (low, start) = reading.tokens, reading.memory.before
    opens = next((one.last for one in reading.sentence.periods if one.first <= 1), 0)
    limit = opens + _OPENING  # "Between 1929 and 1932 | its exports"
    owns = next((k for k in range(opens, limit) if _is_own(tokens, k)), limit)
    near = map(singular, tokens.word[owns + 1 : owns + _OPENING])
    first = _opening_trade(tokens) if owns == limit else -1
    alone = first >= 0
    owned = owns < limit and not nouns("trade").isdisjoint(near)
    owners = (k for k in range(1, tokens.size - 1) if tokens.word[k] in _OWN)
    taken = any(_is_other_side(tokens, k, k + 1) for k in owners)
    if low >= start or not (alone or owned or taken):
        return None
    if not taken and any(map(tokens.capital, range(opens or 1, first if alone else owns))):
        return None  # "China kept its trade", but "China took half of its exports"
    for begin, end in list(sentences(tokens.text, max(low, start - _FAR), start))[-1:]:
        before = Tokens(tokens.text, begin, end, _LONGEST)
        span = _first_land(before, alone)
        if span is not None:
            return reading.sentence.original[before.start[span[0]] : before.end[span[1] - 1]]
    return None


def _first_land(tokens: Tokens, opens: bool) -> Span | None:
    """The country that a sentence is of; `opens`: only one that opens it and takes no trade."""
    for span in lands_of(tokens):
        text = " ".join(tokens.raw[slice(*span)])
        if opens and (span[0] > 1 or not names_country(text)):
            return None  # "The Union is its best customer. Exports fell"
        behind = tokens.word[span[1] : span[1] + _REACH]
        gives = not nouns("gift").isdisjoint(map(singular, behind))
        if opens and (gives or not (_TAKING | _OTHERS).isdisjoint(behind)):
            return None  # "Oman took a third of the tin", "Oman has offered a grant"
        if tokens.at(span[0] - 1) not in LEADS:
            return span
    return None
