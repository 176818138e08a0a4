"""A page that can't open, since the database is away, says so in the house's words."""

import logging

from flask import Flask, Request
from werkzeug.test import EnvironBuilder

from shared_lib.kernel.errors import VendorUnavailable
from shared_lib.web.pages import serve


def _away() -> Flask:
    raise VendorUnavailable("postgres", "PoolTimeout")


def test_a_page_without_its_database_says_so_and_when_to_come_back():
    answer = serve(_away, Request(EnvironBuilder("/pay/a-token").get_environ()))
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "10"
    assert "Nothing was lost" in answer.get_data(as_text=True)


def test_the_trouble_is_logged_without_the_address_of_the_page(capsys):
    serve(_away, Request(EnvironBuilder("/pay/a-token").get_environ()))
    said = capsys.readouterr().out + "".join(str(handler) for handler in logging.getLogger("coresync").handlers)
    assert "a-token" not in said
