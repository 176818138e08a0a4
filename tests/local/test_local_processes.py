"""Processes that we start end with us, however we end."""

import os
import signal
import subprocess
import sys
import threading

import pytest

from infra.local import cloud_sdk
from infra.local.children import Children, Command
from infra.local.chromium import find_chromium
from infra.local.home import ROOT
from infra.local.ports import KeptPorts, free_port, is_free
from infra.local.records import Records, command_line
from infra.local.startup_error import StartupError
from infra.local.supervisor import end, watch
from infra.local.waiting import holds_within

_SLEEPER = [sys.executable, "-c", "import time; time.sleep(600)"]
_STUBBORN = [
    *(sys.executable, "-c"),
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); time.sleep(600)",
]
_GRANDPARENT = """
import pathlib, sys, time
from infra.local.children import Children, Command
folder = pathlib.Path(sys.argv[1])
sleeper = "[sys.executable, '-c', 'import time; time.sleep(600)']"
parent = f"import subprocess, sys; child = subprocess.Popen({sleeper}); print(child.pid, flush=True); child.wait()"
child = Children(logs=folder, records=folder / "run").start("child", Command([sys.executable, "-c", parent]))
print(child.pid, flush=True)
time.sleep(600)
"""


@pytest.fixture
def family(tmp_path):
    with Children(logs=tmp_path / "logs", records=tmp_path / "run") as family:
        yield family


def test_children_and_theirs_end_when_their_parent_is_killed(tmp_path, eventually):
    words = [sys.executable, "-c", _GRANDPARENT, str(tmp_path)]
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=env) as parent:
        assert parent.stdout
        child = int(parent.stdout.readline())
        grandchild = int(eventually((tmp_path / "child.log").read_text))
        eventually(lambda: "time.sleep" in command_line(grandchild))
        parent.kill()
    eventually(lambda: not command_line(child) and not command_line(grandchild), within=15)


def test_a_child_that_does_not_listen_is_killed(family, eventually):
    child = family.start("stubborn", Command(_STUBBORN))
    eventually(lambda: child.last_words() == "deaf")
    child.stop(patience=0.1)
    assert not child.alive


def test_the_guardian_ends_whom_it_watches_and_no_other(family):
    watched, forgotten = family.start("watched", Command(_SLEEPER)), family.start("forgotten", Command(_SLEEPER))
    lines = [f"watch {watched.pid} 15", f"watch {forgotten.pid} 15", f"forget {forgotten.pid}", "nonsense"]
    assert watch(lines) == {watched.pid: signal.SIGTERM}
    reaper = threading.Thread(target=watched.stopped_within, args=(10,))
    reaper.start()
    end({watched.pid: signal.SIGTERM})
    reaper.join()
    assert (watched.alive, forgotten.alive) == (False, True)
    family.stop(forgotten)


@pytest.fixture
def sleepers():
    sleepers = [subprocess.Popen(_SLEEPER, start_new_session=True) for _ in range(2)]
    yield sleepers
    for sleeper in sleepers:
        sleeper.kill()
        sleeper.wait()


def test_what_a_crash_left_is_found_and_what_only_has_its_number_is_not(tmp_path, sleepers, eventually):
    left, stranger = sleepers
    eventually(lambda: command_line(left.pid) and command_line(stranger.pid))
    records = Records(tmp_path)
    records.add("left", left.pid, _SLEEPER)
    records.add("stranger", stranger.pid, ["something", "else"])
    assert list(records.left_behind()) == [left.pid]


def test_leftovers_of_a_process_that_we_do_not_wait_for_are_ended(tmp_path, eventually):
    """Start it by a process that ends, as a crash does, so that it is nobody's zombie."""
    script = (
        f"import subprocess; print(subprocess.Popen({_SLEEPER!r}, start_new_session=True, stdout=-3, stderr=-3).pid)"
    )
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    eventually(lambda: command_line(int(said)))
    records = Records(tmp_path)
    records.add("left", int(said), _SLEEPER)
    assert records.end_what_is_left() == 1
    assert not command_line(int(said))
    assert list(tmp_path.iterdir()) == []


def test_a_port_is_kept_until_somebody_else_has_it(tmp_path):
    file = tmp_path / "ports.json"
    first = KeptPorts(file).port("stripe")
    assert KeptPorts(file).port("stripe") == first
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("infra.local.ports.is_free", lambda _: False)
        assert KeptPorts(file).port("stripe") != first


def test_a_free_port_is_free():
    assert is_free(free_port())


def test_waiting_ends_when_the_time_is_over():
    assert not holds_within(0, lambda: False)
    assert holds_within(0, lambda: True)


@pytest.fixture
def bare_machine(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.delenv("CLOUDSDK_ROOT", raising=False)
    return tmp_path


def _program(folder, name, says):
    program = folder / name
    program.write_text(f"#!/bin/sh\necho '{says}' >&2\n")
    program.chmod(0o755)


def test_a_missing_java_is_named_with_what_installs_it(bare_machine):
    with pytest.raises(StartupError, match="need Java 17 or newer and there is none: apt-get install"):
        cloud_sdk.java()


@pytest.mark.parametrize(("says", "version"), [('openjdk version "11.0.2"', 11), ('java version "1.8.0_3"', 8)])
def test_an_old_java_is_named_with_its_version(bare_machine, says, version):
    _program(bare_machine, "java", says)
    with pytest.raises(StartupError, match=f"and yours is {version}: apt-get install"):
        cloud_sdk.java()


def test_a_java_that_is_new_enough_is_taken(bare_machine):
    _program(bare_machine, "java", 'openjdk version "21" 2023-09-19')
    assert cloud_sdk.java() == str(bare_machine / "java")


def test_a_missing_sdk_is_named(bare_machine, monkeypatch):
    monkeypatch.setattr(cloud_sdk, "_PACKAGED", bare_machine / "no-sdk")
    with pytest.raises(StartupError, match="The Google Cloud SDK is missing"):
        cloud_sdk.jar("firestore")


@pytest.mark.parametrize("emulator", ["firestore", "pubsub"])
def test_a_missing_emulator_is_named_with_what_installs_it(bare_machine, monkeypatch, emulator):
    (bare_machine / "sdk/platform").mkdir(parents=True)
    monkeypatch.setenv("CLOUDSDK_ROOT", str(bare_machine / "sdk"))
    monkeypatch.setattr(cloud_sdk, "_PACKAGED", bare_machine / "no-sdk")
    with pytest.raises(StartupError, match=f"lacks the {emulator} emulator: gcloud components install .*{emulator}"):
        cloud_sdk.jar(emulator)


def test_a_browser_that_somebody_names_is_taken(bare_machine, monkeypatch):
    _program(bare_machine, "my-browser", "Chromium 140")
    monkeypatch.setenv("CHROMIUM", str(bare_machine / "my-browser"))
    assert find_chromium() == str(bare_machine / "my-browser")
