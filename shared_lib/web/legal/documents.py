"""The legal documents: a version is a file in `texts/` and stays as it was published; a new text is a new file.

`versions.lock` holds the SHA-256 of each, written by `make legal`.
"""

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from shared_lib.kernel.errors import NotFound

TEXTS = Path(__file__).parent / "texts"
TITLES = {"terms": "Terms", "privacy": "Privacy", "refunds": "Refunds", "card-on-file": "Card on file"}
"""By the first part of the path under which a document is served."""
BEFORE_PAYING = ("terms", "refunds", "privacy")
"""What a guest accepts with a booking, beside the policy that it is sold under."""


@dataclasses.dataclass(frozen=True, slots=True)
class LegalVersion:
    """One version of a document; `text` is its HTML, `changed` one sentence on what is new in it."""

    document: str
    version: str
    in_force_from: date
    changed: str
    text: str

    @property
    def title(self) -> str:
        """Return what the document is called."""
        return TITLES[self.document]

    @property
    def path(self) -> str:
        """Return the address under which this version stays."""
        return f"/{self.document}/{self.version}"


@dataclasses.dataclass(frozen=True, slots=True)
class LegalDocument:
    """A document with all its versions, newest first."""

    name: str
    versions: tuple[LegalVersion, ...]

    def in_force(self, today: date) -> LegalVersion:
        """Return the newest version whose day has come on the spa's wall, the first one before any has."""
        return next((one for one in self.versions if one.in_force_from <= today), self.versions[-1])

    def version(self, name: str) -> LegalVersion:
        """Return a version by its name; raise NotFound."""
        for one in self.versions:
            if one.version == name:
                return one
        raise NotFound(f"no such version of {self.name}")


@cache
def legal_documents() -> Mapping[str, LegalDocument]:
    """Return every document by its name, read once."""
    return {name: LegalDocument(name, _versions(name)) for name in TITLES}


def documents_in_force(today: date, names: Iterable[str] = BEFORE_PAYING) -> tuple[LegalVersion, ...]:
    """Return the versions of some documents that are in force on a day of the spa's wall."""
    return tuple(legal_documents()[name].in_force(today) for name in names)


def _versions(name: str) -> tuple[LegalVersion, ...]:
    return tuple(read_version(path) for path in sorted((TEXTS / name).glob("*.html"), reverse=True))


def read_version(path: Path) -> LegalVersion:
    """Return the version of a file: facts between two lines of hyphens, then the text."""
    _, facts, text = path.read_text(encoding="utf-8").split("---\n", 2)
    known = dict(line.split(": ", 1) for line in facts.splitlines())
    since = date.fromisoformat(known["in_force_from"])
    return LegalVersion(path.parent.name, path.stem, since, known["changed"], text.strip())
