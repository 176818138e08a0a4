"""Words of people live in the language, words of ours in the replies: whatever else talks knows none."""

import ast
from collections.abc import Iterator
from pathlib import Path

from shared_lib import agent
from shared_lib.agent import language

AGENT = Path(agent.__file__).parent
OWN = {"language", "replies"}
ELSEWHERE = [path for path in sorted(AGENT.rglob("*.py")) if path.relative_to(AGENT).parts[0] not in OWN]
ASKED = {
    "bare_hour", "card_numbers", "care", "language_detection", "spoken_email", "tongues", "topics",
    "written_email", "written_name", "written_time",
}  # fmt: skip
"""Modules of the language that answer a question; whatever else is in its folder are its tables and its grammar."""
PATTERNS = {"re", "regex", "fnmatch"}


def imported(tree: ast.Module) -> Iterator[str]:
    """Yield each module, and each name taken from one, as a dotted path."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def literals(tree: ast.Module) -> Iterator[str]:
    """Yield the strings of a module that are no docstrings."""
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def wrong(path: Path) -> list[str]:
    """Return what a module has of words: patterns, tables of a language, letters that English has not."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    modules = set(imported(tree))
    inside = {
        name.removeprefix(f"{language.__name__}.") for name in modules if name.startswith(language.__name__ + ".")
    }
    files = {file.stem for file in Path(language.__file__).parent.iterdir()} - ASKED
    return [
        *sorted(PATTERNS & modules),
        *sorted(name for name in inside if name.split(".")[0] in files),
        *(text for text in literals(tree) if any(letter.isalpha() and not letter.isascii() for letter in text)),
    ]


def test_no_module_outside_the_language_knows_a_word():
    assert len(ELSEWHERE) > 50
    assert {str(path.relative_to(AGENT)): found for path in ELSEWHERE if (found := wrong(path))} == {}


def test_what_would_be_wrong_is_seen(tmp_path):
    broken = tmp_path / "broken.py"
    lines = ['"""Где."""', "import re", "from shared_lib.agent.language.es import words", 'SAID = {"mañana": 1}']
    broken.write_text("\n".join(lines), encoding="utf-8")
    assert wrong(broken) == ["re", "es", "es.words", "mañana"]
