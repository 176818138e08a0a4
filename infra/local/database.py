"""The database of a local system, brought to the schema of this checkout."""

import psycopg

from infra.local.postgres import Postgres
from infra.local.startup_error import StartupError
from infra.migrate import MigrationRefusedError, migrate


def open_database(server: Postgres, name: str) -> str:
    """Start the server, make and migrate the database; return its URL."""
    try:
        url = server.start().ensure_database(name)
        migrate(url)
    except MigrationRefusedError as refusal:
        raise StartupError(str(refusal)) from refusal
    except psycopg.OperationalError as error:
        raise StartupError(f"The database does not answer: {str(error).splitlines()[0]}") from error
    return url
