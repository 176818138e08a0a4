"""What a deployed function is told: its environment, and the secrets that it is given."""

import dataclasses
from collections.abc import Mapping
from pathlib import Path

import yaml

from infra.deploy.catalogue import Catalogue, Function, Trigger
from infra.deploy.target import CALLERS, DeployTarget

ALWAYS = ("PROJECT", "SPA_ID", "PUBLIC_URL")
"""What shared_lib/config.py wants of every function."""

Settings = Mapping[str, str]


class SettingsMissing(Exception):
    """The settings of this deployment lack what a function must not serve without."""


def read_settings(path: Path, target: DeployTarget) -> dict[str, str]:
    """Return the settings of one deployment that are no secrets; `{project}` and `{region}` are filled in."""
    listed = yaml.safe_load(path.read_text())
    words = {"project": target.project, "region": target.region}
    return {"PROJECT": target.project} | {name: str(value).format_map(words) for name, value in listed.items()}


def equipped(function: Function, catalogue: Catalogue, settings: Settings) -> Function:
    """Return a function without the settings that this deployment does without."""
    absent = {
        name for switch, others in catalogue.optional.items() if not settings.get(switch) for name in (switch, *others)
    }
    return dataclasses.replace(function, settings=tuple(name for name in function.settings if name not in absent))


def caller_settings(function: Function, target: DeployTarget) -> dict[str, str]:
    """Return by what a function knows who calls it, as its subscription or its queue is made to sign.

    Whoever puts tasks on the queue says to whom they go, and as whom it calls.
    """
    pushes, tasks = target.account(CALLERS[Trigger.EVENTS]), target.account(CALLERS[Trigger.TASK])
    of_trigger = {
        Trigger.EVENTS: {"PUSH_ACCOUNT": pushes, "PUSH_AUDIENCE": target.url(function)},
        Trigger.TASK: {"TASKS_AUDIENCE": target.url(function)},
    }
    return {"TASKS_ACCOUNT": tasks, "TASKS_TARGET": target.task_url} | of_trigger.get(function.trigger, {})


def environment(function: Function, catalogue: Catalogue, settings: Settings) -> dict[str, str]:
    """Return the environment of a function but for its secrets; raise SettingsMissing that names what is not set."""
    files = {name: catalogue.secrets[name].file for name in function.settings if name in catalogue.secrets}
    plain = [name for name in (*ALWAYS, *function.settings) if name not in files]
    if missing := [name for name in plain if not settings.get(name)]:
        raise SettingsMissing(f"{function.name} needs {', '.join(missing)}, which the settings lack")
    return {
        **catalogue.environment,
        **{name: settings[name] for name in plain},
        **{name: file for name, file in files.items() if file},
        "THREADS": str(function.concurrency),
        "DATABASE_POOL_MAX": str(function.connections),
        "SETTINGS_REQUIRED": ",".join(function.settings),
    }


def secret_names(functions: tuple[Function, ...], catalogue: Catalogue) -> list[str]:
    """Return the names in Secret Manager of all that these functions are given."""
    settings = {name for function in functions for name in function.settings if name in catalogue.secrets}
    return sorted(catalogue.secrets[name].name for name in settings)


def secret_mounts(function: Function, catalogue: Catalogue, versions: Mapping[str, str]) -> dict[str, str]:
    """Return where each secret goes (a variable, or the path of a file) and its name and version."""
    given = {name: catalogue.secrets[name] for name in function.settings if name in catalogue.secrets}
    return {secret.file or name: f"{secret.name}:{versions[secret.name]}" for name, secret in given.items()}
