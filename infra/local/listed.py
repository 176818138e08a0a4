"""What infra/functions.yaml says of a function, for the local system too."""

import os
from functools import cache

from infra.deploy.catalogue import Catalogue, CatalogueInvalid, Function, read_catalogue
from infra.local.startup_error import StartupError


@cache
def listed() -> Catalogue:
    """Return the list; raise StartupError when it can't be read."""
    try:
        return read_catalogue()
    except CatalogueInvalid as invalid:
        raise StartupError("; ".join(invalid.problems)) from invalid


def sizes(name: str) -> dict[str, str]:
    """Return how many threads, connections and processes a function has, nothing for one that is not listed."""
    return next((_sizes(function) for function in listed().functions if function.name == name), {})


def _sizes(function: Function) -> dict[str, str]:
    return {
        "THREADS": str(function.concurrency),
        "DATABASE_POOL_MAX": str(function.connections),
        "WORKERS": str(_instances(function)),
    }


def _instances(function: Function) -> int:
    """Return how many processes stand for a function's instances: of those kept warm for guests one for each core."""
    return min(function.max_instances, os.cpu_count() or 1) if function.min_instances else 1
