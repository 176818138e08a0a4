"""Each story of the field that touches the engine has a test that bears the name of its issue."""

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
STORIES = {
    1: "cal.com 13397: ten parallel requests, several bookings",
    2: "cal.com 29958: confirming a pending request has no overlap guard",
    3: "cal.com 23974: a reserved slot booked by somebody else, and blocked for its owner",
    4: "Easy!Appointments 845: any provider double-books",
    5: "cal.com 24260: offered slots are refused at booking",
    6: "cal.com 29729: the booking window is not enforced on the server",
    7: "cal.com 14868: buffers skipped",
    8: "cal.com 10517: wrong slots after a change of the clocks",
    9: "cal.com 30104: stale time zone data",
    10: "Easy!Appointments 1504: mails in UTC",
    11: "Easy!Appointments 962: the change of the clocks wrong in the invitation",
    12: "cal.com 6323: midnight",
    13: "cal.com 28884: unstable ids overwrite other people's events",
    14: "cal.com 29720: what is deleted in Google never comes back",
    15: "cal.com 7278: stale busy times, and a time-out shown as no slots",
    16: "twenty 24095: a 410 that was swallowed",
    17: "Odoo 87477: the first sync mailed 700 people",
    18: "pretix 74: paid, but the place is gone",
    19: "Hi.Events 598: retried and reordered webhooks",
    20: "cal.com 23375: what was said is lost before payment",
    21: "cal.com 10121: a reschedule that pays twice",
    23: "cal.com 7225: doubled and stale reminders",
    24: "SergeyMosin 293: virus scanners cancel through links",
    25: "ringee-io 64: the second tool call books twice",
}
"""The stories by their number in the field study, each with its first issue and what hurt."""


def names() -> set[str]:
    defined = re.compile(r"^(?:async )?def (test_\w+)", re.MULTILINE)
    return {name for file in TESTS.rglob("test_*.py") for name in defined.findall(file.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("number", STORIES)
def test_a_story_of_the_field_has_its_test(number):
    issue = STORIES[number].split(":")[0].lower()
    words = re.sub(r"\W+", "_", issue.replace("!", "_"))
    assert [name for name in names() if f"_{words}_" in name], f"no test is named after {issue}"
