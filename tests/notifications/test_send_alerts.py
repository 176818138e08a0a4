"""What the manager hears of: everything once, together, in the morning, and at night what can't wait."""

import dataclasses
import logging
from datetime import timedelta

import pytest

from infra.local.stand_ins.faults import Faults
from shared_lib.kernel.errors import VendorRefused
from shared_lib.kernel.manager_alerts import AlertKind
from shared_lib.notifications.mail import Mail, MailKind
from shared_lib.notifications.send_alerts import AlertContext, send_alert_mail, send_alerts
from tests.notifications.mail_house import mail_house
from tests.spa_house import pay_house
from tests.visits import SPA

CLASH, REFUND = AlertKind.CALENDAR_CLASH, AlertKind.REFUND_FAILED
NIGHT = timedelta(hours=13)
"""From ten in the morning to eleven at night."""


class Secretary:
    """Writes the keys of alerts, by which a test tells them apart."""

    def manager_alert(self, alerts, *, now):
        words = " ".join(alert.key for alert in alerts)
        return Mail(kind=MailKind.MANAGER_ALERT, subject=words, html=f"<p>{words}</p>", text=words)


@pytest.fixture
def house(database_url, monkeypatch):
    with mail_house(database_url, monkeypatch) as open_house:
        yield open_house


def raise_alert(house, key: str, kind: AlertKind = CLASH) -> None:
    house.manager_alerts.record(kind, key, {"reference": "CS-2026-000123"}, now=house.now)


def run(house, *, to: str = "manager@coresync.life") -> list[str]:
    """Do what the job does each minute; return what went wrong."""
    context = AlertContext(
        alerts=house.manager_alerts,
        renderer=Secretary(),  # type: ignore[arg-type]
        mail_log=house.mail_log,
        mailer=house._mailer,
        manager_mail=to,
    )
    house.now += timedelta(minutes=1)
    now = house.now
    return list(
        send_alerts(
            alerts=house.manager_alerts,
            send=lambda waiting: send_alert_mail(waiting, context=context, now=now),
            spa=SPA,
            now=now,
        )
    )


def test_all_that_waits_is_told_in_one_mail_and_the_same_thing_once(house):
    for key in ("a", "b", "a"):
        raise_alert(house, key)
    assert run(house) == run(house) == []
    raise_alert(house, "b")
    raise_alert(house, "c")
    run(house)
    assert house.subjects() == ["a b", "c"]
    assert {mail["to"][0]["email"] for mail in house.mails()} == {"manager@coresync.life"}


def test_at_night_only_money_and_lost_work_wake_the_manager_and_take_the_rest_along(house):
    house.now += NIGHT
    raise_alert(house, "a clash")
    run(house)
    assert house.subjects() == []
    raise_alert(house, "a refund", REFUND)
    run(house)
    assert house.subjects() == ["a clash a refund"]
    raise_alert(house, "another clash")
    run(house)
    house.now += timedelta(hours=9)
    run(house)
    assert house.subjects() == ["a clash a refund", "another clash"]


def test_what_can_not_be_sent_waits_for_the_next_run(house, caplog):
    raise_alert(house, "a")
    house.sendgrid.faults = Faults(error_rate=1, status=503)
    assert run(house) == ["VENDOR_UNAVAILABLE"]
    house.sendgrid.faults = Faults()
    assert run(house, to="nobody at all") == ["ADDRESS_REFUSED"]
    assert run(house, to="") == []
    told = [line.facts for line in caplog.records if line.levelno == logging.ERROR and line.name == "coresync.alerts"]
    assert [facts["alert"] for facts in told] == ["manager_unheard"] * 3
    assert run(house) == []
    assert house.subjects() == ["a"]


def test_a_mail_whose_answer_was_lost_is_not_sent_again_once_sendgrid_has_told_of_it(house, eventually):
    raise_alert(house, "a")
    house.sendgrid.faults = Faults(drop_rate=1)
    assert run(house) == []
    house.sendgrid.faults = Faults()
    raise_alert(house, "b")
    eventually(lambda: house.statuses() == ["delivered"])
    run(house)
    run(house)
    assert house.subjects() == ["a", "b"]


def test_a_refund_that_fails_reaches_the_manager_by_the_next_run_of_the_relay(database_url, tmp_path, monkeypatch):
    def refuse(_):
        raise VendorRefused("stripe", "no")

    with pay_house(database_url, tmp_path, monkeypatch) as house:
        house.settings = dataclasses.replace(house.settings, manager_mail="manager@coresync.life")
        mails = []
        monkeypatch.setattr(
            house.letters, "send", lambda mail, *, to, message_id: mails.append((to.email, mail)) or "id"
        )
        booking = house.confirmed()
        house.cancel(booking)
        monkeypatch.setattr(house.payments, "refund", refuse)
        assert [house.relay_outbox() for _ in range(3)] == [200] * 3
        [(to, mail)] = mails
        assert (to, mail.kind, mail.unsubscribe_url) == ("manager@coresync.life", MailKind.MANAGER_ALERT, "")
        assert booking.reference in mail.text
        assert "daniel" not in (mail.subject + mail.html + mail.text).lower()
