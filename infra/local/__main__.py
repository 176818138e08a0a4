"""`make run`: the whole system on this machine until Ctrl-C."""

import os
import signal
import sys
import threading
from types import FrameType

from infra.local.home import Home
from infra.local.progress import Progress
from infra.local.stack import Stack
from infra.local.startup_error import StartupError

_ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_DEFAULT_PORT = "8080"
_PORTS = range(1, 65536)


def chosen_port() -> int:
    """Return the front door's port that PORT names."""
    wanted = os.environ.get("PORT") or _DEFAULT_PORT
    if not wanted.isdecimal() or int(wanted) not in _PORTS:
        raise StartupError(f"PORT must be a number from 1 to 65535, and it is {wanted}")
    return int(wanted)


def addresses(stack: Stack) -> list[tuple[str, str]]:
    """Return what a person may want to open."""
    vendors = [(f"  {name}", url) for name, url in stack.facts["stand_ins"].items()]
    return [
        ("website", f"{stack.url}/"),
        ("console", f"{stack.url}/console"),
        *manager(stack),
        ("database", stack.system.database_url),
        ("Firestore", f"{stack.system.firestore_host}   {stack.facts['emulators']}"),
        ("Pub/Sub", f"{stack.system.pubsub_host}   {stack.facts['emulators']}"),
        ("stand-ins", ""),
        *vendors,
        ("logs", str(stack.home.logs)),
    ]


def manager(stack: Stack) -> list[tuple[str, str]]:
    """Return where the manager signs in, once there is such a page."""
    if not stack.functions.exists("page_admin"):
        return []
    login = stack.keys.manager_login
    return [("manager", f"{stack.url}/admin   {login['email']}   {login['password']}")]


def run(progress: Progress) -> None:
    """Start, say where everything is, and stay until we are told to stop."""
    with Stack(Home.chosen(), port=chosen_port(), progress=progress) as stack:
        progress.table(addresses(stack))
        progress.say(f"ready after {progress.seconds:.1f} s; Ctrl-C stops everything")
        threading.Event().wait()


def stop_on_signals() -> None:
    """Take the first signal as the request to stop, and let nothing disturb the stopping."""

    def stop(number: int, _: FrameType | None) -> None:
        for each in _ENDING:
            signal.signal(each, signal.SIG_IGN)
        raise KeyboardInterrupt(number)

    for each in _ENDING:
        signal.signal(each, stop)


def main() -> int:
    """Return the exit status: 0 after a request to stop, 1 with one sentence when something was in the way."""
    os.environ.setdefault("GRPC_ENABLE_FORK_SUPPORT", "0")  # we never fork without exec, and it talks about it
    progress = Progress()
    stop_on_signals()
    progress.say("CoreSync on this machine")
    try:
        run(progress)
    except StartupError as trouble:
        print(f"\n{trouble}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        progress.say("stopped")
    return 0


if __name__ == "__main__":
    sys.exit(main())
