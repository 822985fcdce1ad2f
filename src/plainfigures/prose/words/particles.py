"""Small words and points within a name, so that all rules that ask for capitals see one name."""

_JOINING = frozenset(
    "da das de del della dello der den des di do dos du la las le les los van von zu ter ten "
    "bin bint ibn ould al el".split()
)
_ARABIC = frozenset(
    "al el ad ar as at az an ash esh ed er es et ez en il ud ul adh ath abu umm".split()
)
_RARE = _JOINING | _ARABIC - frozenset("as at an".split())
_TITLES = frozenset(
    "Col Gen Lt Capt Sgt Maj Dr Mr Mrs Ms Prof St Ste Mt Ft Sen Rep Gov Rev Fr Hon Adm Cmdr Brig "
    "Cpl Pte Insp Supt Pres Sr Msgr Amb".split()
)
_LONGEST = 5


def raise_particles(raw: list[str]) -> None:
    """Write the small words within a name with a capital: "Villa De La Paz", "Stoke-On-Trent".

    >>> words = "in Deir ez - Zor and Santa Cruz de la Sierra".split()
    >>> raise_particles(words)
    >>> " ".join(words)
    'in Deir Ez - Zor and Santa Cruz De La Sierra'
    """
    hyphened = "-" in raw
    if not hyphened and _RARE.isdisjoint(raw):
        return
    for k in range(len(raw) - 2, -1, -1):
        if not raw[k].islower():
            continue
        after = raw[k + 1]
        if raw[k] in _JOINING and after[0].isupper():
            before = k - 1 - (k > 1 and raw[k - 1] == "-")
            raised = k > 0 and (raw[before] in _JOINING or raw[before][0].isupper())
        elif hyphened and after == "-" and k + 2 < len(raw) and raw[k + 2][0].isupper():
            between = k > 1 and raw[k - 1] == "-" and raw[k - 2][0].isupper()
            raised = raw[k] in _ARABIC or (between and len(raw[k]) <= _LONGEST)
        else:
            continue
        if raised:
            raw[k] = raw[k].capitalize()


def points(raw: list[str]) -> list[int]:
    """The points after titles and initials, which are left out: "Lt | Col | J | Smith".

    >>> points("said Lt . Col . J . Smith .".split())
    [2, 4, 6]
    """
    if raw.count(".") < 2:
        return []
    return [
        k
        for k in range(1, len(raw) - 1)
        if raw[k] == "."
        and (raw[k - 1] in _TITLES or (len(raw[k - 1]) == 1 and raw[k - 1].isupper()))
        and (raw[k + 1][0].isupper() or raw[k + 1] in _RARE)
    ]
