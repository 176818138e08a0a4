"""A PostgreSQL server of our own on loopback: nothing to install, nothing to start by hand."""

import os
import signal
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit, urlunsplit

from infra.local.children import Child, Children, Command
from infra.local.ports import free_port
from infra.local.postgres_binaries import programs
from infra.local.postgres_data import DataFolder, identity
from infra.local.startup_error import StartupError
from infra.local.waiting import holds_within

_USER = "coresync"
_SECONDS_TO_START = 60
_SECONDS_TO_STOP = 8
_TRIES = 3
_SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "max_connections": "200",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_lock_waits": "on",
    "log_line_prefix": "%m [%p] %d %a ",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_logical_replication_workers": "0",
}
_THROWAWAY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class Postgres:
    """One server; `durable=False` is for tests: no fsync, and nothing is left at the end.

    When `DATABASE_URL` names a server, that one is used and none is started. `binaries` is the folder of another
    PostgreSQL's programs. Its log, with lock waits and deadlocks, is `log`.
    """

    def __init__(
        self, folder: Path, *, durable: bool, children: Children | None = None, binaries: Path | None = None
    ) -> None:
        logs = folder.parent / "logs"
        self.log = logs / "postgres.log"
        self._folder = folder
        self._durable = durable
        self._children = children or Children(logs=logs, records=folder.parent / "run")
        self._owns_children = children is None
        self._binaries = binaries
        self._made: list[str] = []
        self._child: Child | None = None
        self._files: DataFolder | None = None
        self._server = "" if binaries else os.environ.get("DATABASE_URL", "")

    def start(self) -> Self:
        """Start the server and wait until it accepts connections."""
        if not self._server:
            # first the folder: while there is one, nobody's reset takes the programs away
            self._files = DataFolder(self._folder, durable=self._durable)
            binaries = self._binaries or programs()
            self._files.prepare(initdb=binaries / "initdb", user=_USER, log=self.log)
            self._child, port = self._launch(self._files, binaries / "postgres")
            self._server = f"postgresql://{_USER}:{self._files.password}@127.0.0.1:{port}/"
        return self

    def stop(self) -> None:
        """Stop the server; its sessions are cut off, its data is safe."""
        if not self._durable and self._child is None:
            self._drop_what_we_made()
        if self._child is not None:
            self._children.stop(self._child, _SECONDS_TO_STOP)
        if self._files is not None:
            self._files.remove_if_throwaway()
        if self._owns_children:
            self._children.close()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def url(self, database: str) -> str:
        """Return the URL of one database on this server."""
        return urlunsplit(urlsplit(self._server)._replace(path=f"/{database}"))

    def create_database(self, name: str, template: str | None = None) -> str:
        """Make an empty database, or a copy of a template that nobody is connected to; return its URL."""
        # by files: a quarter of the time that a copy through the log takes
        copied = f' template "{template}" strategy file_copy' if template else ""
        self._administer(f'create database "{name}"{copied}')
        self._made.append(name)
        return self.url(name)

    def ensure_database(self, name: str) -> str:
        """Make a database if it is not there; return its URL. A durable server that is not ours has one already."""
        if self._durable and self._child is None and urlsplit(self._server).path.strip("/"):
            return self._server
        if not self._administer(f"select 1 from pg_database where datname = '{name}'"):  # noqa: S608 -- our own names
            self.create_database(name)
        return self.url(name)

    def drop_database(self, name: str) -> None:
        """Remove a database, whoever is connected."""
        self._administer(f'drop database if exists "{name}" with (force)')

    def _drop_what_we_made(self) -> None:
        """Leave nothing of a test on somebody else's server."""
        for name in self._made:
            self.drop_database(name)

    def _administer(self, statement: str) -> bool:
        """Tell whether the statement found something."""
        import psycopg

        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            return connection.execute(statement.encode()).rowcount > 0

    def _launch(self, files: DataFolder, program: Path) -> tuple[Child, int]:
        """Start on a free port, on another one when somebody was faster in taking it; return the port too."""
        for _ in range(_TRIES):
            port = free_port()
            child = self._children.start("postgres", self._command(files, program, port))
            holds_within(_SECONDS_TO_START, lambda: not child.alive or files.ready(child.pid))  # noqa: B023 -- called here
            if files.ready(child.pid):
                return child, port
            self._children.stop(child)
        raise StartupError(f"PostgreSQL did not start; in {self.log} it says: {child.last_words()}")

    def _command(self, files: DataFolder, program: Path, port: int) -> Command:
        settings = _SETTINGS | ({} if self._durable else _THROWAWAY) | {"port": str(port)}
        words = [str(program), "-D", str(files.data)]
        words += [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        return Command(words, cwd=files.place, ending=signal.SIGINT, **identity())
