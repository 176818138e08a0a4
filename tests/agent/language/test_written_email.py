"""Addresses in what guests type: exact, or not at all."""

import pytest

from shared_lib.agent.language.written_email import the_address, without_addresses, written_in


def address_in(text):
    return the_address(written_in(text))


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("anna@example.com", "anna@example.com"),
        ("Anna Berg <anna@example.com>", "anna@example.com"),
        ("Anna(anna@example.com).", "anna@example.com"),
        ("it is 'anna@example.com'!", "anna@example.com"),
        ("email:anna@example.com", "anna@example.com"),
        ("mailto:anna@example.com, please", "anna@example.com"),
        ("anna@example.com\U0001f642", "anna@example.com"),
        ("mi correo es anna@example.com, gracias", "anna@example.com"),
        ("моя почта:anna@example.com", "anna@example.com"),
        ("моя пошта - anna@example.com", "anna@example.com"),
        ("המייל שלי \u200eanna@example.com\u200f", "anna@example.com"),
        ("תשלחו ל-anna@example.com", "anna@example.com"),
        ("anna@example.com, I repeat Anna@example.com", "anna@example.com"),
        ("\uff41nna\uff20example.com", "anna@example.com"),
        ("smith&sons@example.com", "smith&sons@example.com"),
        ("jo/sam=x@example.com", "jo/sam=x@example.com"),
    ],
)
def test_an_address_is_taken_as_it_stands(text, address):
    assert address_in(text) == address


@pytest.mark.parametrize(
    "text",
    [
        "smith & sons@example.com", "smith,sons@example.com", "smith;sons@example.com", "smith:sons@example.com",
        "smith &sons@example.com", "smith\u0131sons@example.com", "bob@example.com,thanks", "bob@mail.example,com",
        "bob@mail.example .com", "bob@example.co. uk", "anna@example.com/tom@example.com", "a@b@example.com",
        "anna@example.com tom@example.com", "smith\\sons@example.com", "иван@example.com",
        "smith\u0447sons@example.com", f"{'a' * 70}@example.com",
    ],
)  # fmt: skip
def test_an_address_is_never_cut_out_of_what_touches_it(text):
    assert written_in(text)
    assert address_in(text) is None


@pytest.mark.parametrize("text", ["anna at example dot com", "anna @ example.com", "anna@ example.com", "@home", "@"])
def test_what_is_spoken_or_no_address_was_not_typed(text):
    assert written_in(text) == []


def test_nothing_else_is_read_into_the_letters_of_an_address():
    text = "friday.o'four@example.com, is that ok?"
    assert without_addresses(text, written_in(text)) == "name@example.com, is that ok?"


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("use desk@example.com, not sofa@example.com", "desk@example.com"),
        ("my old one was sofa@example.com, write to desk@example.com", "desk@example.com"),
        ("sofa@example.com is my former one, desk@example.com please", "desk@example.com"),
        ("no uses sofa@example.com, mejor desk@example.com", "desk@example.com"),
        ("не sofa@example.com, а desk@example.com", "desk@example.com"),  # noqa: RUF001 -- Russian
        ("desk@example.com or sofa@example.com", None),
        ("no, desk@example.com", "desk@example.com"),
    ],
)
def test_of_two_addresses_the_one_that_is_to_be_used(said, address):
    assert address_in(said) == address
