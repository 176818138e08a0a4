"""What a person has to hear of: log lines that alerts are made of; never personal data."""

import logging

_LOG = logging.getLogger("coresync.alerts")


def alert(message: str, *, level: int = logging.ERROR, **facts: object) -> None:
    """Write one line of a level, with facts that say where to look."""
    _LOG.log(level, message, extra={"facts": facts})
