"""What the console's page asks for and sends: `/console/api/...`."""

from collections.abc import Callable
from functools import partial
from typing import Any
from urllib.parse import quote

import requests
from flask import Blueprint, Response, jsonify, request

from infra.deploy.jobs import read_jobs
from infra.local.console import calendars, events, inbox, payments, sheets, texts, work
from infra.local.console.cases import ConsoleCases
from infra.local.console.dead_letters import DeadLetters
from infra.local.console.guest import Guest
from infra.local.console.time_machine import TimeMachine
from infra.local.console.webhooks import Webhooks
from infra.local.demo.facts import facts
from infra.local.environment import PROJECT, Surroundings
from infra.local.home import ROOT
from infra.local.stand_ins.stand_in import StandIn
from shared_lib.kernel.adapters.clock import BusinessClock
from shared_lib.kernel.errors import BadInput, NotFound
from shared_lib.web.http import read_json

_LONGEST_JOB = 300
"""Seconds that a job may take."""
_PATIENCE = 10
"""Seconds that a stand-in may take for a control call."""

Look = Callable[[], Any]


def api(system: Surroundings, clock: BusinessClock) -> Blueprint:
    """Return all endpoints: what can be looked at, and what can be done."""
    routes = Blueprint("api", __name__, url_prefix="/console/api")
    dead, webhooks = DeadLetters(system.pubsub_host, project=PROJECT), Webhooks(system)
    for name, look in _sights(system, dead, webhooks).items():
        routes.add_url_rule(f"/{name}", name, partial(_shown, look))
    _add_second_tries(routes, dead, webhooks)
    _add_cases(routes, ConsoleCases(system))
    routes.add_url_rule("/inbox/<key>/html", "letter", partial(_mail, system))
    routes.add_url_rule("/jobs/<name>", "run_job", partial(_run_job, system), methods=["POST"])
    _add_sheets(routes, system)
    _add_calendars(routes, system.vendors.calendar)
    _add_clock(routes, TimeMachine(clock, file=system.home.clock, zone=facts()["spa"]["zone"]))
    _add_controls(routes, {stand_in.name: stand_in for stand_in in system.vendors})
    guest = Guest(public_url=system.public_url, stripe=system.vendors.stripe)
    routes.add_url_rule("/pay", "pay", lambda: jsonify(guest.pay(read_json(request))), methods=["POST"])
    return routes


def _add_second_tries(routes: Blueprint, dead: DeadLetters, webhooks: Webhooks) -> None:
    """Let people send dead letters again, and look into webhooks and apply them again."""

    @routes.post("/dead-letters/resend")
    def resend() -> Response:
        ids = read_json(request).get("ids", [])
        if not isinstance(ids, list) or not all(isinstance(one, str) for one in ids):
            raise BadInput("ids", "must be a list of texts")
        return jsonify({"sent": dead.resend(ids)})

    routes.add_url_rule("/webhooks/<int:key>", "webhook", lambda key: jsonify(webhooks.body(key)))
    routes.add_url_rule(
        "/webhooks/<int:key>/replay", "replay", lambda key: jsonify(webhooks.replay(key)), methods=["POST"]
    )


def _add_cases(routes: Blueprint, cases: ConsoleCases) -> None:
    """Let people look for cases, read one, and close it, as the manager does."""
    routes.add_url_rule("/cases", "cases", lambda: jsonify(cases.newest()))
    routes.add_url_rule("/cases/<uuid:case_id>", "case", lambda case_id: jsonify(cases.words(case_id)))
    routes.add_url_rule(
        "/cases/<uuid:case_id>/close", "close_case", lambda case_id: jsonify(cases.close(case_id)), methods=["POST"]
    )


def _sights(system: Surroundings, dead: DeadLetters, webhooks: Webhooks) -> dict[str, Look]:
    vendors, database = system.vendors, system.database_url
    return {
        "webhooks": webhooks.newest,
        "inbox": lambda: inbox.mails(vendors.sendgrid),
        "sms": lambda: texts.texts(vendors.sms),
        "calendars": lambda: calendars.calendars(vendors.calendar),
        "sheets": lambda: sheets.tabs(vendors.sheets),
        "payments": lambda: payments.payments(vendors.stripe, database),
        "tasks": lambda: work.work(vendors.tasks, vendors.scheduler),
        "events": lambda: {"events": events.published(database), "dead_letters": dead.look()},
        "faults": lambda: {stand_in.name: stand_in.faults for stand_in in vendors},
    }


def _shown(look: Look) -> Response:
    return jsonify(look())


def _run_job(system: Surroundings, name: str) -> Response:
    """Run a job of the schedule now, and answer what it answered."""
    if name not in {job.function for job in read_jobs(ROOT / "scheduler.yaml", functions=ROOT / "functions")}:
        raise NotFound(f"no job is named {name}")
    with requests.Session() as line:
        line.trust_env = False
        answer = line.post(f"{system.public_url}/jobs/{name}", timeout=_LONGEST_JOB)
    return Response(answer.content, status=answer.status_code, content_type=answer.headers.get("Content-Type"))


def _mail(system: Surroundings, key: str) -> Response:
    page = inbox.mail(system.vendors.sendgrid, key, request.args.get("ground", "dark"))
    return Response(page, headers=inbox.MAIL_HEADERS, mimetype="text/html")


def _add_sheets(routes: Blueprint, system: Surroundings) -> None:
    stand_in = system.vendors.sheets

    @routes.get("/sheets/<path:tab>")
    def show_tab(tab: str) -> Response:
        return jsonify(sheets.tab(stand_in, tab))

    @routes.put("/sheets/<path:tab>")
    def edit_tab(tab: str) -> Response:
        return jsonify(sheets.edit(stand_in, tab, read_json(request)))


def _add_calendars(routes: Blueprint, stand_in: StandIn) -> None:
    """Let people add, change and delete events as they would in Google's own page."""

    def by_hand(calendar: str, event: str = "") -> Response:
        way = f"_events/{quote(calendar)}" + (f"/{quote(event)}" if event else "")
        return _control(stand_in, way, request.get_data())

    routes.add_url_rule("/calendars/<calendar>/events", "take_time", by_hand, methods=["POST"])
    routes.add_url_rule("/calendars/<calendar>/events/<event>", "change_event", by_hand, methods=["PATCH", "DELETE"])


def _add_clock(routes: Blueprint, machine: TimeMachine) -> None:
    routes.add_url_rule("/clock", "clock", lambda: jsonify(machine.read()))
    routes.add_url_rule("/clock", "set_clock", lambda: jsonify(machine.move(read_json(request))), methods=["POST"])


def _add_controls(routes: Blueprint, stand_ins: dict[str, StandIn]) -> None:
    """Pass what a vendor's stand-in is told on to its own control endpoints, and its answer back."""

    def answered(vendor: str, control: str) -> Response:
        if vendor not in stand_ins:
            raise NotFound(f"no vendor is named {vendor}")
        return _control(stand_ins[vendor], control, request.get_data())

    routes.add_url_rule(
        "/faults/<vendor>", "set_faults", lambda vendor: answered(vendor, "_faults"), methods=["POST", "DELETE"]
    )
    routes.add_url_rule("/reset/<vendor>", "reset", lambda vendor: answered(vendor, "_reset"), methods=["POST"])
    routes.add_url_rule("/payments/expire", "expire", lambda: answered("stripe", "_expire"), methods=["POST"])


def _control(stand_in: StandIn, control: str, body: bytes) -> Response:
    with requests.Session() as line:
        line.trust_env = False
        answer = line.request(request.method, f"{stand_in.url}/{control}", data=body, timeout=_PATIENCE)
    return Response(answer.content, status=answer.status_code, content_type=answer.headers.get("Content-Type"))
