"""How many parts a text is sent and paid in."""

BASIC = (
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
"""The letters of GSM-7, the alphabet of SMS."""
EXTENDED = "^{}\\[~]|€"
"""Letters that take the room of two."""
GSM_SINGLE, GSM_PART = 160, 153
WIDE_SINGLE, WIDE_PART = 70, 67
"""Any other letter makes the whole text UTF-16."""


def is_plain(text: str) -> bool:
    """Return whether a text is of the alphabet of SMS alone."""
    return set(text) <= set(BASIC + EXTENDED)


def segments(text: str) -> int:
    """Return the number of parts."""
    if is_plain(text):
        return _parts(sum(1 + (letter in EXTENDED) for letter in text), GSM_SINGLE, GSM_PART)
    return _parts(len(text.encode("utf-16-le")) // 2, WIDE_SINGLE, WIDE_PART)


def _parts(length: int, single: int, part: int) -> int:
    return 1 if length <= single else -(-length // part)
