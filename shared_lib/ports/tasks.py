"""Work that is done later, off the path of whoever asks for it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol


class TaskQueue(Protocol):
    """Remembers what to do and when; each task is delivered at least once."""

    def at(self, when: datetime, *, name: str, function: str, body: Mapping[str, object]) -> None:
        """Have `function` called with `body` (JSON, no personal data) at an instant at most 30 days ahead, or at once.

        Asking again under the same name (letters, digits, - and _) changes nothing, also after the task is done: a
        task for a changed time needs a new name. Raises VendorUnavailable, which may be asked again, or VendorRefused.
        """
        ...
