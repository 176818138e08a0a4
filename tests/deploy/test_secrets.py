"""No secret stands in what we keep: keys have shapes that can be looked for, ours and our vendors'."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHAPES = {
    "a private key": r"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s+[A-Za-z0-9+/=\s]{40,}",
    "a live key of Stripe": r"\b[rs]k_live_[A-Za-z0-9]{10,}",
    "a webhook secret of Stripe": r"\bwhsec_[A-Za-z0-9]{24,}",
    "a key of SendGrid": r"\bSG\.[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{20,}",
    "an account's token of Twilio": r"\bSK[0-9a-f]{32}\b",
    "a key of Google": r"\bAIza[A-Za-z0-9_-]{35}",
    "a token of Google": r"\bya29\.[A-Za-z0-9_-]{20,}",
    "a service account's key": r'"private_key_id":\s*"[0-9a-f]{40}"',
    "a key of Amazon": r"\bAKIA[A-Z0-9]{16}\b",
    "a token of GitHub": r"\bgh[pousr]_[A-Za-z0-9]{36}\b",
    "a password in an address": r"postgres(?:ql)?://[^\s:/@{}$]+:[^\s@{}$]{8,}@(?!127\.0\.0\.1|localhost)",
}
"""By what they are."""
EXAMPLES = {
    "a private key": "-----BEGIN RSA PRIVATE KEY-----\n" + "A" * 64,
    "a live key of Stripe": "sk_live_" + "4" * 24,
    "a webhook secret of Stripe": "whsec_" + "4" * 32,
    "a key of SendGrid": "SG." + "a" * 22 + "." + "b" * 43,
    "an account's token of Twilio": "SK" + "0" * 32,
    "a key of Google": "AIza" + "a" * 35,
    "a token of Google": "ya29." + "a" * 40,
    "a service account's key": '"private_key_id": "' + "0" * 40 + '"',
    "a key of Amazon": "AKIA" + "A" * 16,
    "a token of GitHub": "ghp_" + "a" * 36,
    "a password in an address": "postgres://owner:" + "p" * 12 + "@db.example.com",
}
"""Written so that this file holds none of them."""


def found_in(text: str) -> list[str]:
    return [name for name, shape in SHAPES.items() if re.search(shape, text)]


@pytest.mark.parametrize("name", SHAPES)
def test_each_shape_finds_what_it_is_for(name):
    assert found_in(f"KEY={EXAMPLES[name]}\n") == [name]


def test_no_file_that_we_keep_holds_a_secret():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    texts = {path: (ROOT / path).read_bytes() for path in listed if path and (ROOT / path).is_file()}
    assert len(texts) > 500
    assert {path: names for path, text in texts.items() if (names := found_in(text.decode(errors="replace")))} == {}
