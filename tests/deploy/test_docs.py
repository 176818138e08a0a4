"""What the documents name is there: files, folders and tests; what moves takes its mentions along."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", ROOT / "shared_lib/GLOSSARY.md", *(ROOT / "infra/decisions").glob("*.md")])
BASES = ("", "shared_lib")
"""Where a path may begin."""
MADE = (".local", ".venv")
"""Folders that commands make."""
CODE = re.compile(r"`([^`\s]+)`")
FILE = re.compile(
    r"[\w.-]+(?:/[\w.-]+)*\.(?:py|md|sql|yaml|toml|svg|rules|txt)|[\w.-]+(?:/[\w.-]+)*/|[\w-]+(?:/[\w.-]+)+"
)


def named(page: Path) -> Iterator[tuple[str, str]]:
    """Yield each path between back-ticks, with the test that is named in it, "" if none."""
    for quoted in CODE.findall(page.read_text(encoding="utf-8")):
        path, _, test = quoted.partition("::")
        if FILE.fullmatch(path) and not path.startswith(MADE):
            yield path, test


def is_there(path: str) -> bool:
    """Tell whether it is; a bare name may stand for one of each capability."""
    if any((ROOT / base / path).exists() for base in BASES):
        return True
    return "/" not in path.rstrip("/") and any((ROOT / "shared_lib").rglob(path.rstrip("/")))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_path_that_a_page_names_is_there(page):
    assert [path for path, _ in named(page) if not is_there(path)] == []


def test_every_test_that_a_page_names_is_there():
    named_tests = [(path, test) for page in PAGES for path, test in named(page) if test]
    assert len(named_tests) > 20
    gone = [
        (path, test) for path, test in named_tests if f"def {test}(" not in (ROOT / path).read_text(encoding="utf-8")
    ]
    assert gone == []
