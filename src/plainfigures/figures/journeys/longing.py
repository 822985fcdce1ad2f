"""People who wait, wish or ask to go home, or of whose return nothing is settled: still away."""

from collections.abc import Sequence

from plainfigures.figures.grammar.people import is_anybody, is_local
from plainfigures.figures.grammar.teller import Teller
from plainfigures.figures.grammar.themes import HOMEWARD, is_around
from plainfigures.figures.journeys.camps import belongs_to_camp
from plainfigures.figures.journeys.moves import ENDS
from plainfigures.figures.journeys.returning import goes_back
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.match import Match
from plainfigures.figures.triggers.triggers import NAMING
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import BE, HAVE, MODALS
from plainfigures.prose.words.lexicon import future, tag
from plainfigures.prose.words.stems import verb_forms

_WAITING = verb_forms(tuple("wait await queue bide".split()))
_ENROLLING = verb_forms(tuple("register enrol enroll enlist apply volunteer".split())) | {"signed"}
_WISHING = verb_forms(
    tuple(
        "long yearn pine ache hanker dream pray beg plead petition clamour clamor demand request "
        "implore insist sue ask want wish hope".split()
    )
) | frozenset(
    "impatient eager keen willing ready willingness readiness desire interest thought hearts "
    "like".split()
)
_HOPING = frozenset("hope hopes hoped hoping and".split())
# What those who wait look for, before the words that say what it brings.
_SIGNS = frozenset(
    "day days hour moment word news letter order signal permission permit leave right turn answer "
    "chance passport visa pass papers".split()
)
_TIMES = frozenset("day days hour moment".split())
_BRINGING = frozenset("when that which to of for they says on until".split())
_ASKED = frozenset("when whether until till".split())
_YET = frozenset(("yet", "still"))
_LIVING = verb_forms(("live",))
_LONGING = _WAITING | _ENROLLING | _WISHING
_THEY = frozenset("they who all everybody everyone we i it".split())
_LEAVE = BE | HAVE | {"able", "allowed", "permitted", "free", "let", "once"}
_LETTING = verb_forms(("let", "allow", "take", "bring", "help", "assist", "enable"))
_SEEING = frozenset("see set tread".split())
_HOME = frozenset(("back", "home"))
_WAYS = frozenset("way road path route door train bus boat ship convoy journey".split())
_RETURNS = frozenset("return repatriation homecoming".split())
_SCHEMES = frozenset("programme program scheme operation".split())
# What those do who are away from home, but not how they came to be.
_STAYING = verb_forms(
    tuple("live stay sleep camp sit remain shelter lodge house accommodate spend huddle".split())
)
_NOT = frozenset("not no never n't nobody longer without cannot".split())
_PLEAS = frozenset(
    "ban application applications request requests petition petitions plea pleas decision ruling "
    "verdict".split()
)
_WITH = frozenset("from of by on for".split())
_PENDING = frozenset(
    "pending outstanding unanswered undecided postponed delayed suspended shelved stalled blocked "
    "barred hang hangs hinges depends uncertain distant dream".split()
)
_UNMET = (["yet", "to"], ["put", "off"], ["held", "up"], ["on", "hold"], ["in", "doubt"])
_STILL = (["yet", "to"], ["still", "has", "to"], ["still", "have", "to"])
_ANY = _LONGING.union(_LIVING, _SIGNS, _ASKED, _PLEAS, _PENDING, "yet hold put still would".split())
_ENDS = frozenset("; but half most many some few majority".split())
_CLAUSE, _NEAR, _REACH = 26, 3, 14


class Longing(Teller):
    """Finds in one sentence who is not home yet, and longs to be."""

    def tell(self, quantities: Sequence[Quantity], matches: list[Match]) -> None:
        """Give the measure of waiting to those of whom no more is told than where they are."""
        home, waiting, word = self._lists.home, self._lists.waiting, self._tokens.word
        if home is None or waiting is None or _ANY.isdisjoint(word):
            return
        for index, (q, match) in enumerate(zip(quantities, matches, strict=True)):
            told = q.kind == "bare" and q.unit is None and match.measure is not None
            if not told and (q.unit not in PEOPLE or q.kind not in ("noun", "bare")):
                continue
            if match.measure is None:
                if not (is_anybody(self._tokens, q) or (q.noun and is_local(q.noun.head))):
                    continue
            elif match.measure not in self._lists.homing.union(home.beats, (waiting,)):
                continue
            if self._is_whole(q, index) or belongs_to_camp(self._tokens, q):
                continue
            after = [one.phrase_first for one in quantities[index + 1 :] if one.kind != "unit"]
            end = min((*after, q.phrase_last + _CLAUSE, self._tokens.size))
            end = next((k for k in range(q.phrase_last, end) if word[k] in _ENDS), end)
            if self._longs(q, match, end) or self._is_pending(q, match, end):
                matches[index] = Match(waiting, rule="longs to go home")

    def _is_whole(self, q: Quantity, index: int) -> bool:
        """ "2,000 (many) of the 41,000 refugees want to return"."""
        near = range(max(0, q.phrase_first - _NEAR), q.phrase_first)
        of = next((k for k in near if self._tokens.word[k] == "of"), 0)
        return of > 0 and (index > 0 or self._tokens.word[of - 1] in _ENDS)

    def _longs(self, q: Quantity, match: Match, end: int) -> bool:
        """ "900 | live for the *day* when they may | go home", "*ask* for leave to return"."""
        t, word = match.trigger, self._tokens.word
        if word[q.phrase_first - 1] == "with" or self._is_in_flight(q, match):
            return False
        listed = not _ENROLLING.isdisjoint(word[max(0, q.first - 2 * _NEAR) : q.first])
        for k in range(q.phrase_last, end):
            if word[k] == "would" and goes_back(self._tokens, k + 1):
                return "if" in word[k:end]  # "900 would go home tomorrow if they could"
            sign = word[k] in _SIGNS and self._tokens.at(k + 1) in _BRINGING
            sign = sign and word[k - 1 : k + 1] != ["to", "leave"]  # "wants 900 to leave for home"
            if sign and word[k] in _TIMES:  # no "900 arrived on the first day of the return"
                sign = word[k - 1] == "the" and (word[k + 1] != "of" or word[k - 2] == "for")
            asked = word[k] in _ASKED and self._tokens.at(k + 1) in _THEY | MODALS
            asked = asked or word[k] == "whether" or word[k : k + 2] in _UNMET
            if word[k] in ("not", "cannot") and not _YET.isdisjoint(word[k - 2 : k + 2]):
                if goes_back(self._tokens, k + 1 + (self._tokens.at(k + 1) in _YET)):
                    return True  # "900 may not yet go back", "still cannot move back"
            longs = word[k] in _LONGING and (word[k] != "like" or word[k - 1] == "would")
            longs = longs or (word[k] in _LIVING and "for" in word[k + 1 : k + 3])
            if not (sign or asked or longs or listed) or self._is_denied(q, k):
                continue
            if word[k] in _ENROLLING and word[k - 1] in HAVE and self._tokens.at(k + 1) in ENDS:
                return is_around(self._carried, HOMEWARD)  # "have registered"
            near = range(k + 1, min(end, k + _REACH))
            way = next((j for j in near if self._leads_home(k, j)), 0)
            told = t is not None and t.kind not in NAMING and not k <= t.first <= way + _NEAR
            if way and not (told and match.measure in self._lists.homing):
                return not any(self._has_gone(j) for j in range(way + _NEAR, end))
        return False

    def _is_in_flight(self, q: Quantity, match: Match) -> bool:
        """ "900 *left* their village, saying that they want to return": whose flight is told."""
        t, word = match.trigger, self._tokens.word
        if t is None or t.kind in ("noun", "state") or match.measure in {None} | self._lists.homing:
            return False
        own = q.phrase_first <= t.first < q.phrase_last or word[t.first] in _STAYING | BE
        return tag(word[t.first])[0] == "v" and not own

    def _has_gone(self, j: int) -> bool:
        """ "900 who longed to go home | *came back*"."""
        gone = tag(self._tokens.word[j])[:2] == "vd" and goes_back(self._tokens, j)
        return gone and self._tokens.word[j - 1] not in BE | _NOT

    def _is_denied(self, q: Quantity, k: int) -> bool:
        near = self._tokens.word[max(q.phrase_last, k - _NEAR) : k]
        waits = self._tokens.word[k] in _WAITING or "up" in near  # "have not given up hope"
        return not (waits or _NOT.isdisjoint(near))

    def _leads_home(self, longing: int, j: int) -> bool:
        """Whether token `j` begins what is longed for: a way home that is not gone yet."""
        word, one, led = self._tokens.word, self._tokens.word[j], self._tokens.word[j - 1]
        they = self._tokens.at(j + 1) in _THEY
        if one == "to" or (one in MODALS and (led in _THEY or they)):
            k = j + 1 + (they and one != "to")
            while self._tokens.at(k) in _LEAVE or tag(self._tokens.at(k) or ".") == "r":
                k += 1
                if self._tokens.at(k) in _HOME:
                    return True  # "to be let back"
            if one == "to" and led in _HOPING:
                return False  # who are expected, or "to register *and* to return"
            own = one != "to" or k > j + 1 or led in _ANY or word[longing] in _ENROLLING | _ASKED
            own = own or (word[longing] in _WAITING and "for" not in word[longing:j])
            if word[k : k + 2] == ["do", "so"]:
                return any(goes_back(self._tokens, i) for i in range(longing))
            sees = self._tokens.at(k) in _SEEING and "again" in word[k : k + 7]
            return own and (sees or goes_back(self._tokens, k))
        if one in _LETTING and self._tokens.at(j + 1) in ("them", "us"):
            to = j + 2 + (self._tokens.at(j + 2) == "to")  # "asked it to help them to return"
            return self._tokens.at(j + 2) in _HOME or goes_back(self._tokens, to)
        if one in _HOME:
            return led in _WAYS or led in ("for", "being", "of")
        if one.endswith("ing"):
            goes = goes_back(self._tokens, j) or (one == "seeing" and "again" in word[j : j + 7])
            return goes and led in ("of", "on", "before", "for", "about")
        if one in _SCHEMES:
            return word[longing] in _ENROLLING and is_around(self._carried, HOMEWARD)
        return one in _RETURNS and self._is_noun(j) and self._tokens.at(j + 1) != "of"

    def _is_noun(self, k: int) -> bool:
        """ "for voluntary *return*", "the promised *return*"."""
        led = tag(self._tokens.at(k - 1) or ".")
        return self._tokens.at(k - 1) != "to" and (led[0] in "pda" or led[:2] == "vd")

    def _is_pending(self, q: Quantity, match: Match, end: int) -> bool:
        """ "*applications* to return from 900 are …", "the *return* of 900 has *yet to* come"."""
        word, first, k = self._tokens.word, max(0, q.phrase_first - _REACH), q.phrase_first - 1
        while k > first and (tag(word[k])[0] in "drm" or word[k] in ("some", "about")):
            k -= 1
        before, after = range(first, k), range(q.phrase_last, end)
        if word[k] in _ASKED:
            helped = self._predicates.after_helpers(q.phrase_last)
            due = not MODALS.isdisjoint(word[q.phrase_last : helped])
            return due and goes_back(self._tokens, helped)
        if any(word[j : j + len(one)] == one for j in before for one in _STILL):
            return any(self._tokens.at(j) in _RETURNS and word[j - 1] == "for" for j in after)
        if word[k] not in _WITH:
            return False
        plea = next((j for j in before if word[j] in _PLEAS), -1)
        ways = [j for j in (*before, *after) if self._leads_home(k, j) or self._is_return(j)]
        if any(j > plea >= 0 for j in ways):
            return True
        if match.measure == self._lists.coming or word[k - 1] in future("measure"):
            return False  # "the return, planned for 900, has stalled"
        return any(
            word[j] in _PENDING or word[j : j + 2] in _UNMET for j in after if ways and j > ways[0]
        )

    def _is_return(self, j: int) -> bool:
        gone = self._tokens.word[j].endswith("ing") and goes_back(self._tokens, j)
        return gone or (self._tokens.word[j] in _RETURNS and self._is_noun(j))
