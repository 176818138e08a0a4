"""Runs gcloud, or tells what would be run."""

import shlex
import subprocess
from collections.abc import Callable, Sequence

Words = Sequence[str]
Say = Callable[[str], None]


class GcloudFailed(Exception):
    """A command did not do what it should; the message is what gcloud said last."""


class Gcloud:
    """`ask` returns what a command prints; `do` changes something, and in a dry run is only told."""

    def __init__(self, *, program: str = "gcloud", dry_run: bool = False, say: Say = print) -> None:
        self.dry_run = dry_run
        self._program = program
        self._say = say

    def ask(self, words: Words) -> str:
        """Return what a command prints; raise GcloudFailed."""
        return self._run(words).strip()

    def do(self, words: Words) -> None:
        """Run a command and name it; raise GcloudFailed."""
        self._say(shlex.join([self._program, *words]))
        if not self.dry_run:
            self._run(words)

    def _run(self, words: Words) -> str:
        done = subprocess.run([self._program, *words], capture_output=True, text=True, check=False)
        if done.returncode:
            last = done.stderr.strip().splitlines()[-3:]
            raise GcloudFailed(f"{self._program} {' '.join(words[:4])} failed: {' '.join(last)}")
        return done.stdout
