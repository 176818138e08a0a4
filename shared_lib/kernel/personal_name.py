"""Names of people: what somebody is called."""

TITLES = frozenset(
    """
    mr mrs ms miss mx dr prof sir madam mister doctor professor sr sra srta don doña dra señor señora señorita
    г-н г-жа господин госпожа пан пані панна мр ד"р מר גב' גברת פרופ' rabbi rev fr
    """.split()
)
"""What stands before a name and is none."""


def called(name: str) -> str:
    """Return what somebody is called: the first word of a name that is no title; of `Barber, Tom` the second part."""
    family, comma, given = name.partition(",")
    words = (given if comma and given.strip() and " " not in family.strip() else name).split()
    own = [word for word in words if word.lower().strip(".,") not in TITLES]
    return (own or words or [""])[0].strip(",")
