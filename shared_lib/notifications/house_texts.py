"""What the owner tells guests about coming to the house and about judging it; it may change between two mails."""

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True)
class HouseTexts:
    """The owner's own words, each "" where there are none; `review_url` is where a review is written."""

    review_url: str = ""
    directions: str = ""
    parking: str = ""
    what_to_bring: str = ""
