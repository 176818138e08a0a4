"""Many reminders through SendGrid's client: none is lost, and only one whose fate nobody knew may go out twice."""

from collections import Counter
from datetime import timedelta

import pytest

from infra.local.stand_ins.faults import Faults
from shared_lib.notifications.adapters.upcoming_visits import PostgresUpcomingVisits
from shared_lib.notifications.send_reminders import SendRemindersResult, send_reminders
from tests.availability.properties.sizes import rounds
from tests.notifications.mail_house import mail_house
from tests.notifications.plain_renderer import PlainRenderer
from tests.snapshots import at
from tests.visits import SPA, STARTS

THURSDAY = STARTS.date() - timedelta(days=1)
DOWN = Faults(error_rate=1)
MANY = rounds(150, whole=500)


@pytest.fixture
def house(database_url, monkeypatch):
    with mail_house(database_url, monkeypatch) as open_house:
        open_house._renderer = PlainRenderer()
        yield open_house


def run(house, clock: str) -> SendRemindersResult:
    house.now = at(THURSDAY, clock)
    upcoming = PostgresUpcomingVisits(house.database, spa_id=SPA.id)
    return send_reminders(upcoming=upcoming, context=house.mail_context, spa=SPA, now=house.now)


def alerts(caplog) -> set[str]:
    return {record.facts["alert"] for record in caplog.records if record.name == "coresync.alerts"}


def reminded(house) -> Counter[str]:
    """Return how many reminders came to each address."""
    return Counter(person["email"] for mail in house.mails() for person in mail["to"])


@pytest.mark.proof
def test_many_reminders_with_a_carrier_that_fails_at_random(house):
    for number in range(MANY):
        house.confirmed(email=f"guest{number}@example.com", seated=False)
    house.hold_reports(hold=True)  # so that nobody learns what became of a lost answer
    house.sendgrid.faults = Faults(error_rate=0.05, drop_rate=0.08)
    failures = [failure.code for hour in range(9, 21) for failure in run(house, f"{hour:02}:00").failures]
    house.sendgrid.faults = Faults()
    run(house, "21:00")
    came, unknown = reminded(house), failures.count("OUTCOME_UNKNOWN")
    assert (len(came), len(house.log())) == (MANY, MANY)
    assert 0 < came.total() - MANY <= unknown
    assert run(house, "21:30").sent == 0


def test_a_carrier_that_is_away_at_nine_and_back_at_eleven(house):
    for number in range(20):
        house.confirmed(email=f"guest{number}@example.com", seated=False)
    house.sendgrid.faults = DOWN
    for clock in ("09:00", "10:00"):
        failed = run(house, clock)
        assert failed.sent == 0
        assert {failure.code for failure in failed.failures} == {"VENDOR_UNAVAILABLE"}
        assert 3 <= len(failed.failures) < 20  # it is left alone once it is seen to be away
    house.sendgrid.faults = Faults()
    assert run(house, "11:00") == (20, 0, [])
    assert set(reminded(house).values()) == {1}


def test_what_was_lost_a_minute_ago_keeps_none_of_the_others_from_their_reminders(house):
    for number in range(20):
        house.confirmed(email=f"guest{number}@example.com", seated=False)
    house.hold_reports(hold=True)
    house.sendgrid.faults = Faults(drop_rate=1)
    lost = len(run(house, "09:00").failures)
    house.sendgrid.faults = Faults()
    again = run(house, "09:01")
    assert (again.sent, {failure.code for failure in again.failures}) == (20 - lost, {"OUTCOME_UNKNOWN"})
    assert run(house, "10:00").sent == lost


def test_reminders_that_can_not_be_written_keep_none_of_the_others(house, monkeypatch, caplog):
    events = [house.confirmed(email=f"guest{number}@example.com", seated=False) for number in range(12)]
    odd = {event.booking_id for event in events[:5]}
    render = house._renderer.render

    def fail_for_one(kind, booking, past, *, now):
        if booking.id in odd:
            raise ZeroDivisionError
        return render(kind, booking, past, now=now)

    monkeypatch.setattr(house._renderer, "render", fail_for_one)
    done = run(house, "09:00")
    assert (done.sent, {failure.booking_id for failure in done.failures}) == (7, odd)
    assert "reminder_failed" in alerts(caplog)
    monkeypatch.undo()
    assert run(house, "10:00").sent == 5


def test_odoo_87477_beyond_what_a_day_needs_the_breaker_opens_and_calls_the_manager(house, caplog):
    for number in range(12):
        house.confirmed(email=f"guest{number}@example.com", seated=False)
    house.most_per_hour = 5
    stopped = run(house, "09:00")
    assert 5 <= stopped.sent < 12
    assert {failure.code for failure in stopped.failures} == {"MAIL_BREAKER"}
    assert len(house.log()) == stopped.sent
    [told] = house.manager_alerts.waiting(limit=10)
    assert (told.kind, told.key) == ("mail_breaker", "reminder:2026-11-26T14")
    assert "mail_breaker" in alerts(caplog)
    assert stopped.sent + run(house, "11:00").sent >= 10
