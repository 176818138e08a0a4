"""Mails from templates: one file of words for each kind, given to a page with a look and to one without."""

import re
from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import UUID

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from typing_extensions import override

from shared_lib.bookings.booking import Booking
from shared_lib.bookings.history import BookingHistory
from shared_lib.kernel.formatting import say_day, say_moment
from shared_lib.kernel.money import say_cents
from shared_lib.kernel.spa import Spa
from shared_lib.notifications.adapters.mail_templates.mail_context import words_for
from shared_lib.notifications.adapters.mail_templates.styling import dressed, styles
from shared_lib.notifications.invitation import Method, invite
from shared_lib.notifications.mail import Attachment, Mail, MailKind
from shared_lib.notifications.ports import InvitationWriter, MailRenderer

_TEMPLATES = Path(__file__).parent / "templates"
_METHODS = {
    MailKind.CONFIRMATION: Method.REQUEST,
    MailKind.CHANGED: Method.REQUEST,
    MailKind.CANCELLATION: Method.CANCEL,
}
_COLUMN = 44
"""Characters of a label in plain text sums."""


class TemplateRenderer(MailRenderer):
    """Writes mails in the name of one spa; `sender` is the address that guests reply to.

    `pay_link` gives the link by which a booking is paid.
    """

    def __init__(
        self, *, spa: Spa, sender: str, invitations: InvitationWriter, pay_link: Callable[[UUID], str]
    ) -> None:
        self._spa = spa
        self._sender = sender
        self._invitations = invitations
        self._pay_link = pay_link

    @override
    def render(self, kind: MailKind, booking: Booking, past: BookingHistory, *, now: datetime) -> Mail:
        facts = words_for(kind, booking, past, spa=self._spa, sender=self._sender, now=now)
        words = {**facts, "moment": lambda at: say_moment(at, self._spa, now=now)}
        words |= {"day": lambda at: say_day(at, self._spa, now=now), "pay_link": self._pay_link}
        plain = self._text.get_template(f"{kind}.j2")
        subject = "".join(plain.blocks["subject"](plain.new_context(words)))
        return Mail(
            kind=kind,
            subject=" ".join(subject.split()),
            html=dressed(self._html.get_template(f"{kind}.j2").render(words)),
            text=_tidy(plain.render(words)),
            attachments=self._attachments(kind, booking, now),
        )

    def _attachments(self, kind: MailKind, booking: Booking, now: datetime) -> tuple[Attachment, ...]:
        method = _METHODS.get(kind)
        if method is None:
            return ()
        invitation = invite(booking, self._spa, sender=self._sender, method=method)
        content = self._invitations.write(invitation, stamped=now)
        return (Attachment(filename="visit.ics", content_type="text/calendar", content=content),)

    @cached_property
    def _html(self) -> Environment:
        return _environment("html", autoescape=True, styles=styles())

    @cached_property
    def _text(self) -> Environment:
        return _environment("txt", autoescape=False)


def _environment(twin: str, *, autoescape: bool, **words: Any) -> Environment:  # noqa: ANN401 -- words of templates
    """Return the templates of one twin: the same words, its own page and parts."""
    env = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=autoescape,  # noqa: S701 -- the plain twin is no HTML
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals.update(page=f"page.{twin}", parts=f"parts.{twin}", **words)
    env.filters.update(money=say_cents, label=lambda word: f"{word:<12}", filled=_filled)
    return env


def _filled(label: str) -> str:
    return f"{label} ".ljust(_COLUMN, ".")


def _tidy(text: str) -> str:
    """Return the text with one empty line between its parts."""
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
