"""Tell the followers of bookings what was committed: at once where a guest waits for it, else by the relay."""

import contextlib
import dataclasses
from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from uuid import UUID

from shared_lib.kernel.batching import Batches
from shared_lib.kernel.errors import ExternalServiceError, TryAgain
from shared_lib.kernel.events import Event
from shared_lib.kernel.ports import Outbox, Publisher

AT_ONCE = 0.5
"""Seconds that an answer may wait for its events; what is late goes out by the relay."""
RELAY_BATCH = 1000
"""As many as the publisher takes in one call."""
RELAY_SECONDS = 20.0


@dataclasses.dataclass(frozen=True)
class EventDispatcher:
    """Publishes events that are committed; failing is no trouble, the outbox keeps them.

    What is to be told at once is told together with what other threads have to tell at the same moment.
    """

    outbox: Outbox
    publisher: Publisher

    def publish_now(self, events: Sequence[Event], *, now: datetime) -> None:
        """Publish within half a second, as far as possible; trouble is not the caller's, whose work is committed."""
        with contextlib.suppress(ExternalServiceError, TryAgain):
            self._publish_together(events, now)

    def publish_booking_now(self, booking_id: UUID, *, now: datetime) -> None:
        """Publish what waits of a booking in the same way: a guest waits for the mail with its payment link."""
        with contextlib.suppress(ExternalServiceError, TryAgain):
            self._publish_together(self.outbox.waiting_of(booking_id), now)

    @cached_property
    def _batches(self) -> Batches[tuple[Sequence[Event], datetime], None]:
        return Batches(self._send_all)

    def _publish_together(self, events: Sequence[Event], now: datetime) -> None:
        if events:
            self._batches.do((events, now), within=AT_ONCE)

    def _send_all(self, batch: Sequence[tuple[Sequence[Event], datetime]], left: float) -> Sequence[None]:
        self._send([event for events, _ in batch for event in events], within=left, now=max(now for _, now in batch))
        return [None] * len(batch)

    def relay(self, *, now: datetime) -> int:
        """Publish what did not get out, and return how many did now."""
        return self._send(self.outbox.waiting(limit=RELAY_BATCH), within=RELAY_SECONDS, now=now)

    def _send(self, events: Sequence[Event], *, within: float, now: datetime) -> int:
        out = self.publisher.publish(events, within=within) if events else ()
        if out:
            self.outbox.published(out, now=now)
        return len(out)
