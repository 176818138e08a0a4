"""When proofs and sign-ins are forgotten."""

from collections.abc import Mapping
from typing import LiteralString

FORGET: Mapping[str, LiteralString] = {
    "proof_codes": """
delete from coresync.proof_codes where id in (
  select id from coresync.proof_codes where expires_at <= %(before)s order by expires_at limit %(limit)s)
""",
    "guest_sessions": """
delete from coresync.guest_sessions where id in (
  select id from coresync.guest_sessions where expires_at <= %(before)s or revoked_at <= %(before)s limit %(limit)s)
""",
}
"""From the end of a code's and a session's life."""
