"""What a guest reads: the same words in both twins, true, calm, and nothing in it that a stranger wrote."""

import dataclasses
import re
from datetime import timedelta

import pytest
from icalendar import Calendar

from infra.local.mails.catalogue import LINKS, a_renderer
from infra.local.mails.samples import CARD, HOUSE
from shared_lib.availability.allocation import Allocation, BookedVisit
from shared_lib.bookings.contact import Contact
from shared_lib.bookings.history import BookingHistory, LastChange
from shared_lib.bookings.lifecycle import Status
from shared_lib.kernel.manager_alerts import AlertKind, ManagerAlert
from shared_lib.notifications.adapters.mail_templates.addresses import ABOUT_BOOKINGS
from shared_lib.notifications.house_texts import HouseTexts
from shared_lib.notifications.mail import Mail, MailKind
from shared_lib.pricing.sale import LineItem
from tests.visits import NOW, SPA, STARTS, a_visit

CONFIRMED = BookingHistory(was_confirmed=True)
CANCELLED = a_visit(version=4, status=Status.CANCELLED)


def written(kind: MailKind, visit=None, past=CONFIRMED, *, spa=SPA, now=NOW, house=HOUSE) -> Mail:
    return a_renderer(spa, house).render(kind, visit or a_visit(), past, now=now)


def read_back(content: bytes):
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    return event


def two_friends(**changes):
    """A massage at 3, and a beard trim for a friend at half past."""
    begins, ends = STARTS + timedelta(minutes=30), STARTS + timedelta(minutes=60)
    massage = a_visit()
    trim = LineItem("treatment", "beard-trim", "Beard Trim", 30, 6000, 6000, "personal_service", 4500, 270, visit=2)
    allocation = Allocation("technician", 5, begins, ends, "Sam", visit=2)
    return dataclasses.replace(
        massage,
        visits=(*massage.visits, BookedVisit(2, 2, begins, ends)),
        lines=(massage.lines[0], trim),
        allocations=(*massage.allocations, allocation),
        party=2,
        **changes,
    )


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("kind", sorted(ABOUT_BOOKINGS))
def test_both_twins_tell_day_hour_zone_and_reference(kind):
    mail = written(kind)
    for twin in (mail.html, mail.text):
        assert "Friday 27 November" in twin
        assert "3:00 PM to 4:05 PM New York time" in flat(twin)
        assert "CS-2026-000123" in twin


@pytest.mark.parametrize(("hours", "comes"), [(25, True), (24, False), (22, False)])
def test_a_reminder_a_day_before_is_promised_only_where_it_can_come(hours, comes):
    mail = written(MailKind.CONFIRMATION, now=STARTS - timedelta(hours=hours))
    for twin in (mail.html, mail.text):
        assert ("adds your visit to your calendar" in flat(twin), "a reminder a day before" in flat(twin)) == (
            True,
            comes,
        )


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
    past = BookingHistory(was_confirmed=True, refunded_cents=refunded)
    assert sentence in flat(written(MailKind.CANCELLATION, CANCELLED, past).text)


def test_a_visit_that_cost_nothing_is_cancelled_without_a_word_about_money():
    free = dataclasses.replace(CANCELLED, payments=(), net_cents=0, tax_cents=0, total_cents=0)
    assert "$" not in written(MailKind.CANCELLATION, free).text


def test_a_late_payment_is_told_to_be_returned_in_full():
    expired = a_visit(status=Status.EXPIRED)
    mail = written(MailKind.REFUND_LATE, expired, BookingHistory(was_confirmed=False, refunded_cents=21736))
    assert mail.subject == "Your payment of $217.36 is on its way back"
    assert "the whole amount is returned" in flat(mail.text)
    assert mail.attachments == ()


def test_an_offer_says_until_when_it_is_kept_and_where_to_take_it():
    offer = a_visit(status=Status.HELD, version=1, source="waitlist", payments=(), held_until=NOW)
    mail = written(MailKind.WAITLIST_OFFER, offer, BookingHistory(was_confirmed=False))
    assert mail.subject == "A place has opened: Friday 27 November, 3:00 PM New York time"
    for twin in (mail.html, mail.text):
        assert "kept for you until Wednesday 25 November, 10:00 AM New York time" in flat(twin)
        assert LINKS.pay(offer.id) in twin
        assert "$" not in twin
    assert mail.attachments == ()


def test_who_booked_by_phone_is_sent_the_link_to_pay_by():
    held = a_visit(status=Status.HELD, version=1, source="phone", payments=(), held_until=NOW)
    mail = written(MailKind.PAYMENT_LINK, held, BookingHistory(was_confirmed=False))
    assert mail.subject == "Your place is held: Friday 27 November, 3:00 PM New York time"
    for twin in (mail.html, mail.text):
        assert "kept for you until Wednesday 25 November, 10:00 AM New York time" in flat(twin)
        assert LINKS.pay(held.id) in twin
        assert "Anna" in twin
        assert "$" not in twin


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
    line = LineItem("treatment", "x", "<b>Bold & Tissue</b>", 50, 100, 100, "personal_service", 0, 0)
    mail = written(MailKind.CONFIRMATION, a_visit(lines=(line,)))
    assert "&lt;b&gt;Bold &amp; Tissue" in mail.html
    assert "<b>Bold & Tissue</b>" in mail.text


def test_styles_stand_on_the_elements_and_the_light_twin_in_the_head():
    html = written(MailKind.CONFIRMATION).html
    head, body = html.split("</head>")
    assert "prefers-color-scheme: light" in head
    assert "#faf8f4 !important" in head
    assert re.search(r'<body class="ground"[^>]* style="[^"]*#0b0b0c', body)
    assert "var(--" not in html


def test_a_spa_without_address_and_phone_is_no_trouble():
    mail = written(MailKind.CONFIRMATION, spa=dataclasses.replace(SPA, address=""))
    bare = written(MailKind.CANCELLATION, CANCELLED, spa=dataclasses.replace(SPA, address="", phone="", website=""))
    assert "Find the way" not in mail.text
    assert "Choose another time: mailto:info@coresync.life" in bare.text


BEFORE = STARTS - timedelta(days=1, hours=1)
VERSIONS = ((3, MailKind.CONFIRMATION), (4, MailKind.CHANGED))
MOVED = BookingHistory(was_confirmed=True, change=LastChange(BEFORE))


def test_a_visit_that_moved_names_its_old_and_its_new_time():
    mail = written(MailKind.CHANGED, a_visit(version=4), MOVED)
    assert mail.subject == "Your visit is moved: Friday 27 November, 3:00 PM New York time"
    said = flat(mail.text)
    assert "Daniel, your visit was on Thursday 26 November, 2:00 PM New York time." in said
    assert "We now look forward to seeing you on Friday 27 November, 3:00 PM New York time." in said
    assert SPA.address in said


def test_the_invitation_of_a_moved_visit_takes_the_place_of_the_old_one():
    (before,), (after,) = (written(kind, a_visit(version=n)).attachments for n, kind in VERSIONS)
    uid = re.search(rb"UID:[^\r]+", before.content)[0]
    assert uid in after.content
    assert (b"SEQUENCE:3" in before.content, b"SEQUENCE:4" in after.content) == (True, True)


def test_what_changed_at_the_same_hour_is_not_called_a_move():
    mail = written(MailKind.CHANGED, past=BookingHistory(was_confirmed=True, change=LastChange(STARTS)))
    assert mail.subject == "Your visit has changed: Friday 27 November, 3:00 PM New York time"
    assert "was on" not in mail.text


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (LastChange(BEFORE, refund_cents=6792), "$67.92 is on its way back to the card that you paid with."),
        (LastChange(STARTS, 9405, 9405), "The rest of that share, $94.05, is kept under the cancellation policy"),
        (LastChange(STARTS, 0, 18810), "What you paid for the guest who no longer comes, $188.10, is kept"),
    ],
)
def test_money_that_goes_back_or_stays_is_named(change, sentence):
    assert sentence in flat(written(MailKind.CHANGED, past=BookingHistory(was_confirmed=True, change=change)).text)


def test_a_visit_that_became_dearer_is_paid_at_the_desk():
    dearer = a_visit(net_cents=30000, tax_cents=1350, total_cents=31350)
    mail = written(MailKind.CHANGED, dearer, MOVED)
    assert "The difference of $96.14 is paid at the desk; nothing more is charged to your card." in flat(mail.text)
    assert re.search(r"To be paid at the desk \.+ \$96\.14", mail.text)
    assert "Total paid" not in mail.text
    assert "at the desk" not in written(MailKind.CHANGED, past=MOVED).text


@pytest.mark.parametrize("kind", [MailKind.CONFIRMATION, MailKind.CHANGED])
def test_each_visit_of_a_group_is_listed_with_its_hour_and_with_whom(kind):
    mail = written(kind, two_friends())
    for row in ("3:00 PM:    Guest 1: Deep Tissue Massage, 1 hour 5 minutes, with Anna", "Guests:     2"):
        assert row in mail.text
    assert "3:30 PM:    Guest 2: Beard Trim, 30 minutes, with Sam" in mail.text
    told = read_back(mail.attachments[0].content)
    assert told["SUMMARY"] == "Deep Tissue Massage and Beard Trim at CoreSync"
    assert "3:30 PM Guest 2: Beard Trim, 30 minutes, with Sam" in told["DESCRIPTION"]


def test_a_cancelled_group_is_told_whole():
    mail = written(MailKind.CANCELLATION, two_friends(version=4, status=Status.CANCELLED))
    assert "3:30 PM:    Guest 2: Beard Trim, 30 minutes\n" in mail.text


def test_whoever_is_expected_is_led_to_their_visit_and_told_until_when_it_can_be_moved():
    policy = {**a_visit().policy, "reschedule_free_until_hours": 24, "reschedule_times": 2}
    until = "You can move it yourself until Thursday 26 November, 3:00 PM New York time."
    for kind in (MailKind.CONFIRMATION, MailKind.CHANGED, MailKind.REMINDER):
        fresh = written(kind, a_visit(policy=policy))
        assert LINKS.visit(a_visit().id) in fresh.text
        assert until in flat(fresh.text)
        assert until not in flat(written(kind, a_visit(policy=policy, moves=2)).text)
        assert until not in flat(written(kind, a_visit(policy=policy), now=STARTS - timedelta(hours=24)).text)


def test_what_a_move_has_reached_is_the_most_that_a_mail_promises_back():
    text = flat(written(MailKind.CHANGED, a_visit(refund_at_most=50), MOVED).text)
    assert "all of your payment" not in text
    assert "Cancel by Thursday 26 November, 3:00 PM New York time, and 50% of your payment is returned." in text
    assert "Wednesday 25 November" not in text
    kept = flat(written(MailKind.CHANGED, a_visit(refund_at_most=0), MOVED).text)
    assert "a payment is no longer returned" in kept


def test_a_reminder_says_how_to_come_and_asks_for_one_tap_that_changes_nothing_by_itself():
    mail = written(MailKind.REMINDER, a_visit(policy={**a_visit().policy, "grace_minutes": 15}))
    text = flat(mail.text)
    for told in (*HOUSE.directions.splitlines(), HOUSE.parking, HOUSE.what_to_bring, SPA.address, "With: Anna"):
        assert told in text
    assert "Your place is kept until Friday 27 November, 3:15 PM New York time." in text
    assert f"I will come: {LINKS.visit(a_visit().id)}#come" in text


def test_a_reminder_leaves_out_what_the_owner_has_not_written():
    text = written(MailKind.REMINDER, house=HouseTexts()).text
    assert "Parking" not in text
    assert "If you are late" not in text
    assert "whatever the weather" in text


def test_what_the_owner_writes_is_text_and_not_markup():
    mail = written(MailKind.REMINDER, house=HouseTexts(parking="<b>P & R</b>"))
    assert "&lt;b&gt;P &amp; R&lt;/b&gt;" in mail.html
    assert "<b>P & R</b>" in mail.text


def test_a_review_is_asked_of_everybody_alike_by_one_link_and_for_nothing():
    mail = written(MailKind.REVIEW_REQUEST)
    assert "Thank you for coming, Daniel." in mail.text
    assert f"Write a review: {HOUSE.review_url}" in mail.text
    assert "nothing is given for a review" in flat(mail.text)
    assert "Deep Tissue" not in mail.subject
    without = written(MailKind.REVIEW_REQUEST, house=HouseTexts())
    assert "Write to us: mailto:info@coresync.life?subject=CS-2026-000123" in without.text


def test_a_payment_that_failed_can_be_tried_again_as_long_as_the_place_is_kept():
    held = a_visit(status=Status.HELD, payments=(), held_until=NOW + timedelta(minutes=9))
    waiting, ended = (written(MailKind.PAYMENT_FAILED, held, now=NOW + timedelta(minutes=n)) for n in (0, 9))
    assert "kept for you until Wednesday 25 November, 10:09 AM New York time" in flat(waiting.text)
    assert f"Pay in another way: {LINKS.pay(held.id)}" in waiting.text
    assert "could be kept no longer" in flat(ended.text)
    assert LINKS.pay(held.id) not in ended.text


def cents(amount: str) -> int:
    return int(re.sub(r"[$,.]", "", amount))


@pytest.mark.parametrize(
    ("visit", "returned"),
    [
        (a_visit(status=Status.COMPLETED), 0),
        (a_visit(status=Status.COMPLETED, net_cents=30000, tax_cents=1350, total_cents=31350), 0),
        (
            two_friends(status=Status.COMPLETED, fees_cents=2000, net_cents=17800, tax_cents=801, total_cents=18601),
            1135,
        ),
    ],
)
def test_a_receipt_adds_up(visit, returned):
    text = written(MailKind.RECEIPT, visit, BookingHistory(was_confirmed=True, refunded_cents=returned)).text
    sums = {label: cents(amount) for label, amount in re.findall(r"^  (.+?) \.+ (\S+)$", text, re.MULTILINE)}
    owed = sums["Total"] + sums.get("Kept under the cancellation policy", 0)
    assert owed == sums["Paid"] - sums.get("Returned", 0) + sums.get("To be paid at the desk", 0)


def test_a_receipt_takes_its_pdf_along_where_somebody_writes_one():
    assert written(MailKind.RECEIPT).attachments == ()
    mail = a_renderer(receipt_pdf=lambda visit: visit.reference.encode()).render(
        MailKind.RECEIPT, a_visit(), CONFIRMED, now=NOW
    )
    (file,) = mail.attachments
    assert (file.filename, file.content_type) == ("receipt-CS-2026-000123.pdf", "application/pdf")
    assert file.content == b"CS-2026-000123"
    assert "attached to this mail as a PDF" in mail.text


def test_an_alert_is_its_own_subject_and_facts_without_a_word_of_ours_are_told_too():
    alert = ManagerAlert(AlertKind.REFUND_FAILED, "1", {"reference": "CS-2026-000123", "try": "3"}, NOW)
    mail = a_renderer().manager_alert([alert], now=NOW)
    assert mail.subject == "A refund failed"
    assert re.search(r"Reference: +CS-2026-000123\ntry: +3\n", mail.text)
    assert a_renderer().manager_alert([alert, alert], now=NOW).subject == "2 things need you"


def test_a_member_is_welcomed_with_what_they_receive_and_what_is_charged():
    mail = a_renderer().membership_welcome(CARD, to=Contact("Daniel Example", "daniel@example.com"), now=NOW)
    text = flat(mail.text)
    for told in (*CARD.benefits, CARD.number, "$700.00 is charged each month", "90 days"):
        assert told in text
    assert [file.filename for file in mail.attachments] == ["membership-card.pdf"]
