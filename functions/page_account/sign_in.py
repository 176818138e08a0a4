"""Signing in by a code, and signing out."""

from http import HTTPStatus

from flask import Blueprint, redirect, render_template, request

from shared_lib.bootstrap import Services
from shared_lib.kernel.errors import UnknownSession
from shared_lib.web.pages import Page

from .browser import PendingProof, forget_session, own_path, signed_in
from .proof import PROBLEMS, read_contact, start_proof


def routes(deps: Services) -> Blueprint:
    """Return the pages of signing in and out."""
    pages = Blueprint("sign_in", __name__)

    @pages.get("/account/sign-in")
    def ask() -> Page:
        return _ask(deps)

    @pages.post("/account/sign-in")
    def send() -> Page:
        return _send(deps)

    @pages.post("/account/sign-out")
    def sign_out() -> Page:
        return _sign_out(deps)

    return pages


def _ask(deps: Services, *, problem: str = "", typed: str = "") -> Page:
    page = render_template(
        "sign_in.html",
        next=own_path(request.values.get("next")),
        problem=problem,
        typed=typed,
        sms=deps.sms_is_offered,
    )
    return page, HTTPStatus.BAD_REQUEST if problem else HTTPStatus.OK


def _send(deps: Services) -> Page:
    typed = request.form.get("contact", "")
    try:
        point = read_contact(typed, deps)
    except tuple(PROBLEMS) as refusal:
        return _ask(deps, problem=PROBLEMS[type(refusal)], typed=typed)
    return start_proof(PendingProof.begin(point, to=own_path(request.form.get("next")), typed=True), deps)


def _sign_out(deps: Services) -> Page:
    response = redirect("/account/sign-in?done=signed-out", HTTPStatus.SEE_OTHER)
    forget_session(response, deps)
    try:
        who = signed_in(request, deps)
    except UnknownSession:
        return response
    deps.guest_sessions.revoke(who.guest.id, only=who.session.id, now=deps.clock())
    return response
