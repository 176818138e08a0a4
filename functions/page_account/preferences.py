"""What a guest wishes to hear, and by which channel."""

from collections.abc import Mapping, Sequence
from functools import partial
from http import HTTPStatus

from flask import Blueprint, redirect, render_template, request

from shared_lib.bootstrap import Services
from shared_lib.guests.choose_preferences import choose_preferences
from shared_lib.guests.contact_point import Channel, ContactPoint
from shared_lib.guests.guest import Guest
from shared_lib.guests.preferences import Preference, PreferenceLocked, Topic, is_allowed, is_locked, is_offered
from shared_lib.kernel.errors import BadInput
from shared_lib.web.pages import Page

from .browser import signed_in
from .topics import TOPIC_WORDS


def routes(deps: Services) -> Blueprint:
    """Return the page of preferences."""
    pages = Blueprint("preferences", __name__)

    @pages.get("/account/preferences")
    def show() -> Page:
        return _show(signed_in(request, deps).guest, deps)

    @pages.post("/account/preferences")
    def choose() -> Page:
        return _choose(signed_in(request, deps).guest, deps)

    return pages


def _show(guest: Guest, deps: Services, *, locked: bool = False) -> Page:
    chosen = [(point, deps.preferences.chosen(point)) for point in guest.contact_points]
    page = render_template(
        "preferences.html",
        topics=TOPIC_WORDS,
        channels=_channels(guest, deps),
        is_allowed=partial(_is_allowed, chosen=chosen),
        is_locked=is_locked,
        is_offered=is_offered,
        refused=locked,
    )
    return page, HTTPStatus.CONFLICT if locked else HTTPStatus.OK


def _is_allowed(
    topic: Topic, channel: Channel, *, chosen: Sequence[tuple[ContactPoint, Mapping[tuple[Topic, Channel], bool]]]
) -> bool:
    """Return whether it may go to every address of a guest: a mail's own link may have ended it for one of them."""
    return all(is_allowed(topic, channel, choices) for point, choices in chosen if point.channel == channel)


def _channels(guest: Guest, deps: Services) -> list[Channel]:
    """Return the channels by which a guest can be reached at all."""
    offered = [Channel.EMAIL, *([Channel.SMS] if deps.sms_is_offered else [])]
    return [channel for channel in offered if guest.reached_by(channel)]


def _choose(guest: Guest, deps: Services) -> Page:
    """Keep what was ticked, of the boxes that the page had."""
    ticked = set(request.form.getlist("allowed"))
    choices = [_choice(box, allowed=box in ticked) for box in dict.fromkeys(request.form.getlist("box"))]
    try:
        choose_preferences(guest, choices, preferences=deps.preferences, cipher=deps.cipher, now=deps.clock())
    except PreferenceLocked:
        return _show(guest, deps, locked=True)
    return redirect("/account/preferences?done=kept", HTTPStatus.SEE_OTHER)


def _choice(box: str, *, allowed: bool) -> Preference:
    topic, _, channel = box.partition(":")
    try:
        return Preference(Topic(topic), Channel(channel), allowed)
    except ValueError as error:
        raise BadInput("box", "names no topic and channel") from error
