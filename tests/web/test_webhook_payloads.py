"""What vendors sent can be looked at for forty days, and applied again without doing anything twice."""

import json

import pytest

from infra import webhooks
from shared_lib.kernel.ports import APPLIED
from shared_lib.web import webhook_payloads
from tests.snapshots import NOW
from tests.spa_house import at_once, pay_house


@pytest.fixture
def house(database_url, tmp_path, monkeypatch):
    with pay_house(database_url, tmp_path, monkeypatch) as open_house:
        yield open_house


def of(house, event_type: str):
    """Return the payload of the only event of a type."""
    [event] = house.events(event_type)
    [found] = [payload for payload in house.webhook_payloads.newest(limit=99) if payload.event_id == event["id"]]
    return found


def test_each_genuine_event_is_kept_with_what_became_of_it(house):
    house.confirmed()
    house.tell()
    assert of(house, "checkout.session.completed").outcome == "applied"
    assert of(house, "charge.succeeded").outcome == "ignored"
    house.tell("checkout.session.completed")
    assert of(house, "checkout.session.completed").attempts == 3


def test_an_event_about_somebody_else_s_sale_is_not_called_applied(house):
    house.confirmed()
    [event] = house.events("checkout.session.completed")
    strange = event | {"id": "evt_strange"}
    strange["data"]["object"]["metadata"]["booking_id"] = "no-uuid"
    assert house.deliver(json.dumps(strange).encode()) == 204
    [kept] = [payload for payload in house.webhook_payloads.newest(limit=99) if payload.event_id == "evt_strange"]
    assert kept.outcome == "ignored"


def test_each_genuine_event_leaves_one_line(house, monkeypatch):
    lines = []
    monkeypatch.setattr(webhook_payloads, "log", lambda said, **facts: lines.append((said, facts["outcome"])))
    house.confirmed()
    house.tell("checkout.session.completed")
    assert ("webhook done", "applied") in lines
    assert len(lines) == sum(row["attempts"] for row in house.rows("select attempts from coresync.webhook_payloads"))


def test_nothing_personal_rests_in_the_clear(house):
    house.confirmed()
    rows = house.rows("select sealed from coresync.webhook_payloads")
    assert b"daniel" not in b"".join(bytes(row["sealed"]) for row in rows)
    _, body = house.webhook_payloads.open(of(house, "checkout.session.completed").id)
    assert b"daniel@example.com" in body


def test_what_was_forged_is_not_kept(house):
    house.confirmed()
    before = house.count("webhook_payloads")
    assert house.deliver(b'{"id": "evt_forged"}', signature="t=1,v1=00") == 400
    assert house.count("webhook_payloads") == before


def test_an_event_that_was_applied_is_applied_again_without_another_effect(house):
    booking = house.confirmed()
    before = house.ledger(), house.actions(booking), house.wire.types
    assert webhooks.replay(of(house, "checkout.session.completed").id, house) == "applied"
    assert (house.ledger(), house.actions(booking), house.wire.types) == before


def test_an_event_that_failed_then_is_applied_now(house, capsys):
    booking, url = house.paying()
    house.pay(url)
    house.stripe.faults = type(house.stripe.faults)(error_rate=1.0)
    assert set(house.tell("checkout.session.completed")) == {503}
    payload = of(house, "checkout.session.completed")
    assert payload.outcome == "VENDOR_UNAVAILABLE"
    house.stripe.faults = type(house.stripe.faults)()
    assert webhooks.main(["replay", str(payload.id)], deps=house) == 0
    assert capsys.readouterr().out == "applied\n"
    assert house.status(booking) == "confirmed"
    assert of(house, "checkout.session.completed").outcome == "applied"


def test_the_command_lists_and_shows(house, capsys):
    house.confirmed()
    payload = of(house, "checkout.session.completed")
    assert webhooks.main(["list", "--vendor", "stripe"], deps=house) == 0
    assert f"{payload.id}  stripe  {payload.event_id}" in capsys.readouterr().out
    assert webhooks.main(["show", str(payload.id)], deps=house) == 0
    assert payload.event_id in capsys.readouterr().out
    assert webhooks.main(["show", "999999"], deps=house) == 1


def test_a_payload_that_could_not_be_kept_is_in_nobody_s_way(house, monkeypatch):
    from shared_lib.kernel.errors import VendorUnavailable

    def away(*_, **__):
        raise VendorUnavailable("postgres", "PoolTimeout")

    monkeypatch.setattr(house.webhook_payloads, "keep", away)
    booking = house.confirmed()
    assert house.status(booking) == "confirmed"


def test_every_hook_s_payloads_can_be_applied_again():
    import importlib

    assert set(webhooks.REPLAYS) == {"stripe", "sendgrid", "sheets", "calendar", "atlas"}
    for vendor, module in webhooks.REPLAYS.items():
        received = importlib.import_module(module)
        assert (vendor, callable(received.replay)) == (received.VENDOR, True)


def test_what_comes_several_times_at_one_moment_is_kept_once_and_counted(house):
    def keep(number: int) -> None:
        outcome = APPLIED if number == 3 else "CONFLICT"
        house.webhook_payloads.keep("atlas", f"event-{number % 2}", b"a body", outcome=outcome, now=NOW)

    at_once(20, keep)
    kept = {payload.event_id: payload for payload in house.webhook_payloads.newest(limit=9, vendor="atlas")}
    assert {name: (one.attempts, one.outcome) for name, one in kept.items()} == {
        "event-0": (10, "CONFLICT"),
        "event-1": (10, APPLIED),
    }


@pytest.mark.parametrize("limit", ["-1", "0", "201", "99999999999999999999", "ten"])
def test_a_list_without_a_sensible_length_is_refused_in_one_sentence(limit, capsys):
    with pytest.raises(SystemExit):
        webhooks.main(["list", "--limit", limit])
    assert "argument --limit" in capsys.readouterr().err
