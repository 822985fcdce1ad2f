"""What is worked out when it is first asked for is worked out once."""

from plainfigures.figures.triggers.once import Kept, once


def test_a_question_is_put_once_and_only_when_asked() -> None:
    asked: list[str] = []

    def answer() -> str:
        asked.append("asked")
        return "twelve"

    kept = Kept(answer)
    assert asked == []
    assert (kept(), kept()) == ("twelve", "twelve")
    assert asked == ["asked"]


def test_an_attribute_is_worked_out_once_for_each_object() -> None:
    class Orchard:
        picked = 0

        @once
        def apples(self) -> int:
            """How many there are."""
            self.picked += 1
            return self.picked

    one, two = Orchard(), Orchard()
    assert (one.apples, one.apples, two.apples) == (1, 1, 1)
