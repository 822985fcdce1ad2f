"""Refugees who are to be settled, sent away or told to go: planned returns, whatever their name."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from plainfigures.figures.grammar import tenses
from plainfigures.figures.grammar.foretelling import foretold
from plainfigures.figures.grammar.people import is_anybody
from plainfigures.figures.grammar.teller import Teller
from plainfigures.figures.grammar.themes import (
    DEPORTED,
    HOMEWARD,
    HOMING,
    STRANGERS,
    UPROOTED,
    is_around,
)
from plainfigures.figures.grammar.verbs import ARTICLES
from plainfigures.figures.journeys.parties import lead
from plainfigures.figures.journeys.whither import HOMES
from plainfigures.figures.triggers.match import Match
from plainfigures.figures.triggers.once import once
from plainfigures.figures.triggers.triggers import NAMING, Trigger
from plainfigures.prose.dates.portions import FURTHER
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.closed import BREAKS
from plainfigures.prose.words.helpers import BE, HAVE, HELPERS, MODALS, before_adverbs
from plainfigures.prose.words.lexicon import demonyms, future, tag
from plainfigures.prose.words.signs import OPEN_QUOTES
from plainfigures.prose.words.stems import verb_forms

_SENDING = tuple("settle deport remove expel".split())
# Others are moved from camp to camp, too: where the text is about return, they are moved home.
_MOVING = tuple("transfer relocate move bring take send house accommodate lodge".split())
_OFF = ("send",)
_AWAY = frozenset("across over fleeing into abroad".split())
_DEPORTING = ("deport",)
_DEPORTATIONS = frozenset("deportation deportations deportee deportees".split())
_EXPELLING = ("expel",)
_ALIENS = frozenset(
    "undocumented illegal irregular migrant migrants unauthorised unregistered".split()
)
_TELLING = tuple("order tell instruct urge ask direct command give".split())
_GOING = frozenset("leave go depart quit vacate pack".split())
_DWELLINGS = frozenset(
    "house houses home homes housing village villages town towns dwellings flats apartments space "
    "place places areas room settlement settlements quarters".split()
)
_BUILD = frozenset("build construct erect create provide".split())
_MORE = FURTHER | frozenset("its all the their a an estimated".split())
_MEANING = frozenset("mean means involve involves require requires".split())
_STARTING = frozenset("start begin continue".split())
_IDEAS = frozenset(
    "spoke speaks speaking talk talks talked idea proposal dream possibility promise promised vow "
    "vowed threat decision".split()
)
_MAKING = frozenset("of for on by about in".split())
_DEADLINES = frozenset("deadline ultimatum order notice".split())
# Where those are taken in who stay refugees.
_SHELTERS = frozenset(
    "camp camps shelter shelters tent tents centre centres center centers site sites school "
    "schools hotel hotels barracks elsewhere abroad".split()
)
_BACK = frozenset("border frontier zone home homeland back".split())
_INTO = frozenset("in into to at".split())
_BORDERS = BREAKS | {","}
_DONE = frozenset("helped began begun started continued managed forced able".split())
_SCHEMES = frozenset("programme program operation scheme plan exercise".split())
_ENDING = frozenset("end close completion conclusion".split())
# What follows a scheme right before those whom it is for, and within how many tokens that ends.
_WHEN, _TIMED = frozenset("for this next last in from since".split()), 5
_OVER = frozenset("ended completed concluded finished".split())
_SEATED = frozenset(("for", "to"))
_SEATS = frozenset("seat seats berth berths ticket tickets place places space passage".split())
_BOUND = frozenset("home homebound homeward convoy".split())
_UPROOTED = HOMEWARD | UPROOTED | {"deport"}
_NEAR = 6
_CLAUSE = 16


class Removals(Teller):
    """Finds in one sentence the refugees whom somebody plans to settle or to send away."""

    def tell(self, quantities: Sequence[Quantity], matches: list[Match]) -> None:
        """Make planned returns of them, and returns of those deported in a text on return."""
        home, word = self._lists.home, self._tokens.word
        if home is None or home.planned is None or _any_verb().isdisjoint(word):
            return
        for index, (q, match) in enumerate(zip(quantities, matches, strict=True)):
            if q.kind not in ("noun", "bare"):
                continue
            goes = self._is_object(q) or self._is_told_to_go(q) or self._is_built_for(q)
            open_to = match.measure in (home.name, *home.beats)
            open_to = open_to or (match.measure is None and is_anybody(self._tokens, q))
            if open_to and (self._is_scheme_for(q) or self._has_seat(q)):
                matches[index] = Match(home.planned, match.trigger, "of a scheme of return")
                matches[index].planned = True
                continue
            if not (goes or match.trigger) or not self._may_be(q, match, home.beats):
                continue
            if goes:
                found = Match(home.planned, match.trigger, "to be settled or sent away")
                found.planned, found.cost = True, match.cost
                matches[index] = found
            elif match.trigger is not None and self._is_deported(self._act(q, match.trigger)):
                matches[index] = Match(home.name, match.trigger, "deported in a text on return")
                if self._is_ahead(q, match.trigger):
                    matches[index].measure, matches[index].planned = home.planned, True

    def _act(self, q: Quantity, t: Trigger) -> int:
        """The token that tells of people: of the trigger, or of the noun that leads to them."""
        word, k = self._tokens.word, q.phrase_first - 2
        led = k >= 0 and word[k + 1] == "of" and word[k] in _DEPORTATIONS
        return k if led and t.kind in NAMING else t.first

    def _is_ahead(self, q: Quantity, t: Trigger) -> bool:
        """ "the deportation of 900 will begin in May", "could see 900 expelled"."""
        if tenses.may_come(self._tokens, q, t):
            return True
        if self._act(q, t) != t.first:
            near = self._tokens.word[q.phrase_last : q.phrase_last + _CLAUSE]
            return not MODALS.isdisjoint(near)
        return t.last <= q.phrase_first and foretold(self._tokens, q, lent=True)

    def _may_be(self, q: Quantity, match: Match, displaced: Sequence[str]) -> bool:
        """Whether a number is of refugees by its noun or its verb, or of people in a text on them.

        `displaced`: the measures of those who are away from home.
        """
        if match.measure is None:
            if q.vague:
                return False  # settlers, more often than not
            bare = q.kind == "bare" and not q.attributive
            people = q.kind == "noun" and is_anybody(self._tokens, q)
            known = self._is_on_refugees or self._are_strangers(q)
            return (people and known) or (bare and self._is_theme)
        t = match.trigger
        if match.measure not in displaced:
            return False
        if t is None:
            return self._is_on_refugees
        if t.kind in NAMING or t.kind == "state":
            named = q.first <= t.first < q.phrase_last
            return named or self._tokens.word[t.first] in _any_verb()
        return self._tokens.word[t.first] in _any_verb() or self._tokens.word[t.first] in _GOING

    def _are_strangers(self, q: Quantity) -> bool:
        """ "to settle a million Syrians in a strip along its border": a people, and a border."""
        people = q.noun is not None and self._tokens.raw[q.noun.last - 1] in demonyms()
        return people and not _BACK.isdisjoint(self._tokens.word)

    def _is_object(self, q: Quantity) -> bool:
        """ "plans to settle 900 refugees", "900 refugees could be settled"."""
        word, k = self._tokens.word, self._predicates.verb_before(q)
        while k > 0 and word[k] in _MORE:
            k -= 1
        if self._is_sheltered(q):
            return False
        if k >= 0 and self._is_act(k) and self._is_to_come(k):
            return True
        last = q.phrase_last + (self._tokens.at(q.phrase_last) in ("more", "others"))
        last += 2 * (word[last : last + 2] in (["of", "them"], ["of", "these"], ["of", "those"]))
        k = self._predicates.after_helpers(last)
        helpers = word[last:k]
        k += self._tokens.at(k) in OPEN_QUOTES  # "will be 'expelled'"
        if self._tokens.at(k) == "to" and self._tokens.at(k + 1) == "be":
            helpers, k = ["will", "be"], k + 2  # "900 refugees are to be settled"
        if k >= len(word) or not self._is_act(k) or tag(word[k])[:2] != "vd":
            return False
        return not MODALS.isdisjoint(helpers) and not BE.isdisjoint(helpers)

    def _is_sheltered(self, q: Quantity) -> bool:
        """ "will move 900 refugees to another camp": where they stay refugees."""
        word = self._tokens.word
        for j in range(q.phrase_last, min(q.phrase_last + _CLAUSE, len(word))):
            if word[j] in _SHELTERS and not _INTO.isdisjoint(word[max(q.phrase_last, j - 3) : j]):
                return True
        return False

    def _is_act(self, k: int) -> bool:
        """Whether those who are the object of the verb at token `k` are settled or sent away."""
        form = self._tokens.word[k]
        after = self._tokens.word[k + 1 : k + _CLAUSE]
        if form in verb_forms(_OFF) and not _AWAY.isdisjoint(after):
            return False  # "an attack could send 900 more across the border"
        return form in verb_forms(_SENDING) or (form in verb_forms(_MOVING) and self._is_theme)

    @once
    def _is_theme(self) -> bool:
        """Whether the text around is about return."""
        return is_around(self._carried, HOMEWARD)

    @once
    def _is_on_refugees(self) -> bool:
        """Whether the text around is about refugees or about return."""
        return is_around(self._carried, _UPROOTED)

    def _is_to_come(self, k: int) -> bool:
        """Whether the verb at token `k` tells of a plan: "to settle", "a goal of housing"."""
        word = self._tokens.word
        j = before_adverbs(word, k - 1)
        if word[k].endswith("ing"):
            if k == 0 or word[j] in _MEANING:
                return not MODALS.isdisjoint(word)  # "settling 900 there would change the town"
            if word[j] == "by":
                return not MODALS.isdisjoint(word[k:])  # "by settling 900, it would gain"
            near = word[max(0, j - _NEAR) : j]
            ahead = _IDEAS | future("measure")
            if word[j] in _STARTING:
                return not MODALS.isdisjoint(near[-2:]) or near[-1:] == ["to"]
            return word[j] in _MAKING and not ahead.isdisjoint(near)
        if word[j] == "to":
            return _DONE.isdisjoint(word[max(0, j - 3) : j])
        while j > 0 and word[j] in HELPERS and word[j] not in HAVE:
            if word[j] in MODALS:
                return True
            j -= 1
        return False

    def _is_told_to_go(self, q: Quantity) -> bool:
        """ "ordered its 900 refugees to leave", "gave 900 refugees until May to leave"."""
        word, k = self._tokens.word, self._predicates.verb_before(q)
        while k > 0 and word[k] in _MORE:
            k -= 1
        if k < 0:
            return False
        due = word[k] in ("for", "to") and word[k - 1] in _DEADLINES
        if not due and word[k] not in verb_forms(_TELLING):
            return False
        for j in range(q.phrase_last, min(q.phrase_last + _CLAUSE, len(word) - 1)):
            if word[j] in _BORDERS:
                return False
            if word[j] == "to" and word[j + 1] in _GOING:
                # who is made to leave their villages does not go home
                return HOMES.isdisjoint(word[j + 2 : j + _NEAR])
        return False

    def _is_built_for(self, q: Quantity) -> bool:
        """ "plans to build villages for 900 refugees", "homes for 900 refugees would be built"."""
        word, k = self._tokens.word, q.phrase_first - 1
        if k < 1 or word[k] != "for":
            return False
        near = word[max(0, k - _CLAUSE) : k]
        if _DWELLINGS.isdisjoint(near if not _BUILD.isdisjoint(near) else near[-3:]):
            return False
        around = near + word[q.phrase_last : q.phrase_last + _NEAR]
        if any(pair[0] == "to" and pair[1] in _BUILD for pair in pairwise(around)):
            return True
        return "building" in near or not (future("measure") | MODALS).isdisjoint(around)

    def _is_scheme_for(self, q: Quantity) -> bool:
        """ "launched a repatriation programme for 900 refugees", "… this year for 900"."""
        word, k = self._tokens.word, lead(self._tokens, q)
        while k > 0 and (word[k] in _MORE or word[k] in ARTICLES):
            k -= 1
        of = next((j for j in range(k - 1, max(0, k - _TIMED), -1) if word[j] in _SCHEMES), 0)
        if word[k] != "for" or word[of - 1] not in HOMING or word[of + 1] not in _WHEN:
            return False
        ended = not _ENDING.isdisjoint(word[max(0, k - _NEAR) : k])
        return _OVER.isdisjoint(word) and not ended

    def _has_seat(self, q: Quantity) -> bool:
        """ "*seats* on the train *home* have been booked *for* 900 exiles"."""
        word, k = self._tokens.word, lead(self._tokens, q)
        led = word[k] in _SEATED and not _SEATS.isdisjoint(word[:k])
        return led and not _BOUND.isdisjoint(word[:k])

    def _is_deported(self, k: int) -> bool:
        """Whether the verb at token `k` says that they were deported, in a text on both.

        A people deported long ago is none that went home.
        """
        form = self._tokens.word[k]
        aliens = _ALIENS | _DEPORTATIONS | verb_forms(_DEPORTING)
        expelled = form in verb_forms(_EXPELLING) and not aliens.isdisjoint(self._tokens.word)
        if not (form in verb_forms(_DEPORTING) or form in _DEPORTATIONS or expelled):
            return False
        around = self._carried.around()
        if STRANGERS.isdisjoint(around) or ("exile" in around and HOMEWARD.isdisjoint(around)):
            return False
        return is_around(self._carried, HOMEWARD | DEPORTED)


@cache
def _any_verb() -> frozenset[str]:
    """Every word without which nobody is settled, sent or told to go."""
    every = (verb_forms(verbs) for verbs in (_SENDING, _MOVING, _TELLING))
    return (_DEADLINES | _SEATS | _DWELLINGS | _DEPORTATIONS | _SCHEMES).union(*every)
