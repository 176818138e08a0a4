"""The settings of config.py, of bootstrap and of the list of functions are the same."""

import ast
import dataclasses
import re
from pathlib import Path

import pytest

from infra.deploy.catalogue import read_catalogue
from shared_lib.config import Settings

ROOT = Path(__file__).parents[2]
CATALOGUE = read_catalogue()
FIELDS = {field.name: field for field in dataclasses.fields(Settings)}
DEPLOYED = [path for top in ("shared_lib", "functions") for path in (ROOT / top).rglob("*.py")]

each_function = pytest.mark.parametrize("function", CATALOGUE.functions, ids=lambda function: function.name)

ONE_MACHINE_ONLY = {
    "clock_file",
    "data_key_file",  # KMS unwraps the key in the cloud
    "pubsub_emulator_host",
    "push_secret",  # Pub/Sub signs its pushes in the cloud
    "calendar_api_base",
    "sheets_api_base",
    "stripe_api_base",
    "tasks_api",
}
"""Settings that are "" in the cloud, where the client libraries know where to go."""
PERMISSIONS = {
    "sessions": "sessions",
    "dispatcher": "publish",
    "tasks": "enqueue",
    "dead_letters": "pull",
    "review_context": "enqueue",
    "send_code_soon": "enqueue",
    "chat_guests": "enqueue",
} | dict.fromkeys(("eraser", "personal_data_stores", "expiring_stores"), "sessions")
"""What the identity of a function needs, by what its code uses."""
SPARED = {"page_account": {"SENDGRID_API_KEY"}}
"""An export says what SendGrid holds, and asks nobody for it: the page has no use for the key."""
REACHED_BUT_NOT_NEEDED = {"STRIPE_WEBHOOK_SECRET"}
"""Belongs to a gateway that the function uses for something else."""


def test_every_setting_that_the_list_requires_exists():
    names = {name.lower() for function in CATALOGUE.functions for name in function.settings} | {
        name.lower() for name in CATALOGUE.secrets
    }
    assert names <= set(FIELDS)


def test_what_may_be_done_without_is_a_setting_of_the_list():
    optional = {name for switch, others in CATALOGUE.optional.items() for name in (switch, *others)}
    assert optional <= {name for function in CATALOGUE.functions for name in function.settings}
    assert not set(CATALOGUE.optional) & set(CATALOGUE.secrets), "what switches them on can be left empty"


def test_every_setting_is_required_somewhere_or_has_a_sensible_default():
    required = {name.lower() for function in CATALOGUE.functions for name in function.settings}
    always = {name for name, field in FIELDS.items() if field.default is dataclasses.MISSING}
    defaulted = {name for name, field in FIELDS.items() if field.default not in {dataclasses.MISSING, ""}}
    written_by_us = {"settings_required"}
    assert set(FIELDS) == required | always | defaulted | written_by_us | ONE_MACHINE_ONLY
    assert not required & ONE_MACHINE_ONLY


def test_every_setting_is_read_by_somebody():
    read = {name for path in DEPLOYED for name in re.findall(r"settings\.(?:path\(\")?([a-z_]+)", path.read_text())}
    assert set(FIELDS) - read == {"settings_required"}


def used_services(function) -> set[str]:
    """Return the names of Services that the files of a function name."""
    files = (ROOT / "functions" / function.name).rglob("*.py")
    return set(re.findall(r"(?:deps|services\(\))\.([a-z_]+)", "".join(path.read_text() for path in files)))


def reached_settings() -> dict[str, set[str]]:
    """Return by each name of Services the settings that it leads to."""
    bodies = {
        part.name: ast.unparse(part)
        for path in (ROOT / "shared_lib/bootstrap").glob("*.py")
        for node in ast.parse(path.read_text()).body
        if isinstance(node, ast.ClassDef)
        for part in node.body
        if isinstance(part, ast.FunctionDef)
    }
    found = {
        name: set(re.findall(r"settings\.(?:path\(')?([a-z_]+)", text)) & set(FIELDS) for name, text in bodies.items()
    }
    uses = {name: set(re.findall(r"self\.([a-z_]+)", text)) & set(bodies) for name, text in bodies.items()}
    for _ in bodies:
        found = {name: found[name].union(*(found[other] for other in uses[name])) for name in bodies}
    return found


@each_function
def test_a_function_is_given_the_settings_that_it_reaches_and_no_others(function):
    parts = reached_settings()
    used = used_services(function) & set(parts)
    reached = {name.upper() for part in used for name in parts[part] if FIELDS[name].default == ""}
    reached -= {name.upper() for name in ONE_MACHINE_ONLY}
    assert set(function.settings) <= reached
    assert reached - set(function.settings) <= REACHED_BUT_NOT_NEEDED | SPARED.get(function.name, set())


@each_function
def test_a_function_may_do_what_its_code_does_and_no_more(function):
    done = {PERMISSIONS[service] for service in used_services(function) & set(PERMISSIONS)}
    assert done == set(function.may)
