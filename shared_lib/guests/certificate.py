"""The certificate of an erasure: what was erased, store by store, and what stays, why and until when."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from shared_lib.guests.erasure import Erasure
from shared_lib.guests.personal_data import Erased, Record
from shared_lib.guests.retained import ENDS_BY_ITSELF, RETAINED, RETAINED_BY_LAW
from shared_lib.kernel.formatting import say_moment
from shared_lib.kernel.spa import Spa

Certificate = Mapping[str, Any]


def with_store(certificate: Certificate, store: str, done: Erased) -> Certificate:
    """Return a certificate with what one store did; of what several keep, the latest day counts."""
    erased = {**certificate.get("erased", {}), store: dict(done.counts)}
    kept = dict(certificate.get("kept", {}))
    for each in done.kept:
        kept[each.what] = max(kept.get(each.what, ""), each.until.isoformat())
    return {"erased": erased, "kept": kept}


def is_done(certificate: Certificate, store: str) -> bool:
    """Return whether a store has erased all that it held."""
    return store in certificate.get("erased", {})


def kept_lines(certificate: Certificate) -> Iterator[Record]:
    """Yield what stays, in words, what the law asks for first."""
    kept = certificate.get("kept", {})
    for name in [*RETAINED_BY_LAW, *ENDS_BY_ITSELF]:
        if name in kept:
            retained = RETAINED[name]
            yield {"what": retained.what, "why": retained.why, "until": date.fromisoformat(kept[name])}


def erased_lines(certificate: Certificate) -> Iterator[tuple[str, str]]:
    """Yield each store that held something, and what was erased in it, in words."""
    for store, counts in sorted(certificate.get("erased", {}).items()):
        if told := ", ".join(f"{what} ({count})" for what, count in sorted(counts.items()) if count):
            yield store, told


def certificate_text(erasure: Erasure, spa: Spa) -> str:
    """Return the certificate as a guest reads it, in plain words."""
    done_at = erasure.done_at
    asked = say_moment(erasure.requested_at, spa, now=erasure.requested_at)
    done = say_moment(done_at, spa, now=done_at) if done_at else "not yet"
    lines = [f"{spa.name}: what was erased", "", f"Asked for: {asked}", f"Done: {done}", f"Number: {erasure.id}"]
    lines += ["", "Erased", *(f"- {store}: {what}" for store, what in erased_lines(erasure.certificate))]
    lines += ["", "Kept", *(_sentence(line) for line in kept_lines(erasure.certificate))]
    return "\n".join(lines) + "\n"


def _sentence(line: Record) -> str:
    return f"- {line['what']}: {line['why']}. Until {line['until']:%-d %B %Y}."
