"""Brings a database to the schema of infra/migrations: `python -m infra.migrate`, here and in every deployment."""

import hashlib
import itertools
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import LiteralString

import psycopg

FOLDER = Path(__file__).resolve().parent / "migrations"
_LOCK = 7_274_921
"""One runner at a time, whoever starts it."""
_BOOK: LiteralString = """
    create schema if not exists coresync;
    create table if not exists coresync.schema_migrations (
        number integer primary key,
        name text not null,
        checksum text not null,
        applied_at timestamptz not null default clock_timestamp()
    )"""


class MigrationRefusedError(Exception):
    """The files and the database tell two stories; one sentence says which."""


@dataclass(frozen=True)
class Migration:
    """One numbered file of SQL."""

    number: int
    name: str
    sql: str

    @property
    def checksum(self) -> str:
        """What changes when the file changes."""
        return hashlib.sha256(self.sql.encode()).hexdigest()


def read_migrations(folder: Path = FOLDER) -> list[Migration]:
    """Return the files NNNN_name.sql in order; two files with one number are refused."""
    files = sorted(folder.glob("[0-9][0-9][0-9][0-9]_*.sql"))
    found = [Migration(int(file.stem[:4]), file.stem[5:], file.read_text()) for file in files]
    for earlier, later in itertools.pairwise(found):
        if earlier.number == later.number:
            raise MigrationRefusedError(f"{earlier.name} and {later.name} both have the number {later.number:04}")
    return found


def migrate(database_url: str, folder: Path = FOLDER) -> list[str]:
    """Apply what the database does not have yet, each file in a transaction of its own; return their names."""
    migrations = read_migrations(folder)
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute("select pg_advisory_lock(%s)", (_LOCK,))
        connection.execute(_BOOK)
        applied = _applied(connection)
        _refuse_changes(migrations, applied)
        new = [migration for migration in migrations if migration.number not in applied]
        for migration in new:
            _apply(connection, migration)
    return [f"{migration.number:04}_{migration.name}" for migration in new]


def _applied(connection: psycopg.Connection) -> dict[int, str]:
    return dict(connection.execute("select number, checksum from coresync.schema_migrations").fetchall())


def _refuse_changes(migrations: list[Migration], applied: dict[int, str]) -> None:
    for migration in migrations:
        if applied.get(migration.number, migration.checksum) != migration.checksum:
            raise MigrationRefusedError(
                f"Migration {migration.number:04}_{migration.name} has changed after it was applied;"
                " undo the change and write a new migration (on a developer's machine: make reset)"
            )
    if missing := set(applied) - {migration.number for migration in migrations}:
        raise MigrationRefusedError(f"The database has migration {max(missing):04}, which this checkout has not")


def _apply(connection: psycopg.Connection, migration: Migration) -> None:
    with connection.transaction():
        connection.execute(migration.sql.encode())
        connection.execute(
            "insert into coresync.schema_migrations (number, name, checksum) values (%s, %s, %s)",
            (migration.number, migration.name, migration.checksum),
        )


def main() -> int:
    """Migrate the database that DATABASE_URL names, and say what was done."""
    try:
        done = migrate(os.environ["DATABASE_URL"])
    except KeyError:
        sys.stderr.write("DATABASE_URL must name the database to migrate\n")
    except (MigrationRefusedError, psycopg.Error) as refusal:
        sys.stderr.write(f"{refusal}\n")
    else:
        print(f"applied {', '.join(done)}" if done else "the database is up to date")
        return 0
    return 1


if __name__ == "__main__":
    sys.exit(main())
