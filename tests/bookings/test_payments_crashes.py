"""The process dies after each commit of a payment's life: whoever comes next brings it to its end, once."""

import pytest

from tests.spa_house import pay_house

COMPLETED = "checkout.session.completed"


class Killed(BaseException):
    """As good as kill -9: nothing catches it, nothing after it runs."""


@pytest.fixture
def house(database_url, tmp_path, monkeypatch):
    with pay_house(database_url, tmp_path, monkeypatch) as open_house:
        yield open_house


@pytest.fixture
def die_at(monkeypatch):
    """Return a way to die instead of, or after, one call of an object's method."""

    def arm(where, name: str, *, call: int = 1, after: bool = False):
        real, calls = getattr(where, name), []

        def deadly(*given, **named):
            calls.append(1)
            if len(calls) != call:
                return real(*given, **named)
            if after:
                real(*given, **named)
            raise Killed

        monkeypatch.setattr(where, name, deadly)

    return arm


def test_dead_after_the_hold_the_same_key_finds_it(house, die_at):
    die_at(house.bookings, "hold", after=True)
    with pytest.raises(Killed):
        house.hold(key="k")
    assert house.hold(key="k").reference == house.rows("select reference from coresync.bookings")[0]["reference"]
    assert house.count("bookings") == 1


@pytest.mark.parametrize(
    ("port", "death"),
    [
        ("payments", {"name": "open"}),
        ("payments", {"name": "open", "after": True}),
        ("bookings", {"name": "change", "call": 2}),
    ],
    ids=["before Stripe was asked", "after Stripe had opened it", "before its page was noted"],
)
def test_dead_while_opening_the_next_click_opens_the_same_page(house, die_at, port, death):
    booking = house.hold()
    die_at(getattr(house, port), **death)
    with pytest.raises(Killed):
        house.open_payment(booking)
    house.pay(house.open_payment(booking))
    house.tell(COMPLETED)
    assert house.status(booking) == "confirmed"
    assert len(house.stripe.state()["sessions"]) == house.count("payments") == 1


def test_dead_while_opening_and_no_next_click_the_place_comes_back(house, die_at):
    booking = house.hold()
    die_at(house.payments, "open", after=True)
    with pytest.raises(Killed):
        house.open_payment(booking)
    house.wait(11)
    assert house.expire_holds() == 200
    assert house.status(booking) == "expired"


def test_dead_before_the_payment_was_recorded_stripe_tells_it_again(house, die_at):
    booking, url = house.paying()
    house.pay(url)
    die_at(house.bookings, "change")
    with pytest.raises(Killed):
        house.tell(COMPLETED)
    assert house.status(booking) == "paying"
    assert house.tell(COMPLETED) == [204]
    assert house.status(booking) == "confirmed"


def test_dead_after_the_payment_was_recorded_the_relay_tells_the_news(house, die_at):
    booking, url = house.paying()
    house.pay(url)
    die_at(house.bookings, "change", after=True)
    with pytest.raises(Killed):
        house.tell(COMPLETED)
    assert (house.status(booking), house.wire.types) == ("confirmed", [])
    assert house.tell(COMPLETED) == [204]
    assert house.relay_outbox() == 200
    assert house.wire.types.count("booking.confirmed") == 1


def test_dead_in_the_middle_of_a_transaction_nothing_has_happened(house, monkeypatch):
    booking, url = house.paying()
    house.pay(url)

    def killed(*_, **__):
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr("shared_lib.bookings.adapters.change.PostgresChange.transition", killed)
        with pytest.raises(Killed):
            house.tell(COMPLETED)
    assert (house.status(booking), house.count("ledger_entries"), house.count("inbox")) == ("paying", 0, 0)
    house.tell(COMPLETED)
    assert house.status(booking) == "confirmed"


def test_dead_after_the_events_went_out_they_go_out_again_and_no_more(house, die_at):
    """Followers know an event by its id."""
    booking = house.hold()
    outbox = house.dispatcher.outbox
    die_at(outbox, "published")
    with pytest.raises(Killed):
        house.relay_outbox()
    house.relay_outbox()
    house.relay_outbox()
    assert house.wire.types == ["booking.held"] * 2
    assert len({event.id for event in house.wire.events}) == 1
    assert house.status(booking) == "held"


def test_dead_between_expiring_at_stripe_and_here_the_next_run_ends_it(house, die_at):
    booking, url = house.paying()
    house.wait(11)
    die_at(house.payments, "expire", after=True)
    with pytest.raises(Killed):
        house.expire_holds()
    assert house.status(booking) == "paying"
    assert house.expire_holds() == 200
    assert (house.status(booking), house.pay(url) != "paid") == ("expired", True)


def test_dead_while_refunding_a_late_payment_the_relay_sends_it_once(house, die_at):
    booking, url = house.paying()
    house.cancel(booking)
    house.pay(url)
    die_at(house.payments, "refund", after=True)
    with pytest.raises(Killed):
        house.tell(COMPLETED)
    assert house.relay_outbox() == 200
    assert house.returned_cents() == [booking.total_cents]
