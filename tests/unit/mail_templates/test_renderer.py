"""What a guest reads: the same words in both twins, true, calm, and nothing in it that a stranger wrote."""

import dataclasses
import re

import pytest

from shared_lib.adapters.invitations import ICalendarWriter
from shared_lib.adapters.mail_templates import TemplateRenderer
from shared_lib.domain.booking import Contact, Line, Status
from shared_lib.domain.mail import Mail, MailKind, Past
from tests.visits import NOW, SENDER, SPA, STARTS, a_pay_link, a_visit

CONFIRMED = Past(was_confirmed=True)
CANCELLED = a_visit(version=4, status=Status.CANCELLED)


def written(kind: MailKind, visit=None, past=CONFIRMED, *, spa=SPA, now=NOW) -> Mail:
    renderer = TemplateRenderer(spa=spa, sender=SENDER, invitations=ICalendarWriter(), pay_link=a_pay_link)
    return renderer.render(kind, visit or a_visit(), past, now=now)


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("kind", MailKind)
def test_both_twins_tell_day_hour_zone_and_reference(kind):
    mail = written(kind)
    for twin in (mail.html, mail.text):
        assert "Friday 27 November" in twin
        assert "3:00 PM to 4:05 PM New York time" in twin
        assert "CS-2026-000123" in twin


def test_a_confirmation_shows_what_was_paid_line_by_line():
    mail = written(MailKind.CONFIRMATION)
    for amount in ("$168.00", "$40.00", "$9.36", "$217.36"):
        assert amount in mail.html
        assert amount in mail.text
    assert "With:       Anna" in mail.text


def test_the_address_is_told_to_whoever_is_expected():
    assert SPA.address in flat(written(MailKind.CONFIRMATION).text).split("Find the way")[0]
    assert "Where:" not in written(MailKind.CANCELLATION, CANCELLED).text


def test_the_subject_is_one_calm_line():
    lines = dataclasses.replace(a_visit().treatment, name="Deep\nTissue")
    mail = written(MailKind.CONFIRMATION, a_visit(lines=(lines,)))
    assert mail.subject == "Your visit is confirmed: Friday 27 November, 3:00 PM New York time"


def test_the_terms_are_told_as_the_dates_that_still_lie_ahead():
    early, late = written(MailKind.CONFIRMATION), written(MailKind.CONFIRMATION, now=STARTS)
    assert "Cancel by Wednesday 25 November, 3:00 PM New York time, and all of your payment" in flat(early.text)
    assert "Cancel by Thursday 26 November, 3:00 PM New York time, and 50% of your payment" in flat(early.text)
    assert "a payment is no longer returned" in flat(late.text)


@pytest.mark.parametrize(
    ("refunded", "sentence"),
    [
        (21736, "All that you paid, $217.36, is on its way back"),
        (10868, "$108.68 of the $217.36 that you paid is on its way back"),
        (0, "too late for a refund under the policy that you accepted"),
    ],
)
def test_a_cancellation_says_what_comes_back(refunded, sentence):
    past = Past(was_confirmed=True, refunded_cents=refunded)
    assert sentence in flat(written(MailKind.CANCELLATION, CANCELLED, past).text)


def test_a_visit_that_cost_nothing_is_cancelled_without_a_word_about_money():
    free = dataclasses.replace(CANCELLED, payments=(), net_cents=0, tax_cents=0, total_cents=0)
    assert "$" not in written(MailKind.CANCELLATION, free).text


def test_a_late_payment_is_told_to_be_returned_in_full():
    expired = a_visit(status=Status.EXPIRED)
    mail = written(MailKind.REFUND_LATE, expired, Past(was_confirmed=False, refunded_cents=21736))
    assert mail.subject == "Your payment of $217.36 is on its way back"
    assert "the whole amount is returned" in flat(mail.text)
    assert mail.attachments == ()


def test_an_offer_says_until_when_it_is_kept_and_where_to_take_it():
    offer = a_visit(status=Status.HELD, version=1, source="waitlist", payments=(), held_until=NOW)
    mail = written(MailKind.WAITLIST_OFFER, offer, Past(was_confirmed=False))
    assert mail.subject == "A place has opened: Friday 27 November, 3:00 PM New York time"
    for twin in (mail.html, mail.text):
        assert "kept for you until Wednesday 25 November, 10:00 AM New York time" in flat(twin)
        assert a_pay_link(offer.id) in twin
        assert "$" not in twin
    assert mail.attachments == ()


@pytest.mark.parametrize(("kind", "method"), [(MailKind.CONFIRMATION, b"REQUEST"), (MailKind.CANCELLATION, b"CANCEL")])
def test_the_calendar_is_told_too(kind, method):
    (invitation,) = written(kind).attachments
    assert invitation.content_type == "text/calendar"
    assert b"METHOD:" + method in invitation.content


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "https://evil.example", "www.evil.example", "x" * 200])
def test_a_name_that_is_none_is_not_repeated(name):
    mail = written(MailKind.CONFIRMATION, a_visit(contact=Contact(name, "daniel@example.com")))
    assert name not in mail.html + mail.text
    assert "Your place is kept." in mail.text


@pytest.mark.parametrize("name", ["Zoë", "Jean-Luc", "O’Neil", "Анна"])  # noqa: RUF001 -- names of this world
def test_a_guest_is_called_by_name(name):
    mail = written(MailKind.CONFIRMATION, a_visit(contact=Contact(f"{name} Example", "daniel@example.com")))
    assert f"{name}, your place is kept." in mail.text


def test_words_of_the_price_book_are_text_and_not_markup():
    line = Line("treatment", "x", "<b>Bold & Tissue</b>", 50, 100, 100, "personal_service", 0, 0)
    mail = written(MailKind.CONFIRMATION, a_visit(lines=(line,)))
    assert "&lt;b&gt;Bold &amp; Tissue" in mail.html
    assert "<b>Bold & Tissue</b>" in mail.text


def test_styles_stand_on_the_elements_and_the_light_twin_in_the_head():
    html = written(MailKind.CONFIRMATION).html
    head, body = html.split("</head>")
    assert "prefers-color-scheme: light" in head
    assert "#faf8f4 !important" in head
    assert re.search(r'<body class="ground" style="[^"]*#0b0b0c', body)
    assert "var(--" not in html


@pytest.mark.parametrize("kind", MailKind)
def test_a_mail_loads_nothing_and_asks_for_one_thing(kind):
    html = written(kind).html
    assert not re.search(r"<img|<script|<link|url\(|@import", html)
    assert html.count('class="button"') == 1


def test_a_spa_without_address_and_phone_is_no_trouble():
    mail = written(MailKind.CONFIRMATION, spa=dataclasses.replace(SPA, address=""))
    bare = written(MailKind.CANCELLATION, CANCELLED, spa=dataclasses.replace(SPA, address="", phone="", website=""))
    assert "Call us: tel:+15550100142" in mail.text
    assert "Choose another time: mailto:info@coresync.life" in bare.text
