"""Times as Firestore gives them: of each commit one later than the last, in microseconds."""

from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias

from google.protobuf.timestamp_pb2 import Timestamp as PlainTimestamp

from shared_lib.kernel.clock import Clock

Timestamp: TypeAlias = Any
"""Protobuf's Timestamp, which has no types."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class CommitTimes:
    """Hands out the times of commits and reads; not safe between threads by itself."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last = 0

    def next(self) -> int:
        """Return the time of a commit, in microseconds since 1970, later than all before."""
        self._last = max((self._clock() - _EPOCH) // _MICROSECOND, self._last + 1)
        return self._last

    def read(self) -> Timestamp:
        """Return the time of a read: it sees every commit so far."""
        return timestamp(max((self._clock() - _EPOCH) // _MICROSECOND, self._last))


def timestamp(micros: int) -> Timestamp:
    """Return microseconds since 1970 as a message."""
    seconds, rest = divmod(micros, 10**6)
    return PlainTimestamp(seconds=seconds, nanos=rest * 1000)


def request_time(micros: int) -> Timestamp:
    """Return what SERVER_TIMESTAMP becomes in a commit at this time: Google cuts it to milliseconds."""
    return timestamp(micros - micros % 1000)
