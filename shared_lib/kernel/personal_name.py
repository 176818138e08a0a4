"""Names of people: what somebody is called."""

ENGLISH = (
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "sir",
    "madam",
    "mister",
    "doctor",
    "professor",
    "rabbi",
    "rev",
)
SPANISH = ("sr", "sra", "srta", "don", "doña", "dra", "señor", "señora", "señorita")
OTHERS = ("господин", "госпожа", "пан", "пані", "панна", 'ד"ר', "מר", "גב'", "גברת", "פרופ'")
TITLES = frozenset({*ENGLISH, *SPANISH, *OTHERS})
"""What stands before a name and is none."""


def called(name: str) -> str:
    """Return what somebody is called: the first word of a name that is no title; of `Barber, Tom` the second part."""
    family, comma, given = name.partition(",")
    words = (given if comma and given.strip() and " " not in family.strip() else name).split()
    own = [word for word in words if word.lower().strip(".,") not in TITLES and any(map(str.isalpha, word))]
    return (own or words or [""])[0].strip(",")
