"""Attribution: who says what a sentence states, and over which of its words."""

from dataclasses import dataclass

from plainfigures.prose.lexicon import speech_verbs, tag
from plainfigures.prose.tokens import Tokens

_PRONOUNS = frozenset(("he", "she", "they", "it", "we", "i"))
_CUT = frozenset(
    'while but and that because although though when where who which whom as if ; : . , ( ) \u201c \u201d " \u2013 than whether or nevertheless however meanwhile thus therefore yet so'.split()
)
_AUXILIARIES = frozenset(
    "has have had also recently later further then is are was were be been being further yesterday again "
    "publicly repeatedly officially already now earlier himself herself itself does did do".split()
)
_SOURCE_NOUNS = frozenset(
    "report reports statistics data figures survey study statement estimates estimate census assessment "
    "document paper bulletin sources officials media government ministry authorities programme program plan agency office "
    "plan law decree agreement resolution strategy budget un unhcr ocha unicef iom police army military president minister secretary commission committee bank "
    "organization organisation council center centre institute spokesman spokesperson spokeswoman".split()
)
_INTRO = (("according", "to"), ("in", "the", "words", "of"), ("as", "reported", "by"), ("as", "estimated", "by"), ("estimated", "by"), ("reported", "by"), ("cited", "by"), ("confirmed", "by"), ("published", "by"), ("released", "by"), ("provided", "by"), ("estimates", "by"), ("estimates", "from"), ("figures", "from"), ("data", "from"), ("statistics", "from"), ("figures", "by"), ("as", "per"))  # fmt: skip
_INTRO_FIRST = frozenset(phrase[0] for phrase in _INTRO)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Tokens first..last (exclusive) that name who says it; `cue` is the verb or preposition.

    `covers_from` is where its words begin to hold; `pronoun` marks a name that stands elsewhere.
    """

    first: int
    last: int
    cue: int
    pronoun: bool = False
    after: bool = False


def attributions(tokens: Tokens) -> list[Attribution]:
    """All attributions of a sentence, in order of their cues."""
    word, n = tokens.word, tokens.size
    verbs = speech_verbs()
    found: list[Attribution] = []
    for i in range(n):
        w = word[i]
        if w in _INTRO_FIRST:
            for phrase in _INTRO:
                if tuple(word[i : i + len(phrase)]) == phrase:
                    span = _phrase_right(tokens, i + len(phrase))
                    if span is not None and not _dated_source(word, *span):
                        found.append(Attribution(span[0], span[1], i))
                    break
        elif w in verbs and tokens.raw[i][0].islower():
            one = _subject(tokens, i)
            if one is not None:
                found.append(one)
        elif w == "(" and i:
            one = _bracketed(tokens, i)
            if one is not None:
                found.append(one)
    return found


def _dated_source(word: list[str], first: int, last: int) -> bool:
    """ "according to last year's data" names no source."""
    return word[first] in (
        "last",
        "this",
        "recent",
        "new",
        "latest",
        "previous",
        "available",
    ) and not any(w in ("ministry", "agency", "office", "bank") for w in word[first:last])


def _phrase_right(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """The noun phrase that begins at token `i`, its article left out."""
    word, raw, n = tokens.word, tokens.raw, tokens.size
    if (
        i < n
        and word[i] in ("the", "a", "an", "its", "his", "her", "their", "official", "some")
        and word[i] != "official"
    ):
        i += 1
    j = i
    while j < n and j - i < 14:
        w = word[j]
        if w in (",", ";", ".", "(", ")", ":", "\u2013", '"', "\u201c", "\u201d") or w in (
            "that",
            "which",
            "who",
            "where",
            "while",
            "when",
            "but",
        ):
            break
        if not (w[0].isalpha() or w in ("-", "'s", "'", "&")):
            break
        if w == "and" and j + 1 < n and not (raw[j + 1][0].isupper() or word[j + 1] in ("the",)):
            break
        if (
            tag(w) in ("v", "vd", "m")
            and not raw[j][0].isupper()
            and j > i
            and w not in _SOURCE_NOUNS
        ):
            break
        if tag(w).startswith(("v", "m")) and w in (
            "is",
            "are",
            "was",
            "were",
            "have",
            "has",
            "had",
        ):
            break
        if (
            w in ("in", "on", "during", "for", "as", "at", "released", "published")
            and j > i
            and not (
                w in ("for", "in", "on")
                and j + 1 < n
                and raw[j + 1][0].isupper()
                and raw[j - 1][0].isupper()
            )
        ):
            break
        j += 1
    if j == i:
        return None
    return i, j


def _subject(tokens: Tokens, verb: int) -> Attribution | None:
    """The subject of a verb of saying at token `verb`, from the words on its left."""
    word, raw, n = tokens.word, tokens.raw, tokens.size
    if (
        word[verb] in ("claimed", "claims", "claim", "claiming")
        and verb + 2 < n
        and "lives" in word[verb : verb + 6]
    ):
        return None
    j = verb - 1
    while j >= 0 and (word[j] in _AUXILIARIES or tag(word[j]) == "r"):
        if word[j] in ("is", "are", "was", "were", "be", "been") and not word[verb].endswith("ing"):
            return _passive(tokens, verb)
        j -= 1
    if j < 0:
        return None
    if word[j] == "to" or word[j] in (
        "the",
        "a",
        "an",
        "of",
        "this",
        "these",
        "its",
        "their",
        "his",
    ):
        return None
    if word[j] in (",", "\u201d", '"'):  # "…," said X / the aside "X, the head of Y, said"
        inverted = _inverted(tokens, verb)
        if inverted is not None:
            return inverted
        if word[j] != ",":
            return None
        return _before_aside(tokens, j, verb)
    if word[j] in ("and", "also") and j > 1:
        return _clause_subject(tokens, j, verb)
    if word[j] in _PRONOUNS:
        if word[j] in ("we", "i"):
            return None
        return Attribution(j, j + 1, verb, pronoun=True)
    last = j + 1
    if not raw[j][0].isalpha() and word[j] not in ("'s",):
        return None
    if word[j] in _CUT:
        return None
    first = phrase_start(tokens, j)
    if first is None or first >= last:
        return None
    if tokens.word[verb] in _WEAK and not _is_source(tokens, first, last):
        return None
    if not _is_source(tokens, first, last):
        return None
    return Attribution(first, last, verb)


def _clause_subject(tokens: Tokens, conjunction: int, verb: int) -> Attribution | None:
    """ "The program was endorsed and foresees …": the subject of the first of two verbs."""
    word = tokens.word
    first = conjunction
    while first > 0 and word[first - 1] not in (";", ":", "while", "but", "that"):
        first -= 1
    while first < conjunction and word[first] in ("the", "a", "an"):
        first += 1
    last = first
    while last < conjunction and not (
        tokens.raw[last][0].islower()
        and tag(word[last]).split(",")[0] in ("v", "vd", "m")
        or word[last] in _CUT
    ):
        last += 1
    if (
        last <= first
        or word[last] in _CUT
        and word[last] != "who"
        or last >= conjunction
        or not _is_source(tokens, first, last)
    ):
        return None
    if word[first] in _PRONOUNS:
        return Attribution(first, first + 1, verb, pronoun=True)
    return Attribution(first, last, verb)


_WEAK = frozenset(
    (
        "put",
        "puts",
        "found",
        "finds",
        "shows",
        "show",
        "showed",
        "indicates",
        "indicate",
        "indicated",
        "reveals",
        "revealed",
        "suggests",
        "suggest",
        "suggested",
        "gave",
        "gives",
        "describes",
        "described",
        "describing",
    )
)


def _is_source(tokens: Tokens, first: int, last: int) -> bool:
    """Whether words can say something: a name, or a noun that publishes."""
    return any(
        tokens.word[k] in _SOURCE_NOUNS
        or tokens.raw[k][0].isupper()
        and (k > 0 or last - first <= 4)
        or tokens.word[k]
        in (
            "who",
            "agencies",
            "groups",
            "group",
            "experts",
            "observers",
            "witnesses",
            "residents",
            "organizations",
            "organisations",
            "leaders",
            "spokesmen",
            "economists",
            "analysts",
            "doctors",
        )
        for k in range(first, last)
    )


def phrase_start(tokens: Tokens, j: int) -> int | None:
    """The first token of the noun phrase that ends with token `j`, articles left out."""
    word, raw = tokens.word, tokens.raw
    k = j
    while k >= 0 and j - k < 16:
        w = word[k]
        if w in _CUT and not (
            w == "and" and k > 0 and raw[k + 1][0].isupper() and raw[k - 1][0].isupper()
        ):
            break
        if w in ("the", "a", "an") and (
            k == 0 or word[k - 1] not in ("of", "for", "to", "in", "at", "on", "with", "by")
        ):
            break
        if w == "'s" or w in ("of", "for", "in", "on", "-", "'", "&", "the", "at", "to"):
            k -= 1
            continue
        if not w[0].isalpha() and w != ".":
            break
        kinds = tag(w)
        if (
            not raw[k][0].isupper()
            and kinds in ("v", "vd", "m", "c", "x")
            and w not in _SOURCE_NOUNS
        ):
            break
        k -= 1
    first = k + 1
    while first <= j and word[first] in (
        "the",
        "a",
        "an",
        "in",
        "on",
        "of",
        "for",
        "at",
        "to",
        "'s",
        "by",
        "also",
        "yesterday",
        "since",
        "with",
    ):
        first += 1
    return first if first <= j else None


def _before_aside(tokens: Tokens, comma: int, verb: int) -> Attribution | None:
    """ "Aykhan X, the ministry's spokesperson, said": the name before the aside."""
    word = tokens.word
    j = comma - 1
    steps = 0
    while j >= 0 and word[j] != "," and steps < 18:
        if tag(word[j]) in ("vd", "v", "m") and not tokens.raw[j][0].isupper():
            return None
        j -= 1
        steps += 1
    if j <= 0 or word[j] != ",":
        return None
    first = phrase_start(tokens, j - 1)
    if first is None or not tokens.raw[first][0].isupper():
        return None
    return Attribution(first, j, verb)


def _inverted(tokens: Tokens, verb: int) -> Attribution | None:
    """ "…," said X."""
    if tokens.word[verb] not in (
        "said",
        "says",
        "reported",
        "added",
        "stated",
        "explained",
        "noted",
        "wrote",
        "announced",
    ):
        return None
    span = _phrase_right(tokens, verb + 1)
    if span is None or not _is_source(tokens, *span):
        return None
    if tokens.word[span[0]] in _PRONOUNS:
        return None
    return Attribution(span[0], span[1], verb, after=True)


def _passive(tokens: Tokens, verb: int) -> Attribution | None:
    """ "was estimated by X"."""
    if verb + 1 < tokens.size and tokens.word[verb + 1] == "by":
        span = _phrase_right(tokens, verb + 2)
        if span is not None and _is_source(tokens, *span):
            return Attribution(span[0], span[1], verb)
    return None


def _bracketed(tokens: Tokens, i: int) -> Attribution | None:
    """ "(UNHCR, May 2010)": a source in brackets, before a comma and a year."""
    word, raw, n = tokens.word, tokens.raw, tokens.size
    j = i + 1
    if j < n and word[j] == "source":
        j += 2
    first = j
    while (
        j < n
        and j - first < 8
        and raw[j][0].isalpha()
        and (raw[j][0].isupper() or word[j] in ("of", "and", "the", "for"))
    ):
        j += 1
    if j == first or j >= n or word[j] not in (",", ")") or not raw[first][0].isupper():
        return None
    close = j
    while close < n and close - j < 6 and word[close] != ")":
        close += 1
    dated = any(raw[k].isdecimal() and len(raw[k]) == 4 for k in range(j, min(close, n)))
    if not (dated and word[j] == ","):
        return None
    return Attribution(first, j, i)


def nearest(found: list[Attribution], at: int, tokens: Tokens) -> Attribution | None:
    """The attribution that covers token `at`: the last cue before it, else the first after it."""
    best = None
    for one in found:
        if one.first <= at < one.last:
            continue
        if one.cue < at:
            best = one
    if best is None:
        for one in found:
            if one.cue > at:
                return one
    return best
