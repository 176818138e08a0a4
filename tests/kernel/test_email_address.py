"""Which texts are e-mail addresses, and how one is kept."""

import pytest

from shared_lib.kernel.email_address import parse_email


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Anna.Berg+spa@Example.COM", "anna.berg+spa@example.com"),
        ("smith&sons@example.com", "smith&sons@example.com"),
        ("first.o\u2019last@example.com", "first.o'last@example.com"),
        ("anna@xn--bcher-kva.example", "anna@xn--bcher-kva.example"),
        ("anna@b\u00fccher.example", "anna@xn--bcher-kva.example"),
        ("anna@stra\u00dfe.example", "anna@xn--strae-oqa.example"),
        ("ivan@\u043f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444", "ivan@xn--e1afmkfd.xn--p1ai"),
    ],
)
def test_an_address_is_kept_in_one_spelling(text, kept):
    assert parse_email(text) == kept


def test_a_domain_of_other_letters_is_never_that_of_a_neighbour():
    assert parse_email("anna@stra\u00dfe.example") != parse_email("anna@strasse.example")


@pytest.mark.parametrize(
    "text",
    [
        "", "@", "anna", "anna@", "@example.com", "anna@example", "a..b@example.com", ".anna@example.com",
        "anna.@example.com", "an na@example.com", "anna@example..com", "anna@-example.com", "anna@example.com.",
        "anna@tom@example.com", '"anna"@example.com', "anna@example.c0m", "anna@192.0.2.1", "\u0430nna@example.com",
        f"{'a' * 65}@example.com", f"anna@{'a' * 64}.com", f"anna@{'a.' * 130}com", "anna@\u2044.example",
        "anna@example.com\r\nBcc: tom@example.com",
    ],
)  # fmt: skip
def test_what_is_no_address_is_none(text):
    assert parse_email(text) is None
