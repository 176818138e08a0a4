"""How a name is written: what tells a person from a day, an hour or a treatment of the same word."""

import re

from .loader import load_language

SEVERAL = 2


def written_as_name(name: str, lang: str) -> bool:
    """Return whether several words, each with a capital, are a name: one of them is no word of the language."""
    words = name.replace(",", " ").split()
    capital = all(word[:1] == word[:1].upper() for word in words)
    return capital and len(words) >= SEVERAL and load_language(lang).familiar(name) < len(words)


def nothing_but(text: str, *said: str | None) -> bool:
    """Return whether a text is nothing but what was said: a name, an address, a telephone, and what parts them."""
    rest = text
    for part in filter(None, said):
        rest = rest.replace(part, " ")
        if _digits(part) and _digits(rest) == _digits(part):  # a telephone is grouped as people like
            rest = re.sub(r"\d", " ", rest)
    return not any(sign.isalnum() for sign in rest)


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())
