"""Money that moves: how and when it is paid, what would come back, who is told."""

from datetime import timedelta

from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.answers.inquiry import Inquiry
from shared_lib.agent.dialogue.wording import payment_reply
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.policy import refund_cents, settle_price

FULL = 100


def refund(inquiry: Inquiry) -> Reply | None:
    """Return what would really come back of the booking that is spoken of; None where none is."""
    if booking := inquiry.confirmed_booking:
        return _refund("answer_refund_now", booking, refund_cents(booking, inquiry.services.now), inquiry)
    if booking := inquiry.open_booking:
        percent = booking.refund_percent(inquiry.services.now)
        back = settle_price(booking.sold, unpaid=0, percent=percent).refund.cents
        return _refund("answer_refund_once_paid", booking, back, inquiry)
    return None


def _refund(key: str, booking: Booking, cents: int, inquiry: Inquiry) -> Reply:
    voice = inquiry.voice
    facts = {
        "reference": booking.reference,
        "total": voice.money(booking.total_cents),
        "moment": voice.moment(booking.starts_at),
    }
    said = voice.say(f"{key}_nothing" if not cents else key, **facts, refund=voice.money(cents))
    return Reply(" ".join(filter(None, [said, _until(booking, inquiry)])))


def _until(booking: Booking, inquiry: Inquiry) -> str:
    """Return until when the share that comes back now does, "" where that is nothing."""
    now = inquiry.services.now
    percent = booking.refund_percent(now)
    steps = [hours for hours, share in booking.policy["refund"] if share >= percent and hours]
    ends = [booking.starts_at - timedelta(hours=hours) for hours in steps]
    last = max((end for end in ends if end >= now), default=None)
    if not percent or last is None:
        return ""
    return inquiry.voice.say("answer_refund_until", moment=inquiry.voice.moment(last))


def way_to_pay(inquiry: Inquiry) -> Reply:
    """Return how and when a visit is paid; for one that is held and has its contact, the way itself."""
    if (booking := inquiry.open_booking) and booking.contact:
        return payment_reply("answer_pay_open", booking, inquiry.services)
    if inquiry.open_booking:
        return inquiry.say("answer_pay_held")
    return inquiry.say("answer_pay", phone=inquiry.services.spa.phone)


def who_is_told(inquiry: Inquiry) -> Reply:
    """Return by what the house really reports: mails; nobody calls."""
    booking = inquiry.confirmed_booking
    email = booking.contact.email if booking and booking.contact else ""
    said = inquiry.voice.say("answer_mail_sent", email=email) if email else inquiry.voice.say("answer_mail")
    soon = booking is not None and not _is_reminded(booking, inquiry)
    return Reply(said if soon else f"{said} {inquiry.voice.say('answer_reminder')}")


def _is_reminded(booking: Booking, inquiry: Inquiry) -> bool:
    """Return whether a reminder is still to come: it goes out in the morning of the day before."""
    spa = inquiry.services.spa
    return spa.today(booking.starts_at) > spa.today(inquiry.services.now) + timedelta(days=1)
