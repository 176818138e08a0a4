"""The README's commands, copied from the README."""

import json
import os
import re
import shlex
import signal
import subprocess
from pathlib import Path

import pytest

from infra.local.home import ROOT, Home
from infra.local.ports import free_port
from infra.local.reset import reset

README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"```sh\n(.*?)\n```", README, re.DOTALL)
FRONT_DOOR = "http://127.0.0.1:8080"


def test_the_readme_names_the_two_commands_first():
    assert COMMANDS[:2] == ["make run", "make test"]


@pytest.mark.parametrize("command", [command for command in COMMANDS if command.startswith("make ")])
def test_what_is_made_can_be_made(command):
    planned = subprocess.run(
        [*shlex.split(command), "--dry-run"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert planned.returncode == 0, planned.stderr


def test_make_run_gets_ready_and_ends_by_ctrl_c(tmp_path, eventually):
    home = Home(tmp_path / "home")
    told = os.environ | {"CORESYNC_HOME": str(home.folder), "PORT": str(free_port())}
    output = tmp_path / "output.txt"
    with output.open("w") as written:
        command = shlex.split(COMMANDS[0])
        process = subprocess.Popen(command, cwd=ROOT, env=told, stdout=written, stderr=written, start_new_session=True)
    try:
        eventually(lambda: process.poll() is not None or "ready after" in output.read_text(), within=120)
        os.killpg(process.pid, signal.SIGINT)
        process.wait(30)
        assert "ready after" in output.read_text()
    finally:
        reset(home)


@pytest.mark.parametrize("command", [command for command in COMMANDS if command.startswith("curl ")])
def test_a_call_by_hand_is_answered(command, stack):
    here = command.replace(FRONT_DOOR, stack.facts["url"]).replace(".local/stack.json", str(stack.home.stack))
    answer = subprocess.run(["bash", "-c", here], capture_output=True, text=True, check=True, timeout=60)
    assert "code" not in json.loads(answer.stdout)


@pytest.mark.parametrize("command", [command for command in COMMANDS if command.startswith(".venv/bin/python ")])
def test_a_plan_is_printed(command):
    done = subprocess.run(shlex.split(command), cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_every_place_that_the_readme_names_is_there():
    named = re.findall(r"^\| (`[^|]+`) \|", README, re.MULTILINE)
    paths = [path for cell in named for path in re.findall(r"`([\w/.]+[/.][\w/.]*)`", cell)]
    assert paths
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_the_picture_of_the_house_names_every_door():
    doors = {folder.name for folder in Path(ROOT / "functions").iterdir() if (folder / "main.py").exists()}
    picture = (ROOT / "house.svg").read_text(encoding="utf-8")
    assert {door for door in doors if door not in picture or f"`{door}`" not in README} == set()


@pytest.mark.parametrize(
    "page", ["2026-11-time-as-bits", "2026-11-what-comes-in-and-what-must-get-out"]
)  # the others tell of what was there before, too
def test_every_file_that_a_page_of_decisions_names_is_there(page):
    text = (ROOT / f"infra/decisions/{page}.md").read_text(encoding="utf-8")
    paths = re.findall(r"`([\w/.]+/\w+\.py)(?:::\w+)?`", text)
    assert paths
    assert [path for path in paths if not (ROOT / path).exists()] == []
