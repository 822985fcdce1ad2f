"""Numbers that are no figures: ordinals, names, identifiers, idioms, each with its reason."""

from plainfigures.prose import dates
from plainfigures.prose.lexicon import countries, numbered, numbers, tag, units
from plainfigures.prose.tokens import Tokens

_ORDINAL_ENDS = frozenset(("st", "nd", "rd", "th"))
_BEFORE_ONE = frozenset(
    "no any some every each this that the another which neither either not only such 's someone anyone "
    "everyone good big bad first second third last next previous new old right wrong great".split()
)
_AFTER_ONE = frozenset(
    "another 's day who that would could should may might must can cannot shall will has is was had "
    "thing else knows hand way side point or hears sees finds".split()
)
_SPEAKS = frozenset(
    "is was has had would could should may might must can cannot will does did needs".split()
)
_DOUBLES = frozenset("double triple single dual both once twice thrice quadruple".split())
_MONEY_SIGNS = frozenset(
    "$\u20ac\u00a3\u00a5\u20b9\u20bd\u20b4\u20ba\u20bc\u20be\u20a9\u20aa\u20a6\u20b1"
)
_NOT_NAMES = frozenset(
    "The A An In On At By For From With About Over Under Some Nearly Almost Around Only Just More Less Up "
    "And Or But Of To As Than Between Among After Before Since Until During When While If That This These "
    "Those There They He She It We I You His Her Their Its Our My Your Is Are Was Were Has Have Had Will "
    "At Least Most Roughly Approximately Another All Of Such Per Estimated Other Following Including "
    "Yesterday Today Tomorrow Also Then Now However Meanwhile Total Totalling Killed Injured Wounded "
    "Dead Missing Displaced Fled Children Women Men People Civilians Soldiers Death Deaths Casualties "
    "Exports Imports Trade Grants Loans Aid Pledges Mines Houses Number".split()
)


def aside(tokens: Tokens, i: int) -> tuple[int, str] | None:
    """Why the number token `i` is no figure: (token after it, reason), or None."""
    first = tokens.word[i][0]
    if first.isdecimal():
        return _digits(tokens, i)
    return _words(tokens, i)


def _capital(tokens: Tokens, i: int) -> bool:
    return 0 <= i < tokens.size and tokens.raw[i][0].isupper()


def _digits(tokens: Tokens, i: int) -> tuple[int, str] | None:
    word, raw, n = tokens.word, tokens.raw, tokens.size
    here = raw[i]
    nxt = word[i + 1] if i + 1 < n else ""
    previous = word[i - 1] if i else ""
    # 3rd, 21st
    if nxt in _ORDINAL_ENDS and tokens.tight(i + 1):
        return i + 2, "ordinal"
    # 1. First item / 2) Second item / (3)
    if i == 0 and nxt in (".", ")") and len(here) <= 2 and tokens.tight(1) and n > 2:
        return i + 2, "list_marker"
    if previous in ("(", "[") and nxt in (")", "]") and len(here) <= 3 and here.isdecimal():
        if previous == "[":
            return i + 1, "citation"
        if i == 1 or len(here) == 1 and not _follows_total(tokens, i):
            return i + 1, "list_marker"
    if previous == "[" or previous == "," and nxt in ("]", ",") and _in_brackets(tokens, i):
        return i + 1, "citation"
    # versions, addresses, sections: 1.2.3
    if here.count(".") > 1 and any(len(part) != 3 for part in here.split(".")[1:]):
        return i + 1, "section"
    if len(here) > 24:
        return i + 1, "identifier"
    # glued to letters before: G20, T-72, FY23, A4
    if i and tokens.tight(i):
        glued = raw[i - 1]
        if glued[-1].isalpha() and not (_is_currency(glued) and (len(glued) > 1 or glued in "RKN" and len(here) > 2)):
            last = i + 1
            if last < n and tokens.tight(last) and raw[last].isalpha() and len(raw[last]) <= 2:
                last += 1
            return last, "identifier"
        if glued == "-" and i >= 2 and tokens.tight(i - 1) and raw[i - 2].isalpha():
            if len(raw[i - 2]) <= 4 and raw[i - 2].isupper() or _capital(tokens, i - 2):
                if word[i - 2] not in numbers() and word[i - 2] not in dates.MONTHS:
                    return i + 1, "name"
        if (
            glued == "/"
            and i >= 2
            and raw[i - 2].isalpha()
            and raw[i - 2].isupper()
            and tokens.tight(i - 1)
        ):
            return i + 1, "identifier"
        if glued == "#":
            return i + 1, "identifier"
        if glued == ":" and i >= 2 and raw[i - 2].isdecimal():
            return i + 1, "score"
    if nxt in ("-", "\u2013") and _is_score(tokens, i):
        return i + 3, "score"
    if nxt == "g" and tokens.tight(i + 1) and raw[i + 1] == "G" and len(here) == 1:
        return i + 2, "name"  # 5G
    # 3+3, 9/11, 24/7
    if (
        nxt == "+"
        and tokens.tight(i + 1)
        and i + 2 < n
        and raw[i + 2].isdecimal()
        and tokens.tight(i + 2)
    ):
        return i + 3, "name"
    if (
        nxt == "/"
        and i + 2 < n
        and tokens.tight(i + 1)
        and raw[i + 2].isdecimal()
        and tokens.tight(i + 2)
    ):
        pair = (here, raw[i + 2])
        if pair in (("9", "11"), ("24", "7"), ("7", "7"), ("50", "50")):
            return i + 3, "name"
        if len(here) >= 2 and len(raw[i + 2]) >= 2:
            last = i + 3
            return last, "identifier"
    # leading zeros
    if len(here) > 1 and here[0] == "0" and here.isdecimal():
        return i + 1, "identifier"
    # Resolution 2253, Article 5, No. 12, page 3, paragraphs 4 and 5
    reach = _numbered_before(tokens, i)
    if reach is not None:
        return i + 1, reach
    # iPhone 11, Nasdaq 100: a name before, no noun after
    if (
        i
        and not tokens.tight(i)
        and _capital(tokens, i - 1)
        and raw[i - 1].isalpha()
        and raw[i - 1] not in _NOT_NAMES
        and here.isdecimal()
        and len(here) <= 4
    ):
        if (
            not _is_currency(raw[i - 1])
            and word[i - 1] not in dates.MONTHS
            and raw[i - 1] not in countries()
            and not _noun_after(tokens, i + 1)
        ):
            if not (
                i == 1 or (i >= 2 and word[i - 2] in (".", ":", ";") and tag(word[i - 1]) != "n")
            ):
                return i + 1, "name"
    if nxt and nxt[0].isalpha() and tokens.tight(i + 1) and len(nxt) > 5 and nxt not in units():
        return i + 2, "identifier"
    return None


def _is_score(tokens: Tokens, i: int) -> bool:
    """ "6-2 6-4", "won 3-1": two small numbers joined, high to low, with no noun, or pairs in a row."""
    raw, word, n = tokens.raw, tokens.word, tokens.size
    j = i + 2
    if j >= n or not raw[j].isdecimal() or not raw[i].isdecimal() or len(raw[i]) > 3 or len(raw[j]) > 3:
        return False
    if not (tokens.tight(i + 1) and tokens.tight(j)) or j + 1 < n and tokens.tight(j + 1) and raw[j + 1][0].isalnum():
        return False
    after = word[j + 1] if j + 1 < n else "."
    if after in ("%", "per", "percent", "million", "billion", "-"):
        return False
    if int(raw[i]) >= int(raw[j]):
        return not _noun_after(tokens, j + 1)
    pair = j + 3 < n and raw[j + 1].isdecimal() and word[j + 2] in ("-", "\u2013")
    before = i >= 3 and raw[i - 1].isdecimal() and word[i - 2] in ("-", "\u2013") or i >= 4 and word[i - 1] in (",", ")") and raw[i - 2].isdecimal()
    return pair or before and not _noun_after(tokens, j + 1)


def _follows_total(tokens: Tokens, i: int) -> bool:
    return i >= 2 and tokens.word[i - 2] in numbers()


def _in_brackets(tokens: Tokens, i: int) -> bool:
    for j in range(i - 1, max(-1, i - 12), -1):
        if tokens.word[j] == "[":
            return True
        if tokens.word[j][0].isalpha():
            return False
    return False


def _is_currency(raw: str) -> bool:
    from plainfigures.prose.lexicon import currencies

    table = currencies()
    return raw in table or raw.upper() == raw and (raw + "$") in table


def _numbered_before(tokens: Tokens, i: int) -> str | None:
    word = tokens.word
    j = i - 1
    steps = 0
    while j >= 0 and steps < 9:
        w = word[j]
        if (
            w in (".", "no", "nos", "number", "numbers", "#")
            and j == i - 1
            or w in ("no", "nos")
            and word[j + 1] == "."
        ):
            if w in ("no", "nos", "number") and (j + 1 == i or word[j + 1] == "."):
                if w == "number" or tokens.raw[j] in ("No", "Nos", "no", "nos"):
                    if w in ("number", "no") and w == word[i - 1] and tokens.raw[j][0].islower():
                        return (
                            "identifier"
                            if w == "number" and j > 0 and word[j - 1] != "the"
                            else None
                        )
                    return "identifier"
            j -= 1
            steps += 1
            continue
        if w in numbered():
            kind = "section" if w in _SECTIONS else "identifier"
            if word[i - 1] == w or steps <= 1 or _list_between(tokens, j + 1, i):
                if w in _WEAK_NUMBERED and not _capital(tokens, j):
                    return None
                return kind
            return None
        if (
            w in (",", "and", "to", "or", "-", "\u2013", "&", "(", ")")
            or w[0].isdecimal()
            or len(w) == 1
            and w.isalpha()
        ):
            j -= 1
            steps += 1
            continue
        return None
    return None


_SECTIONS = frozenset(
    "paragraph paragraphs para paras page pages section sections chapter chapters article articles annex "
    "appendix table tables figure figures fig clause clauses item items volume vol part line footnote "
    "verse act scene".split()
)
_WEAK_NUMBERED = frozenset(
    "group act line part item items case form class level order unit target".split()
)


def _list_between(tokens: Tokens, first: int, last: int) -> bool:
    return all(
        tokens.word[j][0].isdecimal()
        or tokens.word[j] in (",", "and", "to", "or", "-", "\u2013", "&", "(", ")")
        or len(tokens.word[j]) == 1
        for j in range(first, last)
    )


def _noun_after(tokens: Tokens, j: int) -> bool:
    """Whether a noun, unit or scale word follows, so that the number counts something."""
    if j >= tokens.size:
        return False
    w = tokens.word[j]
    if w == "-" and j + 1 < tokens.size:
        w = tokens.word[j + 1]
    if w in numbers() or w in units() or w in ("%", "per", "percent"):
        return True
    kinds = tag(w).split(",")
    if (
        "ns" in kinds
        or tokens.raw[j][0].isupper()
        and j + 1 < tokens.size
        and "ns" in tag(tokens.word[j + 1]).split(",")
    ):
        return True
    return (
        kinds[0] in ("a", "vd")
        and j + 1 < tokens.size
        and "ns" in tag(tokens.word[j + 1]).split(",")
    )


def _words(tokens: Tokens, i: int) -> tuple[int, str] | None:
    word, n = tokens.word, tokens.size
    w = word[i]
    entry = numbers().get(w)
    if entry is None:
        return None
    kind = entry[0]
    nxt = word[i + 1] if i + 1 < n else ""
    previous = word[i - 1] if i else ""
    if kind == "ordinal" or w in ("last",):
        if i and previous == "-" and i >= 2 and word[i - 2] in numbers():
            return i + 1, "ordinal"
        if w == "second" and previous in ("a", "per", "each", "every") and nxt in (",", ".", ""):
            return i + 1, "ordinal"
        last = i + 1
        if _capital(tokens, i) and i and _capital(tokens, i + 1):
            return last, "name"
        return last, "ordinal"
    if w == "one" or w == "ones":
        return _one(tokens, i, previous, nxt)
    if w in _DOUBLES or kind in ("multiple", "multiplier"):
        if w == "both":
            return i + 1, "pronoun"
        if w in ("once",):
            return i + 1, "idiom"
        return i + 1, "multiple"
    if w in ("half", "halves"):
        if previous in (
            "first",
            "second",
            "other",
            "latter",
            "former",
            "last",
            "better",
            "northern",
            "southern",
            "eastern",
            "western",
            "top",
            "bottom",
            "upper",
            "lower",
        ):
            return i + 1, "ordinal"
        if (
            nxt == "-"
            and tokens.tight(i + 1)
            and i + 2 < n
            and word[i + 2] not in numbers()
            and word[i + 2] not in units()
        ):
            return i + 1, "idiom"
        return None
    if w in ("quarter", "quarters"):
        if (
            previous
            in (
                "first",
                "second",
                "third",
                "fourth",
                "last",
                "this",
                "next",
                "previous",
                "the",
                "final",
                "per",
                "each",
                "every",
                "current",
            )
            or w == "quarters"
            and previous not in numbers()
        ):
            return i + 1, "ordinal"
        if previous not in ("a", "one", "-", "three") and not (nxt == "of"):
            return i + 1, "idiom"
        return None
    if (
        w in ("score", "scores")
        and not (nxt == "of" and w == "scores")
        and previous not in numbers()
        and previous != "a"
    ):
        return i + 1, "idiom"
    if w == "score" and previous == "a" and nxt != "of" and nxt != "or":
        return i + 1, "idiom"
    if w in ("zero", "nil", "nought"):
        if nxt in ("tolerance", "emission", "emissions", "sum", "in", "hour", "-") or previous in (
            "net",
            "ground",
            "to",
            "sub",
        ):
            return i + 1, "idiom"
        return None
    if w in ("point", "oh"):
        return i + 1, "idiom"
    # Four Ms, the Group of Seven, the Big Five; One at a sentence's start is plain
    if i and _capital(tokens, i) and not tokens.raw[i].isupper():
        if previous in ("\u201c", '"', "'") and not _capital(tokens, i + 1):
            return None
        if (
            _capital(tokens, i - 1)
            or previous in ("\u201c", '"')
            or _capital(tokens, i + 1)
            or (previous == "of" and i >= 2 and _capital(tokens, i - 2))
            or previous == "the"
        ):
            return i + 1, "name"
    return None


def _one(tokens: Tokens, i: int, previous: str, nxt: str) -> tuple[int, str] | None:
    word, n = tokens.word, tokens.size
    if tokens.word[i] == "ones":
        return i + 1, "pronoun"
    if (
        i + 2 < n
        and nxt == "-"
        and tokens.tight(i + 1)
        and word[i + 2]
        in ("sided", "off", "time", "way", "way", "of", "to", "on", "party", "another")
    ):
        return i + 1, "idiom"
    if nxt == "-" and i + 2 < n and (word[i + 2] in numbers() or word[i + 2] == "and"):
        return None
    if previous == "-" and tokens.tight(i) and i >= 2 and word[i - 2] not in numbers():
        return i + 1, "idiom"
    if (
        nxt in numbers()
        or nxt == "and"
        and i + 3 < n
        and word[i + 2] == "a"
        and word[i + 3] in ("half", "quarter", "third")
    ):
        return None
    if nxt == "of":
        return i + 1, "idiom"
    if previous in _BEFORE_ONE or previous in ("number", "day", "chapter", "phase", "part"):
        if (
            previous in ("only", "some", "no", "not", "first", "last")
            and nxt
            and tag(nxt).startswith(("n", "a"))
            and nxt not in _AFTER_ONE
        ):
            if previous in ("only", "not"):
                return None
        return i + 1, "pronoun"
    if nxt == "day" and previous not in (
        "in",
        "least",
        "about",
        "than",
        "within",
        "only",
        "for",
        "every",
    ):
        return i + 1, "idiom"
    if (
        nxt in ("hand", "another", "side", "point", "way", "thing", "'s")
        or nxt in _SPEAKS
        or nxt in ("who", "that", "which", "or", "knows", "else")
    ):
        if (
            nxt == "or"
            and i + 2 < n
            and (word[i + 2] in ("two", "more") or word[i + 2] in numbers())
        ):
            return i + 1, "idiom"
        return i + 1, "idiom" if nxt in (
            "hand",
            "side",
            "point",
            "way",
            "thing",
            "day",
        ) else "pronoun"
    if nxt in (
        ".",
        ",",
        ";",
        ")",
        "",
        "and",
        "to",
        "in",
        "by",
        "at",
        "with",
        "from",
        "for",
        "on",
        "as",
        "the",
        "than",
        "?",
        "!",
    ):
        return (
            (i + 1, "pronoun")
            if not (
                previous in ("least", "than", "about", "only")
                or nxt == "and"
                and i + 2 < n
                and word[i + 2] in numbers()
            )
            else None
        )
    if i and tokens.raw[i][0].isupper() and _capital(tokens, i + 1):
        return i + 1, "name"
    return None
