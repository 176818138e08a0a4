"""What the galleries show until the spa's photographs come: light on stone and water, drawn."""

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True)
class Scene:
    """A picture in `assets/`, what it shows to those who can't see it, and the words under it."""

    image: str
    alt: str
    title: str
    words: str


MENS_SUITE = (
    Scene(
        "room.svg",
        "A lit niche above a table of dark stone",
        "Massage",
        "Warm stone, low light, and all the time you booked.",
    ),
    Scene("hands.svg", "Rings on a bowl of still water", "Hands and feet", "Manicure and pedicure, without a hurry."),
    Scene(
        "barber.svg",
        "A dark mirror in a ring of light",
        "The barber",
        "A cut, a trim, a classic shave with hot towels.",
    ),
    Scene(
        "bed.svg",
        "A long curve of light over a dark form",
        "AI massage bed",
        "A bed that reads your back and works at your pace.",
    ),
)

PRIVATE = (
    Scene("suite.svg", "Two slots of light, mirrored in water", "The suite", "One door, and nobody else."),
    Scene(
        "stones.svg", "Two stones at rest in still water", "Side by side", "A massage for two, with two technicians."
    ),
    Scene("evening.svg", "A low lamp over dark water", "Late evenings", "Open when the city slows down."),
)
