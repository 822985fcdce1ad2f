"""The counted noun: a walk to the right of a number to the head of its noun phrase."""

from plainfigures.prose.nouns import insides
from plainfigures.prose.nouns.heads import (
    COMPOUNDING,
    DETERMINERS,
    MANY,
    NOMINAL,
    Noun,
    are_people,
    by_adjective,
    demonym,
    unit_of,
    verb_follows,
)
from plainfigures.prose.nouns.lookalikes import is_doing, is_object, is_predicate, is_still_doing
from plainfigures.prose.nouns.openings import begin, past_leading
from plainfigures.prose.nouns.stops import STOPS, VERBS_ALONE, breaks_off, goes_on, is_initials
from plainfigures.prose.words.lexicon import groups, is_person, nouns, numbers, singular, tag
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.signs import CLOSE_QUOTES, MONEY, OPEN_QUOTES
from plainfigures.prose.words.stems import pasts
from plainfigures.prose.words.tokens import Tokens

_DOERS, _WHOM = ("er", "or", "ist", "ian"), frozenset(("who", "whom"))
_SKIPPED = frozenset("such more other further additional new extra estimated total".split())
_KINDS = frozenset("kind type sort number category piece item unit".split())
_DESCRIBING = frozenset(("a", "vd", "vg", "r"))
_TAILS = frozenset("by on in to at of up out elect general martial major".split())


def walk(tokens: Tokens, start: int, one: bool, vague: bool = False) -> Noun | None:
    """The noun phrase that begins at token `start`; `one` says that exactly one is counted.

    Adjectives, participles and compounds are walked over; the first plural ends the phrase unless
    another noun follows; a preposition, a finite verb or a number stops it.
    """
    return _Walk(tokens, start, one, vague).run()


class _Walk:
    """The state of one walk: where it is, and the head and adjective that it last met."""

    __slots__ = ("adjective", "at", "first", "head", "one", "plural", "tail", "tokens")

    def __init__(self, tokens: Tokens, start: int, one: bool, vague: bool) -> None:
        self.tokens = tokens
        self.one = one
        self.head: int | None = None
        self.adjective: int | None = None
        self.plural = False
        self.tail = 0  # tokens after the head that are of its word: "passers | -by"
        self.at = self.first = begin(tokens, start, vague)

    def run(self) -> Noun | None:
        while self.at < self.tokens.size and self._step():
            self.at += 1
        return self._noun()

    def _step(self) -> bool:
        """Whether the phrase takes in the token at hand."""
        word = self.tokens.word[self.at]
        return self._word(word) if word[0].isalpha() and word != "'s" else self._sign(word)

    def _sign(self, word: str) -> bool:
        tokens, at = self.tokens, self.at
        nxt = tokens.word[at + 1] if at + 1 < tokens.size else ""
        if word == "-":
            hyphen = tokens.tight(at) and tokens.tight(at + 1) if nxt else False
            if hyphen and self.plural and self.head == at - 1:
                return self._takes_tail()
            return hyphen and at > self.first
        if word == ",":
            return (
                self.head is None
                and self.adjective == at - 1
                and insides.joins_adjectives(tokens, at)
            )
        if word in CLOSE_QUOTES and not self.plural and insides.opens_plural(tokens, at + 1):
            if at == self.first or tokens.at(self.first - 1) not in OPEN_QUOTES:
                return False
            self.first -= 1  # 'nine "soft" targets'
            return True
        if word.isdecimal() and at == self.first:  # "ten 50-metre lanes"
            return insides.is_measure(tokens, at)
        if word.isdecimal():  # "seventy PFM-1 mines"
            return tokens.at(at - 1) == "-" and tokens.raw[at - 2].isupper() and nxt.isalpha()
        if word == "/":
            return at > self.first and tokens.tight(at) and nxt.isalpha()
        loose = not (self.plural or self.one)
        if word == "(" and self.head == at - 1 and insides.abbreviates(tokens, at, loose):
            self.head, self.plural, self.at = None, False, at + 2
            return True
        genitive = word == "'s" or (
            word == "'"
            and self.plural
            and tokens.tight(at)
            and nxt.isalpha()
            and not tokens.tight(at + 1)
        )
        if genitive and self.head is not None:
            self.head, self.plural = None, False
            return True
        return False

    def _takes_tail(self) -> bool:
        """ "passers-by", "mothers-to-be": a plural with a tail ends the phrase."""
        word, at = self.tokens.word, self.at
        if word[at + 1] in _TAILS:
            longer = self.tokens.at(at + 2) == "-" and self.tokens.tight(at + 2)
            self.tail = 4 if longer else 2
        return False

    def _word(self, word: str) -> bool:
        kinds = tag(word).split(",")
        if word in insides.LINKS and insides.is_linked(self.tokens, self.at):
            self.adjective = self.at
            return True  # "46 out-of-work men", "nine would-be buyers"
        kind = numbers().get(word)
        if kind is not None and kind[0] in ("cardinal", "scale"):
            return self.at == self.first and insides.is_measure(self.tokens, self.at)
        if word in insides.PREFIXES or (
            "ns" not in kinds and insides.is_hyphened(self.tokens, self.at)
        ):
            self.adjective = self.at
            return True
        if self.head is None and "v" in kinds and self.tokens.at(self.at + 1) in MONEY:
            return False  # "a box of 12 costs $4"
        if word == "of":
            return self._of()
        if self.tokens.raw[self.at].isupper() and (word == "us" or word in STOPS):
            following = self.tokens.raw[self.at + 1 : self.at + 2]
            if following and following[0].islower() and tag(following[0])[0] == "n":
                self.adjective = self.at
                return True  # "18 US soldiers", "90 IT workers"
        if breaks_off(self.tokens, self.at, self.first, self.one):
            return False
        led = self.tokens.at(self.at - 1)
        if word == "run" and (led == "-" or led[-2:] == "ly"):  # "seven state-run camps"
            return goes_on(self.tokens, self.at + 1)
        if word in STOPS:
            joins = ("and", "or") if self.head is not None else ("and", "or", "but")
            return word in joins and self._coordinates()
        if kinds[0] == "p" and not is_person(singular(self.tokens.at(self.at + 1))):
            return word == "past"  # "kills 3 outside town", but "three outside experts"
        nationality = demonym(self.tokens, self.at, self.first)
        if nationality == "people":
            return self._take_people()
        plural = self.head is not None and self.plural and not self.one
        if plural and not goes_on(self.tokens, self.at):
            return False
        if nationality is not None:
            self.adjective, more = self.at, goes_on(self.tokens, self.at + 1)
            if not more and self.head == self.at - 1 and self.tokens.capital(self.head):
                self.head = None  # "360 South Sudanese"
            return self.head is None or more
        if self.at > self.first and is_still_doing(self.tokens, self.at):
            return False
        if self.head == self.at - 1 and is_doing(self.tokens, self.at):
            return False
        if kinds == ["v"] and self._counts(word):
            kinds = ["ns"]
        if "n" in kinds or "ns" in kinds or (self._capital() and (kinds == [""] or self._named())):
            return self._take_noun(kinds)
        return self._take_adjective(word, kinds)

    def _named(self) -> bool:
        """Whether a capital goes on with a name ("six Red Cross nurses", but "Two Men Drown")."""
        k = self.at - 1
        return (
            k >= self.first
            and self.tokens.capital(k)
            and not is_person(singular(self.tokens.word[k]))
        )

    def _counts(self, word: str) -> bool:
        """Whether a verb in -s is a noun here: "nineteen fouls", "two more saves"."""
        regular = word.endswith("s") and not word.endswith("ss")
        return regular and self.head is None and not self.one and word not in VERBS_ALONE

    def _take_people(self) -> bool:
        """ "Azerbaijanis", "Karabakh Armenians": a plural of its own."""
        if self.head is None or not self.plural:
            self.head, self.plural = self.at, True
        return goes_on(self.tokens, self.at + 1)

    def _take_noun(self, kinds: list[str]) -> bool:
        plural = "ns" in kinds or self.tokens.word[self.at] in MANY
        verbal = "v" in kinds and self.head is not None and not self._capital()
        if verbal and self.one and is_person(self.tokens.word[self.at]):
            verbal = tag(self.tokens.at(self.at + 1) or ".")[:2] != "vd"  # "One UN guard | shot"
        after = self.tokens.at(self.at + 1)
        inner = tag(after or ".") == "n" and self.head == self.first == self.at - 1
        follows = goes_on(self.tokens, self.at + 1 + inner) or after in insides.PREFIXES
        if verbal and (self.plural or not (plural or follows)):
            # "mines" may follow "personnel"; "remains" after "states" is a verb
            behind = self.tokens.word[self.at - 1]
            if not plural or (behind.endswith("s") and behind not in nouns("attributive")):
                return False
        self.head, self.plural = self.at, plural and not is_initials(self.tokens, self.at)
        return self.tokens.word[self.at] != "times"  # "six times earnings"

    def _take_adjective(self, word: str, kinds: list[str]) -> bool:
        lively = word == "live" and goes_on(self.tokens, self.at + 1)  # "40 live births"
        if _DESCRIBING.isdisjoint(kinds) and word not in _SKIPPED and not lively:
            return False
        if kinds == ["vd"] and word in pasts():
            return False  # "3,500 chose plots"
        if self.head is not None and (word in NOMINAL or kinds[0] in ("vd", "r")):
            head = self.tokens.word[self.head]
            things = not (self.one or is_person(singular(head))) and word not in NOMINAL
            named = not self.plural and (self.tokens.capital(self.head) or things)
            # "two Red Sea armed groups", "70 enemy laid mines"
            return (named or word in COMPOUNDING) and goes_on(self.tokens, self.at + 1)
        self.adjective = self.at
        return True

    def _of(self) -> bool:
        """Cross "of" after a noun of kind ("types of mines")."""
        word, at = self.tokens.word, self.at
        if self.head is None:
            return False
        if singular(word[self.head]) == "case" and insides.is_fate(self.tokens, at + 1):
            quoted = self.tokens.at(at + 1) in OPEN_QUOTES
            self.head, self.plural, self.at = None, False, at + quoted
            return True
        if singular(word[self.head]) not in _KINDS:
            return False
        if word[self.head] == "units" and not insides.are_arms(self.tokens, at + 1):
            return False  # "units of unexploded ordnance", no "units of the army"
        self.head, self.plural = None, False
        if at + 1 < self.tokens.size and word[at + 1] in DETERMINERS:
            self.at += 1
        return True

    def _coordinates(self) -> bool:
        """ "killed and wounded men", "exclave and border villages"."""
        word, at, n = self.tokens.word, self.at, self.tokens.size
        if at + 1 >= n or verb_follows(self.tokens, at + 1) or is_number(word[at + 1]):
            return False  # "900 dead and hundreds missing"
        if self.head is None:
            named = self.tokens.capital(at - 1) and self.tokens.capital(at + 1)
            named = named or not _DESCRIBING.isdisjoint(tag(word[at + 1]).split(","))
            return self.adjective == at - 1 and named
        if self.tokens.at(self.head - 2) in insides.PREFIXES and word[at + 1] in insides.PREFIXES:
            self.head, self.plural = None, False
            return True  # "anti-personnel and anti-tank mines"
        if self.plural or self.one:
            return False
        led = tag(word[at + 1])[:2] == "vd"
        for k in range(at + 1, min(n, at + 4)):
            if word[k].isalpha() and "ns" in tag(word[k]).split(","):
                if led:  # "landmine and unexploded shell victims"
                    self.head = None
                return True
            if not (led and k == at + 1) and not {"n", "a"} & set(tag(word[k])):
                # "landmine and unexploded ordnance (UXO) victims"
                short = led and word[k] == "(" and insides.shortens(self.tokens, k)
                if short:
                    self.head, self.at = None, k + 2
                return short
        return False

    def _capital(self) -> bool:
        return self.tokens.raw[self.at][0].isupper()

    def _noun(self) -> Noun | None:
        tokens = self.tokens
        if self.head is None:
            alone = self.adjective is not None
            return by_adjective(tokens, self.first, self.at) if alone else None
        head = insides.whole_head(tokens, self.head)
        if head == "personnel" and tokens.at(self.head - 2) == "anti":
            if not is_number(tokens.at(self.first - 1)):
                return None  # "900 of which were anti-personnel"
        if self.tail:
            last = self.head + 1 + self.tail
            head += "".join(tokens.word[self.head + 1 : last])
            of_people = is_person(head) or is_person(singular(tokens.word[self.head]))
            acts = head.partition("-")[0].endswith("er")  # "hangers-on", "runners-up"
            return Noun(self.first, last, head, "person" if of_people or acts else head)
        alone = self.one or self.plural or is_person(head)
        if not alone and tokens.at(self.at) in NOMINAL:  # "80,000 military wounded"
            return Noun(self.first, self.at + 1, tokens.word[self.at], "person")
        many = not (self.one or self.plural)
        if head == "thing" and tokens.at(self.head - 2) == "of":
            return None  # "lifted 900 of the things"
        if head in ("other", "one") or (many and is_predicate(tokens, self.first, self.head)):
            return None
        head = "person" if head == "people" else head
        several = not self.plural and head in groups() and tokens.at(self.first - 2) == "of"
        several = several or (not self.one and are_people(tokens, self.first, self.head))
        unit = "person" if several else unit_of(head)  # "12 of the crew", "12 aircrew"
        if unit == head and many and is_object(tokens, self.first, self.head):
            return None
        whom = head.endswith(_DOERS) and tokens.at(self.head + 1) in _WHOM  # "conductors *whom*"
        whom = whom and head not in nouns("institution")
        if unit == head and (whom or demonym(tokens, self.head, self.first) is not None):
            unit = "person"
        return Noun(past_leading(tokens, self.first, self.head), self.head + 1, head, unit)
