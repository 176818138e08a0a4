"""What guests read of each topic of messages."""

import dataclasses
from collections.abc import Mapping

from shared_lib.guests.preferences import Topic


@dataclasses.dataclass(frozen=True, slots=True)
class TopicWords:
    """A topic's name, and what it is."""

    name: str
    what: str


TOPIC_WORDS: Mapping[Topic, TopicWords] = {
    Topic.SECURITY: TopicWords("Codes", "The six digits by which you prove who you are."),
    Topic.BOOKINGS: TopicWords("Your visits", "Confirmed, changed, cancelled."),
    Topic.PAYMENTS: TopicWords("Money", "Payment links, receipts, refunds."),
    Topic.WAITLIST: TopicWords("The waiting list", "A place that you wait for has opened."),
    Topic.REMINDERS: TopicWords("Reminders", "The day before a visit: when, where, and the way."),
    Topic.REVIEWS: TopicWords("A word afterwards", "One mail after a visit that asks how it was."),
}
