"""Words around a number that make a measure likely or unlikely: its context, its competitors."""

from collections.abc import Iterable, Mapping, Sequence

from plainfigures.definitions.model import Measure
from plainfigures.prose.words.inflection import regular_plural
from plainfigures.prose.words.lexicon import inflections, nouns, singular, tag, verbs
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.signs import WHICH
from plainfigures.prose.words.tokens import Tokens

_GIVERS = frozenset(("lottery", "church", "oil", "insurance", "airlines"))
# A phrase of two words stands where it may begin.
_TWO = 2
# What names no trade or work before them: "the harvest year".
_TIMES = frozenset("year years season seasons month months".split())
# Before these, words of trade say what they do, and no trade.
_TRADING = frozenset(("export", "import", "trade"))
_TRADERS = frozenset("firm company enterprise worker manager policy".split())
# What tells why, with the word that must follow, and within how many tokens the reason stands.
_REASONS = {
    "because": None, "amid": None, "despite": None,
    "thanks": "to", "owing": "to", "due": "to", "back": "of",
}  # fmt: skip
_REASONED = 9
_SECURED = frozenset("secured backed guaranteed repaid repayable".split())
_AGAINST, _BACKED = frozenset(("against", "by", "from", "in")), 5
_BREAKS = frozenset(", ; : ( )".split())
# (index of the token, word or phrase of the definitions)
Hit = tuple[int, str]
# a phrase by its words, and as it is written in the definitions
_Phrase = tuple[tuple[str, ...], str]


class Relevance:
    """The context words and competitors of all measures, by every form that a text may show."""

    def __init__(self, measures: Mapping[str, Measure]) -> None:
        self._words: dict[str, tuple[str, ...]] = {}
        # first word -> second word -> the phrases that may begin with both
        self._phrases: dict[str, dict[str, tuple[_Phrase, ...]]] = {}
        self.context: dict[str, frozenset[str]] = {}
        self.competitors: dict[str, frozenset[str]] = {}
        lists: dict[tuple[str, ...], frozenset[str]] = {}
        for measure in measures.values():
            for words in (measure.context, measure.competitors):
                lists.setdefault(words, frozenset(words))
            self.context[measure.name] = lists[measure.context]
            self.competitors[measure.name] = lists[measure.competitors]
        self.contexts = frozenset().union(*self.context.values())
        for text in sorted(frozenset().union(*lists.values())):
            first, *rest = text.split()
            for form in forms(first, text not in self.contexts):
                if rest:
                    self._add(form, (first, *rest), text)
                else:
                    self._words[form] = (*self._words.get(form, ()), text)

        # a competitor of several words -> those of its words that it keeps from being context
        self._covered = self._cover(measures.values())
        # word form -> what it names by itself, and the phrases that it may begin
        self._known = {
            form: (self._words.get(form, ()), self._phrases.get(form, {}))
            for form in self._words.keys() | self._phrases.keys()
        }

    def _cover(self, measures: Iterable[Measure]) -> dict[str, frozenset[str]]:
        """ "retail trade": no trade of the measures with which it competes, nor of any other."""
        covered: dict[str, frozenset[str]] = {}
        for text in {one for measure in measures for one in measure.competitors if " " in one}:
            free = [self.context[m.name] for m in measures if text not in m.competitors]
            words = frozenset(text.split()) & self.contexts
            covered[text] = words.difference(*free)
        return {text: words for text, words in covered.items() if words}

    def _add(self, form: str, words: tuple[str, ...], text: str) -> None:
        seconds = self._phrases.setdefault(form, {})
        for second in {words[1], regular_plural(words[1])} if len(words) == 2 else {words[1]}:
            seconds[second] = (*seconds.get(second, ()), (words, text))

    def hits(self, words: Sequence[str]) -> list[Hit]:
        """Every word or phrase of a list that stands in `words`, in order."""
        found: list[Hit] = []
        last = len(words) - 1
        known = self._known
        for i in [i for i, word in enumerate(words) if word in known]:
            texts, phrases = known[words[i]]
            for text in texts:
                found.append((i, text))
            if phrases and i < last and words[i + 1] in phrases:
                for phrase, text in phrases[words[i + 1]]:
                    if len(phrase) == _TWO or _stands(phrase, words, i):
                        found.append((i, text))
        return found

    def of_sentence(self, tokens: Tokens) -> list[Hit]:
        """The hits of a sentence, less the competitors in the name of a body.

        "The Eurasian Economic Union" says nothing of what is counted, nor do "low-income states"
        or "the harvest year".
        """
        found = [
            (k, text)
            for k, text in self.hits(tokens.word)
            if not (_is_no_trade if text in self.contexts else _says_nothing)(tokens, k, text)
        ]
        covers = [
            (k, k + text.count(" ") + 1, self._covered[text])
            for k, text in found
            if text in self._covered
        ]
        if not covers:
            return found
        return [
            (k, text)
            for k, text in found
            if not any(i <= k < j and words.issuperset(text.split()) for i, j, words in covers)
        ]

    def is_of_rival(self, first: int, last: int, measure: str, hits: Sequence[Hit]) -> bool:
        """Whether tokens are part of a competitor, in a sentence without a word of the context.

        "The budget *deficit*", but not that of a relief agency; a "trade *deficit*" is no other's.
        """
        rivals, context = self.competitors[measure], self.context[measure]
        within = [
            text
            for k, text in hits
            if k <= first and last <= k + text.count(" ") + 1 and " " in text and text in rivals
        ]
        alone = not any(text in context for _, text in hits)
        return any(alone or not rivals.isdisjoint(text.split()) for text in within)

    def of_text(
        self, words: frozenset[str], text: str, runs: Iterable[list[str]]
    ) -> frozenset[str]:
        """The words and phrases that a text in plain letters holds.

        `words` are its words, `runs` all of them in order.
        """
        found = {one for word in self._words.keys() & words for one in self._words[word]}
        firsts = self._phrases.keys() & words
        likely = {one for one in firsts if not words.isdisjoint(self._phrases[one])}
        asked: set[str] = set()
        at = 0
        for run in runs if likely else ():
            last = len(run) - 1
            for i in [i for i, word in enumerate(run) if word in likely]:
                for phrase, name in self._phrases[run[i]].get(run[i + 1], ()) if i < last else ():
                    # no more than one sign stands between its words
                    written = f"{run[i]} {' '.join(phrase[1:])}"
                    if name not in found and written not in asked and _stands(phrase, run, i):
                        asked.add(written)
                        here = text.find(written, at)
                        if here >= 0 or written in text:
                            found.add(name)
                            at = max(at, here)
        return frozenset(found)


def forms(word: str, rival: bool) -> Iterable[str]:
    """The forms of a word; a `rival` that is mostly a noun is none as a verb ("priced at")."""
    forms = {word, regular_plural(word)}
    if word in verbs() and not (rival and tag(word)[0] == "n"):
        forms.update(inflections(word))
    return forms


def _says_nothing(tokens: Tokens, k: int, text: str) -> bool:
    """Whether a competitor is a part of a name or word, or says when or which lands are meant."""
    if tokens.word[k] == "economies" or tokens.word[max(0, k - 2) : k] == ["apart", "from"]:
        return True  # "imports of the developing economies", "it pays, apart from *salaries*, …"
    times = tokens.at(k + text.count(" ") + 1) in _TIMES
    near = range(max(1, k - _BACKED), k)  # "a loan | secured against its future *oil*"
    if any(tokens.word[j] in _AGAINST and tokens.word[j - 1] in _SECURED for j in near):
        return True
    return times or _names_a_body(tokens, k) or _is_hyphened(tokens, k) or _is_reason(tokens, k)


def _is_no_trade(tokens: Tokens, k: int, text: str) -> bool:
    """Whether a word of a context only names a body, those who trade, or vessels."""
    # "the number of *export* firms", "a *trade* policy"
    trades = text in _TRADING and singular(tokens.at(k + 1)) in _TRADERS
    return trades or _is_paired(tokens, k) or _are_vessels(tokens, k, text)


def _is_paired(tokens: Tokens, k: int) -> bool:
    """ "the *Export-Import* Bank": one of the two words before a body, which lends as others do."""
    k -= 2 * (tokens.at(k - 1) == "-")
    if tokens.at(k + 1) != "-" or not (tokens.capital(k) and tokens.capital(k + 2)):
        return False
    return tokens.capital(k + 3) and tokens.word[k + 3] in nouns("body")


def _are_vessels(tokens: Tokens, k: int, text: str) -> bool:
    """ "64 *ships* lie idle", "the *ship*'s crew", where "Chad *ships* cotton" tells of trade."""
    before = tokens.at(k - 1)
    if text != "ship" or tokens.word[k] not in ("ship", "ships"):
        return False
    if tokens.word[k] == "ship":
        return tokens.at(k + 1) == "'s" or tag(before or ".")[0] == "d"
    return before == "of" or is_number(before) or tag(before or ".")[0] in "da"


def _names_a_body(tokens: Tokens, k: int) -> bool:
    """Whether token `k` stands in a name before the noun of a body."""
    if not tokens.capital(k) or tokens.word[k] in nouns("body"):
        return False
    if tokens.word[k] in _GIVERS and tokens.capital(k - 1):
        return True  # "the Postcode Lottery"
    if tokens.word[k] == "port" and tokens.capital(k + 1):
        return True  # "Port Sudan"
    return any(tokens.capital(j) and tokens.word[j] in nouns("body") for j in (k + 1, k + 2))


def _is_reason(tokens: Tokens, k: int) -> bool:
    """ "Sales soared 44% on the back of high *prices*": why, where no number follows."""
    word = tokens.word
    since = max(1, k - _REASONED)
    near = [j for j in range(since, k) if word[j] in _REASONS]
    if not near or _REASONS[word[near[-1]]] not in (None, word[near[-1] + 1]):
        return False
    if not _BREAKS.isdisjoint(word[near[-1] : k]):
        return False
    ends = (
        j for j in range(k, tokens.size) if word[j] in _BREAKS and tokens.at(j + 1) not in WHICH
    )
    return not any(map(is_number, word[near[-1] : next(ends, tokens.size)]))


def _is_hyphened(tokens: Tokens, k: int) -> bool:
    """Whether token `k` ends a word of two that says which ("low-*income* states")."""
    if tokens.at(k - 1) != "-" or not (tokens.tight(k - 1) and tokens.tight(k)):
        return False
    return not tokens.capital(k)  # "the VN-*Index*"


def _stands(phrase: tuple[str, ...], words: Sequence[str], at: int) -> bool:
    """Whether the words after the first follow, the last of them in the plural too."""
    end = at + len(phrase)
    if tuple(words[at + 1 : end - 1]) != phrase[1:-1] or end > len(words):
        return False
    return words[end - 1] in (phrase[-1], regular_plural(phrase[-1]))
