"""The words of text messages: short, plain, in the alphabet of SMS, the spa's name first."""

from datetime import UTC, datetime, timedelta

import pytest

from infra.local.stand_ins.twilio.segments import is_plain, segments
from shared_lib.kernel.adapters.signer import TokenSigner
from shared_lib.notifications.adapters.sms_texts import SmsTexts
from shared_lib.notifications.links import MailLinks
from tests.visits import NOW, SPA, a_visit

TEXTS = SmsTexts(SPA, public_url=SPA.website)
LINKS = MailLinks(SPA.website, TokenSigner(["a key"]))
LATE = datetime(2026, 11, 27, 3, 40, tzinfo=UTC)
"""10:40 PM in New York: the hour has most letters."""
VISIT = a_visit(held_until=LATE + timedelta(minutes=30), starts_at=datetime(2026, 12, 31, 17, 30, tzinfo=UTC))


def test_a_code_can_be_read_and_be_offered_to_our_page_alone():
    said = TEXTS.code("012345")
    assert said.startswith("CoreSync: your code is 012345, good for 10 minutes.")
    assert said.splitlines()[-1] == "@coresync.life #012345"
    assert "STOP" not in said


def test_a_payment_link_says_until_when_in_one_text():
    url = LINKS.pay(VISIT.id)
    said = TEXTS.payment_link(VISIT, url, now=NOW)
    assert said == f"CoreSync: pay by 11:10 PM New York time to keep your place: {url}"
    assert len(said) <= 160


def test_a_reminder_says_the_day_in_full_and_how_to_end_reminders():
    url = LINKS.visit(VISIT.id)
    said = TEXTS.reminder(VISIT, url, now=NOW)
    assert said.startswith("CoreSync: we look forward to you on Thursday 31 December, 12:30 PM New York time.")
    assert said.endswith(f"{url} Reply STOP to end reminders.")


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        (TEXTS.code("012345"), 1),
        (TEXTS.payment_link(VISIT, LINKS.pay(VISIT.id), now=NOW), 1),
        (TEXTS.reminder(VISIT, LINKS.visit(VISIT.id), now=NOW), 2),
    ],
)
def test_every_text_is_of_the_alphabet_of_sms_and_goes_in_few_parts(said, parts):
    assert is_plain(said)
    assert segments(said) == parts
    assert said == said.strip()
    assert "!" not in said
