"""Runs of words are found in longer ones as a slow search finds them."""

from hypothesis import given
from hypothesis import strategies as st

from plainfigures.documents.word_search import Occurrence, find_runs

RUNS = st.lists(st.lists(st.sampled_from("ab"), min_size=1, max_size=9), max_size=9)


def slowly(runs: list[list[str]]) -> dict[int, Occurrence]:
    order = sorted(range(len(runs)), key=lambda index: (-len(runs[index]), index))
    found = {}
    for index, run in enumerate(runs):
        for other in order:
            if other == index:
                break  # only longer runs, and equal ones before it, may hold it
            places = range(len(runs[other]) - len(run) + 1)
            offset = next((k for k in places if runs[other][k : k + len(run)] == run), None)
            if offset is not None:
                found[index] = Occurrence(other, offset)
                break
    return found


@given(RUNS)
def test_the_fast_search_and_the_slow_one_agree(runs: list[list[str]]) -> None:
    assert find_runs(runs, range(len(runs)), range(len(runs))) == slowly(runs)


def test_the_longest_holder_is_named_and_of_equals_the_first() -> None:
    runs = [list("bc"), list("abc"), list("abcd"), list("xbcd"), list("abcd")]
    found = find_runs(runs, range(5), range(5))
    assert found == {0: Occurrence(2, 1), 1: Occurrence(2, 0), 4: Occurrence(2, 0)}


@given(RUNS)
def test_what_holds_a_run_is_held_by_none(runs: list[list[str]]) -> None:
    found = find_runs(runs, range(len(runs)), range(len(runs)))
    assert all(place.index not in found for place in found.values())


def test_words_that_are_not_sought_break_a_run() -> None:
    runs = [["a", "b"], ["a", "z", "b"], ["z", "a", "b", "z"]]
    assert find_runs(runs, [0], [1, 2]) == {0: Occurrence(2, 1)}
