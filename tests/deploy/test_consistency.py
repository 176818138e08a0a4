"""What is said in several places is said alike: folders, lists, routes, pins, the build."""

import ast
import re
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from infra.deploy.catalogue import Trigger, read_catalogue
from infra.deploy.jobs import read_jobs
from infra.local import routes
from infra.migrate import read_migrations
from shared_lib.config import Settings

ROOT = Path(__file__).parents[2]
CATALOGUE = read_catalogue()
FOLDERS = {path.parent.name: path.parent for path in (ROOT / "functions").glob("*/main.py")}

each_function = pytest.mark.parametrize("function", CATALOGUE.functions, ids=lambda function: function.name)


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_every_folder_is_listed_and_every_listed_function_has_its_folder():
    assert {function.name for function in CATALOGUE.functions} == set(FOLDERS)


@each_function
def test_the_entry_point_is_named_as_its_folder_and_takes_what_its_trigger_sends(function):
    public = [
        (node.name, ast.unparse(node.decorator_list[0]))
        for node in tree(FOLDERS[function.name] / "main.py").body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    ]
    assert public == [(function.name, "functions_framework.http")]


def test_the_front_door_here_and_the_balancer_there_know_the_same_paths():
    local = dict.fromkeys(routes._PAGES, "page_website") | routes._UNDER
    listed = {path: function.name for function in CATALOGUE.functions for path in function.paths}
    assert listed == {path: name for path, name in local.items() if name in FOLDERS}


@each_function
def test_what_is_called_by_name_is_found_by_name(function):
    prefixes = {Trigger.EVENTS: "events", Trigger.JOB: "jobs", Trigger.TASK: "tasks"}
    if function.trigger in prefixes:
        path = f"/{prefixes[function.trigger]}/{function.name}/projects/p/topics/t"
        assert routes.function_for(path) == function.name


def test_vendors_call_paths_that_lead_to_their_hooks():
    found = {routes.function_for(path) for path in routes.HOOKS.values()}
    assert found >= {name for name in FOLDERS if name.startswith("hook_")}


def test_every_job_has_its_time_and_every_time_its_job():
    scheduled = sorted(job.function for job in read_jobs(ROOT / "scheduler.yaml", functions=ROOT / "functions"))
    assert scheduled == sorted(f.name for f in CATALOGUE.functions if f.trigger is Trigger.JOB)


def test_the_scheduler_waits_as_long_as_the_job_may_take():
    jobs = {job.function: job for job in read_jobs(ROOT / "scheduler.yaml", functions=ROOT / "functions")}
    for function in CATALOGUE.functions:
        if function.trigger is Trigger.JOB:
            assert jobs[function.name].attempt_deadline.total_seconds() >= function.timeout


def test_consumers_follow_the_topic_that_events_are_published_to():
    topics = {function.topic for function in CATALOGUE.functions if function.trigger is Trigger.EVENTS}
    assert topics == {Settings(project="p", spa_id="s", public_url="u").booking_topic}


def test_the_readme_lists_the_functions_that_there_are():
    readme = (ROOT / "README.md").read_text()
    rows = re.findall(r"^\| `((?:api|hook|job|on|page|task)_[a-z_]+)` \|", readme, re.MULTILINE)
    assert sorted(rows) == sorted(FOLDERS)


def imports(path: Path) -> Iterator[str]:
    """What a file of a function imports; relative names from the function's own folder."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")


@each_function
def test_no_function_imports_another_or_a_sibling_by_its_bare_name(function):
    siblings = {path.stem for path in FOLDERS[function.name].glob("*.py")}
    for path in FOLDERS[function.name].rglob("*.py"):
        for name in imports(path):
            assert name.split(".")[0] not in siblings | {"functions"}, relative(path)
            assert not name.startswith(".."), relative(path)


def test_migrations_are_numbered_one_after_the_other():
    numbers = [migration.number for migration in read_migrations()]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) == len(list((ROOT / "infra/migrations").iterdir()))


def pins(name: str) -> dict[str, Requirement]:
    """The requirements of a file by their canonical names."""
    lines = [line.partition("#")[0].strip() for line in (ROOT / name).read_text().splitlines()]
    wanted = [Requirement(line) for line in lines if line and not line.startswith("-r ")]
    return {canonicalize_name(requirement.name): requirement for requirement in wanted}


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_package_is_pinned_to_one_version(name):
    for requirement in pins(name).values():
        assert [clause.operator for clause in requirement.specifier] == ["=="], requirement
        assert "*" not in str(requirement.specifier)


def needs(requirement: Requirement) -> Iterator[str]:
    """What a package needs on this machine, with the extras that we ask of it."""
    for text in distribution(requirement.name).requires or []:
        needed = Requirement(text)
        extras = requirement.extras or {""}
        if needed.marker is None or any(needed.marker.evaluate({"extra": extra}) for extra in extras):
            yield canonicalize_name(needed.name)


def test_what_our_packages_need_is_pinned_too():
    pinned = pins("requirements.txt")
    assert {name for requirement in pinned.values() for name in needs(requirement)} <= set(pinned)


def test_what_is_installed_is_what_is_pinned():
    for requirement in pins("requirements.txt").values():
        assert requirement.specifier.contains(distribution(requirement.name).version), requirement


def test_every_program_that_the_deployment_runs_is_here():
    build = (ROOT / "cloudbuild.yaml").read_text()
    modules = re.findall(r"infra(?:\.[a-z_]+)+", build)
    assert {"infra.migrate", "infra.deploy.functions", "infra.deploy.subscriptions", "infra.deploy.scheduler"} <= set(
        modules
    )
    assert [name for name in modules if not (ROOT / f"{name.replace('.', '/')}.py").is_file()] == []


def test_the_steps_of_the_deployment_follow_each_other_as_they_must():
    steps = [step["id"] for step in yaml.safe_load((ROOT / "cloudbuild.yaml").read_text())["steps"]]
    assert steps == ["tools", "check", "audit", "back up", "migrate", "functions", "subscriptions", "scheduler"]


def test_no_function_is_named_in_the_build_itself():
    build = (ROOT / "cloudbuild.yaml").read_text()
    assert [name for name in FOLDERS if name in build or name.replace("_", "-") in build] == []


BEFORE_THE_FIRST_RELEASE = 10
TAKES_AWAY = re.compile(r"\b(drop (column|table)|rename (to|column)|set not null)\b", re.IGNORECASE)


def test_migrations_take_nothing_away_from_the_revision_that_serves():
    """One that drops what nobody reads any more says so in its first line."""
    for path in sorted((ROOT / "infra/migrations").glob("*.sql")):
        text = path.read_text()
        if int(path.name[:4]) > BEFORE_THE_FIRST_RELEASE and TAKES_AWAY.search(text):
            assert text.startswith("-- Nobody reads this any more: "), path.name


SIZED = "tests.availability.properties.sizes import"


def test_every_test_that_has_a_whole_size_is_run_whole_by_make_prove():
    sized = {relative(path) for path in (ROOT / "tests").rglob("test_*.py") if SIZED in path.read_text()}
    proofs = {relative(path) for path in (ROOT / "tests").rglob("test_*.py") if "pytest.mark.proof" in path.read_text()}
    assert proofs - {relative(Path(__file__))} == sized - {relative(Path(__file__))}
    assert len(proofs) > 1


def test_no_command_that_starts_our_servers_lets_grpc_speak_of_its_forks():
    commands = dict(re.findall(r"^([a-z]+): .*\n((?:\t.*\n)+)", (ROOT / "Makefile").read_text(), re.MULTILINE))
    quiet = "GRPC_ENABLE_FORK_SUPPORT"
    assert quiet in commands["run"]
    assert quiet in commands["bench"]
    for tested in ("test", "coverage", "prove"):
        assert "infra.local.testing" in commands[tested]
    assert quiet in (ROOT / "infra/local/testing.py").read_text()
