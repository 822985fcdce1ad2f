"""When a figure was: its own time, and neither that of its telling nor that of a record."""

from collections.abc import Callable

import pytest

from plainfigures.figures import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        ("Police said on Monday that 12 people died in the fire.", "12", None),
        ("In a statement on Friday the army said 14 men had died overnight.", "14", "overnight"),
        ("Twelve people died on Monday, police said on Tuesday.", "Twelve", "Monday"),
        ("It killed 40 people, the highest toll since 1998.", "40", None),
        ("Some 40 men died after the war began.", "40", "after the war began"),
        ("Three men died, against five a year earlier.", "five", "a year earlier"),
        ("It was the worst fire since 1998, when 40 people died.", "40", "1998"),
        ("A panel set up in 1990 put the dead at 40.", "40", None),
        ("Sixty people were killed in 2019 and 45 the following year.", "45", "the following year"),
        ("We cleared 9 hectares over five years, 3 hectares of it in 2022.", "3", "2022"),
        ("Norway pledged $30 million, and Malta gave $2 million on 9 May.", "$30", None),
        ("Two men were killed and one was hurt on Sunday.", "Two", "Sunday"),
        ("Oslo, which lost 90 tons of fish last May, pays 40 kroner a kilo for it.", "40", None),
        ("Dr Bo, who has two nurses and a van, saw 90 patients on Monday.", "two", None),
        ("We trained 21 cooks and paid a monthly wage of 90 euros to each.", "21", None),
        ("The monthly wage of the 21 cooks is 90 euros.", "90", "monthly"),
        ("The course was due to end in May 2020 but was extended by 15 months.", "15", None),
        ("The course was extended by 15 months at a cost of $90.", "90", None),
        ("It carries 90 kilos on a road where mine would last ten minutes.", "90", None),
        ("In May 1983 she resigned, and two years later opened a park.", "two", None),
        ("He was gone for 73 days and came back with 40 letters.", "40", None),
        ("Only 27 women over 15 can read.", "27", None),
        ("Five brokers expect a fall from the 346 tons of last year.", "Five", None),
        ("Prices rose 3 percent on Friday and are 62 percent above a year ago.", "62", "Friday"),
        ("Nine crews were sent, two fewer, because a contract ended on 3 July.", "Nine", None),
        ("Unless the gap of $11 is met, six crews will be sent home in May.", "11", None),
        ("Ten eyes were lost, four of them in a single week.", "Ten", None),
        ("Growth of 2.6 percent is too high: trade shrank last year.", "2.6", None),
        ("Bo said that 700 posts would go, but that pay would rise from May.", "700", None),
        ("It was drained in 1928, and within two years 40 were left.", "40", "within two years"),
        ("\"She rolled over 30 times,\" said Bo, who swam for nine hours.", "30", None),
        ("Each will get 400 crowns, and the first 280 letters went out on Monday.", "400", None),
        ("No more than 90 posts will go, and it will spend $8 on courses by 2027.", "90", None),
    ],
)  # fmt: skip
def test_a_figure_has_the_time_of_what_it_counts(
    read: Read, text: str, number: str, period: str | None
) -> None:
    at = text.index(number)
    (figure,) = (f for f in read(text).figures if f.number_start <= at < f.number_end)
    assert figure.period == period


def test_the_day_of_a_statement_is_when_the_figure_was_stated(read: Read) -> None:
    text = "Police said on 4 May 2021 that 12 people died in the fire."
    (figure,) = (f for f in read(text).figures if f.measure)
    assert (figure.period, figure.as_of) == (None, "2021-05-04")


def test_so_far_means_until_the_day_of_the_document(read: Read) -> None:
    (figure,) = read("So far 300 people have died.", date="2024-04-05").figures
    assert figure.as_of == "2024-04-05"
