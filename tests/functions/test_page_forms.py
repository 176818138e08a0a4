"""A form is accepted from our own page, in the browser that it was given to, and from nowhere else."""

import re
from pathlib import Path

import pytest
from flask import Flask, render_template_string
from flask.testing import FlaskClient

from shared_lib.kernel.errors import NotFound, TooMany
from shared_lib.web.pages import page_app
from tests.functions.sample_site import SPA

HTTPS = "https://coresync.life"
STRIPE = "https://checkout.stripe.com"


@pytest.fixture
def app(tmp_path: Path) -> Flask:
    (tmp_path / "assets").mkdir()
    app = page_app(
        "page_form",
        tmp_path,
        spa=SPA,
        public_url=HTTPS,
        assets_at="/form/assets",
        form_key=b"a key",
        form_targets=[STRIPE],
        private=True,
    )
    app.add_url_rule("/form", view_func=lambda: render_template_string("{{ csrf_token() }}"))
    app.add_url_rule("/form", endpoint="send", view_func=lambda: "done", methods=["POST"])
    return app


def send(browser: FlaskClient, token: str, origin: str | None = HTTPS) -> int:
    headers = {"Origin": origin} if origin else {}
    return browser.post("/form", base_url=HTTPS, data={"csrf_token": token}, headers=headers).status_code


def token_for(browser: FlaskClient) -> str:
    return browser.get("/form", base_url=HTTPS).text


def test_our_own_form_is_accepted(app):
    browser = app.test_client()
    assert send(browser, token_for(browser)) == 200


def test_two_open_forms_of_one_browser_are_both_accepted(app):
    browser = app.test_client()
    first, second = token_for(browser), token_for(browser)
    assert send(browser, second) == 200
    assert send(browser, first) == 200


@pytest.mark.parametrize("origin", ["https://evil.example", "null", None, "http://coresync.life"])
def test_a_form_from_elsewhere_is_refused(app, origin):
    browser = app.test_client()
    assert send(browser, token_for(browser), origin) == 403


@pytest.mark.parametrize("token", ["", "made.up.token", "é"])
def test_a_form_without_its_token_is_refused(app, token):
    browser = app.test_client()
    token_for(browser)
    assert send(browser, token) == 403


def test_a_token_of_another_browser_is_refused(app):
    ours, theirs = app.test_client(), app.test_client()
    token_for(theirs)
    assert send(theirs, token_for(ours)) == 403


def test_the_cookie_is_out_of_reach(app):
    cookie = app.test_client().get("/form", base_url=HTTPS).headers["Set-Cookie"]
    assert re.match("__Host-form=", cookie)
    assert all(word in cookie for word in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"))


def test_a_form_may_lead_to_the_payment_service_and_the_page_is_kept_by_nobody(app):
    headers = app.test_client().get("/form", base_url=HTTPS).headers
    assert f"form-action 'self' {STRIPE};" in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "no-store"


def test_an_error_of_the_core_becomes_its_status_and_a_page(app):
    def refuse() -> str:
        raise TooMany(30)

    app.add_url_rule("/often", view_func=refuse)
    answer = app.test_client().get("/often", base_url=HTTPS)
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "30")
    assert "One moment, please" in answer.text


def test_a_crash_shows_no_trace_of_our_code_and_logs_no_path(app, capsys):
    def crash(token: str) -> str:
        raise RuntimeError("deep inside")

    app.add_url_rule("/crash/<token>", view_func=crash)
    answer = app.test_client().get("/crash/capability", base_url=HTTPS)
    assert answer.status_code == 500
    assert "deep inside" not in answer.text
    assert "capability" not in capsys.readouterr().out


def test_what_is_not_found_by_the_core_is_a_404(app):
    def miss() -> str:
        raise NotFound("no booking 7")

    app.add_url_rule("/miss", view_func=miss)
    answer = app.test_client().get("/miss", base_url=HTTPS)
    assert answer.status_code == 404
    assert "no booking 7" not in answer.text
