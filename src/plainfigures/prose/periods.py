"""Periods: the words that say when, and the calendar span that follows from them."""

from dataclasses import dataclass
from datetime import date, timedelta

from plainfigures.prose.dates import MONTHS, Date
from plainfigures.prose.quantity import Quantity
from plainfigures.prose.scan import Scan
from plainfigures.prose.tokens import Tokens

_OPENERS = frozenset(
    "since until till by before after from during over within throughout between for in through into".split()
)
_KEPT = frozenset(
    "since until till by before after from during over within throughout between for through into".split()
)
_PARTS = frozenset(
    "early mid late beginning end middle start turn course first second half hours morning evening afternoon night spring summer autumn winter".split()
)
_SPAN_UNITS = {"day": 1, "week": 7, "month": 0, "year": 0, "decade": 0, "century": 0, "quarter": 0}
_TIME_UNITS = frozenset(
    "second minute hour day night week weekend fortnight month quarter year decade century".split()
)
_NEXT = frozenset("next coming following".split())
_PAST = frozenset("last past previous preceding recent".split())
_AS_OF = (
    ("as", "of"),
    ("as", "at"),
    ("to", "date"),
    ("so", "far"),
    ("up", "to", "now"),
    ("until", "now"),
    ("today",),
    ("currently",),
    ("at", "present"),
)


@dataclass(frozen=True, slots=True)
class Period:
    """Tokens first..last (exclusive) that say when; `start` and `end` are ISO text or null.

    `role` is period or as_of; `planned` marks words that point forward ("by", "until", "next").
    """

    first: int
    last: int
    start: str | None
    end: str | None
    role: str = "period"
    future: bool = False


def periods(scan: Scan, document_date: str | None) -> list[Period]:
    """All periods of a sentence in order; relative ones follow from the document's date."""
    tokens = scan.tokens
    found = [_dated(tokens, one, document_date) for one in scan.dates if one.kind == "date"]
    found = _joined(tokens, found)
    found.extend(_durations(scan, document_date))
    found.extend(_relative(tokens, document_date))
    found.extend(_named(tokens, found))
    found.sort(key=lambda period: (period.first, -period.last))
    kept: list[Period] = []
    for period in found:
        if kept and period.first < kept[-1].last:
            if period.last - period.first > kept[-1].last - kept[-1].first:
                kept[-1] = period
            continue
        kept.append(period)
    return kept


def _dated(tokens: Tokens, one: Date, document_date: str | None) -> Period:
    word = tokens.word
    start, end = one.start, one.end
    if start is None and one.month is not None and one.valid and document_date:
        year = document_date[:4]
        if one.day is None:
            start = end = f"{year}-{one.month:02d}"
        else:
            start = end = f"{year}-{one.month:02d}-{one.day:02d}"
    first = one.first
    # "the early hours of", "the end of", "late", "mid-"
    j = first - 1
    while j >= 0:
        w = word[j]
        if w in _PARTS or w == "-" and tokens.tight(j):
            first = j
        elif w not in ("of", "the", "on") or w == "on":
            break
        elif w == "the" and first == j + 1 and first != one.first:
            pass
        j -= 1
    part = word[first] if first < one.first else ""
    ends = "end" in word[first : one.first]
    begins = "beginning" in word[first : one.first] or part == "start"
    if start is not None and len(start) == 4:
        if ends:
            start = end = f"{end}-12"
        elif begins:
            start = end = f"{start}-01"
    opener = word[first - 1] if first else ""
    if opener == "the" and first >= 2:
        opener, at = word[first - 2], first - 2
    else:
        at = first - 1
    role = "period"
    if (
        opener == "of"
        and at >= 1
        and word[at - 1] == "as"
        or opener == "at"
        and at >= 1
        and word[at - 1] == "as"
    ):
        return Period(at - 1, one.last, start, end, "as_of")
    if opener in _KEPT:
        if opener == "since":
            return Period(at, one.last, start, None)
        if opener in ("until", "till"):
            lead = at - 1 if at and word[at - 1] in ("up", "from") else at
            return Period(lead, one.last, None, end, future=True)
        if opener == "by":
            return Period(at, one.last, None, end, role, future=True)
        if opener == "before":
            return Period(at, one.last, None, start)
        if opener == "after":
            return Period(at, one.last, end, None)
        if opener in (
            "during",
            "throughout",
            "between",
            "over",
            "from",
            "for",
            "through",
            "within",
            "into",
        ):
            if opener in ("for", "into"):
                return Period(first, one.last, start, end)
            return Period(at, one.last, start, end)
    return Period(first, one.last, start, end)


def _joined(tokens: Tokens, found: list[Period]) -> list[Period]:
    """ "from 1988 to 1994", "between May 1992 and June 1993" become one period."""
    word = tokens.word
    joined: list[Period] = []
    for period in found:
        if joined:
            before = joined[-1]
            gap = word[before.last : period.first]
            opener = word[before.first]
            glue = (
                gap == ["to"]
                or gap == ["until"]
                or gap == ["through"]
                or gap in (["-"], ["\u2013"])
            )
            if not gap and word[period.first] in ("until", "till", "through"):
                glue = True
            if (glue and (opener == "from" or gap)) or (gap == ["and"] and opener == "between"):
                start = before.start
                if start is None and period.end and len(period.end) >= 7:
                    start = None
                joined[-1] = Period(before.first, period.last, start, period.end)
                continue
        joined.append(period)
    return joined


def _durations(scan: Scan, document_date: str | None) -> list[Period]:
    """ "over the next four years", "for almost three decades", "by the end of a five-year period"."""
    tokens = scan.tokens
    word = tokens.word
    found = []
    for q in scan.quantities:
        if q.kind != "unit" or q.unit not in _TIME_UNITS or q.rate is not None:
            continue
        j = q.phrase_first - 1
        direction = 0
        while j >= 0 and word[j] in ("the", "a", "an", "its", "their", "some", *_NEXT, *_PAST):
            if word[j] in _NEXT:
                direction = 1
            elif word[j] in _PAST:
                direction = -1
            j -= 1
        opener = word[j] if j >= 0 else ""
        last = q.phrase_last
        if q.attributive:
            if last < tokens.size and word[last] in (
                "period",
                "plan",
                "programme",
                "program",
                "span",
                "term",
                "war",
                "conflict",
            ):
                last += 1
            elif word[last - 1] not in ("period", "span"):
                continue
        first = j + 1
        if (
            opener == "of"
            and j >= 1
            and word[j - 1] in ("end", "course", "space", "period", "beginning", "start")
        ):
            j -= 2
            while j >= 0 and word[j] in ("the", "a"):
                j -= 1
            opener = word[j] if j >= 0 else ""
        if opener in (
            "over",
            "within",
            "in",
            "during",
            "for",
            "by",
            "after",
            "throughout",
            "under",
        ):
            first = j
        elif last < tokens.size and word[last] in ("ago", "earlier", "later"):
            first, last = q.phrase_first, last + 1
            span = _shift(document_date, q, -1) if word[last - 1] == "ago" else None
            found.append(Period(first, last, span, span))
            continue
        elif direction == 0:
            continue
        start = end = None
        if document_date and direction and q.value is not None:
            other = _shift(document_date, q, direction)
            here = document_date[: len(other)] if other else None
            start, end = (here, other) if direction > 0 else (other, here)
        found.append(Period(first, last, start, end, future=direction > 0 or opener == "by"))
    return found


def _shift(document_date: str | None, q: Quantity, direction: int) -> str | None:
    """The document's date moved by a duration, at the precision of its unit."""
    if not document_date or q.value is None or q.value != q.value.to_integral_value():
        return None
    count = int(q.value) * direction
    year = int(document_date[:4])
    if abs(count) > 1000:
        return None
    if q.unit in ("year", "decade", "century"):
        target = year + count * {"year": 1, "decade": 10, "century": 100}[q.unit]
        return f"{target:04d}" if 0 < target < 10000 else None
    if len(document_date) < 7:
        return None
    if q.unit in ("month", "quarter"):
        months = year * 12 + int(document_date[5:7]) - 1 + count * (3 if q.unit == "quarter" else 1)
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    if len(document_date) == 10 and q.unit in ("day", "week", "fortnight"):
        days = count * {"day": 1, "week": 7, "fortnight": 14}[q.unit]
        return (date.fromisoformat(document_date) + timedelta(days=days)).isoformat()
    return None


def _relative(tokens: Tokens, document_date: str | None) -> list[Period]:
    """ "last year", "this month", "yesterday", "the previous year", "to date"."""
    word, n = tokens.word, tokens.size
    found = []
    for i, w in enumerate(word):
        if (
            w
            in (
                "last",
                "this",
                "next",
                "previous",
                "past",
                "current",
                "following",
                "coming",
                "preceding",
            )
            and i + 1 < n
        ):
            unit = word[i + 1]
            if (
                unit in ("year", "month", "week", "decade", "century", "quarter")
                or unit in MONTHS
                and w in ("last", "this", "next")
            ):
                first = i - 1 if i and word[i - 1] == "the" else i
                opener = word[first - 1] if first else ""
                start, end = _named_span(unit, w, document_date)
                if opener in ("by", "until", "since", "over", "during", "from", "in"):
                    if opener == "since":
                        end = None
                    elif opener in ("by", "until"):
                        start = None
                    if opener != "in":
                        first -= 1
                    elif word[first] == "the":
                        first += 0
                found.append(Period(first, i + 2, start, end, future=w in _NEXT))
        elif w in ("yesterday", "today", "tomorrow", "tonight"):
            if w == "today":
                found.append(Period(i, i + 1, None, None, "as_of"))
            elif document_date and len(document_date) == 10:
                shift = -1 if w == "yesterday" else 1 if w == "tomorrow" else 0
                day = (date.fromisoformat(document_date) + timedelta(days=shift)).isoformat()
                found.append(Period(i, i + 1, day, day))
            else:
                found.append(Period(i, i + 1, None, None))
        elif w in ("so", "to") and i + 1 < n and word[i + 1] in ("far", "date"):
            if (w, word[i + 1]) in (("so", "far"), ("to", "date")):
                found.append(Period(i, i + 2, None, None, "as_of"))
        elif w in ("each", "every", "per") and i + 1 < n and word[i + 1] in _TIME_UNITS:
            if w != "per":
                found.append(Period(i, i + 2, None, None))
        elif w in ("annually", "yearly", "monthly", "weekly", "daily") and i:
            found.append(Period(i, i + 1, None, None))
        elif w == "century" and i and word[i - 1] in ("a", "the"):
            pass
    return found


def _named_span(unit: str, which: str, document_date: str | None) -> tuple[str | None, str | None]:
    if not document_date:
        return None, None
    shift = {
        "this": 0,
        "current": 0,
        "last": -1,
        "previous": -1,
        "past": -1,
        "preceding": -1,
        "next": 1,
        "coming": 1,
        "following": 1,
    }[which]
    year = int(document_date[:4])
    if unit == "year":
        if which in ("previous", "preceding", "following"):
            return None, None
        return f"{year + shift:04d}", f"{year + shift:04d}"
    if unit == "decade":
        return (
            (f"{year - 10:04d}", f"{year:04d}") if shift < 0 and which == "past" else (None, None)
        )
    if unit == "month" and len(document_date) >= 7 and which in ("this", "last", "next"):
        months = year * 12 + int(document_date[5:7]) - 1 + shift
        span = f"{months // 12:04d}-{months % 12 + 1:02d}"
        return span, span
    if unit in MONTHS and which == "last" and len(document_date) >= 7:
        month = MONTHS[unit]
        if month >= int(document_date[5:7]):
            year -= 1
        return f"{year:04d}-{month:02d}", f"{year:04d}-{month:02d}"
    return None, None


_EVENT_WORDS = frozenset(
    "war wars conflict occupation crisis campaign operation ceasefire truce period years months fighting hostilities "
    "earthquake tsunami flood floods violence genocide massacre coup revolution uprising famine emergency "
    "siege offensive invasion attack attacks disaster independence".split()
)


def _named(tokens: Tokens, dated: list[Period]) -> list[Period]:
    """ "since the end of the Second Karabakh War", "during the years of occupation", "during this period"."""
    word, raw, n = tokens.word, tokens.raw, tokens.size
    taken = {k for period in dated for k in range(period.first, period.last)}
    found = []
    for i, w in enumerate(word):
        if w not in ("since", "during", "throughout", "after", "before", "until") or i in taken:
            continue
        j = i + 1
        if (
            j >= n
            or word[j] not in ("the", "this", "that", "its", "their", "these", "those", "a", "an")
            and not raw[j][0].isupper()
        ):
            continue
        head = None
        k = j
        while k < n and k - j < 10 and k not in taken:
            t = word[k]
            if t in _EVENT_WORDS:
                head = k
                if k + 1 < n and (word[k + 1] == "of" or word[k + 1] in _EVENT_WORDS):
                    k += 1
                    continue
                break
            if (
                not (t[0].isalpha() or t in ("-", "'s", "'"))
                or t in ("and", "was", "were", "is", "had", "has", "have", "who", "which", "that")
                and k > j
            ):
                break
            k += 1
        if head is not None:
            found.append(Period(i, head + 1, None, None))
    return found
