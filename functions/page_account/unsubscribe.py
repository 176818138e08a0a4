"""Ending mails of a kind: a page for people, and the one click that mail clients send (RFC 8058)."""

from flask import Blueprint, render_template

from shared_lib.bootstrap import Services
from shared_lib.notifications.links import unsubscribed_of
from shared_lib.notifications.unsubscribe import unsubscribe
from shared_lib.web.pages import Page

from .topics import TOPIC_WORDS

ONE_CLICK = "unsubscribe.end"
"""The endpoint that mail clients call: the token is the proof, and there is no page of ours before it."""


def routes(deps: Services) -> Blueprint:
    """Return the page of one unsubscribe link, and what its POST does."""
    pages = Blueprint("unsubscribe", __name__)

    @pages.get("/unsubscribe/<token>")
    def ask(token: str) -> Page:
        topic, _ = unsubscribed_of(token, deps.signer)
        return render_template("unsubscribe.html", token=token, topic=TOPIC_WORDS[topic], ended=False)

    @pages.post("/unsubscribe/<token>", endpoint="end")
    def end(token: str) -> Page:
        topic = unsubscribe(token, signer=deps.signer, preferences=deps.preferences, now=deps.clock())
        return render_template("unsubscribe.html", token=token, topic=TOPIC_WORDS[topic], ended=True)

    return pages
