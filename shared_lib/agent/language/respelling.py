"""What people write alike in any language, to be put into one spelling before the text is cut into words."""

import re

DAY, MONTH = r"(0?[1-9]|[12]\d|3[01])", r"(0?[1-9]|1[0-2])"  # of a date in digits
# am and pm
HALVES = (
    (re.compile(r"\b([ap])(?:\.\s?|\s)m\b\.?", re.IGNORECASE), r"\1m"),
    (re.compile(r"(?<=\d)([ap])\b(?:\.(?=\W|$))?(?!')", re.IGNORECASE), r" \1m"),
)
