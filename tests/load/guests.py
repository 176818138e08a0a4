"""What a guest's own pages cost, and whether the time of an answer tells who is a guest here."""

import asyncio
import random
import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import timedelta
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from typing import LiteralString
from urllib.parse import urlencode

import requests
from psycopg import Connection
from werkzeug.wrappers import Response

from functions.page_account.browser import PendingProof, keep_proof, keep_session
from functions.page_account.visits import ON_A_PAGE
from infra.local.waiting import holds_within
from shared_lib.bookings.recognise_guest import recognise_guest
from shared_lib.bootstrap import Services
from shared_lib.config import Settings
from shared_lib.guests.contact_point import Channel, ContactPoint
from shared_lib.guests.guest import Guest as KnownGuest
from shared_lib.kernel.adapters.database import Row
from tests.e2e.whole.guest import Guest
from tests.load import measures
from tests.load.busy_spa import BusySystem
from tests.load.figures import Figure, NotMeasuredError, apart, quantiles
from tests.load.phone import open_to_everybody

FUNCTION = "page_account"
VISITS, AHEAD = 200, 20
"""How many visits the guest has, and how many of them lie ahead: more than anybody books."""
MOVABLE = timedelta(days=5)
DIGITS = "123456"
KINDS = ("known", "unknown")
PATIENCE = 60
WARM = 5
"""Calls before those that count: the function imports what it needs, the server plans."""
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')

# Copies of one paid visit: those ahead one a day, the others one a day before. Their places keep nobody from booking.
_COPIES: tuple[LiteralString, ...] = (
    "set local session_replication_role = replica",
    """
    create temporary table copies on commit drop as
    select n, md5(n || ' of a guest')::uuid as id, n <= %(ahead)s as is_ahead, b.ends_at - b.starts_at as lasts,
           b.starts_at + case when n <= %(ahead)s then n else %(ahead)s - n - 7 end * interval '1 day' as begins
      from coresync.bookings b, generate_series(1, %(copies)s) as n where b.id = %(booking)s::uuid""",
    """
    insert into coresync.bookings
    select (jsonb_populate_record(b, jsonb_build_object(
             'id', c.id, 'reference', 'CS-2026-7' || to_char(n, 'FM0000000'), 'idempotency_key', n || ' of a guest',
             'google_calendar_event_id', null, 'holders', '{}', 'starts_at', begins, 'ends_at', begins + lasts,
             'status', case when is_ahead then 'confirmed' else 'completed' end))).*
      from coresync.bookings b, copies c where b.id = %(booking)s::uuid""",
    """
    insert into coresync.booking_visits
    select (jsonb_populate_record(v, jsonb_build_object(
             'booking_id', c.id, 'starts_at', begins, 'ends_at', begins + lasts))).*
      from coresync.booking_visits v, copies c where v.booking_id = %(booking)s::uuid""",
    """
    insert into coresync.booking_lines
    select (jsonb_populate_record(l, jsonb_build_object('booking_id', c.id))).*
      from coresync.booking_lines l, copies c where l.booking_id = %(booking)s::uuid""",
    """
    insert into coresync.booking_resources
    select (jsonb_populate_record(r, jsonb_build_object(
             'booking_id', c.id, 'active', false, 'occupied', tstzrange(begins, begins + lasts)))).*
      from coresync.booking_resources r, copies c where r.booking_id = %(booking)s::uuid""",
    """
    insert into coresync.payments
    select (jsonb_populate_record(p, jsonb_build_object(
             'id', md5(n || ' paid by a guest')::uuid, 'booking_id', c.id, 'checkout_id', 'cs_copy_' || n,
             'payment_intent_id', 'pi_copy_' || n))).*
      from coresync.payments p, copies c where p.booking_id = %(booking)s::uuid""",
    "analyze",
)


class Browser:
    """One client of the function's own process; what the balancer writes of a caller's address it writes itself."""

    def __init__(self, port: int, *, origin: str, address: str = "198.18.255.1") -> None:
        self._port = port
        self._headers = {"Origin": origin, "X-Forwarded-For": f"{address}, 127.0.0.1"}
        self._cookies: dict[str, str] = {}
        self._token = ""
        self.text = ""

    def carry(self, cookies: Sequence[str]) -> None:
        """Keep what `Set-Cookie` says."""
        for line in cookies:
            self._cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}

    def get(self, path: str) -> float:
        """Open a page, which has to be there, and return milliseconds; `text` is what it says."""
        return self._send("GET", path, None, expected=200)

    def post(self, path: str, **fields: str) -> float:
        """Send a form with the last page's token, which has to lead on, and return milliseconds."""
        return self._send("POST", path, urlencode(fields | {"csrf_token": self._token}), expected=303)

    def _send(self, method: str, path: str, body: str | None, *, expected: int) -> float:
        cookies = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        headers = self._headers | {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded"}
        begin = time.perf_counter()
        with closing(HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE)) as connection:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            self.text = answer.read().decode()
        milliseconds = 1000 * (time.perf_counter() - begin)
        if answer.status != expected:
            raise NotMeasuredError(f"{method} {path} answered {answer.status}")
        self.carry(answer.headers.get_all("Set-Cookie") or ())
        self._token = (_TOKEN.search(self.text) or ("", self._token))[1]
        return milliseconds


class AccountBench:
    """The account pages of a system that runs, and the use cases behind them in this process."""

    def __init__(self, system: BusySystem, deps: Services, port: int) -> None:
        self._system = system
        self._deps = deps
        self._port = port
        self._addresses = iter(range(250 * 250))

    def guest_with_visits(self) -> tuple[ContactPoint, str]:
        """Return a guest by their address, and the reference of a visit that may be moved."""
        guest = Guest(self._system, name="Grace Example")
        booking = guest.books(f"deep tissue massage on {self._system.clock() + MOVABLE:%B %-d}")
        if not holds_within(PATIENCE, lambda: guest.status(booking) == "confirmed"):
            raise NotMeasuredError("nobody told us of the payment")
        numbers = {"booking": booking, "copies": VISITS - 1, "ahead": AHEAD - 1}

        def copy(connection: Connection[Row]) -> None:
            for statement in _COPIES:
                connection.execute(statement, numbers if "%(" in statement else None)

        self._system.database.transaction(copy)
        [row] = self._system.rows("select reference from coresync.bookings where id = %s::uuid", booking)
        return ContactPoint(Channel.EMAIL, "grace@example.com"), str(row["reference"])

    def pages(self, guest: KnownGuest, reference: str, times: Callable[[int], int]) -> Iterator[Figure]:
        """Yield what a guest who is signed in waits for."""
        browser, visit = self._signed_in(guest), f"/account/visits/{reference}"
        if _text(browser, "/account").count("/account/visits/") != AHEAD + ON_A_PAGE:
            raise NotMeasuredError("not all visits are on the account page")
        if 'class="times"' not in _text(browser, f"{visit}/move"):
            raise NotMeasuredError("there is no time to move the visit to")
        mine = f"account page, {VISITS} visits, {AHEAD} of them ahead"
        yield quantiles(mine, _timed(times(200), lambda: browser.get("/account")), "p95 < 60 ms")
        yield quantiles("one visit", _timed(times(100), lambda: browser.get(visit)))
        yield quantiles("times to move it to, 14 days", _timed(times(60), lambda: browser.get(f"{visit}/move")))

    def recognise(self, point: ContactPoint) -> KnownGuest:
        """Check a code as all doors do."""
        return self._recognise(self._code(point).holder)

    def codes(self, point: ContactPoint, times: Callable[[int], int]) -> Iterator[Figure]:
        """Yield what it takes to check a code, by the use case alone and by the page."""

        def alone() -> float:
            holder = self._code(point).holder
            return 1000 * measures.seconds(lambda: self._recognise(holder))

        def by_page() -> float:
            browser, response = self._browser(), Response()
            keep_proof(response, self._code(point), self._deps)
            browser.carry(response.headers.getlist("Set-Cookie"))
            browser.get("/account/code")
            return browser.post("/account/code", code=DIGITS)

        yield quantiles("code checked", _timed(times(200), alone), "p95 < 30 ms")
        yield quantiles("code checked by the page", _timed(times(100), by_page))

    def sign_ins(self, times: Callable[[int], int]) -> Iterator[Figure]:
        """Yield how long known and unknown contacts wait, asked in turns, and whether that tells them apart."""
        asked, shown = ({kind: list[float]() for kind in KINDS} for _ in range(2))
        for number in range(WARM + times(300)):
            self.recognise(_contact("known", number))
        for number in range(WARM + times(300)):
            for kind in random.sample(KINDS, 2):  # whoever is second may meet what the first has left to do
                browser = self._browser()
                browser.get("/account/sign-in")
                asked[kind].append(browser.post("/account/sign-in", contact=_contact(kind, number).address))
                shown[kind].append(browser.get("/account/code"))
        yield from _side_by_side("code asked for", asked)
        yield from _side_by_side("the page that asks for it", shown)

    def _signed_in(self, guest: KnownGuest) -> Browser:
        browser, response = self._browser(), Response()
        session = self._deps.guest_sessions.open(guest.id, device="a browser", now=self._deps.clock())
        keep_session(response, session, self._deps)
        browser.carry(response.headers.getlist("Set-Cookie"))
        return browser

    def _browser(self) -> Browser:
        return Browser(self._port, origin=self._system.url, address=self._address())

    def _address(self) -> str:
        """Return an address that nobody called from before: limits by address are not what is measured."""
        third, fourth = divmod(next(self._addresses), 250)
        return f"198.18.{third}.{fourth}"

    def _code(self, point: ContactPoint) -> PendingProof:
        """Return a proof under way whose code has gone out."""
        proof, codes, now = PendingProof.begin(point, to="/account"), self._deps.proof_codes, self._deps.clock()
        code = codes.ask(point, holder=proof.holder, now=now)
        codes.sending(code.id, DIGITS, now=now)
        codes.settled(code.id, now=now)
        return proof

    def _recognise(self, holder: str) -> KnownGuest:
        deps = self._deps
        return recognise_guest(
            DIGITS,
            holder=holder,
            address=self._address(),
            codes=deps.proof_codes,
            rate_limits=deps.rate_limits,
            guests=deps.guests,
            guest_bookings=deps.guest_bookings,
            note_proved=deps.note_proved,
            now=deps.clock(),
        )


def guests(system: BusySystem, times: Callable[[int], int]) -> Iterator[Figure]:
    """Yield what the account pages cost at the server, and what a code does."""
    open_to_everybody(system)
    requests.get(f"{system.url}/account/sign-in", timeout=PATIENCE).raise_for_status()
    with _services(system) as deps:
        bench = AccountBench(system, deps, asyncio.run(system.functions.port(FUNCTION)))
        point, reference = bench.guest_with_visits()
        yield from bench.pages(bench.recognise(point), reference, times)
        yield from bench.codes(point, times)
        yield from bench.sign_ins(times)
    yield Figure(f"memory of {FUNCTION} at its peak", f"{measures.peak_memory(system, FUNCTION):7.1f} MB")


@contextmanager
def _services(system: BusySystem) -> Iterator[Services]:
    deps = Services(Settings.read(system.system.settings()))
    yield deps
    deps.database.close()


def _text(browser: Browser, path: str) -> str:
    browser.get(path)
    return browser.text


def _contact(kind: str, number: int) -> ContactPoint:
    return ContactPoint(Channel.EMAIL, f"{kind}-{number}@example.com")


def _side_by_side(name: str, took: Mapping[str, Sequence[float]]) -> Iterator[Figure]:
    known, unknown = (took[kind][WARM:] for kind in KINDS)
    yield quantiles(f"{name}, known contact", known)
    yield quantiles(f"{name}, unknown contact", unknown)
    yield apart("  known and unknown", known, unknown)


def _timed(times: int, call: Callable[[], float]) -> list[float]:
    return [call() for _ in range(WARM + times)][WARM:]
