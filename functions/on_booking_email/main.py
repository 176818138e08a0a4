"""A booking's followers: the guest, by e-mail and, where they asked for it, by SMS."""

import functions_framework

from shared_lib.bootstrap import services
from shared_lib.kernel.events import Event, EventType
from shared_lib.notifications.mail import MAILS_OF_EVENTS
from shared_lib.notifications.review_request import schedule_review_request
from shared_lib.notifications.tell_guest import tell_guest
from shared_lib.web.events import booking_event

ACTED_ON = frozenset({EventType.COMPLETED, *dict(MAILS_OF_EVENTS)})
"""Ignored: the steps of a payment that the page itself shows, arrivals, and who said that they will come."""


@functions_framework.http
@booking_event(lambda: services().pushes, acted_on=ACTED_ON)
def on_booking_email(event: Event) -> None:
    """Send what the event asks for, once, or have it sent later; what can't be done is delivered again."""
    deps = services()
    if event.type is EventType.COMPLETED:
        schedule_review_request(event, context=deps.review_context, now=deps.clock())
    else:
        tell_guest(event, mails=deps.mail_context, texts=deps.text_context, spa=deps.spa, now=deps.clock())
