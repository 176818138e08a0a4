"""The whole system on one machine: everything is started, wired and stopped here."""

from __future__ import annotations

import concurrent.futures
import contextlib
import functools
import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Self

from infra.local.children import Children
from infra.local.cloud_services import cloud_services
from infra.local.console_server import ConsoleServer
from infra.local.database import open_database
from infra.local.emulator_choice import chosen_emulators
from infra.local.environment import Surroundings
from infra.local.facts import facts, write_whole
from infra.local.front_door import FrontDoor
from infra.local.functions import Functions
from infra.local.home import Home
from infra.local.keys import LocalKeys
from infra.local.listed import sizes
from infra.local.older_state import left_aside, readable
from infra.local.ports import free_port
from infra.local.postgres import Postgres
from infra.local.progress import Progress
from infra.local.records import Records
from infra.local.routes import CONSOLE
from infra.local.run_lock import RunLock
from infra.local.startup_error import StartupError
from infra.local.watch import Alive, Watch
from shared_lib.kernel.adapters.clock import BusinessClock

if TYPE_CHECKING:
    from infra.local.stand_ins.stand_in import StandIn
    from infra.local.vendors import Vendors


class Stack:
    """One local system, for `with`; once it runs, `system` and `facts` (what stack.json says) tell where everything is.

    `port` is the front door's, 0 for a free one. `durable=False` is for tests: nothing of the database is left.
    `settings` are for functions and win over ours: a proof with fifty guests at one address raises its limits by them.
    """

    def __init__(
        self,
        home: Home,
        *,
        port: int,
        progress: Progress,
        durable: bool = True,
        settings: Mapping[str, str] | None = None,
    ) -> None:
        emulators = chosen_emulators()
        home.furnish()
        self.home = home
        self.clock = BusinessClock(home.clock)
        with readable(home):
            self.clock.offset()
            self.keys = LocalKeys.kept_in(home)
        self.children = Children(logs=home.logs, records=home.records)
        self.functions = Functions(children=self.children, settings=self._settings_of)
        self.facts: dict[str, Any] = {}
        self._settings = dict(settings or {})
        self._topics: list[str] = []
        self._vendors: Vendors | None = None
        self._database = "coresync" if durable else f"coresync_{os.getpid()}"
        self._database_url = ""
        self._port = port
        self._door = FrontDoor(self.functions, port=port)
        self._console = ConsoleServer()
        self._postgres = Postgres(home.postgres, durable=durable, children=self.children)
        self._cloud = cloud_services(emulators, home=home, children=self.children, durable=durable)
        self._progress = progress
        self._watch: Watch | None = None
        self._undo = contextlib.ExitStack()

    @property
    def url(self) -> str:
        """The front door's address, without a slash at its end."""
        return self._door.url

    @property
    def system(self) -> Surroundings:
        """Where everything is; raise StartupError while it starts."""
        if self._vendors is None or not self._database_url:
            raise StartupError("CoreSync is still starting.")
        return Surroundings(
            public_url=self.url,
            database_url=self._database_url,
            firestore_host=self._cloud.firestore.host,
            pubsub_host=self._cloud.pubsub.host,
            vendors=self._vendors,
            keys=self.keys,
            home=self.home,
            embedded=self._cloud.controls(),
        )

    def __enter__(self) -> Self:
        with contextlib.ExitStack() as undo:
            undo.enter_context(RunLock(self.home.lock))
            self._clear_away()
            for stop in self._stops():
                undo.callback(stop)
            self._start()
            undo.callback(self.home.stack.unlink)
            self._undo = undo.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._undo.close()

    def _clear_away(self) -> None:
        """End and remove what a start left behind that was killed."""
        self.home.stack.unlink(missing_ok=True)
        if left := Records(self.home.records).end_what_is_left():
            self._progress.say(f"  ended {left} processes that a crash had left behind")
        if aside := left_aside(self.home, self._cloud.emulators):
            self._progress.say(f"  {aside}")

    def _stops(self) -> tuple[Callable[[], object], ...]:
        """Return what stops each part, the last one first; each does nothing for what has not started."""
        servers = self._postgres.stop, self._cloud.pubsub.stop, self._cloud.firestore.stop
        return (
            self.children.close,
            *servers,
            self._stop_vendors,
            self._console.stop,
            self.functions.stop,
            self._door.stop,
            self._stop_watch,
        )

    def _start(self) -> None:
        self._open_door()
        self._at_the_same_time(
            {
                "PostgreSQL and its schema": self._start_database,
                "Firestore": self._cloud.firestore.start,
                "Pub/Sub and its topics": self._start_pubsub,
                "stand-ins for vendors": self._start_vendors,
            }
        )
        self._timed("demo spa", self._open_demo)
        self._timed("jobs by the clock", self._schedule_jobs)
        self._timed("console", self._open_console)
        self._watch = Watch(self._watched(), say=self._progress.say, logs=str(self.home.logs)).start()
        self.facts = facts(self.system, self._topics)
        write_whole(self.home.stack, self.facts)

    def _watched(self) -> dict[str, Alive]:
        """Return what runs until we stop it; functions are started again by themselves."""
        cloud: dict[str, Alive] = {
            "Firestore": lambda: self._cloud.firestore.running,
            "Pub/Sub": lambda: self._cloud.pubsub.running,
        }
        vendors: dict[str, Alive] = {
            f"The stand-in for {vendor.name}": functools.partial(_is_running, vendor) for vendor in self.system.vendors
        }
        return cloud | vendors

    def _stop_watch(self) -> None:
        if self._watch is not None:
            self._watch.stop()

    def _timed(self, name: str, step: Callable[[], object]) -> None:
        with self._progress.step(name):
            step()

    def _at_the_same_time(self, steps: Mapping[str, Callable[[], object]]) -> None:
        """Wait for all, so that none is still starting when another one's trouble stops them."""
        with concurrent.futures.ThreadPoolExecutor(len(steps)) as pool:
            begun = [pool.submit(self._timed, name, step) for name, step in steps.items()]
        for done in begun:
            done.result()

    def _open_door(self) -> None:
        try:
            self._door.start()
        except OSError:
            raise StartupError(f"Port {self._port} is taken; choose another: PORT={free_port()} make run") from None

    def _start_database(self) -> None:
        self._database_url = open_database(self._postgres, self._database)

    def _settings_of(self, function: str) -> Mapping[str, str]:
        return self.system.settings() | sizes(function) | self._settings

    def _start_pubsub(self) -> None:
        from infra.local.topics import make_topics

        self._cloud.pubsub.start()
        self._topics = make_topics(self._cloud.pubsub.host, front_door=self.url, secret=self.keys.words["push"])

    def _start_vendors(self) -> None:
        """Import here: the vendors' client libraries load while the database and the emulators start."""
        from infra.local.vendors import Vendors

        with readable(self.home):
            self._vendors = Vendors.open(self.home, front_door=self.url, keys=self.keys, clock=self.clock)

    def _stop_vendors(self) -> None:
        if self._vendors is not None:
            self._vendors.stop()

    def _open_demo(self) -> None:
        from infra.local.demo_start import open_demo

        open_demo(self.system.database_url, self.system.vendors, self.clock)

    def _schedule_jobs(self) -> None:
        from infra.local.jobs import schedule_jobs

        schedule_jobs(self.system.vendors.scheduler.address, front_door=self.url)

    def _open_console(self) -> None:
        from infra.local.console import create_console

        self._door.fixed[CONSOLE] = self._console.serve(create_console(self))


def _is_running(vendor: StandIn) -> bool:
    return vendor.running
