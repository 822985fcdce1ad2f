"""Sayings: the subject of one verb of saying, from the words beside it."""

from plainfigures.prose.speakers.attribution import Attribution
from plainfigures.prose.speakers.counting import Numbers, is_told_of
from plainfigures.prose.speakers.datings import before_date
from plainfigures.prose.speakers.reduced import counted_by, described, is_behind, speaks
from plainfigures.prose.speakers.relatives import before_who
from plainfigures.prose.speakers.sources import STATEMENTS
from plainfigures.prose.speakers.subjects import (
    NO_SUBJECTS,
    clause_subject,
    phrase_start,
    source_right,
)
from plainfigures.prose.speakers.tellers import is_source
from plainfigures.prose.words import lexicon
from plainfigures.prose.words.closed import ARTICLES, SUBJECTS
from plainfigures.prose.words.signs import ARE, CLOSE_DOUBLE, CLOSERS, GENITIVES, OPEN_DOUBLE
from plainfigures.prose.words.tokens import Tokens

_AUXILIARIES = frozenset(
    "has have had also recently later further then is are was were be been being yesterday again "
    "publicly repeatedly officially already now earlier first initially originally himself herself "
    "itself does did do today once".split()
)
_BE = ARE | {"be", "been"}
_MOODS = frozenset("pleased proud happy glad delighted honoured honored sorry able ready".split())
_CLAIMS = frozenset("claimed claims claim".split())
_VICTIMS = frozenset("casualties victims fatalities".split())
_PUT, _WHITHER = frozenset(("put", "puts")), frozenset(("into", "out", "table", "aside"))
_PARTICLES = frozenset("in up out into on forward aside towards".split())
_DECLARED = frozenset(("declared", "declares"))
_SAFE = frozenset("safe clear dead".split())
_SAYING = frozenset(("that", ",", ":", ".", "\u201c", '"', "in", "on", "at", "last", "yesterday"))
FOUND = frozenset("found find finds".split())
_SOUGHT = frozenset(
    "and refuge shelter safety asylum sanctuary work jobs homes housing themselves food".split()
)
INVERTED = frozenset(
    "said says say reported reports added adds stated states explained noted notes wrote writes "
    "announced announces estimates claims claimed insists insisted argues argued boasts boasted "
    "complains complained admits admitted cries cried shouts shouted whispered exclaimed laments "
    "lamented grumbles grumbled".split()
)
# "Said every family would be paid": of whom it is said.
_QUANTIFIED = frozenset("each every all no any most".split())
_WONT = frozenset(("used", "likes", "liked", "on"))  # what people are wont to say
_RELATIVE = frozenset(("who", "whose", "which"))
_VERBS = frozenset("v vd m".split())
_NAME = 4
# Forms that are no plural of a noun ("a raid that the army says killed 40").
_SURE = frozenset("says thinks believes insists alleges admits confirms".split())
_OF_PAPER = frozenset("from at in on".split())
_QUOTING = frozenset("quoted quotes cited cites".split())
_TELLING = frozenset("told tells assured assures informed informs reminded warned".split())
_CONTRACTED = frozenset(("'s", "s"))
_MAY = frozenset("can could will would".split())


def subject_of(tokens: Tokens, verb: int, numbers: Numbers) -> Attribution | None:
    """The subject of a verb of saying at token `verb`, from the words on its left."""
    word = tokens.word
    if word[verb] in _QUOTING and tokens.at(verb - 1) not in _BE:
        span = source_right(tokens, verb + 1)
        if span is not None and is_source(tokens, *span):
            return Attribution(*span, verb)  # "the agency quoted Ana Kos"
    if _says_nothing(tokens, verb):
        return None
    j = _past_helpers(tokens, verb)
    if j is None and is_quoted(tokens, verb):
        k = verb - 2 - (word[verb - 2] in _AUXILIARIES)
        return _across_aside(tokens, k, verb) or _named_before(tokens, k, verb)
    if j is None:
        span = counted_by(tokens, verb, numbers)
        return span and Attribution(*span, verb, opens=tokens.at(verb + 1) != "by")
    if word[verb - 1] == "not":
        return None  # "they did not want to leave"
    if j > 1 and tokens.raw[j] in ("who", "which"):
        return _related(tokens, j, verb)
    told = j - (j > 0 and word[j] in ("last", "first"))  # "when I | last asked"
    if j < 0 or word[j] in NO_SUBJECTS or word[told].partition("'")[0] in ("i", "we"):
        return None  # "I've counted 40"
    if tokens.raw[j] in ("us", "me") or tokens.at(j - 1) == "no":
        return None  # "Let us remember", "let no one tell"
    if word[j] == "as" and tokens.at(j - 1) == ",":
        return _inverted(tokens, verb, any_verb=True)  # ", as declared the minister"
    if word[verb] in _DECLARED and tokens.at(verb + 1) not in _SAYING:
        return None  # "declared the valley free of mines"
    plain = j == verb - 1 or word[j + 1] not in _AUXILIARIES
    if plain and is_told_of(tokens, verb, numbers) and not is_behind(tokens, verb):
        return None
    opened = j > 0 and word[j] in OPEN_DOUBLE and tokens.tight(j + 1) and not tokens.tight(j)
    j -= opened or word[j - 1 : j + 1] == [",", "'"]  # "the army “estimated that 40 had died”"
    if word[j] == "," or word[j] in CLOSE_DOUBLE:
        quoted = word[j] in CLOSE_DOUBLE
        aside = _across_aside(tokens, j, verb)
        if verb + 1 in numbers and aside is not None:
            return aside  # "Ana Kos, the envoy, said 40 people were dead"
        one = _inverted(tokens, verb, quoted) or aside
        if one is None and "that" in word[verb : verb + 4]:  # "The bank, said that"
            one = _named_before(tokens, j - 1, verb)
            one = one if one and one.first <= 1 else None
        return one
    if word[j] == "and" and j > 1:
        span = clause_subject(tokens, j)
        return span and Attribution(*span, verb, pronoun=word[span[0]] in SUBJECTS)
    if word[j] in SUBJECTS:
        return Attribution(j, j + 1, verb, pronoun=True)
    return _named_before(tokens, j, verb)


def is_quoted(tokens: Tokens, verb: int) -> bool:
    """ "Kos was *quoted* as saying", "was *cited* by the daily as saying": who is quoted speaks."""
    word = tokens.word
    near = word[verb + 1 : verb + _NAME + 5]
    return word[verb] in _QUOTING and ["as", "saying"] in (
        near[k : k + 2] for k in range(len(near))
    )


def _says_nothing(tokens: Tokens, verb: int) -> bool:
    """Whether a verb of saying at token `verb` says nothing, by the words right beside it."""
    word, after = tokens.word, tokens.at(verb + 1)
    if word[verb] in _CLAIMS and ("lives" in word[verb : verb + 6] or after == "by"):
        return True  # "a raid claimed by the rebels"
    paper = lexicon.tag(word[verb])[:2] == "vd" and not lexicon.is_person(word[verb - 1])
    if after == "by" and paper and word[verb - 1] in lexicon.attribution("noun"):
        return True  # "data revealed by the bank"
    if after == "by" and tokens.at(verb + 2).endswith("ing"):
        return True  # "the army responded by shelling the town"
    if after == "with" and word[verb].startswith(("respon", "repli", "answer")):
        return True  # "the army replied with a raid"
    if word[verb] in _CLAIMS and not _VICTIMS.isdisjoint(word[verb : verb + 6]):
        return not _can_speak(tokens, verb - 1)  # "explosions claimed 90 casualties"
    whither = after in _PARTICLES or not _WHITHER.isdisjoint(word[verb : verb + _NAME + 4])
    asks = after == "how" or (after == "for" and tokens.at(verb + 2) in CLOSERS)
    if (word[verb] in _PUT and whither) or (word[verb][:3] == "ask" and asks):
        return True  # "has put $9 million into relief", "more than he had asked for.", "asks how"
    if word[verb] in FOUND and after in _SOUGHT:
        return True  # "found and destroyed", "6 million Kenyans have found refuge"
    if word[verb - 1] in _CONTRACTED and word[max(0, verb - 3)] in SUBJECTS:
        return True  # "It's estimated that"
    if word[verb - 1] == "and" and lexicon.tag(tokens.at(verb - 3) or ".")[0] in "pd":
        if lexicon.tag(word[verb - 2])[:2] == lexicon.tag(word[verb])[:2] == "vd":
            return True  # "of suspected and confirmed mined land"
    if "never" in word[max(0, verb - 2) : verb] or word[verb - 1 : verb + 1] == ["all", "told"]:
        return True  # "and never again said the word", "All told, 40 died"
    if after == "of" and lexicon.tag(word[verb])[0] == "n":
        return True  # "from the current estimate of 3,000"
    if word[verb].startswith("conclud") and after in ARTICLES:
        return True  # "concluded a contract worth $9 million"
    if after in _SAFE or (word[verb + 1 : verb + 3] == ["to", "be"] and word[verb][-2:] == "ed"):
        return True  # "cleared and confirmed safe", "a crisis considered to be the worst"
    # "trade with member states amounted to"
    plural = word[verb].endswith("s") and word[verb] not in _SURE
    return plural and lexicon.tag(after or ",").startswith("vd")


def _can_speak(tokens: Tokens, k: int) -> bool:
    """Whether token `k` names somebody, by more than the capital of the first word."""
    return is_source(tokens, k, k + 1) and (k > 0 or lexicon.is_person(tokens.word[0]))


def _past_helpers(tokens: Tokens, verb: int) -> int | None:
    """The token before the helpers of a verb, its mood and its weekday; None where it is passive.

    "the bank is pleased to announce", "on Monday said", "my aunt used to say".
    """
    word, weekdays = tokens.word, lexicon.calendar("weekday")
    j = verb - 1
    while j >= 0 and (
        word[j] in _AUXILIARIES
        or word[j] in weekdays
        or (lexicon.tag(word[j]) == "r" and not tokens.capital(j))
    ):
        if word[j] in _BE and not word[verb].endswith("ing"):
            return None  # but "the agency is reporting that 40 died"
        j -= 1 + (word[j] in weekdays and word[j - 1] == "on")
    if j > 0 and word[j] in _MAY and "that" in word[verb + 1 : verb + 3]:
        j -= 1  # "the driver could tell you that"
    if j > 1 and word[j] == "to" and word[j - 1] in _MOODS and word[j - 2] in _BE:
        j -= 3
    if j > 1 and word[j] == "to" and word[j - 1] in _WONT:
        j -= 2 + (word[j - 1] == "on")  # "the report goes on to say"
    return j


def _named_before(tokens: Tokens, j: int, verb: int) -> Attribution | None:
    """The name that ends at token `j`, before a verb of saying."""
    j -= tokens.word[j] == "." and tokens.word[j - 1] in ("jr", "sr")
    j = before_date(tokens, j)
    last = j + 1
    if tokens.word[j].isdecimal():  # "the office in the Survey 2020", "Witness K-31"
        j -= 3 * (tokens.at(j - 1) == "-" and tokens.glued(j - 1)) or tokens.capital(j - 1)
    if tokens.word[j] == ")" and tokens.at(j - 2) == "(":
        j -= 3  # "the Relief Office (RO) said"
    named = j >= 0 and (tokens.raw[j][0].isalpha() or tokens.word[j] == "'s")
    first = phrase_start(tokens, j) if named else None
    if first is not None and tokens.word[verb].endswith("ing"):
        led = [k for k in range(first, j) if tokens.word[k] == "with"]
        first = led[-1] + 1 if led else first  # "missing in floods, with *Assam* reporting"
    span = described(tokens, verb)
    if span is None and first is not None and speaks(tokens, first, j + 1, verb):
        span = first, last
    span = before_who(tokens, verb) or span or _paper(tokens, first, verb)
    return None if span is None else Attribution(*span, verb)


def _paper(tokens: Tokens, first: int | None, verb: int) -> tuple[int, int] | None:
    """ "*Reports* from the front show", "*a plaque* at the station says": a paper."""
    k = verb if first is None else first - (tokens.at(first - 1) in ARTICLES) - 1
    begins = phrase_start(tokens, k - 1) if tokens.at(k) in _OF_PAPER else None
    told = begins is not None and tokens.word[k - 1] in lexicon.attribution("noun")
    return (begins, k) if begins is not None and told else None


def is_finder(tokens: Tokens, one: Attribution) -> bool:
    """Whether those who find things tell nothing ("the teams went there and found 17 mines")."""
    word = tokens.word[one.last - 1]
    noun = lexicon.singular(word)
    if one.pronoun or lexicon.is_person(noun) or noun in lexicon.groups():
        return True
    told = word in lexicon.attribution("noun") or noun in lexicon.nouns("paper")
    return not (told or tokens.capital(one.last - 1) or "of" in tokens.word[one.first : one.last])


def _related(tokens: Tokens, who: int, verb: int) -> Attribution | None:
    """ "Also there was the envoy, *Ana Kos*, who said that 40 had died"."""
    last = who - (tokens.word[who - 1] == ",")
    named = tokens.capital(last - 1) and tokens.at(verb + 1) in _SAYING
    to = _NAME * (tokens.word[verb] in _TELLING)  # "the elders, who *told* the bishop that"
    if not named and "that" not in tokens.word[verb + 1 : verb + 2 + to]:
        return None
    first = phrase_start(tokens, last - 1)
    if first is None or not is_source(tokens, first, last):
        return None
    if tokens.word[first] in STATEMENTS and tokens.word[first + 1] == "of":
        first += 2 + (tokens.word[first + 2] in ARTICLES)  # "the testimony of *elders*, who told"
    return Attribution(first, last, verb, opens=True)


def _inverted(tokens: Tokens, verb: int, any_verb: bool = False) -> Attribution | None:
    """ "…," said X."""
    told = (any_verb or tokens.word[verb] in INVERTED) and tokens.at(verb + 1) not in _QUANTIFIED
    wrote = tokens.word[verb] == "wrote" and tokens.at(verb + 2) in lexicon.attribution("noun")
    sized = tokens.word[verb] == "say" and tokens.at(verb + 1) == "a"  # "say a hundred people"
    told = told and not wrote and not sized  # "wrote a letter"
    span = source_right(tokens, verb + 1) if told else None
    if span is None or tokens.word[span[0]] in SUBJECTS or not is_source(tokens, *span):
        return None
    if lexicon.tag(tokens.at(span[1]) or ",")[:2] in ("v", "v,", "vd", "m"):
        return None  # "Ana Kos, the envoy, said the country had doubled its aid"
    return Attribution(*span, verb)


def _in_title(tokens: Tokens, k: int) -> bool:
    """ "the island's *lead* rescuer", "the *Say* family": a form that is no verb there."""
    return tokens.capital(k) or tokens.at(k - 1) in GENITIVES or tokens.at(k - 1) in ARTICLES


def _across_aside(tokens: Tokens, comma: int, verb: int) -> Attribution | None:
    """ "Aykhan X, the ministry's spokesperson, said"."""
    span = _before_aside(tokens, comma) if tokens.word[comma] == "," else None
    return None if span is None else Attribution(*span, verb)


def _before_aside(tokens: Tokens, comma: int) -> tuple[int, int] | None:
    """ "Aykhan X, the ministry's spokesperson, said", "the bank, which lends, put it at"."""
    word = tokens.word
    j = comma - 1
    while j >= 0 and word[j] != "," and comma - 1 - j < 18:
        j -= 1
    if j <= 0 or word[j] != ",":
        return None
    # "an official, identified as Dr Kos, said", "the office, using records that survived, said"
    reduced = lexicon.tag(word[j + 1]).startswith(("vd", "vg"))
    inside = range(j + 1, comma)
    acts = any(lexicon.tag(word[k]) in _VERBS and not _in_title(tokens, k) for k in inside)
    if acts and not reduced and word[j + 1] not in _RELATIVE:
        return None
    # "the head of the Relief Office (RO), Ana Kos, said"
    last = j - 3 if word[j - 1] == ")" and tokens.at(j - 3) == "(" else j
    first = phrase_start(tokens, last - 1)
    name = all(map(tokens.capital, inside)) and comma - j <= _NAME
    if name and tokens.at(j - 1) and lexicon.tag(word[j - 1])[0] == "v" and comma - j > 2:
        return j + 1, comma  # "a nurse who survived, Ana Kos, wrote"
    if first is None or not (tokens.capital(first) or speaks(tokens, first, j, comma + 1)):
        return None
    if lexicon.tag(word[first])[0] == "r":  # "Earlier on Monday, the mayor of Bor, said"
        first = j + 1 + (word[j + 1] in ARTICLES)
        return (first, comma) if is_source(tokens, first, comma) else None
    # "the relief office, RO, said", "the mayor, Ana Kos, said"
    names = (tokens.capital(k) or (word[k] == "." and len(word[k - 1]) == 1) for k in inside)
    named = comma - j <= _NAME + 1 and all(names)
    bare = not tokens.capital(j - 1) or word[j - 1] in lexicon.nouns("title")
    return first, comma if named and bare else j
