"""Gifts: the words around the name of a country that tell of it as one who gives or takes money."""

import re

# "Norway's new contribution", "British aid"
GIFTS = re.compile(
    r"(?:'s)?(?: [a-z]+)? "
    r"(?:aid|assistance|contributions?|donations?|pledges?|donors?|taxpayers?)\b"
    r"|'s (?:[£$€]|(?:US|A|C|NZ)\$)?\d[\d.,]*(?: [mb]illion)? (?:[a-z]+ )?"
    r"(?:contribution|deposit|donation|gift|grant|loan|offer|package|pledge)\b"
)
# "2 billion from Norway", "the largest of them, $2 billion, from Norway": whose money it is
GIVEN_BY = re.compile(
    r"(?:[mb]illion|[mb]n|dollars|euros|pounds|aid|money|support|help|assistance|backing|funding),?"
    r" from(?: the)? ?\Z"
)
# "Norway $5 million and Spain 600,000 euros": in a list of who gives what
ELIDED = re.compile(
    r":? (?:[£$€]|US\$|\d[\d,.]*(?: [mb]illion)? (?:dollars|euros|pounds|francs|kroner|yen)\b)"
)
# "Chad was promised $8 million"
TAKES = re.compile(
    r" (?:is|was|were|has been|had been|will be|is to be) "
    r"(?:pledged|promised|given|granted|lent|offered|allocated|awarded)\b"
)
# "Japan, for long the largest donor, promised"
DONOR = re.compile(r",(?: [a-z]+){1,6} (?:donor|lender|creditor|contributor|backer)\b")
MAKE = frozenset("make makes made making".split())
GIVE = tuple(
    "give donate pledge contribute provide allocate distribute commit grant fund lend offer "
    "promise send withhold pay".split()
)
