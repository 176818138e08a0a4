"""A Google Calendar on loopback, spoken to by Google's own client."""

import contextlib

import pytest

from infra.local.stand_ins.calendar import CalendarStandIn

CALENDAR = "technicians@group.calendar.google.com"
MASTER = "master@group.calendar.google.com"
ZONE = "America/New_York"


@pytest.fixture
def google():
    with CalendarStandIn() as stand_in:
        stand_in.create_calendar(MASTER, "Master", ZONE)
        stand_in.create_calendar(CALENDAR, "Technicians", ZONE)
        yield stand_in


@pytest.fixture
def connect():
    """Return a way to open Google's client on a stand-in; its connections are closed at the end."""
    with contextlib.ExitStack() as stack:

        def open_client(stand_in):
            import httplib2
            from googleapiclient.discovery import build

            http = stack.enter_context(contextlib.closing(httplib2.Http(timeout=5)))
            return build(
                "calendar",
                "v3",
                http=http,
                client_options={"api_endpoint": f"{stand_in.url}/calendar/v3/"},
                static_discovery=True,
                cache_discovery=False,
            )

        yield open_client


@pytest.fixture
def calendar(google, connect):
    return connect(google)


@pytest.fixture
def events(calendar):
    return calendar.events()
