"""What a person has to hear of: log lines that alerts are made of; never personal data."""

import logging

_LOG = logging.getLogger("coresync.alerts")


def alert(
    code: str, message: str, /, *, level: int = logging.ERROR, error: Exception | None = None, **facts: object
) -> None:
    """Write one line of a level: a stable code that an alert looks for, and facts that say where to look."""
    _LOG.log(level, message, extra={"facts": {"alert": code, **facts}}, exc_info=error)
