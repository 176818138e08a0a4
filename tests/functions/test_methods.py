"""What is run or told by POST is run or told by POST alone, in every function alike."""

import importlib
import re

import pytest
from flask import Flask, request

from infra.deploy.catalogue import read_catalogue
from infra.local.routes import HOOKS
from shared_lib.web import http

BY_POST = [function for function in read_catalogue().functions if re.match("job_|hook_|on_", function.name)]
PATHS = {"hook_atlas": f"{HOOKS['atlas_actions']}/handoff"} | {
    f"hook_{name}": HOOKS[name] for name in ("stripe", "sheets", "sendgrid", "calendar")
}


@pytest.fixture
def nobody(monkeypatch):
    """Make every use of services fail: nothing is looked up for a wrong method."""

    def forbid(main):
        monkeypatch.setattr(main, "services", lambda: pytest.fail("nothing may be looked up"))
        return main

    return forbid


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"])
@pytest.mark.parametrize("function", BY_POST, ids=lambda function: function.name)
def test_another_method_is_refused_in_one_shape(function, method, nobody, monkeypatch):
    main, written = nobody(importlib.import_module(f"functions.{function.name}.main")), []
    monkeypatch.setattr(http, "log", lambda message, **facts: written.append((message, facts)))
    with Flask("door").test_request_context(PATHS.get(function.name, "/"), method=method):
        answer = getattr(main, function.name)(request)
    assert (answer.status_code, answer.headers["Allow"], answer.mimetype) == (405, "POST", "application/json")
    assert answer.get_json() == {"code": "METHOD_NOT_ALLOWED", "message": "only POST"}
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert written == [("refused: only POST", {"endpoint": function.name, "code": "METHOD_NOT_ALLOWED", "status": 405})]


@pytest.mark.parametrize("name", [name for name in PATHS if name != "hook_atlas"])
@pytest.mark.parametrize("path", ["/", "/api/stripe", "/api/other/events", "//api/stripe/events"])
def test_a_signed_call_for_another_address_is_no_call_of_ours(name, path, nobody):
    main = nobody(importlib.import_module(f"functions.{name}.main"))
    with Flask("door").test_request_context(path, method="POST", data=b"{}"):
        assert getattr(main, name)(request).status_code == 404
