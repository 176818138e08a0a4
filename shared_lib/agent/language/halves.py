"""The am and pm that people write in any language, put into one spelling before the text is cut into words."""

import re

RESPELT = (
    (re.compile(r"\b([ap])(?:\.\s?|\s)m\b\.?", re.IGNORECASE), r"\1m"),
    (re.compile(r"(?<=\d)([ap])\b(?:\.(?=\W|$))?(?!')", re.IGNORECASE), r" \1m"),
)
