"""Mails from templates: what each kind is made of, given to a page with a look and to one without."""

import re
import textwrap
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from typing_extensions import override

from shared_lib.bookings.booking import Booking
from shared_lib.bookings.contact import Contact
from shared_lib.bookings.history import BookingHistory
from shared_lib.guests.preferences import LOCKED
from shared_lib.guests.proof_code import LIFE
from shared_lib.kernel.formatting import say_moment
from shared_lib.kernel.locales import locale_of
from shared_lib.kernel.manager_alerts import ManagerAlert
from shared_lib.kernel.spa import Spa
from shared_lib.notifications.adapters.mail_templates.addresses import action_of, house_links
from shared_lib.notifications.adapters.mail_templates.matter import Matter, called, ways_to_reach, words_about
from shared_lib.notifications.adapters.mail_templates.parts import parts_of
from shared_lib.notifications.adapters.mail_templates.styling import dressed, styles, tokens
from shared_lib.notifications.adapters.mail_templates.words import FALLBACK, Words
from shared_lib.notifications.house_texts import HouseTexts
from shared_lib.notifications.invitation import Method, invite
from shared_lib.notifications.links import MailLinks
from shared_lib.notifications.mail import TOPICS, Attachment, Mail, MailKind
from shared_lib.notifications.membership_card import MembershipCard
from shared_lib.notifications.ports import InvitationWriter, MailRenderer, MembershipCardWriter

_TEMPLATES = Path(__file__).parent / "templates"
_METHODS = {
    MailKind.CONFIRMATION: Method.REQUEST,
    MailKind.CHANGED: Method.REQUEST,
    MailKind.CANCELLATION: Method.CANCEL,
}
_TELLS_OF_THE_HOUSE = frozenset({MailKind.REMINDER, MailKind.REVIEW_REQUEST})
_COLUMN = 44
"""Characters of a label in plain text sums."""


class TemplateRenderer(MailRenderer):
    """Writes mails in the name of one spa; `sender` is the address that guests reply to.

    `house` gives the owner's texts of the moment, `contact_hash` the keyed hash of an e-mail address for links that end
    mails to it, and `receipt_pdf` a booking's receipt where somebody writes one.
    """

    def __init__(
        self,
        *,
        spa: Spa,
        sender: str,
        invitations: InvitationWriter,
        cards: MembershipCardWriter,
        links: MailLinks,
        house: Callable[[], HouseTexts],
        contact_hash: Callable[[str], bytes],
        receipt_pdf: Callable[[Booking], bytes] | None = None,
    ) -> None:
        self._spa = spa
        self._sender = sender
        self._invitations = invitations
        self._cards = cards
        self._links = links
        self._house = house
        self._contact_hash = contact_hash
        self._receipt_pdf = receipt_pdf

    @override
    def render(self, kind: MailKind, booking: Booking, past: BookingHistory, *, now: datetime) -> Mail:
        house = self._house() if kind in _TELLS_OF_THE_HOUSE else HouseTexts()
        matter = Matter(kind, booking, past, now, self._spa, self._sender, house)
        say = words_about(matter)
        attachments = self._attachments(kind, booking, now)
        parts = {**parts_of(matter, say), "action": action_of(matter, self._links), "attached": bool(attachments)}
        return self._mail(kind, say, parts, attachments=attachments, to=booking.contact)

    @override
    def code(self, digits: str, *, now: datetime, lang: str = FALLBACK) -> Mail:
        """Return the mail with a code: in the letter alone, for locked screens show subjects and first lines.

        It has no button either: who has learned to press one in such a mail presses a thief's too.
        """
        until = locale_of(lang).moment(now + LIFE, self._spa, now=now)
        say = Words(lang, MailKind.CODE, {"minutes": int(LIFE.total_seconds()) // 60, "until": until})
        return self._mail(MailKind.CODE, say, {"digits": digits})

    @override
    def manager_alert(self, alerts: Sequence[ManagerAlert], *, now: datetime, lang: str = FALLBACK) -> Mail:
        titles = Words(lang, MailKind.MANAGER_ALERT, {})
        facts = {"count": len(alerts), "only": titles(_telling(alerts[0], titles))}
        say = Words(lang, MailKind.MANAGER_ALERT, facts, state="one" if len(alerts) == 1 else "")
        told = [(_telling(alert, say), self._alert_rows(alert, say, now)) for alert in alerts]
        return self._mail(MailKind.MANAGER_ALERT, say, {"alerts": told, "is_one": len(alerts) == 1})

    @override
    def membership_welcome(self, card: MembershipCard, *, to: Contact, now: datetime, lang: str = FALLBACK) -> Mail:
        facts = {
            **ways_to_reach(self._spa, lang),
            "name": called(card.name),
            "tier": card.tier,
            "days_ahead": card.days_ahead,
            "monthly": locale_of(lang).money(card.monthly_cents),
            "since": locale_of(lang).full_date(card.member_since),
        }
        say = Words(lang, MailKind.MEMBERSHIP_WELCOME, facts)
        pdf = self._cards.write(card, house=self._spa.name, membership=say("membership"), since=say("since"))
        file = Attachment("membership-card.pdf", "application/pdf", pdf)
        action = self._spa.website or f"mailto:{self._sender}"
        parts = {"card": card, "monthly": facts["monthly"], "action": action}
        return self._mail(MailKind.MEMBERSHIP_WELCOME, say, parts, attachments=(file,), to=to)

    def _alert_rows(self, alert: ManagerAlert, say: Words, now: datetime) -> list[tuple[str, str, bool]]:
        """Return the facts of an alert as rows; one that no language has a word for is told by its own name."""
        raised = (say("raised"), say_moment(alert.raised_at, self._spa, now=now), False)
        return [*((say.or_else(f"fact_{name}", name), value, False) for name, value in alert.facts.items()), raised]

    def _mail(
        self,
        kind: MailKind,
        say: Words,
        parts: Mapping[str, Any],
        *,
        attachments: tuple[Attachment, ...] = (),
        to: Contact | None = None,
    ) -> Mail:
        unsubscribe_url = self._unsubscribe_url(kind, to)
        context = {
            **parts,
            "say": say,
            "spa": self._spa,
            "links": self._house_links,
            "unsubscribe_url": unsubscribe_url,
        }
        return Mail(
            kind=kind,
            subject=" ".join(say("subject").split()),
            html=dressed(_page().get_template(f"{kind}.j2").render(context)),
            text=_tidy(_plain().get_template(f"{kind}.j2").render(context)),
            attachments=attachments,
            unsubscribe_url=unsubscribe_url,
        )

    def _unsubscribe_url(self, kind: MailKind, to: Contact | None) -> str:
        topic = TOPICS.get(kind)
        if topic is None or topic in LOCKED or to is None or not to.email:
            return ""
        return self._links.unsubscribe(topic, self._contact_hash(to.email))

    def _attachments(self, kind: MailKind, booking: Booking, now: datetime) -> tuple[Attachment, ...]:
        if kind is MailKind.RECEIPT and self._receipt_pdf:
            return (Attachment(f"receipt-{booking.reference}.pdf", "application/pdf", self._receipt_pdf(booking)),)
        method = _METHODS.get(kind)
        if method is None:
            return ()
        invitation = invite(booking, self._spa, sender=self._sender, method=method)
        content = self._invitations.write(invitation, stamped=now)
        return (Attachment(filename="visit.ics", content_type="text/calendar", content=content),)

    @cached_property
    def _house_links(self) -> Mapping[str, str]:
        return house_links(self._spa)


def _telling(alert: ManagerAlert, say: Words) -> str:
    """Return the sentences that an alert is told in: its code's own where there are any, else its kind's."""
    by_code = f"{alert.kind}_{alert.facts.get('code', '').lower()}"
    return by_code if say.or_else(by_code, "") else alert.kind


@cache
def _page() -> Environment:
    return _environment("html", autoescape=True, styles=styles, paint=tokens())


@cache
def _plain() -> Environment:
    return _environment("txt", autoescape=False)


def _environment(twin: str, *, autoescape: bool, **words: Any) -> Environment:  # noqa: ANN401 -- words of templates
    """Return the templates of one twin: the same letters, its own page and parts."""
    env = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=autoescape,  # noqa: S701 -- the plain twin is no HTML
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.globals.update(page=f"page.{twin}", parts=f"parts.{twin}", **words)
    env.filters.update(label=lambda word: f"{word}: ".ljust(12), filled=_filled, paragraphs=_paragraphs, folded=_folded)
    return env


def _filled(label: str) -> str:
    return f"{label} ".ljust(_COLUMN, ".")


def _paragraphs(text: str) -> list[str]:
    """Return the paragraphs of an owner's text."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _folded(text: str) -> str:
    """Return the text in lines for old readers, addresses whole."""
    return textwrap.fill(text, 72, break_long_words=False, break_on_hyphens=False)


def _tidy(text: str) -> str:
    """Return the text with one empty line between its parts."""
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
