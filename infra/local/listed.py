"""What infra/functions.yaml says of a function, for the local system too."""

from functools import cache

from infra.deploy.catalogue import Catalogue, CatalogueInvalid, read_catalogue
from infra.local.startup_error import StartupError


@cache
def listed() -> Catalogue:
    """Return the list; raise StartupError when it can't be read."""
    try:
        return read_catalogue()
    except CatalogueInvalid as invalid:
        raise StartupError("; ".join(invalid.problems)) from invalid


def sizes(name: str) -> dict[str, str]:
    """Return how many threads and connections a function has in the cloud, nothing for one that is not listed."""
    found = [function for function in listed().functions if function.name == name]
    return {
        setting: str(value)
        for function in found
        for setting, value in (("THREADS", function.concurrency), ("DATABASE_POOL_MAX", function.connections))
    }
