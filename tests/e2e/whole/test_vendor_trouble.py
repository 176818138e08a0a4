"""Vendors fail, drop, repeat and shuffle: nothing is lost, nothing happens twice, and the guest hears the truth."""

from concurrent.futures import ThreadPoolExecutor

from tests.e2e.whole.audit import audit
from tests.e2e.whole.gate import tally_before
from tests.e2e.whole.guest import Guest

SEVERAL = 4
MAIL_GIVEN_UP = 11 * 60


def several_book(system):
    """Let some guests book and pay at the same time."""
    guests = [Guest(system, name) for name in ("Ada Example", "Ben Example", "Cleo Example", "Dan Example")]
    with ThreadPoolExecutor(SEVERAL) as pool:
        list(pool.map(lambda guest: guest.holds(), guests))
        assert list(pool.map(lambda guest: guest.pays(), guests)) == ["paid"] * SEVERAL
    return guests


def test_stripes_events_arrive_twice_and_in_the_wrong_order(system, agrees, eventually):
    with system.faults("stripe", duplicate=True, reorder=True):
        guests = several_book(system)
        agrees()
    eventually(lambda: [guest.told().count("booking.confirmed") for guest in guests] == [1] * SEVERAL, within=60)


def test_stripe_sends_an_old_event_again(system, guest, agrees):
    guest.books()
    agrees()
    for event in system.state("stripe")["events"]:
        system.control("stripe", f"_events/{event['id']}/deliver")
    agrees()


def some_are_refused(system, vendor, eventually, *, at_least):
    """Let guests book with a vendor that fails half of its calls and drops some answers, failures among them."""
    with system.faults(vendor, error_rate=0.5, drop_rate=0.2), tally_before(system.vendor(vendor)) as tally:
        several_book(system)
        eventually(lambda: tally.refused >= at_least or not audit(system), within=60)  # the dice may be kind


def test_the_calendar_fails_half_of_its_calls(system, agrees, eventually):
    some_are_refused(system, "calendar", eventually, at_least=2)
    agrees()


def what_was_sent_is_delivered(system):
    """Return whether no mail is under way: one of which we have not heard when the clock jumps is sent once more."""
    vendor = system.state("sendgrid")
    sent = {mail["custom_args"]["message_id"] for mail in vendor.get("mails", [])}
    delivered = {row["id"] for row in system.rows("select id::text from coresync.email_log where status = 'delivered'")}
    return not vendor.get("outgoing") and sent <= delivered


def test_sendgrid_fails_half_of_its_calls(system, agrees, eventually):
    some_are_refused(system, "sendgrid", eventually, at_least=1)  # one that got lost too is not asked for again
    eventually(lambda: what_was_sent_is_delivered(system), within=30)
    system.move_clock(advance=MAIL_GIVEN_UP)  # where even the failure got lost, nobody knows that there is no mail
    agrees()


def test_stripe_is_down_when_the_page_opens_its_checkout(system, guest, agrees):
    booking = guest.holds()
    with system.faults("stripe", error_rate=1):
        answer = guest.accepts()
    assert answer.status_code == 503
    assert "Nothing was charged" in answer.text
    assert guest.status(booking) == "paying"
    assert guest.pays() == "paid"
    agrees()


def test_stripe_loses_the_answer_when_the_page_opens_its_checkout(system, guest, agrees):
    guest.holds()
    with system.faults("stripe", drop_rate=1):
        assert guest.accepts().status_code == 503
    assert guest.pays() == "paid"
    agrees()


def test_refunds_fail_half_of_the_time_and_go_once(system, agrees):
    guests = [Guest(system) for _ in range(SEVERAL)]
    checkouts = []
    with system.paused("coresync-expire-holds"):  # it would close a checkout before its guest pays
        for guest in guests:
            guest.holds()
            checkouts.append(guest.accepts().headers["Location"].rpartition("/")[2])
            guest.say("please cancel it")
        with system.faults("stripe", error_rate=0.5, drop_rate=0.3):
            for guest, checkout in zip(guests, checkouts, strict=True):
                assert guest.pays_at_stripe(checkout) == "paid"
            for _ in range(6):
                system.run_job("job_relay_outbox")
    agrees()


def test_events_stay_in_the_outbox_while_pubsub_is_silent(system, guest, agrees, eventually):
    booking = guest.holds()
    with system.silent(system.pubsub):
        assert guest.pays() == "paid"
        eventually(lambda: guest.status(booking) == "confirmed", within=30)
        assert waiting_events(system, booking)
    agrees()
    assert not waiting_events(system, booking)


ONCE = "3f9d2c61-58b4-4e0a-8c17-6a2b9d40e5f8"


def waiting_events(system, booking):
    waiting = "select type from coresync.outbox where booking_id = %s::uuid and published_at is null"
    return [row["type"] for row in system.rows(waiting, booking)]


def test_the_chat_says_so_while_firestore_is_silent_and_goes_on_afterwards(system, guest, agrees):
    choice = guest.wishes()
    with system.silent(system.firestore):
        answer = guest.send(choice=choice, message_id=ONCE)
    assert answer.status_code == 503
    assert guest.send(choice=choice, message_id=ONCE).ok
    guest.introduces_herself()
    assert guest.pays() == "paid"
    agrees()
