"""The page that says why nobody is double-booked names a test for each claim, and each of them exists."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "infra/decisions/2026-11-one-place-one-booking.md"
CLAIM = re.compile(r"^\| (?!claim|---)(?P<claim>[^|]+) \| [^|]+ \| `(?P<file>[^`:]+)::(?P<test>\w+)` \|$", re.MULTILINE)


def test_every_claim_of_the_page_has_a_test_that_exists():
    text = PAGE.read_text(encoding="utf-8")
    claims = CLAIM.findall(text)
    assert len(claims) == sum(line.startswith("| ") for line in text.splitlines()) - 1
    missing = [
        f"{claim}: {file}::{test}"
        for claim, file, test in claims
        if f"def {test}(" not in (ROOT / file).read_text(encoding="utf-8")
    ]
    assert missing == []
