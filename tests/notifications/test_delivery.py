"""What the carrier tells of an address: written to no more, the desk told once, and back again after a proof."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from infra.local.stand_ins.faults import Faults
from shared_lib.guests.contact_point import Channel, ContactPoint
from shared_lib.guests.preferences import Preference, PreferenceLocked, Topic
from shared_lib.kernel.adapters.signer import TokenSigner
from shared_lib.kernel.errors import InvalidSignature
from shared_lib.notifications.links import MailLinks
from shared_lib.notifications.mail import DeliveryStatus, MailKey, MailKind, MailReport
from shared_lib.notifications.send_once import send_once
from shared_lib.notifications.suppression import SuppressionReason
from shared_lib.notifications.unsubscribe import unsubscribe
from tests.notifications.mail_house import mail_house

DANIEL = ContactPoint(Channel.EMAIL, "daniel@example.com")
OFF = {(Topic.REMINDERS, Channel.EMAIL): False}
BOUNCED, COMPLAINED, REFUSED = SuppressionReason


@pytest.fixture
def house(database_url, monkeypatch):
    with mail_house(database_url, monkeypatch) as open_house:
        yield open_house


@pytest.fixture
def daniel(house):
    """The hash by which Daniel's address is known."""
    return house.cipher.fingerprint(DANIEL.address)


def sent(house, **columns) -> UUID:
    """Send a confirmation, and return the id of its row in the log after giving it other columns."""
    house.hold_reports(hold=True)
    house.deliver(house.confirmed())
    row = house.log()[-1]
    for name, value in columns.items():
        house.database.run(f"update coresync.email_log set {name} = %s where id = %s", (value, row.id))
    return row.id


def hear(house, mail: UUID, event: str = "", **means) -> int:
    """Hear of a mail, and return how much of that was news."""
    return len(house.delivery_reports.apply([MailReport(event or str(uuid4()), mail, **means)], now=house.now))


def alerts(house) -> list[dict[str, str]]:
    return [dict(alert.facts) for alert in house.manager_alerts.waiting(limit=10)]


def test_an_address_that_bounced_is_given_up_and_the_desk_hears_of_it_once(house, daniel, eventually):
    house.sendgrid.faults = Faults(duplicate=True, reorder=True)
    sent(house)
    (mail,) = house.mails()
    for _ in range(2):
        house.sendgrid._notify(mail["id"], "bounce")
    house.hold_reports(hold=False)
    eventually(lambda: not house.sendgrid.store.all("outgoing"))
    assert house.suppressions.reason_for(daniel) is BOUNCED
    (row,) = house.log()
    reference = house.bookings.get(row.booking_id).reference
    assert alerts(house) == [{"reference": reference, "kind": "confirmation", "code": "bounced"}]
    assert "daniel" not in str(house.manager_alerts.waiting(limit=1)).lower()


@pytest.mark.parametrize("event", ["deferred", "delivered", "unsubscribe"])
def test_nothing_else_gives_an_address_up(house, daniel, event, eventually):
    sent(house)
    house.sendgrid._notify(house.mails()[0]["id"], event)
    house.hold_reports(hold=False)
    eventually(lambda: not house.sendgrid.store.all("outgoing"))
    assert (house.suppressions.reason_for(daniel), alerts(house)) == (None, [])
    assert house.preferences.chosen(DANIEL) == {}, "a confirmation can't be switched off"


def test_an_address_that_is_proved_anew_is_written_to_again_but_not_one_that_complained(house, daniel):
    mail = sent(house)
    hear(house, mail, "e1", status=DeliveryStatus.BOUNCED, suppresses=BOUNCED)
    house.suppressions.lift(daniel)
    assert hear(house, mail, "e1", status=DeliveryStatus.BOUNCED, suppresses=BOUNCED) == 0
    assert house.suppressions.reason_for(daniel) is None, "what was heard before has no second effect"
    hear(house, mail, suppresses=COMPLAINED)
    hear(house, mail, suppresses=BOUNCED)
    house.suppressions.lift(daniel)
    assert house.suppressions.reason_for(daniel) is COMPLAINED
    assert house.statuses() == ["bounced"]


def test_the_first_to_give_an_address_up_is_told_so(house, daniel):
    assert [house.suppressions.suppress(daniel, why, now=house.now) for why in (REFUSED, BOUNCED, COMPLAINED)] == [
        True,
        False,
        False,
    ]


def test_who_unsubscribes_at_their_mail_program_hears_no_more_of_that_until_they_choose_again(house, daniel):
    mail = sent(house, kind="reminder")
    assert hear(house, mail, "e1", unsubscribes=True) == 1
    assert house.preferences.chosen(DANIEL) == OFF
    house.preferences.choose([daniel], [Preference(Topic.REMINDERS, Channel.EMAIL, allowed=True)], now=house.now)
    assert hear(house, mail, "e1", unsubscribes=True) == 0
    assert house.preferences.chosen(DANIEL) != OFF


def test_a_mail_tells_of_the_address_that_it_went_to_whatever_the_booking_has_by_now(house, daniel):
    old = house.cipher.fingerprint("old@example.com")
    hear(house, sent(house, contact_hash=old), suppresses=BOUNCED)
    assert house.suppressions.reason_for(old) is BOUNCED
    assert house.suppressions.reason_for(daniel) is None


def test_the_manager_s_own_mailbox_and_mails_of_others_give_nothing_up(house, daniel):
    hear(house, sent(house, kind="manager_alert", contact_hash=daniel), suppresses=BOUNCED)
    hear(house, uuid4(), suppresses=BOUNCED)
    assert (house.suppressions.reason_for(daniel), alerts(house)) == (None, [])


def test_what_may_be_sent_is_what_was_not_switched_off_to_an_address_that_is_not_given_up(house, daniel):
    rules = house.rules
    off = [Preference(topic, Channel.EMAIL, allowed=False) for topic in (Topic.REMINDERS, Topic.WAITLIST)]
    house.preferences.choose([daniel], off, now=house.now)
    unsent = {kind: why for kind in MailKind if (why := rules.withheld(kind, " Daniel@Example.com"))}
    assert unsent == dict.fromkeys((MailKind.REMINDER, MailKind.WAITLIST_OFFER), "switched off")
    assert rules.withheld(MailKind.REMINDER, "+15550100199") == "switched off", "nobody asked for it by SMS"
    assert rules.withheld(MailKind.CODE, "+15550100199") is None

    house.suppressions.suppress(daniel, BOUNCED, now=house.now)
    assert rules.withheld(MailKind.CONFIRMATION, DANIEL.address) == "suppressed: bounced"
    assert rules.withheld(MailKind.CODE, DANIEL.address) is None, "a code may show that the address works again"
    house.suppressions.suppress(daniel, COMPLAINED, now=house.now)
    assert rules.withheld(MailKind.CODE, DANIEL.address) == "suppressed: complained"


def test_one_click_ends_the_mails_that_its_link_names_and_no_others(house, daniel):
    signer = TokenSigner([b"a key"])
    links = MailLinks("https://coresync.life", signer)

    def click(url: str) -> Topic:
        token = url.rpartition("/")[2]
        return unsubscribe(token, signer=signer, preferences=house.preferences, now=house.now)

    for minutes in (0, 1):
        house.now += timedelta(minutes=minutes)
        assert click(links.unsubscribe(Topic.REMINDERS, daniel)) is Topic.REMINDERS
    with pytest.raises(PreferenceLocked):
        click(links.unsubscribe(Topic.BOOKINGS, daniel))
    for foreign in (links.visit(uuid4()), links.unsubscribe(Topic.REVIEWS, daniel)[:-1], "https://coresync.life/"):
        with pytest.raises(InvalidSignature):
            click(foreign)
    assert house.preferences.chosen(DANIEL) == OFF


def test_a_mail_to_an_address_that_is_given_up_is_not_sent_and_the_desk_asks_for_another_once(house, daniel):
    confirmed = house.confirmed()
    house.suppressions.suppress(daniel, BOUNCED, now=house.now)
    for _ in range(2):
        house.deliver(confirmed)
    cancelled = house.cancel(confirmed)
    house.deliver(cancelled)
    house.deliver(house.confirmed(day=7))
    assert house.mails() == []
    assert {(row.status, row.reason) for row in house.log()} == {("refused", "suppressed: bounced")}
    assert len(house.log()) == 3
    assert [alert["kind"] for alert in alerts(house)] == ["confirmation", "confirmation"], "once for each booking"
    assert house.sweep().failures == []

    house.deliver(house.confirmed(email="new@example.com", day=14))
    assert [mail["to"][0]["email"] for mail in house.mails()] == ["new@example.com"]


def test_an_address_that_sendgrid_refuses_is_given_up(house):
    house.deliver(house.confirmed(email="daniel at example"))
    assert house.rules.given_up("daniel at example") is REFUSED
    assert [(alert["kind"], alert["code"]) for alert in alerts(house)] == [("confirmation", "refused")]
    house.deliver(house.confirmed(email="daniel at example", day=7))
    assert [row.reason for row in house.log() if row.reason.startswith("suppressed")] == ["suppressed: refused"]


def test_what_a_guest_switched_off_is_not_sent_and_nobody_is_told(house, daniel):
    event = house.confirmed()
    house.preferences.choose([daniel], [Preference(Topic.REMINDERS, Channel.EMAIL, allowed=False)], now=house.now)
    key = MailKey(MailKind.REMINDER, event.version, booking_id=event.booking_id)
    to = house.bookings.get(event.booking_id).contact
    assert not send_once(key, to, lambda: pytest.fail("written"), context=house.mail_context, now=house.now)
    assert [(row.kind, row.reason) for row in house.log()] == [("reminder", "switched off")]
    assert alerts(house) == []
