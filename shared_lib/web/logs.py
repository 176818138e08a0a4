"""Log lines as Google Cloud reads them: one JSON object each, with the request's trace; never personal data."""

import json
import logging
import sys
from contextvars import ContextVar

TRACE: ContextVar[str] = ContextVar("trace", default="")

LOG = logging.getLogger("coresync")


class JsonLines(logging.Formatter):
    """Severity, message, trace and whatever facts the line carries in `facts`."""

    def format(self, record: logging.LogRecord) -> str:
        """Return one line."""
        line = {"severity": record.levelname, "message": record.getMessage(), **getattr(record, "facts", {})}
        if TRACE.get():
            line["logging.googleapis.com/trace"] = TRACE.get()
        if record.exc_info:
            line["stack_trace"] = self.formatException(record.exc_info)
        return json.dumps(line, default=str)


def prepare() -> None:
    """Let our lines, and those of the core below our name, go out as JSON."""
    if LOG.handlers:
        return
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(JsonLines())
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    LOG.propagate = False


def log(message: str, *, level: int = logging.INFO, exc_info: bool = False, **facts: object) -> None:
    """Write one line; `facts` must hold no personal data."""
    prepare()
    LOG.log(level, message, extra={"facts": facts}, exc_info=exc_info)
