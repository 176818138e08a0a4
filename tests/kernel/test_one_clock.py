"""Business time is a parameter: one place reads the clock, and our SQL is told the time."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
OURS = [path for top in ("shared_lib", "functions", "infra") for path in (ROOT / top).rglob("*.py")]
CLOCK = ROOT / "shared_lib/kernel/clock.py"
ANY_CLOCK = re.compile(r"\b(?:datetime|date|dt)\.(?:now|utcnow|today)\b")
UNIX_CLOCK = re.compile(r"\btime\.(?:time|time_ns|localtime|gmtime)\(")
SQL_CLOCK = re.compile(
    r"\bnow\s*\(\s*\)|\bcurrent_(?:date|time|timestamp)\b|\blocaltime(?:stamp)?\b"
    r"|\b(?:clock|statement|transaction)_timestamp\b",
    re.IGNORECASE,
)
REAL_BY_NATURE = {"infra/migrate.py"}
"""When a schema was changed is real time."""


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def code_of(path: Path) -> str:
    """The program without its comments and formatting."""
    return ast.unparse(tree(path))


def texts_of(path: Path) -> Iterator[str]:
    """All texts of a program but its docstrings."""
    module = tree(path)
    spoken = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in spoken:
            yield node.value


def test_one_place_reads_the_clock():
    readers = [relative(path) for path in OURS if path != CLOCK and ANY_CLOCK.search(code_of(path))]
    assert readers == []
    assert ANY_CLOCK.search(code_of(CLOCK))


def test_unix_time_is_read_only_where_a_vendor_would_sign_with_it():
    readers = [relative(path) for path in OURS if UNIX_CLOCK.search(code_of(path))]
    assert [name for name in readers if not name.startswith("infra/local/")] == []


def test_our_sql_is_told_the_time():
    in_files = [path for path in (ROOT / "infra").rglob("*.sql") if SQL_CLOCK.search(without_comments(path))]
    in_programs = [path for path in OURS if any(SQL_CLOCK.search(text) for text in texts_of(path))]
    assert {relative(path) for path in [*in_files, *in_programs]} == REAL_BY_NATURE


def without_comments(path: Path) -> str:
    return re.sub(r"--.*", "", path.read_text())
