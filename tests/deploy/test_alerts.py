"""Whoever writes alerts finds each code in one list, and no line that calls a person is without one."""

import ast
import re
from collections.abc import Iterator

from infra.local.home import ROOT

PAGE = ROOT / "infra" / "decisions" / "2026-11-what-comes-in-and-what-must-get-out.md"
GRAVE = {"ERROR", "CRITICAL"}
SOURCES = [path for top in ("shared_lib", "functions") for path in sorted((ROOT / top).rglob("*.py"))]


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Yield each call in the code that runs in the cloud, with where it stands."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call):
                yield f"{path.relative_to(ROOT)}:{node.lineno}", node


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def keywords(call: ast.Call) -> dict[str, ast.expr]:
    return {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg}


def codes() -> set[str]:
    """Return the codes of alerts that the code names."""
    named = [keywords(call).get("alert") for _, call in calls()]
    named += [call.args[0] for _, call in calls() if name_of(call) == "alert"]
    return {str(code.value) for code in named if isinstance(code, ast.Constant)}


def test_what_calls_a_person_has_a_code():
    grave = [
        (where, call)
        for where, call in calls()
        if name_of(call) == "log"
        and isinstance(level := keywords(call).get("level"), ast.Attribute)
        and level.attr in GRAVE
    ]
    assert grave
    assert [where for where, call in grave if "alert" not in keywords(call)] == []


def test_nobody_writes_an_error_beside_the_alerts():
    assert [where for where, call in calls() if name_of(call) in {"error", "exception", "critical"}] == []


def test_each_code_is_in_the_list():
    listed = set(
        re.findall(r"`([a-z]+_[a-z_]+)`", PAGE.read_text().partition("**Alerts.**")[2].partition("**By hand.**")[0])
    )
    assert {"mail_owed", "refund_refused"} <= codes()
    assert codes() - {"sale_unknown"} <= listed, "sale_unknown alone is a warning"
    assert not listed - codes() - {"mail_refused", "mail_unsent", "mail_outcome_unknown"}
