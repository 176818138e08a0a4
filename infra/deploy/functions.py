"""Deploys the functions of infra/functions.yaml: `python -m infra.deploy.functions --project P --region R [name ...]`.

Each is built and started without traffic; when all have answered their probes, all get their traffic.
"""

import argparse
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import yaml

from infra.deploy import commands
from infra.deploy.catalogue import Catalogue, CatalogueInvalid, Function, read_catalogue
from infra.deploy.gcloud import Gcloud, GcloudFailed
from infra.deploy.settings import (
    Settings,
    SettingsMissing,
    caller_settings,
    environment,
    equipped,
    read_settings,
    secret_mounts,
    secret_names,
)
from infra.deploy.target import DeployTarget

PRODUCTION = Path(__file__).parent / "production.yaml"
AT_ONCE = 4
"""Builds that run side by side."""
UNPINNED = "latest"
NUMBER = "PROJECT-NUMBER"
"""What a dry run, which asks nobody, shows for the version that a deployment would pin and for the number."""


def deploy(
    functions: Sequence[Function], catalogue: Catalogue, *, target: DeployTarget, settings: Settings, gcloud: Gcloud
) -> None:
    """Bring these functions up, ask them, and give them their traffic; a failure leaves the traffic where it was."""
    functions = [equipped(function, catalogue, settings) for function in functions]
    told = {
        function.name: environment(function, catalogue, {**settings, **caller_settings(function, target)})
        for function in functions
    }
    versions = _versions(secret_names(tuple(functions), catalogue), target, gcloud)
    there = set() if gcloud.dry_run else set(gcloud.ask(commands.services(target)).split())
    candidates = [
        commands.deploy(
            function,
            target,
            told=told[function.name],
            secrets=secret_mounts(function, catalogue, versions),
            new=not gcloud.dry_run and function.service not in there,
        )
        for function in functions
    ]
    with ThreadPoolExecutor(1 if gcloud.dry_run else AT_ONCE) as pool:
        list(pool.map(gcloud.do, candidates))
    _open(functions, target, gcloud)


def _open(functions: Sequence[Function], target: DeployTarget, gcloud: Gcloud) -> None:
    for function in functions:
        for grant in commands.grants(function, target):
            gcloud.do(grant)
    gcloud.do(commands.smoke(functions, target))
    for function in functions:
        gcloud.do(commands.shift(function, target))


def _versions(secrets: Sequence[str], target: DeployTarget, gcloud: Gcloud) -> dict[str, str]:
    if gcloud.dry_run:
        return dict.fromkeys(secrets, UNPINNED)
    return {name: gcloud.ask(commands.newest_version(name, target)).rpartition("/")[2] for name in secrets}


def _number(project: str, gcloud: Gcloud) -> str:
    return NUMBER if gcloud.dry_run else gcloud.ask(commands.project_number(project))


def main(words: Sequence[str], *, gcloud: Gcloud | None = None) -> int:
    """Run the command; return its exit status."""
    asked = _parser().parse_args(words)
    gcloud = gcloud or Gcloud(dry_run=asked.dry_run)
    try:
        catalogue = read_catalogue()
        functions = catalogue.named(asked.name)
        target = DeployTarget(asked.project, asked.project_number or _number(asked.project, gcloud), asked.region)
        settings = read_settings(asked.settings, target)
        if gcloud.dry_run:
            settings = {name: value or f"<{name}>" for name, value in settings.items()}
        deploy(functions, catalogue, target=target, settings=settings, gcloud=gcloud)
    except (CatalogueInvalid, SettingsMissing, GcloudFailed, yaml.YAMLError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m infra.deploy.functions", description=__doc__)
    parser.add_argument("name", nargs="*", help="only these functions")
    parser.add_argument("--project", required=True)
    parser.add_argument("--project-number", help="asked of gcloud where it is not given")
    parser.add_argument("--region", required=True)
    parser.add_argument("--settings", type=Path, default=PRODUCTION, help="settings that are no secrets")
    parser.add_argument("--dry-run", action="store_true", help="print the commands and change nothing")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
