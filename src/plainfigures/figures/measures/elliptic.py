"""Elliptic clauses: numbers whose verb is said once, with a number before them."""

from functools import partial

from plainfigures.figures.counted.lands import is_population
from plainfigures.figures.exclusions.estimates import is_of_damage
from plainfigures.figures.exclusions.unharmed import is_unharmed
from plainfigures.figures.measures.handing import Handing, as_done, is_revised_to, take_unit
from plainfigures.figures.measures.tellings import managed
from plainfigures.figures.trade.reach import PARTNERED
from plainfigures.figures.triggers.fits import PEOPLE, is_whole
from plainfigures.figures.triggers.match import AGAIN, Match
from plainfigures.prose.dates.years import year_like
from plainfigures.prose.nouns import changes
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.quantities.asides import is_less, is_of_them
from plainfigures.prose.words.closed import BREAKS, CLAUSES
from plainfigures.prose.words.helpers import BE, HAVE, MODALS
from plainfigures.prose.words.lexicon import nouns, tag
from plainfigures.prose.words.signs import AND_OR, CLOSERS, JOINERS

_BACK, _OTHER = 4, frozenset(", ; and but which whose".split())
_WHEN = (["last", "year"], ["this", "year"], ["last", "month"], ["this", "month"])
_OTHERS = frozenset("following next first last other previous same".split())
_SORT, _GAPPED, _TO_COME = "gapped predicate", "gapped clause", "the same to come"
_LED, _BY = frozenset(("by", "with", "at")), frozenset(("by", "of"))
_OF_THESE = ("of these", "of this", "of that", "of it")
_DOING_SO = frozenset("was were did have had has are".split())
_PARTS, _AS_WELL = frozenset((",", ";", "and", "while")), ["as", "well", "as"]
_NO_SUBJECT = MODALS.union(
    "of than with by at about under over aged from to for since until who which that it".split()
)
# The longest subject of a clause whose verb is said once, in tokens.
_SUBJECT, _MORE = 8, "more of the same"
_WHERE = frozenset("in at to from inside outside along near".split())
_OPENING = JOINERS | {"-", "\u2013", "\u2014", ":", "("}
_CLAUSED = BREAKS | {"when"}


def _counts_places(q: Quantity) -> bool:
    """ "900,000 live in *two countries*, 640,000 in Chad": none of those listed."""
    return q.kind == "noun" and q.unit in nouns("area")


def _is_bare(q: Quantity) -> bool:
    return q.inherited if q.kind == "unit" else q.kind == "bare" and (not q.unit or q.inherited)


def _is_moved_to(gap: list[str]) -> bool:
    """ "a pledge of $6 million | *was later raised to* | $9": what became of the same sum."""
    moved = gap[-1:] == ["to"] and any(one in changes.verbs() for one in gap[-2:-1])
    return moved and not BE.isdisjoint(gap) and _OTHER.isdisjoint(gap)


class Elliptic(Handing):
    """The elliptic clauses of one sentence; `predicates` and `tellings` are of the same."""

    def fill(self, matches: list[Match], index: int) -> None:
        """ "40 were killed; by evening, 90", "today there are 310": the verb is said once."""
        q = self._quantities[index]
        if (whole := self._whole_alike(matches, index)) is not None:
            matches[index] = whole.handed_on(_GAPPED)
            return
        told = self._told(matches, index)
        if told is None:
            return
        source, before = matches[told], self._quantities[told]
        measure = source.measure or ""
        bare, fits = _is_bare(q), self._fits(index, measure)
        of_them = is_less(before, q) and is_of_them(self._tokens, q)
        more = before.kind == "money" and (of_them or self._tokens.at(q.last) == "more")
        others = before.kind == "unit" and q.unit not in (None, before.unit)  # "9 of the sites"
        if bare and (more or others or (before.unit in PEOPLE and not (is_whole(q) and fits))):
            return  # nor "costs €4 million and is to reach 900 more", "the guard, 40 strong"
        if managed(self._tokens, q):
            done = as_done(source, self._lists, partial(self._fits, index))
            if done.measure is not None:
                matches[index] = done
                take_unit(q, before)
                return
        if not bare and not (self._are_alike(before, q) and fits):
            return
        rule = self._taken_up(index, told, source) or self._gapped(index, told, source)
        if rule is None:
            return
        added = q.kind == "money" and rule == _MORE  # by another giver
        found = matches[index] = source.handed_on(rule, not added)
        if rule == _TO_COME:
            found.measure, found.planned = self._lists.coming, True
        elif rule == AGAIN and self._tellings.did_so(q):
            found.measure = self._lists.kept.get(measure, measure)
        if bare and not q.inherited:
            take_unit(q, before)

    def _told(self, matches: list[Match], index: int) -> int | None:
        """The number before one whose verb it may share; None where it stands apart."""
        q, parts = self._quantities[index], self._predicates.parts
        apart = q.attributive or q.vague or self._predicates.is_spared(q)
        apart = apart or is_unharmed(self._tokens, q) or is_of_damage(self._tokens, q)
        if apart or is_population(self._tokens, q):
            return None
        told = next((k for k in range(index - 1, -1, -1) if matches[k].measure is not None), None)
        if told in parts.wholes and index + 1 in parts.wholes:
            return parts.wholes[told]
        told = None if told is None else parts.around(told, index)
        if told is None or index - told > _BACK:
            return None
        lead = self._word[max(0, q.phrase_first - 2) : q.phrase_first]
        if "(" in lead and self._tokens.at(q.last) == ";":
            return None  # "Chad (+340; +9%), Mali (+270; +12%)"
        if not parts.is_part(q):
            return told
        between, own = self._quantities[told + 1 : index], self._predicates.own_verb
        of_things = self._quantities[: told if self._quantities[told].kind == "unit" else 0]
        of_things = [*of_things, *between]
        # "63 areas of 9 square kilometres; 17 of them lie near a school", "112 are missing and
        # 9,000 houses are damaged, 700 of them beyond repair"
        things = any(one.kind == "noun" and one.unit not in PEOPLE for one in of_things)
        # "killed 7, with 16 survivors, 5 of them boys", "7 died; 40 men were tried, of whom 5 …"
        spared = any(is_unharmed(self._tokens, q) or own(q) for q in between)
        return None if things or spared else told

    def _taken_up(self, index: int, told: int, source: Match) -> str | None:
        """The rule by which words around a number take up what was told of one before it."""
        q, before = self._quantities[index], self._quantities[told]
        gap = self._word[before.phrase_last : q.phrase_first]
        alike = self._are_alike(before, q)
        by_whom = "followed" in gap and ("by" in gap[-2:] or q.kind == "money")
        if by_whom and alike and not _LED.isdisjoint(gap[-2:]):
            return "followed by another"
        if alike and q.kind == "money" and (_is_moved_to(gap) or self._is_meant_for(q)):
            return AGAIN
        if before.kind in ("money", "unit") and (alike or _is_bare(q)) and is_revised_to(gap):
            return AGAIN
        if alike and gap[-2:-1] == ["as"] and gap[-1] in _DOING_SO:
            return "as others did"  # "were hurt, as were 12 guards"
        if not CLAUSES.isdisjoint(gap) and self._predicates.is_verbless(q):
            return "elliptic clause"
        lead = gap[:-1] if gap[-1:] == [","] and q.kind == "unit" else gap
        part = lead[-2:] == ["of", "whom"] or self._predicates.parts.is_part(q)
        part = part or (q.kind == "unit" and alike and " ".join(lead[-2:]) in _OF_THESE)
        if part or self._tellings.did_so(q):
            return AGAIN
        if self._tellings.will_do_so(q) and source.measure in self._lists.homeward:
            return _TO_COME
        return AGAIN if self._tellings.told_again(q) else None

    def _is_meant_for(self, q: Quantity) -> bool:
        """ "$6 million is needed for Chad, while some $9 million | *is for* Mali": the same."""
        return self._tokens.at(q.phrase_last) in BE and self._tokens.at(q.phrase_last + 1) == "for"

    def _gapped(self, index: int, told: int, source: Match) -> str | None:
        """The rule by which a number without words of its own goes on with one before it."""
        q, before = self._quantities[index], self._quantities[told]
        beside = all(map(_counts_places, self._quantities[told + 1 : index]))
        bare = _is_bare(q)
        percents = q.kind == before.kind == "percent"
        to = self._word[before.phrase_last : q.phrase_first][-1:] == ["to"]
        if beside and to and before.kind == "percent":
            if percents or (bare and self._predicates.is_moved(q)):
                return AGAIN
        if index - told == 1 and (bare or q.kind == before.kind) and self._is_going_to(q):
            return AGAIN
        if beside and (bare or q.kind == "money") and self._tellings.adds_as_told(q):
            return _MORE
        if beside and bare and self._is_dated_too(before, q):
            return "the same at another time"
        if beside and bare and (self._is_without_verb(before, q) or self._is_by_another(q)):
            return _GAPPED
        units = beside and q.kind == before.kind and q.kind in ("unit", "money")
        if self._is_another(before, q) or (units and self._is_parallel(before, q)):
            return _GAPPED
        if percents and (self._is_by_too(before, q) or self._is_had_too(before, q)):
            return _GAPPED
        return _SORT if beside and self._is_of_sort(before, q, source.rule == _SORT) else None

    def _is_dated_too(self, before: Quantity, q: Quantity) -> bool:
        """ "900 returned in 2007, when it began, and about 700 | so far this year"."""
        k = q.phrase_first - 1
        joined = k > before.phrase_last and self._word[k] in (",", "and")
        low = range(before.phrase_last, min(before.phrase_last + _BACK, k))
        return joined and self._is_dated(q.phrase_last) and any(map(self._is_dated, low))

    def _is_going_to(self, q: Quantity) -> bool:
        """ "aims to clear 900 hectares this year, | *rising to* 1,200 in the next"."""
        k, word = q.phrase_first - 1, self._word
        moving = word[k] == "to" and word[k - 1].endswith("ing") and word[k - 1] in changes.verbs()
        return moving and word[k - 2] == ","

    def _is_dated(self, k: int) -> bool:
        """Whether token `k` begins a time of years or months ("in 2011", "so far this year")."""
        after = self._word[k : k + 3]
        if after[:1] == ["in"]:
            return len(after) > 1 and year_like(after[1])
        return after[:2] in _WHEN or after == ["so", "far", "this"]

    def _is_by_too(self, before: Quantity, q: Quantity) -> bool:
        """ "grew by half in the year we joined, and by a third in the next": the verb said once."""
        by, k = self._word[before.phrase_first - 1], q.phrase_first - 1
        joined = self._word[k - 1] in AND_OR or self._word[max(0, k - 3) : k] == _AS_WELL
        return by in _BY and self._word[k] == "by" and joined

    def _is_by_another(self, q: Quantity) -> bool:
        """ "2 million mines lie there by its own count, 900,000 | *according to* an older list"."""
        led = self._word[q.phrase_first - 1] in (",", "and", "but", "or")
        return led and self._word[q.last : q.last + 2] == ["according", "to"]

    def _is_had_too(self, before: Quantity, q: Quantity) -> bool:
        """ "Chad *had* 20 percent of the exports, while Mali *had* 12"."""
        had = self._word[q.phrase_first - 1]
        return had in HAVE and self._word[before.phrase_first - 1] == had

    def _is_another(self, before: Quantity, q: Quantity) -> bool:
        """ "The bank lent $300 million, the EBRD | another | €400 million": who did the same.

        "seeks $3 million for 900 families and | another | $2 million for their hosts": for whom.
        """
        k = q.phrase_first
        if q.kind != before.kind or self._word[k] != "another":
            return False
        joined = self._word[k - 1] == "and" and self._predicates.own_verb(q) is None
        return self._tokens.capital(k - 1) or (joined and self._tokens.at(q.phrase_last) == "for")

    def _is_without_verb(self, before: Quantity, q: Quantity) -> bool:
        """Whether the verb of a number is that of the one before it, said once."""
        if self._is_gapped(before, q) or self._is_parallel(before, q):
            return True
        return before.unit in PEOPLE and self._is_spread(before, q)

    def _is_spread(self, before: Quantity, q: Quantity) -> bool:
        """ "900 refugees arrived that day, 600 at Ost and 300 at Ust": where some of them did."""
        where = self._tokens.at(q.last) in _WHERE and self._tokens.capital(q.last + 1)
        k = q.phrase_first - 1
        k -= self._word[k - 1 : k + 1] == [",", "with"]
        if not where or self._word[k] not in _OPENING - AND_OR:
            return False
        gap = self._word[before.phrase_last : q.phrase_first]
        return (q.value or 0) < (before.value or 0) and _CLAUSED.isdisjoint(gap)

    def _is_gapped(self, before: Quantity, q: Quantity) -> bool:
        """ "hand teams cleared 40 hectares and machines 900", "in Bor 61 died, in Ost 14".

        A number at the end of a clause that has a subject or a place of its own, and no verb.
        """
        if q.unit is not None or self._tokens.at(q.last) not in CLOSERS:
            return False
        led = self._tokens.at(q.phrase_first - 1)
        if led == "on" or tag(led or ".").split(",")[0] == "vd":
            return False  # "received 3 million euros and fed 40,000"
        word, k = self._tokens.word, q.phrase_first - 1
        while k >= before.phrase_last and word[k] not in _PARTS:
            if before.unit == "percent" and self._is_partner(k):
                k -= 1
                continue
            if k == q.phrase_first - 1 and tag(word[k])[:2] == "vd":
                return False  # "cleared 12 hectares and found 300"
            if word[k] in _NO_SUBJECT or word[k] in _OTHERS or not word[k].isalpha():
                return False
            k -= 1
        return before.phrase_last <= k < q.phrase_first - 1 and q.phrase_first - k <= _SUBJECT

    def _is_partner(self, k: int) -> bool:
        """ "exports to Kenya rose 12 percent, *to* Chad 9 and those *from* the EU 4"."""
        word = self._tokens.word
        if word[k] == "the":
            return word[k - 1] in PARTNERED and self._tokens.capital(k + 1)
        return word[k] in PARTNERED and (self._tokens.capital(k + 1) or word[k + 1] == "the")

    def _is_of_sort(self, before: Quantity, q: Quantity, again: bool) -> bool:
        """ "22 were men, 16 women and 5 girls": the verb and those told of said once.

        `again` says that the number before is of one sort already.
        """
        word, end = self._tokens.word, self._tokens.at(q.phrase_last)
        if q.kind != "noun" or not (end in CLOSERS or end in JOINERS):
            return False
        gap = word[before.phrase_last : q.phrase_first]
        while gap and gap[-1] in JOINERS:
            gap.pop()
        if again or not gap:
            return again and not gap
        # "900 exiles were tall, 16 small men"
        whose = before.kind == "bare" or before.unit == q.unit
        return whose and gap[0] in BE and all(tag(w)[0] in "na" for w in gap[1:])

    def _is_parallel(self, before: Quantity, q: Quantity) -> bool:
        """ "2 million live in Chad, 900,000 in Niger", "$3 million went to Chad, 2 to Niger"."""
        k = self._tokens.at(q.phrase_last + (self._tokens.at(q.phrase_last) in ("more", "others")))
        if k not in _WHERE or self._word[q.phrase_first - 1] not in _OPENING:
            return False
        gap = self._word[before.phrase_last : q.phrase_first - 1]
        alike = k in gap or (q.kind == "unit" and not _WHERE.isdisjoint(gap))
        return alike and not _CLAUSED.intersection(gap)
