"""The parts of a mail about a booking: rows of its panel, sums, and sentences that depend on how it stands."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from shared_lib.bookings.formatting import say_visits
from shared_lib.bookings.lifecycle import Status
from shared_lib.bookings.policy import grace_ends, movable_until
from shared_lib.kernel.locales.sentence_writer import capitalised
from shared_lib.notifications.adapters.mail_templates.matter import Matter
from shared_lib.notifications.adapters.mail_templates.words import Words
from shared_lib.notifications.invitation import reminds
from shared_lib.notifications.mail import MailKind

_EXPECTED = frozenset({MailKind.CONFIRMATION, MailKind.CHANGED, MailKind.REMINDER})
_WITH_WHOM = _EXPECTED | {MailKind.WAITLIST_OFFER, MailKind.PAYMENT_LINK, MailKind.PAYMENT_FAILED}


def parts_of(matter: Matter, say: Words) -> Mapping[str, Any]:
    """Return everything that a template of a mail about a booking may name."""
    return {
        "visit": {"day": capitalised(matter.day), "hours": matter.hours, "rows": list(_visit_rows(matter, say))},
        "receipt": list(_receipt(matter, say)),
        "account": list(_account(matter, say)),
        "changing": list(_changing(matter, say)),
        "money": list(_money(matter, say)),
        "house": matter.house,
        "reminds": reminds(matter.booking.starts_at, now=matter.now),
        "grace": matter.moment(grace_ends(matter.booking)) if "grace_minutes" in matter.booking.policy else "",
        "balance": matter.booking.balance_cents,
    }


def _visit_rows(matter: Matter, say: Words) -> Iterator[tuple[str, str, bool]]:
    """Yield label, value, and whether the value is set in mono; the address is told only to whoever is expected."""
    kind, booking = matter.kind, matter.booking
    if len(booking.visits) > 1:
        visits = say_visits(booking, matter.spa, with_whom=kind in _WITH_WHOM, lang=booking.lang)
        yield from ((hour, visit, False) for hour, visit in visits)
    else:
        yield from _only_visit(matter, say)
    if kind in _WITH_WHOM and booking.party > 1:
        yield say("guests"), str(booking.party), True
    if kind in _EXPECTED and matter.spa.address:
        yield say("where"), say.isolated(matter.spa.address), False
    yield say("reference"), booking.reference, True


def _only_visit(matter: Matter, say: Words) -> Iterator[tuple[str, str, bool]]:
    kind, booking = matter.kind, matter.booking
    length = matter.locale.duration(timedelta(minutes=booking.treatment.minutes))
    yield say("treatment"), f"{say.isolated(booking.treatment.name)}, {length}", False
    if extras := ", ".join(line.name for line in booking.lines[1:]):
        yield say("added"), extras, False
    if kind in _WITH_WHOM and booking.technicians:
        yield say("with"), say("and").join(map(say.isolated, booking.technicians)), False


def _receipt(matter: Matter, say: Words) -> Iterator[tuple[str, str]]:
    """Yield what a visit to come costs."""
    booking, money = matter.booking, matter.locale.money
    yield from _sold(matter, say)
    if booking.balance_cents:
        yield say("total"), money(booking.total_cents)
        yield say("paid"), money(booking.total_cents - booking.balance_cents)
        yield say("balance"), money(booking.balance_cents)
    else:
        yield say("total_paid" if booking.paid else "total"), money(booking.total_cents)


def _sold(matter: Matter, say: Words) -> Iterator[tuple[str, str]]:
    booking, money = matter.booking, matter.locale.money
    yield from ((line.name, money(line.price_cents)) for line in booking.lines)
    yield say("tax"), money(booking.tax_cents)


def _account(matter: Matter, say: Words) -> Iterator[tuple[str, str]]:
    """Yield what was sold, paid, returned, kept and is left to pay, so that it adds up for whoever reckons."""
    booking, returned, money = matter.booking, matter.past.refunded_cents, matter.locale.money
    if booking.status in {Status.CONFIRMED, Status.COMPLETED}:
        yield from _sold(matter, say)
        yield say("total"), money(booking.total_cents)
    if booking.fees_cents:
        yield say("kept"), money(booking.fees_cents)
    yield say("paid"), money(matter.paid_cents)
    if returned:
        yield say("returned"), money(returned)
    if booking.balance_cents:
        yield say("balance"), money(booking.balance_cents)


def _changing(matter: Matter, say: Words) -> Iterator[str]:
    """Yield how and until when the visit may be moved and cancelled, the dates of those that still lie ahead."""
    yield say("change_how")
    booking, policy = matter.booking, matter.booking.policy
    if {"reschedule_free_until_hours", "reschedule_times"} <= policy.keys():
        until = movable_until(booking)
        if until > matter.now and booking.moves < policy["reschedule_times"]:
            yield say("movable", until=matter.moment(until))
    yield from _cancelling(matter, say)


def _cancelling(matter: Matter, say: Words) -> Iterator[str]:
    ahead = list(_steps_ahead(matter))[::-1]
    for percent, until in ahead:
        whole = percent == 100  # noqa: PLR2004 -- percent
        yield say("cancel_all" if whole else "cancel_share", percent=percent, until=until)
    yield say("cancel_after" if ahead else "cancel_late")


def _steps_ahead(matter: Matter) -> Iterator[tuple[int, str]]:
    """Yield each share that may still come back and until when, last first; what a move has reached is the most."""
    booking, told = matter.booking, 0
    for hours, share in sorted(booking.policy["refund"]):
        until = booking.starts_at - timedelta(hours=hours)
        percent = min(share, booking.refund_at_most)
        if until > matter.now and percent > told:
            yield percent, matter.moment(until)
            told = percent


def _money(matter: Matter, say: Words) -> Iterator[str]:
    """Yield what becomes of the money of a visit that does not take place, or that changed."""
    if matter.kind is MailKind.CHANGED:
        yield from _money_of_change(matter, say)
    elif matter.kind in {MailKind.CANCELLATION, MailKind.NO_SHOW}:
        yield from _money_of_loss(matter, say)


def _money_of_loss(matter: Matter, say: Words) -> Iterator[str]:
    returned, paid = matter.past.refunded_cents, matter.paid_cents
    if returned and returned >= paid:
        yield say("money_all")
    elif returned:
        yield say("money_share")
        yield say("money_rest")
    elif paid:
        yield say("money_kept")


def _money_of_change(matter: Matter, say: Words) -> Iterator[str]:
    back, fee = matter.change.refund_cents, matter.change.fee_cents
    if back:
        yield say("back_less_fee" if fee else "back")
    if fee:
        yield say("fee_rest" if back else "fee")
