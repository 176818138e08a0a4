"""Moving a visit, cancelling it, taking one guest out of it: a GET shows what would become of it, a POST does it."""

from http import HTTPStatus

from flask import Blueprint, redirect, render_template, request

from shared_lib.bookings.booking import Booking
from shared_lib.bookings.cancel import cancel_booking
from shared_lib.bookings.lifecycle import Status
from shared_lib.bookings.policy import can_be_cancelled, guest_refund_cents, refund_cents
from shared_lib.bookings.remove_guest import remove_guest
from shared_lib.bootstrap import Services
from shared_lib.kernel.errors import NotFound, WrongState
from shared_lib.web.pages import Page

from . import reschedule
from .browser import proved_just_now
from .visits import base_of, theirs


def routes(deps: Services) -> Blueprint:
    """Return the pages on which a visit is changed."""
    pages = Blueprint("visit_changes", __name__)

    @pages.get("/account/visits/<reference>/move")
    def move(reference: str) -> Page:
        return reschedule.show_times(theirs(reference, deps), f"/account/visits/{reference}", deps, full=True)

    @pages.post("/account/visits/<reference>/move")
    def move_now(reference: str) -> Page:
        return reschedule.move(theirs(reference, deps), f"/account/visits/{reference}", deps, full=True)

    @pages.get("/account/visits/<reference>/cancel")
    def cancel(reference: str) -> Page:
        return _show_cancel(_theirs_freshly(reference, deps), deps)

    @pages.post("/account/visits/<reference>/cancel")
    def cancel_now(reference: str) -> Page:
        return _cancel(_theirs_freshly(reference, deps), deps)

    @pages.get("/account/visits/<reference>/guests/<int:guest>")
    def take_out(reference: str, guest: int) -> Page:
        return _show_take_out(_theirs_freshly(reference, deps), guest, deps)

    @pages.post("/account/visits/<reference>/guests/<int:guest>")
    def take_out_now(reference: str, guest: int) -> Page:
        return _take_out(_theirs_freshly(reference, deps), guest, deps)

    return pages


def _theirs_freshly(reference: str, deps: Services) -> Booking:
    """Return a booking of a guest who has just proved who they are: money moves on these pages."""
    return deps.guest_bookings.find(proved_just_now(request, deps).guest, reference)


def _show_cancel(booking: Booking, deps: Services, *, changed: bool = False) -> Page:
    if not can_be_cancelled(booking, deps.clock()):
        return render_template("too_late.html", booking=booking, base=base_of(booking)), HTTPStatus.CONFLICT
    refund = refund_cents(booking, deps.clock())
    page = render_template("cancel.html", booking=booking, base=base_of(booking), refund=refund, changed=changed)
    return page, HTTPStatus.CONFLICT if changed else HTTPStatus.OK


def _cancel(booking: Booking, deps: Services) -> Page:
    """Cancel on the terms that were shown; where time has changed them meanwhile, show them again."""
    shown, now = request.form.get("refund", type=int), deps.clock()  # one instant: no deadline passes in between
    if can_be_cancelled(booking, now) and shown != refund_cents(booking, now):
        return _show_cancel(booking, deps, changed=True)
    try:
        cancelled = cancel_booking(booking.id, actor="guest", bookings=deps.bookings, now=now)
    except WrongState:
        return _show_cancel(deps.bookings.get(booking.id), deps)
    deps.dispatcher.publish_now(cancelled.events, now=deps.clock())
    return redirect(f"{base_of(booking)}?done=cancelled", HTTPStatus.SEE_OTHER)


def _show_take_out(booking: Booking, guest: int, deps: Services, *, changed: bool = False) -> Page:
    if guest not in booking.guests:
        raise NotFound("no such guest in this booking")
    if len(booking.guests) == 1:
        return redirect(f"{base_of(booking)}/cancel", HTTPStatus.SEE_OTHER)
    if booking.status != Status.CONFIRMED or booking.starts_at <= deps.clock():
        return render_template("too_late.html", booking=booking, base=base_of(booking)), HTTPStatus.CONFLICT
    refund = guest_refund_cents(booking, guest, deps.clock())
    page = render_template(
        "take_out.html", booking=booking, base=base_of(booking), guest=guest, refund=refund, changed=changed
    )
    return page, HTTPStatus.CONFLICT if changed else HTTPStatus.OK


def _take_out(booking: Booking, guest: int, deps: Services) -> Page:
    shown, now = request.form.get("refund", type=int), deps.clock()
    if guest in booking.guests and shown != guest_refund_cents(booking, guest, now):
        return _show_take_out(booking, guest, deps, changed=True)
    try:
        removed = remove_guest(booking.id, guest, actor="guest", context=deps.context, now=now)
    except WrongState:
        return _show_take_out(deps.bookings.get(booking.id), guest, deps)
    deps.dispatcher.publish_now(removed.events, now=deps.clock())
    return redirect(f"{base_of(booking)}?done=taken-out", HTTPStatus.SEE_OTHER)
