"""How a guest is known: their addresses and numbers, and the browsers in which they are signed in."""

from http import HTTPStatus
from uuid import UUID

from flask import Blueprint, redirect, render_template, request

from shared_lib.bootstrap import Services
from shared_lib.guests.guest import LastContactPoint
from shared_lib.kernel.errors import NotFound
from shared_lib.web.pages import Page

from .browser import PendingProof, forget_session, proved_just_now, signed_in
from .devices import device_name
from .proof import PROBLEMS, read_contact, start_proof


def routes(deps: Services) -> Blueprint:
    """Return the pages of contacts and browsers."""
    pages = Blueprint("contacts", __name__)

    @pages.get("/account/contacts")
    def show() -> Page:
        return _show(deps)

    @pages.get("/account/contacts/new")
    def ask() -> Page:
        proved_just_now(request, deps)
        return _ask(deps)

    @pages.post("/account/contacts/new")
    def add() -> Page:
        proved_just_now(request, deps)
        return _add(deps)

    @pages.post("/account/contacts/<int:position>/remove")
    def remove(position: int) -> Page:
        return _remove(position, deps)

    @pages.post("/account/browsers/<uuid:session_id>/end")
    def end(session_id: UUID) -> Page:
        return _end(session_id, deps)

    @pages.post("/account/browsers/end")
    def end_all() -> Page:
        who = signed_in(request, deps)
        deps.guest_sessions.revoke(who.guest.id, now=deps.clock())
        response = redirect("/account/sign-in?done=signed-out", HTTPStatus.SEE_OTHER)
        forget_session(response, deps)
        return response

    return pages


def _show(deps: Services) -> Page:
    who = signed_in(request, deps)
    sessions = deps.guest_sessions.of_guest(who.guest.id, now=deps.clock())
    return render_template(
        "contacts.html", guest=who.guest, sessions=sessions, here=who.session.id, device_name=device_name
    )


def _ask(deps: Services, *, problem: str = "", typed: str = "") -> Page:
    page = render_template("contact_new.html", problem=problem, typed=typed, sms=deps.sms_is_offered)
    return page, HTTPStatus.BAD_REQUEST if problem else HTTPStatus.OK


def _add(deps: Services) -> Page:
    typed = request.form.get("contact", "")
    try:
        point = read_contact(typed, deps)
    except tuple(PROBLEMS) as refusal:
        return _ask(deps, problem=PROBLEMS[type(refusal)], typed=typed)
    return start_proof(PendingProof.begin(point, to="/account/contacts?done=added", adds=True, typed=True), deps)


def _remove(position: int, deps: Services) -> Page:
    """Let a contact point go, if it is the one that was shown at this place; the last one stays."""
    guest = proved_just_now(request, deps).guest
    shown = dict(enumerate(guest.contact_points)).get(position)
    if shown is None or shown.masked != request.form.get("shown"):
        raise NotFound("no such contact point of this guest")
    try:
        deps.guests.give_up(guest.id, shown, now=deps.clock())
    except LastContactPoint:
        return redirect("/account/contacts?done=last-contact", HTTPStatus.SEE_OTHER)
    return redirect("/account/contacts?done=removed", HTTPStatus.SEE_OTHER)


def _end(session_id: UUID, deps: Services) -> Page:
    who = signed_in(request, deps)
    deps.guest_sessions.revoke(who.guest.id, only=session_id, now=deps.clock())
    return redirect("/account/contacts?done=ended", HTTPStatus.SEE_OTHER)
