"""The console plays the manager: what waits and by when, what was told, and done with."""

from datetime import timedelta
from http import HTTPStatus
from uuid import uuid4

import pytest

from infra.local.demo import load_demo
from shared_lib.bookings.contact import Contact
from shared_lib.bootstrap import Services
from shared_lib.concierge.case import CaseKind, NewCase
from shared_lib.concierge.open_case import open_case
from shared_lib.config import Settings
from tests.local.console.console_house import console_house
from tests.snapshots import NOW


@pytest.fixture
def manager(database_url, tmp_path):
    with console_house(tmp_path, database_url=database_url) as house:
        deps = Services(Settings.read(house.system.settings() | {"DATABASE_POOL_MAX": "1"}))
        load_demo(deps.database, now=NOW)
        ruth = Contact("Ruth Example", "ruth@example.com")
        new = NewCase(
            key="1", kind=CaseKind.LOST_THING, text="my ring is gone", lang="en", promise_at=NOW + timedelta(hours=2),
            contact=ruth,
        )  # fmt: skip
        open_case(new, cases=deps.cases, spa=deps.spa, now=NOW)
        yield house, deps
        deps.database.close()


def test_a_case_is_listed_read_and_closed(manager):
    house, deps = manager
    [case] = house.look("cases")
    assert (case["kind"], case["status"], case["owner"], case["reachable"]) == ("lost_thing", "open", "manager", True)
    assert "ring" not in str(case)
    told = house.look(f"cases/{case['id']}")
    assert (told["text"], told["contact"]["name"]) == ("my ring is gone", "Ruth Example")
    closed = house.console(f"cases/{case['id']}/close", "POST").json()
    assert (closed["status"], house.look("cases")[0]["status"]) == ("closed", "closed")
    actions = deps.database.rows("select actor, action from coresync.audit_log order by id")
    assert [(row["actor"], row["action"]) for row in actions] == [
        ("guest", "case.opened"), ("manager", "case.read"), ("manager", "case.closed"),
    ]  # fmt: skip
    assert house.console(f"cases/{uuid4()}").status_code == HTTPStatus.NOT_FOUND
