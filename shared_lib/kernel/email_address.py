"""E-mail addresses: which texts are one, and in what spelling one is kept."""

import re

LONGEST, LONGEST_LOCAL, LONGEST_LABEL = 254, 64, 63  # characters, by RFC 5321
_ATOM = r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LOCAL = re.compile(rf"{_ATOM}(?:\.{_ATOM})*")
_LABEL = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_DOMAIN = re.compile(rf"(?:{_LABEL}\.)+(?:[a-z]{{2,}}|xn--[a-z0-9-]*[a-z0-9])")
_APOSTROPHES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u00b4": "'"})


def parse_email(text: str) -> str | None:
    """Return an address in lower case, apostrophes straight and the domain in ASCII, None where a text is none."""
    local, at, domain = text.strip().translate(_APOSTROPHES).lower().rpartition("@")
    if not at or len(local) > LONGEST_LOCAL or not _LOCAL.fullmatch(local):
        return None
    named = _in_ascii(domain)
    return f"{local}@{named}" if named and len(local) + 1 + len(named) <= LONGEST else None


def _in_ascii(domain: str) -> str | None:
    """Return a domain as mail servers look it up, None where it can be none."""
    if not domain.isascii():
        domain = _punycode(domain)
    fits = all(len(label) <= LONGEST_LABEL for label in domain.split("."))
    return domain if fits and _DOMAIN.fullmatch(domain) else None


def _punycode(domain: str) -> str:
    """Return a domain of other letters in ASCII by IDNA 2008, whose \u00df is no ss; "" where its letters make none."""
    import idna

    try:
        return idna.encode(domain).decode()
    except idna.IDNAError:
        return ""
