"""The waiting list: what a guest waits for, how to join it and how to leave it."""

from datetime import date, timedelta
from http import HTTPStatus
from uuid import UUID, uuid4

from flask import Blueprint, redirect, render_template, request

from shared_lib.availability.request import BookingRequest, RequestedItem
from shared_lib.availability.timeline import Window
from shared_lib.bookings.contact import Contact
from shared_lib.bootstrap import Services
from shared_lib.guests.contact_point import Channel
from shared_lib.guests.guest import Guest
from shared_lib.kernel.errors import AlreadyWaiting, BadInput, NotBookable, NotFound
from shared_lib.kernel.hours import resolve
from shared_lib.kernel.parts_of_day import MIDNIGHT
from shared_lib.kernel.parts_of_day import PARTS as PARTS_OF_DAY
from shared_lib.kernel.plain_json import is_plain_text
from shared_lib.waitlist.join import join_waitlist
from shared_lib.waitlist.leave import leave_waitlist
from shared_lib.web.pages import Page

from .browser import signed_in
from .query import day

PARTS = {"any": (0, MIDNIGHT), **{part: PARTS_OF_DAY[part] for part in ("morning", "afternoon", "evening")}}
"""Minutes of the wall clock in which a visit may begin, by the part of the day that a guest chooses."""
LONGEST_NAME = 80
DAYS_AT_MOST = 31
"""How many days one wish may span."""


def routes(deps: Services) -> Blueprint:
    """Return the pages of the waiting list."""
    pages = Blueprint("waiting", __name__)

    @pages.get("/account/waitlist")
    def show() -> Page:
        guest = signed_in(request, deps).guest
        return render_template("waitlist.html", entries=deps.waitlist.of_guest(guest), book=deps.price_book())

    @pages.get("/account/waitlist/new")
    def ask() -> Page:
        return _ask(signed_in(request, deps).guest, deps)

    @pages.post("/account/waitlist/new")
    def join() -> Page:
        return _join(signed_in(request, deps).guest, deps)

    @pages.post("/account/waitlist/<uuid:entry_id>/leave")
    def leave(entry_id: UUID) -> Page:
        return _leave(entry_id, signed_in(request, deps).guest, deps)

    return pages


def _ask(guest: Guest, deps: Services, *, problem: str = "") -> Page:
    page = render_template(
        "waitlist_new.html",
        book=deps.price_book(),
        today=deps.spa.today(deps.clock()),
        typed=request.form,
        parts=PARTS,
        email=guest.reached_by(Channel.EMAIL),
        key=request.form.get("key") or uuid4().hex,
        name=request.form.get("name", _known_name(guest, deps)),
        problem=problem,
    )
    return page, HTTPStatus.BAD_REQUEST if problem else HTTPStatus.OK


def _join(guest: Guest, deps: Services) -> Page:
    """Put the guest on the list, once for each form; what can't be is said beside the form."""
    email = guest.reached_by(Channel.EMAIL)
    if email is None:
        return _ask(guest, deps, problem="no_email")
    try:
        asked, contact = _request(deps), Contact(_name(), email.address)
        join_waitlist(
            asked,
            contact,
            key=f"account:{guest.id}:{request.form.get('key', '')[:40]}",
            source="account",
            waitlist=deps.waitlist,
            context=deps.context,
            now=deps.clock(),
        )
    except BadInput as refusal:
        return _ask(guest, deps, problem=refusal.field)
    except NotBookable:
        return _ask(guest, deps, problem="in_vain")
    except (AlreadyWaiting, NotFound) as refusal:
        return _ask(guest, deps, problem=refusal.code.lower())
    return redirect("/account/waitlist?done=waiting", HTTPStatus.SEE_OTHER)


def _known_name(guest: Guest, deps: Services) -> str:
    """Return the name of the next visit, or of the last one."""
    now = deps.clock()
    contacts = [each.contact for each in deps.guest_bookings.coming(guest, now=now)]
    if not contacts:
        past = deps.guest_bookings.past(guest, now=now, limit=1)
        contacts = [deps.guest_bookings.find(guest, each.reference).contact for each in past]
    return next((contact.name for contact in contacts if contact), "")


def _name() -> str:
    name = " ".join(request.form.get("name", "").split())
    if not name or len(name) > LONGEST_NAME or not is_plain_text(name):
        raise BadInput("name", "is needed")
    return name


def _request(deps: Services) -> BookingRequest:
    first, last = _day("first"), _day("last")
    if not first <= last <= first + timedelta(days=DAYS_AT_MOST):
        raise BadInput("last", "must be within a month of the first day")
    begins, ends = PARTS.get(request.form.get("part", ""), PARTS["any"])
    dates = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    windows = [_window(each, begins, ends, deps) for each in dates]
    ahead = tuple((max(start, deps.clock()), end) for start, end in windows if end > deps.clock())
    if not ahead:
        raise BadInput("first", "must lie ahead")
    return BookingRequest((RequestedItem(request.form.get("treatment", "")),), ahead)


def _window(on: date, begins: int, ends: int, deps: Services) -> Window:
    return resolve(on, begins, deps.spa.tz), resolve(on, ends, deps.spa.tz)


def _day(field: str) -> date:
    asked = day(request.form.get(field))
    if asked is None:
        raise BadInput(field, "must be a day")
    return asked


def _leave(entry_id: UUID, guest: Guest, deps: Services) -> Page:
    """Take the guest off; an entry of somebody else is none that they could know of."""
    if entry_id not in {entry.id for entry in deps.waitlist.of_guest(guest)}:
        raise NotFound("no such entry of this guest")
    left = leave_waitlist(entry_id, actor="guest", waitlist=deps.waitlist, bookings=deps.bookings, now=deps.clock())
    deps.dispatcher.publish_now(left.events, now=deps.clock())
    return redirect("/account/waitlist?done=left", HTTPStatus.SEE_OTHER)
