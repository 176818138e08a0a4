"""Faults, forgetting, and who may ask for them."""

from http import HTTPStatus

import requests


def test_faults_are_set_shown_and_cleared(house):
    slow = {"latency_ms": 1}
    assert house.console("faults/sendgrid", "POST", json=slow).json()["latency_ms"] == 1
    assert house.look("faults")["sendgrid"]["latency_ms"] == 1
    assert house.console("faults/sendgrid", "DELETE").status_code == HTTPStatus.NO_CONTENT
    assert house.look("faults")["sendgrid"]["latency_ms"] == 0
    assert house.console("faults/sendgrid", "POST", json={"rain": 1}).status_code == HTTPStatus.BAD_REQUEST
    assert house.console("faults/nobody", "POST", json=slow).status_code == HTTPStatus.NOT_FOUND


def test_a_vendor_forgets_what_it_knew(house):
    house.send_mail()
    assert house.console("reset/sendgrid", "POST").status_code == HTTPStatus.NO_CONTENT
    assert house.look("inbox") == []


def test_pages_from_elsewhere_move_nothing(house):
    strange = {"Origin": "https://example.com"}
    refused = house.console("clock", "POST", json={"advance": 60}, headers=strange)
    assert refused.status_code == HTTPStatus.FORBIDDEN
    rebound = requests.get(f"{house.url}/console/api/clock", headers={"Host": "example.com"}, timeout=5)
    assert rebound.status_code == HTTPStatus.BAD_REQUEST
    own = house.console("clock", "POST", json={"advance": 60}, headers={"Origin": house.url})
    assert own.status_code == HTTPStatus.OK


def test_the_page_runs_nothing_but_its_own_scripts(house):
    page = requests.get(f"{house.url}/console", timeout=5)
    assert "script-src 'self'" in page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]


def test_a_job_is_run_at_once_and_its_own_answer_comes_back(house):
    done = house.console("jobs/job_send_reminders", "POST", json={})
    assert (done.status_code, done.json()["sent"]) == (HTTPStatus.SERVICE_UNAVAILABLE, 3)
    for unknown in ("job_of_nobody", "api_chat"):
        assert house.console(f"jobs/{unknown}", "POST", json={}).status_code == HTTPStatus.NOT_FOUND
