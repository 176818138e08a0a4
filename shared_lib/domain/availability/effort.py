"""How much work one question is worth: what is asked from outside never works without an end."""

MOST = 4000
"""How many ways for visits to follow each other are tried before the answer is no; about half a second."""


class SearchBudget:
    """What is left to spend."""

    def __init__(self, most: int = MOST) -> None:
        self._left = most

    @property
    def is_left(self) -> bool:
        """Return whether one more try may be made."""
        return self._left > 0

    def spend(self) -> bool:
        """Take one try; False where none is left."""
        self._left -= 1
        return self._left >= 0
