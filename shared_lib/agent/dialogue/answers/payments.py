"""Money that moves: how and when it is paid, what would come back, who is told."""

from datetime import timedelta

from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.answers.inquiry import Inquiry
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.wording import payment_reply
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.policy import refund_cents

FULL, HALF = 100, 50
"""Percent."""


def refund(inquiry: Inquiry) -> Reply | None:
    """Return what would really come back of the booking that is spoken of; None where none is."""
    if booking := inquiry.confirmed_booking:
        return _of_paid(booking, inquiry)
    if booking := inquiry.open_booking:
        return _of_held(booking, inquiry)
    return None


def _of_paid(booking: Booking, inquiry: Inquiry) -> Reply:
    """Return what comes back now, to the cent; the policy as well where it was asked for."""
    voice, cents = inquiry.voice, refund_cents(booking, inquiry.services.now)
    facts = {"reference": booking.reference, "total": voice.money(booking.total_cents), "refund": voice.money(cents)}
    said = voice.say("answer_refund_now" if cents else "answer_refund_now_nothing", **facts)
    general = "cancel" in inquiry.concepts and "refund" not in inquiry.concepts
    rule = voice.say("answer_refund_rule", steps=_steps(booking, inquiry)) if general else ""
    return Reply(" ".join(filter(None, [said, _until(booking, inquiry), rule])))


def _of_held(booking: Booking, inquiry: Inquiry) -> Reply:
    """Return the policy that would count, in shares and without a price, and which of them counts now."""
    voice, percent = inquiry.voice, booking.refund_percent(inquiry.services.now)
    parts = [
        voice.say("answer_refund_unpaid"),
        voice.say("answer_refund_rule", steps=_steps(booking, inquiry)),
        voice.say("answer_refund_as_of_now", share=_share(percent, inquiry)),
        _until(booking, inquiry),
    ]
    return Reply(" ".join(filter(None, parts)))


def _steps(booking: Booking, inquiry: Inquiry) -> str:
    """Return the steps of the policy that a booking was made under, the longest notice first."""
    steps = sorted(booking.policy["refund"], reverse=True)
    told = [
        inquiry.voice.say(
            "answer_refund_step" if hours else "answer_refund_step_last",
            hours=hours,
            share=_share(percent, inquiry),
        )
        for hours, percent in steps
    ]
    return "; ".join(told)


def _share(percent: int, inquiry: Inquiry) -> str:
    key = {FULL: "answer_share_full", HALF: "answer_share_half", 0: "answer_share_nothing"}.get(percent)
    return inquiry.voice.say(key or "answer_share_part", percent=percent)


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
    booking, services = inquiry.open_booking, inquiry.services
    if booking and booking.contact and isinstance(services, DialogueServices):  # only a chat can show the page
        return payment_reply("answer_pay_open", booking, services)
    if booking:
        return inquiry.say("answer_pay_held")
    return inquiry.say("answer_pay", phone=inquiry.services.spa.phone)


def held_until(inquiry: Inquiry) -> Reply | None:
    """Return until when the hold that is spoken of is kept, and how it is paid where that was asked; None for none."""
    booking, voice = inquiry.open_booking, inquiry.voice
    if booking is None:
        return None
    facts = {"moment": voice.moment(booking.starts_at), "until": voice.time(booking.held_until)}
    paid = voice.say("answer_pay_held") if inquiry.said.about_paying and not booking.contact else ""
    return Reply(" ".join(filter(None, [voice.say("kept_until", **facts), paid])))


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
