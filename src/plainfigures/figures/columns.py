"""The own columns of the datasets, each by the reader that its definition names."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from plainfigures.definitions.model import Column, ReaderChoice
from plainfigures.figures.categories import CategoryIndex
from plainfigures.figures.context import Memory, attribution_of, speaker_words
from plainfigures.figures.measures import Match
from plainfigures.figures.phrases import country_code, phrase_right, polity
from plainfigures.figures.sentence import Sentence
from plainfigures.prose.attribution import phrase_start
from plainfigures.prose.lexicon import countries, demonyms, singular, tag, verb_lemmas
from plainfigures.prose.nouns import Noun
from plainfigures.prose.quantity import Quantity
from plainfigures.prose.tokens import Tokens

_CITIZENS = frozenset("citizen national subject passport".split())
_FORCES = frozenset(
    "soldier serviceman servicewoman servicemember troop officer policeman police army military sailor airman marine "
    "conscript peacekeeper guard soldiers commando paratrooper pilot reservist".split()
)
_RETURNERS = frozenset(
    "idp refugee returnee evacuee deportee exile migrant expellee evictee displaced citizen national".split()
)
_PROGRAMMES = frozenset(
    "program programme plan agreement initiative scheme strategy project operation compact roadmap accord framework".split()
)
_TRADE = frozenset("export import trade turnover shipment commerce".split())
_GIVERS = frozenset("donor donors".split())


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a reader may look at: the figure's sentence, its match, the row so far, the paragraph."""

    sentence: Sentence
    q: Quantity
    index: int
    match: Match
    row: Mapping[str, str | None]
    memory: Memory


Value = tuple[str, str] | None
Reader = Callable[[Reading, ReaderChoice], Value]


class Columns:
    """Reads own columns: `read(name, reading)` gives (value, rule) or None."""

    def __init__(self, columns: Mapping[str, Column], vocabulary: object) -> None:
        self._columns = columns
        self._indexes = {
            name: CategoryIndex(column, vocabulary)  # type: ignore[arg-type]
            for name, column in columns.items()
            if column.categories and column.reader is not None
        }
        self._readers: dict[str, Reader] = {
            "nationality": _nationality,
            "country_code": _country_code,
            "donor": _donor,
            "recipient": _recipient,
            "reporter": _reporter,
            "partner": _partner,
            "agent": _agent,
            "population": _population,
            "programme": _programme,
            "direction": _direction,
        }

    def read(self, name: str, reading: Reading) -> Value:
        """The value of one own column with the rule and words that gave it."""
        column = self._columns[name]
        if column.reader is None:
            return None
        counted = column.reader.options.get("units")
        if counted is not None and reading.q.unit not in counted:
            return None
        if column.reader.name == "category":
            return self._category(name, reading, column.reader)
        if column.reader.name == "flow":
            return self._flow(name, reading)
        return self._readers[column.reader.name](reading, column.reader)

    def _category(self, name: str, reading: Reading, choice: ReaderChoice) -> Value:
        index = self._indexes[name]
        sentence, q = reading.sentence, reading.q
        tokens = sentence.tokens
        last = q.phrase_last
        joined = choice.options.get("joined")
        if joined:
            last = _apposition(sentence, q)
        found = index.find(tokens, q.phrase_first, last)
        if found:
            kinds = {one.category for one in found}
            if joined and len(kinds) > 1:
                return str(joined), "both in the phrase"
            one = found[-1] if len(kinds) > 1 else found[0]
            return one.category, f"phrase: {sentence.words(one.first, one.last)}"
        if choice.options.get("scope") == "phrase":
            return None
        best, cost = None, 60.0
        for one in index.find(tokens):
            if one.first < q.last and one.last > q.first:
                continue
            distance = sentence.distance(q, one.first, one.last) - 0.5 * (one.last - one.first)
            if distance < cost:
                best, cost = one, distance
        if best is None:
            return None
        return best.category, f"sentence: {sentence.words(best.first, best.last)}"

    def _flow(self, name: str, reading: Reading) -> Value:
        sentence, q = reading.sentence, reading.q
        best, cost = None, 60.0
        for one in self._indexes[name].find(sentence.tokens):
            distance = sentence.distance(q, one.first, one.last)
            if one.first > q.last:
                distance += 3.0
            if distance < cost:
                best, cost = one, distance
        if best is None:
            return None
        return best.category, f"nearest trade word: {sentence.words(best.first, best.last)}"


def _apposition(sentence: Sentence, q: Quantity) -> int:
    """The end of an aside right after the phrase (", both servicemen and civilians,")."""
    word, n = sentence.tokens.word, sentence.tokens.size
    j = q.phrase_last
    if j >= n or word[j] != ",":
        return j
    k = j + 1
    while k < n and k - j < 10 and word[k] != ",":
        if word[k][0].isdecimal() or tag(word[k]) in ("vd", "m"):
            return j
        k += 1
    return k if k < n and word[k] == "," else j


def _nationality(reading: Reading, choice: ReaderChoice) -> Value:
    sentence, q = reading.sentence, reading.q
    tokens = sentence.tokens
    last = _apposition(sentence, q)
    nation = None
    for k in range(q.phrase_first, q.phrase_last):
        if tokens.raw[k] in demonyms():
            entry = countries()[tokens.raw[k]]
            # a place before it makes it an ethnic group ("Karabakh Armenians", "ethnic Armenians")
            before = tokens.raw[k - 1] if k > q.last else ""
            if entry.code is None or before[:1].isupper() or tokens.word[k - 1] in ("ethnic", "-"):
                return None
            nation = (k, entry.code)
            break
    if nation is None:
        return None
    for k in range(nation[0] + 1, last):
        if singular(tokens.word[k]) in _CITIZENS or singular(tokens.word[k]) in _FORCES:
            return nation[1], f"{tokens.raw[nation[0]]} … {tokens.raw[k]}"
    return None


def _country_code(reading: Reading, choice: ReaderChoice) -> Value:
    text = reading.row.get(str(choice.options["of"]))
    code = country_code(text)
    return None if code is None else (code, f"country in {text}")


def _verb_subject(reading: Reading, verb: int) -> tuple[int, int] | None:
    """The tokens of the subject on the left of a verb, when it has a name."""
    tokens = reading.sentence.tokens
    j = verb - 1
    while j >= 0 and (
        tokens.word[j]
        in (
            "has",
            "have",
            "had",
            "will",
            "would",
            "also",
            "to",
            "is",
            "are",
            "plans",
            "plan",
            "planned",
            "pledged",
            "promised",
            "be",
            "agreed",
            "decided",
            "-",
        )
        or tag(tokens.word[j]) in ("r", "m")
    ):
        j -= 1
    if j < 0 or not (tokens.raw[j][0].isalpha() or tokens.word[j] == "'s"):
        return None
    if tokens.word[j] in _OWN and (
        tokens.word[j] in _PRONOUNS
        or j
        and tokens.word[j - 1] in ("his", "her", "their", "its", "the", "our")
    ):
        return _speaker_polity(reading, verb)
    first = phrase_start(tokens, j)
    if first is None:
        return None
    span = polity(reading.sentence, first, j + 1)
    if not any(tokens.raw[k][0].isupper() for k in range(*span)):
        return None
    if span[0] == 0 and span[1] == 1 and tag(tokens.word[0]) not in ("n", "ns", ""):
        entry = countries().get(tokens.raw[0])
        if entry is None:
            return None
    return span


_PRONOUNS = frozenset("he she it they we i".split())
_OWN = frozenset("country government nation administration ministry he she it they we i".split())


def _speaker_polity(reading: Reading, verb: int) -> tuple[int, int] | None:
    """ "The U.S. secretary said that his country plans …": the speaker's country."""
    for one in reversed(reading.sentence.attributions):
        if one.cue < verb and not one.pronoun:
            span = polity(reading.sentence, one.first, one.last)
            if any(reading.sentence.tokens.raw[k][0].isupper() for k in range(*span)):
                return span
    return None


def _donor(reading: Reading, choice: ReaderChoice) -> Value:
    sentence, q, match = reading.sentence, reading.q, reading.match
    tokens = sentence.tokens
    word, n = tokens.word, tokens.size
    trigger = match.trigger
    # "from Japan", "by Germany" after the amount
    for k in range(q.last, min(n, q.last + 14)):
        if word[k] in (";", ".") or any(
            o.first == k for o in sentence.scan.quantities if o is not q
        ):
            break
        if word[k] in ("from", "by", "donated", "provided") and k + 1 < n:
            at = k + 2 if word[k + 1] == "by" else k + 1
            span = phrase_right(tokens, at)
            if span is not None and not any(
                tokens.tight(m) and tokens.raw[m][0].isdecimal()
                for m in range(span[0], min(n, span[1] + 1))
            ):
                return str(sentence.words(*span)), f"after {word[k]}"
    if match.measure in ("received", "requested", "funding_gap"):
        return None
    if trigger is not None and trigger.kind in ("verb", "phrase") and trigger.last <= q.first:
        span = _verb_subject(reading, trigger.first)
        if span is not None:
            return str(sentence.words(*span)), f"subject of {word[trigger.first]}"
    # the subject of any verb between a border and the amount
    for k in range(q.first - 1, max(-1, q.first - 12), -1):
        if word[k] in (";", "while", "but"):
            break
        if tag(word[k]) in ("v", "vd", "vd,v") and not tokens.raw[k][0].isupper():
            span = _verb_subject(reading, k)
            if span is not None:
                return str(sentence.words(*span)), f"subject of {word[k]}"
    # a nationality or an organisation before a grant noun: "a $5 million Japanese grant"
    for k in range(q.last, min(n, q.last + 3)):
        entry = countries().get(tokens.raw[k])
        if entry is not None and any("adjective" in kind for kind in entry.kinds):
            return tokens.raw[k], "nationality of the grant"
    one = attribution_of(sentence, q)
    if one is not None and match.measure in (
        "pledged",
        "committed",
        "disbursed",
        "loan",
        "budgeted",
    ):
        if one.pronoun:
            speaker = speaker_words(sentence, one, reading.memory)
            return None if speaker is None else (speaker, "speaker before")
        first, last = polity(sentence, one.first, one.last)
        if any(tokens.raw[k][0].isupper() for k in range(first, last)):
            return str(sentence.words(first, last)), "speaker"
    return None


def _recipient(reading: Reading, choice: ReaderChoice) -> Value:
    sentence, q = reading.sentence, reading.q
    tokens = sentence.tokens
    word, n = tokens.word, tokens.size
    limit = n
    for other in sentence.scan.quantities:
        if other.first > q.last and other.kind == "money":
            limit = min(limit, other.phrase_first)
    for k in range(q.last, min(limit, q.last + 22)):
        if word[k] in (";", "while") or word[k] == "." and k == n - 1:
            break
        if word[k] in ("to", "for", "towards", "toward", "in", "help", "assist", "support"):
            span = phrase_right(tokens, k + 1)
            if span is not None and _can_receive(tokens.raw[span[0]]):
                if word[k] == "in" and country_code(sentence.words(*span)) is None:
                    continue
                first, last = _first_name(sentence, *span)
                return str(sentence.words(first, last)), f"after {word[k]}"
    # "gave Jordan $5 million", "provide Armenia with $"
    trigger = reading.match.trigger
    if trigger is not None and trigger.last <= q.first:
        span = phrase_right(tokens, trigger.last)
        if span is not None and span[1] <= q.phrase_first and q.phrase_first - span[1] <= 2:
            return str(sentence.words(*span)), f"object of {word[trigger.first]}"
    for k in range(q.phrase_first - 1, max(-1, q.phrase_first - 25), -1):
        if word[k] in (";",):
            break
        if word[k] in ("to", "for") and k + 1 < n:
            span = phrase_right(tokens, k + 1)
            if (
                span is not None
                and country_code(sentence.words(*span)) is not None
                and span[1] <= q.phrase_first
            ):
                return str(
                    sentence.words(*_first_name(sentence, *span))
                ), f"before, after {word[k]}"
    if reading.memory.recipient is not None:
        return reading.memory.recipient, "recipient before"
    return None


def _can_receive(raw: str) -> bool:
    return raw not in ("I", "He", "She", "They", "It", "We")


def _first_name(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Cut a phrase such as "Armenia over the next" or "Armenia and" to its name."""
    raw = sentence.tokens.raw
    while last > first and not raw[last - 1][0].isalnum():
        last -= 1
    return first, last


def _reporter(reading: Reading, choice: ReaderChoice) -> Value:
    sentence, q = reading.sentence, reading.q
    tokens = sentence.tokens
    word, raw, n = tokens.word, tokens.raw, tokens.size
    table = countries()
    best: tuple[float, int, int] | None = None
    for k in range(n):
        if singular(word[k]) not in _TRADE:
            continue
        # "Armenia's trade turnover", "Kenya's wheat exports", "Armenian exports"
        for j in range(k - 1, max(-1, k - 6), -1):
            if not (raw[j][0].isalpha() or word[j] in ("'s", "'", "-")):
                break
            entry = table.get(raw[j])
            if entry is not None and (
                word[j + 1] in ("'s", "'") or any("adjective" in kind for kind in entry.kinds)
            ):
                distance = sentence.distance(q, j, k)
                if best is None or distance < best[0]:
                    best = (distance, j, j + 1)
                break
            if tag(word[j]) in ("v", "vd", "p", "c"):
                break
        if k + 1 < n and word[k + 1] == "of":
            span = phrase_right(tokens, k + 2, 4)
            if span is not None and country_code(sentence.words(*span)):
                distance = sentence.distance(q, *span)
                if best is None or distance < best[0]:
                    best = (distance, *span)
    if best is not None:
        return str(sentence.words(best[1], best[2])), "owner of the trade"
    for k in range(n):
        if "export" in verb_lemmas(word[k]) or "import" in verb_lemmas(word[k]):
            if k and raw[k - 1] in table:
                return raw[k - 1], f"subject of {word[k]}"
    if reading.memory.reporter is not None:
        return reading.memory.reporter, "reporter before"
    return None


def _partner(reading: Reading, choice: ReaderChoice) -> Value:
    sentence, q = reading.sentence, reading.q
    tokens = sentence.tokens
    word, raw = tokens.word, tokens.raw
    quantities = sentence.scan.quantities
    floor = quantities[reading.index - 1].phrase_last if reading.index else 0
    ceiling = (
        quantities[reading.index + 1].phrase_first
        if reading.index + 1 < len(quantities)
        else tokens.size
    )
    reporter = reading.row.get("reporter")
    for k in range(q.phrase_first - 1, floor - 1, -1):
        if word[k] in ("to", "with", "from", "between"):
            span = phrase_right(tokens, k + 1)
            if (
                span is not None
                and span[1] <= q.phrase_first + 1
                and sentence.words(*span) != reporter
            ):
                return str(sentence.words(*span)), f"before, after {word[k]}"
    j = q.phrase_first - 1
    while j > floor and raw[j][0].isupper():
        j -= 1
    if reading.index and j + 1 < q.phrase_first and raw[j + 1][0].isupper() and floor > 0:
        span = phrase_right(tokens, j + 1)
        if span is not None:
            return str(sentence.words(*span)), "name before the number"
    for k in range(q.phrase_last, ceiling):
        if word[k] in (";",):
            break
        if word[k] in ("to", "with", "from"):
            span = phrase_right(tokens, k + 1)
            if span is not None and span[1] <= ceiling and sentence.words(*span) != reporter:
                return str(sentence.words(*span)), f"after {word[k]}"
    return None


def _agent(reading: Reading, choice: ReaderChoice) -> Value:
    sentence, q = reading.sentence, reading.q
    tokens = sentence.tokens
    word, n = tokens.word, tokens.size
    verbs = choice.options["verbs"]
    best: tuple[float, str, str] | None = None
    for k in range(n):
        if not any(lemma in verbs for lemma in verb_lemmas(word[k])):
            continue
        span = None
        if k + 1 < n and word[k + 1] == "by":
            span = phrase_right(tokens, k + 2)
        elif (
            k
            and tag(word[k]).startswith(("vd", "v"))
            and word[k - 1] not in ("were", "was", "been", "be")
        ):
            span = _verb_subject(reading, k)
        if span is None:
            continue
        distance = sentence.distance(q, k, k + 1)
        if best is None or distance < best[0]:
            best = (distance, str(sentence.words(*span)), f"agent of {word[k]}")
    return None if best is None else (best[1], best[2])


def _population(reading: Reading, choice: ReaderChoice) -> Value:
    sentence, q = reading.sentence, reading.q
    noun = q.noun
    if (
        noun is not None
        and noun.head
        not in ("person", "people", "family", "household", "individual", "man", "woman", "child")
        and q.unit == "person"
    ):
        return str(sentence.words(noun.first, noun.last)), "counted noun"
    found = _returners(sentence.tokens, noun)
    if found is not None:
        return str(sentence.words(*found)), "people in the sentence"
    start, end = reading.memory.before
    if start < end:
        earlier = Tokens(sentence.tokens.text, start, end)
        found = _returners(earlier, None)
        if found is not None:
            return sentence.original[
                earlier.start[found[0]] : earlier.end[found[1] - 1]
            ], "people before"
    return None


def _returners(tokens: Tokens, noun: Noun | None) -> tuple[int, int] | None:
    """The last noun phrase of people who may return ("former Azerbaijani IDPs")."""
    for k in range(tokens.size - 1, -1, -1):
        if singular(tokens.word[k]) in _RETURNERS and not (
            noun is not None and noun.first <= k < noun.last
        ):
            first = k
            while (
                first > 0
                and (
                    tag(tokens.word[first - 1]).split(",")[0] in ("a", "vd", "r")
                    or tokens.raw[first - 1][0].isupper()
                )
                and tokens.word[first - 1] not in ("the", "first")
            ):
                first -= 1
            return first, k + 1
    return None


def _programme(reading: Reading, choice: ReaderChoice) -> Value:
    sentence, q = reading.sentence, reading.q
    tokens = sentence.tokens
    word, raw, n = tokens.word, tokens.raw, tokens.size
    best: tuple[float, int, int] | None = None
    for k in range(n):
        if singular(word[k]) not in _PROGRAMMES:
            continue
        first = k
        while first > 0 and (
            raw[first - 1][0].isupper()
            and word[first - 1] not in ("the", "this", "a")
            or tag(word[first - 1]).split(",")[0] in ("a", "n", "vd")
            or word[first - 1] == "-"
            or word[first - 1] == "and"
            and tag(word[first - 2]).split(",")[0] in ("n", "a")
        ):
            first -= 1
        if first == k and not raw[k][0].isupper():
            continue
        last = k + 1
        while last + 1 < n and (
            raw[last][0].isupper()
            or word[last] in ("of", "on", "for", "the", "and")
            and (
                raw[last + 1][0].isupper()
                or word[last + 1] == "the"
                and last + 2 < n
                and raw[last + 2][0].isupper()
            )
        ):
            last += 1
        distance = sentence.distance(q, first, last) - (8.0 if raw[first][0].isupper() else 0.0)
        if best is None or distance < best[0]:
            best = (distance, first, last)
    if best is None:
        return None
    return str(sentence.words(best[1], best[2])), "programme in the sentence"


def _direction(reading: Reading, choice: ReaderChoice) -> Value:
    if reading.match.direction is None:
        return None
    trigger = reading.match.trigger
    lemma = trigger.lemma if trigger is not None else ""
    return reading.match.direction, f"change word {lemma}"
