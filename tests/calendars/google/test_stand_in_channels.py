"""The calendar stand-in tells of changes as Google does: by empty POSTs with headers."""

import http.server
import threading
import time
from datetime import UTC, datetime, timedelta

import pytest
import requests
from googleapiclient.errors import HttpError

from infra.local.stand_ins.calendar import CalendarStandIn
from tests.calendars.google.conftest import CALENDAR, ZONE

BUSY = {"summary": "Dentist", "start": "2026-11-26T09:00:00-05:00", "end": "2026-11-26T11:00:00-05:00"}


class Receiver:
    """Somebody who is told; the first answers may be refusals."""

    def __init__(self, refusals=0):
        received = self.received = []
        remaining = [503] * refusals

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                received.append((dict(self.headers), self.rfile.read(int(self.headers.get("Content-Length", 0)))))
                self.send_response(remaining.pop() if remaining else 204)
                self.end_headers()

            def log_message(self, *_):
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/api/calendar/push"
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def wait_for(self, count):
        patience = time.monotonic() + 10
        while len(self.received) < count and time.monotonic() < patience:
            time.sleep(0.01)
        assert len(self.received) == count
        return self.received

    def close(self):
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def receiver():
    receiver = Receiver()
    yield receiver
    receiver.close()


def watch(events, receiver, **changes):
    body = {"id": "channel-1", "type": "web_hook", "address": receiver.url, "token": "only-we-know"}
    return events.watch(calendarId=CALENDAR, body=body | changes).execute()


def numbers(received):
    return [int(headers["X-Goog-Message-Number"]) for headers, _ in received]


def test_a_channel_says_sync_first_and_then_that_something_exists(google, events, receiver):
    channel = watch(events, receiver)
    requests.post(f"{google.url}/_events/{CALENDAR}", json=BUSY, timeout=5).raise_for_status()
    (sync, body), (change, _) = receiver.wait_for(2)
    assert body == b""
    assert (sync["X-Goog-Resource-State"], change["X-Goog-Resource-State"]) == ("sync", "exists")
    assert (sync["X-Goog-Channel-ID"], sync["X-Goog-Channel-Token"]) == ("channel-1", "only-we-know")
    assert (sync["X-Goog-Resource-ID"], sync["X-Goog-Resource-URI"]) == (channel["resourceId"], channel["resourceUri"])
    assert (sync["X-Goog-Message-Number"], change["X-Goog-Message-Number"]) == ("1", "2")
    assert sync["X-Goog-Channel-Expiration"].endswith("GMT")


def test_a_channel_lives_a_week_unless_less_was_asked_for(events, receiver):
    week = int(watch(events, receiver)["expiration"]) / 1000 - time.time()
    hour = int(watch(events, receiver, id="channel-2", params={"ttl": "3600"})["expiration"]) / 1000 - time.time()
    assert timedelta(days=6, hours=23) < timedelta(seconds=week) <= timedelta(days=7)
    assert timedelta(minutes=59) < timedelta(seconds=hour) <= timedelta(hours=1)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"type": "pigeon"}, "invalid"),
        ({"id": "x" * 65}, "invalid"),
        ({"id": ""}, "required"),
        ({"address": "http://coresync.life/api/calendar/push"}, "pushWebhookUrlNotHttps"),
        ({"expiration": "1000"}, "invalid"),
        ({"expiration": "soon"}, "invalid"),
    ],
)
def test_a_channel_that_google_would_not_open_is_refused(events, receiver, changes, reason):
    with pytest.raises(HttpError) as error:
        watch(events, receiver, **changes)
    assert (error.value.status_code, error.value.error_details[0]["reason"]) == (400, reason)


def test_a_channel_s_id_is_taken_once_and_a_stopped_one_is_silent(google, calendar, events, receiver):
    channel = watch(events, receiver)
    with pytest.raises(HttpError, match="not unique"):
        watch(events, receiver)
    stop = calendar.channels().stop(body={"id": "channel-1", "resourceId": channel["resourceId"]})
    assert stop.execute() == ""
    with pytest.raises(HttpError, match="not found for project"):
        stop.execute()
    requests.post(f"{google.url}/_events/{CALENDAR}", json=BUSY, timeout=5)
    watch(events, receiver)
    assert numbers(receiver.wait_for(2)) == [1, 1]


def test_a_channel_ends_by_the_business_clock(connect, receiver):
    now = [datetime(2026, 11, 25, tzinfo=UTC)]
    with CalendarStandIn(clock=lambda: now[0]) as google:
        google.create_calendar(CALENDAR, "Technicians", ZONE)
        events = connect(google).events()
        watch(events, receiver)
        now[0] += timedelta(days=8)
        requests.post(f"{google.url}/_events/{CALENDAR}", json=BUSY, timeout=5)
        watch(events, receiver, id="channel-2")
        assert [headers["X-Goog-Channel-ID"] for headers, _ in receiver.wait_for(2)] == ["channel-1", "channel-2"]


def test_a_receiver_that_refuses_is_told_again(events):
    receiver = Receiver(refusals=2)
    watch(events, receiver)
    assert numbers(receiver.wait_for(3)) == [1, 1, 1]
    receiver.close()


def test_notifications_may_come_twice_and_newest_first_when_told_to(google, events, receiver):
    requests.post(f"{google.url}/_faults", json={"duplicate": True, "reorder": True}, timeout=5)
    watch(events, receiver)
    requests.post(f"{google.url}/_events/{CALENDAR}", json=BUSY, timeout=5)
    assert numbers(receiver.wait_for(4)) == [2, 2, 1, 1]
