"""Consumers of events go last on a machine that does everything."""

import os

from infra.local.children import Children, Command
from infra.local.priority import stand_back, stands_back


def test_only_consumers_of_events_stand_back():
    assert stands_back("on_booking_email")
    assert not any(map(stands_back, ("hook_atlas", "api_chat", "hook_stripe", "job_relay_outbox", "unheard_of")))


def test_a_process_that_stands_back_goes_last(tmp_path):
    children = Children(logs=tmp_path / "logs", records=tmp_path / "run")
    child = children.start("sleeper", Command(["sleep", "60"]))
    try:
        stand_back(child.pid)
        assert os.getpriority(os.PRIO_PROCESS, child.pid) >= 10
    finally:
        children.stop(child)
        children.close()


def test_one_that_has_ended_is_no_trouble():
    stand_back(2**22 + 1)
