"""Coverage: every number token of a sentence, part of a figure or set aside with its reason."""

from collections.abc import Mapping

from plainfigures.figures.figure import NumberToken
from plainfigures.figures.grammar.sentence import Sentence

_OTHER_REASON = "idiom"


def reasons(sentence: Sentence) -> dict[int, str]:
    """Why the tokens of quantities that are no figures are none."""
    return {
        k: match.denied or "multiple"
        for q, match in zip(sentence.scan.quantities, sentence.matches, strict=True)
        for k in range(q.first, q.last)
    }


def covered(
    sentence: Sentence, owner: Mapping[int, str], aside: Mapping[int, str], paragraph: int
) -> list[NumberToken]:
    """The number tokens; `owner` are the figures of tokens, `aside` reasons for those of none."""
    found = []
    why = dict(aside)
    for one in sentence.scan.asides:
        why.update(dict.fromkeys(range(one.first, one.last), one.reason))
    start, end = sentence.tokens.start, sentence.tokens.end
    for k in sentence.scan.numbers:
        figure_id = owner.get(k)
        reason = None if figure_id is not None else why.get(k, _OTHER_REASON)
        found.append(NumberToken(paragraph, start[k], end[k], figure_id, reason))
    left = [(span, _OTHER_REASON) for span in sentence.tokens.passed]
    left += [(span, "citation") for span in sentence.tokens.cited]
    left += [(span, "list_marker") for span in sentence.tokens.numbered]
    found += [NumberToken(paragraph, *span, None, reason) for span, reason in left]
    return sorted(found, key=lambda one: one.start)
