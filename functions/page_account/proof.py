"""The code that proves who somebody is: asked for, typed, asked for once more where money or data is at stake."""

from collections.abc import Mapping
from http import HTTPStatus

from flask import Blueprint, redirect, render_template, request

from shared_lib.bookings.recognise_guest import recognise_guest
from shared_lib.bootstrap import Services
from shared_lib.guests.contact_point import Channel, ContactPoint
from shared_lib.guests.guest import Guest
from shared_lib.guests.request_code import request_code
from shared_lib.kernel.errors import BadInput, CodeEnded, CodeWrong, NotFound, Refusal, UnknownSession
from shared_lib.notifications.text import SmsNotOffered
from shared_lib.web.http import counted_address
from shared_lib.web.pages import Page

from .browser import PendingProof, forget_proof, keep_proof, keep_session, own_path, pending_proof, signed_in

DEVICE_HEADER = "User-Agent"


def routes(deps: Services) -> Blueprint:
    """Return the pages of a proof."""
    pages = Blueprint("proof", __name__)

    @pages.get("/account/confirm")
    def confirm() -> Page:
        who = signed_in(request, deps)
        points = _reachable(who.guest, deps)
        return render_template("confirm.html", points=points, next=own_path(request.args.get("next")))

    @pages.post("/account/confirm")
    def send_again() -> Page:
        who = signed_in(request, deps)
        chosen = _chosen(_reachable(who.guest, deps), request.form.get("to", ""))
        return start_proof(PendingProof.begin(chosen, to=own_path(request.form.get("next"))), deps)

    @pages.get("/account/code")
    def code() -> Page:
        return _code_page(deps)

    @pages.post("/account/code")
    def check() -> Page:
        return _check(deps)

    @pages.post("/account/code/again")
    def once_more() -> Page:
        proof = pending_proof(request, deps)
        return start_proof(proof, deps) if proof else redirect("/account/sign-in", HTTPStatus.SEE_OTHER)

    return pages


PROBLEMS: Mapping[type[Refusal], str] = {BadInput: "unreadable", SmsNotOffered: "no_sms"}
"""What is wrong with a contact point that was typed, as the forms say it."""


def read_contact(typed: str, deps: Services) -> ContactPoint:
    """Return where a code can go, of what a guest typed; raise BadInput or SmsNotOffered."""
    point = ContactPoint.parse(typed)
    if point.channel == Channel.SMS:
        deps.sms_reach.check(point.address)
    return point


def start_proof(proof: PendingProof, deps: Services) -> Page:
    """Have a code sent and lead to the page that asks for it: the same for whoever is known and whoever is not."""
    request_code(
        proof.contact_point,
        holder=proof.holder,
        address=counted_address(request, hops=deps.settings.forwarded_hops),
        codes=deps.proof_codes,
        send_soon=deps.send_code_soon,
        rate_limits=deps.rate_limits,
        now=deps.clock(),
    )
    response = redirect("/account/code", HTTPStatus.SEE_OTHER)
    keep_proof(response, proof, deps)
    return response


def _code_page(deps: Services, *, problem: str = "", left: int = 0) -> Page:
    proof = pending_proof(request, deps)
    if proof is None:
        return redirect("/account/sign-in", HTTPStatus.SEE_OTHER)
    page = render_template("code.html", proof=proof, problem=problem, left=left)
    return page, HTTPStatus.BAD_REQUEST if problem else HTTPStatus.OK


def _check(deps: Services) -> Page:
    proof = pending_proof(request, deps)
    if proof is None:
        return redirect("/account/sign-in", HTTPStatus.SEE_OTHER)
    try:
        guest = _recognise(proof, deps)
    except BadInput:
        return _code_page(deps, problem="unreadable")
    except CodeWrong as refusal:
        return _code_page(deps, problem="wrong", left=refusal.tries_left)
    except CodeEnded:
        return _code_page(deps, problem="ended")
    return _enter(guest, proof, deps)


def _recognise(proof: PendingProof, deps: Services) -> Guest:
    """Check the code; what a signed-in guest adds becomes theirs."""
    known = signed_in(request, deps).guest.id if proof.adds else None
    return recognise_guest(
        request.form.get("code", ""),
        holder=proof.holder,
        address=counted_address(request, hops=deps.settings.forwarded_hops),
        known=known,
        codes=deps.proof_codes,
        rate_limits=deps.rate_limits,
        guests=deps.guests,
        guest_bookings=deps.guest_bookings,
        note_proved=deps.note_proved,
        now=deps.clock(),
    )


def _enter(guest: Guest, proof: PendingProof, deps: Services) -> Page:
    """Sign the browser in, or note in its session that a fresh code was typed."""
    response = redirect(proof.next, HTTPStatus.SEE_OTHER)
    forget_proof(response, deps)
    try:
        before = signed_in(request, deps)
    except UnknownSession:
        before = None
    if before and before.guest.id == guest.id:
        deps.guest_sessions.proved_again(before.session.id, now=deps.clock())
        return response
    if before:
        deps.guest_sessions.revoke(before.guest.id, only=before.session.id, now=deps.clock())
    device = request.headers.get(DEVICE_HEADER, "")
    keep_session(response, deps.guest_sessions.open(guest.id, device=device, now=deps.clock()), deps)
    return response


def _reachable(guest: Guest, deps: Services) -> list[ContactPoint]:
    return [point for point in guest.contact_points if point.channel == Channel.EMAIL or deps.sms_is_offered]


def _chosen(points: list[ContactPoint], number: str) -> ContactPoint:
    """Return the contact point of a guest's choice by its place in the list, the first where none was chosen."""
    if not points:
        raise NotFound("this guest can't be written to")
    return next((point for place, point in enumerate(points) if number == str(place)), points[0])
