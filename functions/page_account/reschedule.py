"""Moving a visit: days and times as buttons, the old and the new time said in full, and only then it moves."""

from datetime import date, timedelta
from http import HTTPStatus

from flask import redirect, render_template, request

from shared_lib.bookings.booking import Booking
from shared_lib.bookings.find_move_times import DAYS, find_move_times
from shared_lib.bookings.lifecycle import Status
from shared_lib.bookings.policy import broken_by_move, check_changeable, movable_until
from shared_lib.bookings.reschedule import RescheduleRequest, reschedule_booking
from shared_lib.bootstrap import Services
from shared_lib.kernel.errors import BadInput, NotBookable, NotFound, Refusal, SlotTaken
from shared_lib.web.pages import Page

from .query import day, instant, written


def show_times(booking: Booking, base: str, deps: Services, *, full: bool, taken: bool = False) -> Page:
    """Show the days and times, or the one that was chosen, or why it can't be moved and what is possible instead."""
    if (refused := _refused(booking, base, deps, full=full)) is not None:
        return refused
    chosen = instant(request.args.get("to"))
    if chosen and not taken:
        return render_template("move_confirm.html", booking=booking, base=base, full=full, to=chosen, key=_key(booking))
    try:
        times = find_move_times(
            booking,
            first=day(request.args.get("from")) or _first_day(booking, deps),
            day=day(request.args.get("day")),
            context=deps.context,
            now=deps.clock(),
        )
    except NotFound:
        return _not_movable(booking, base, "no_longer_sold", full=full)
    page = render_template(
        "move.html", booking=booking, base=base, full=full, times=times, taken=taken, instant=written, step=DAYS
    )
    return page, HTTPStatus.CONFLICT if taken else HTTPStatus.OK


def move(booking: Booking, base: str, deps: Services, *, full: bool) -> Page:
    """Move it; where somebody was faster, show what else is free."""
    to = instant(request.form.get("to"))
    if to is None:
        raise BadInput("to", "must be a time from our buttons")
    key = f"account:{booking.id}:{request.form.get('key', '')[:40]}:{written(to)}"
    try:
        moved = reschedule_booking(
            booking.id, to, requested=RescheduleRequest("guest", key), context=deps.context, now=deps.clock()
        )
    except (SlotTaken, NotBookable):
        return show_times(deps.bookings.get(booking.id), base, deps, full=full, taken=True)
    except Refusal:
        return _refused(deps.bookings.get(booking.id), base, deps, full=full) or redirect(base, HTTPStatus.SEE_OTHER)
    deps.dispatcher.publish_now(moved.events, now=deps.clock())
    return redirect(f"{base}?done=moved", HTTPStatus.SEE_OTHER)


def _refused(booking: Booking, base: str, deps: Services, *, full: bool) -> Page | None:
    """Return the page that says why a visit can't be moved; None where it can."""
    if booking.status != Status.CONFIRMED:
        return _not_movable(booking, base, booking.status, full=full)
    try:
        check_changeable(booking, deps.clock())
    except Refusal:
        return _not_movable(booking, base, "begun", full=full)
    broken = broken_by_move(booking, deps.clock())
    return _not_movable(booking, base, broken[0][1].code, full=full) if broken else None


def _not_movable(booking: Booking, base: str, why: str, *, full: bool) -> Page:
    page = render_template(
        "not_movable.html", booking=booking, base=base, why=str(why), full=full, until=movable_until(booking)
    )
    return page, HTTPStatus.CONFLICT


def _first_day(booking: Booking, deps: Services) -> date:
    """Return today where the visit is seen from it, else a day a little before it: what is near comes first."""
    today, day = deps.spa.today(deps.clock()), deps.spa.today(booking.starts_at)
    return today if day < today + timedelta(days=DAYS) else day - timedelta(days=DAYS // 2)


def _key(booking: Booking) -> str:
    """Return what tells this wish from a later one: the same form sent twice moves once."""
    return str(booking.version)
