"""A deployment from its first command to its last, with a gcloud that only remembers."""

import pytest
import yaml

from infra.deploy import functions
from infra.deploy.functions import PRODUCTION, main
from infra.deploy.gcloud import Gcloud, GcloudFailed

PAIR = ["page_pay", "job_relay_outbox"]
PLACE = ["--project", "demo", "--project-number", "42", "--region", "us-east1"]


class RememberingGcloud(Gcloud):
    """Answers like a project in which the functions of `there` are deployed; refuses commands of `broken`."""

    def __init__(self, *, there="", broken="nothing", dry_run=False):
        self.told: list[str] = []
        self.done: list[str] = []
        self.answers = {"run services list": there, "secrets versions describe": "projects/42/secrets/any/versions/7\n"}
        self.broken = broken
        super().__init__(dry_run=dry_run, say=self.told.append)

    def _run(self, words):
        self.done.append(" ".join(words))
        if self.done[-1].startswith(self.broken):
            raise GcloudFailed("it broke")
        return self.answers.get(" ".join(words[:3]), "")

    def order(self):
        """The changes as they were made, by their verbs and what they were made to."""
        return [" ".join(line.split()[1:4]) for line in self.done if line.startswith("run") and "list" not in line]


@pytest.fixture
def settings(tmp_path):
    filled = {name: value or "word" for name, value in yaml.safe_load(PRODUCTION.read_text()).items()}
    (tmp_path / "settings.yaml").write_text(yaml.safe_dump(filled))
    return ["--settings", str(tmp_path / "settings.yaml")]


@pytest.fixture(autouse=True)
def one_build_at_a_time(monkeypatch):
    monkeypatch.setattr(functions, "AT_ONCE", 1)


def test_all_are_built_then_opened_then_asked_and_then_given_their_traffic(settings):
    gcloud = RememberingGcloud(there="page-pay\njob-relay-outbox")
    assert main([*PLACE, *settings, *PAIR], gcloud=gcloud) == 0
    assert gcloud.order() == [
        "deploy job-relay-outbox --project=demo",
        "deploy page-pay --project=demo",
        "services add-iam-policy-binding job-relay-outbox",
        "services add-iam-policy-binding job-relay-outbox",
        "jobs execute smoke-test",
        "services update-traffic job-relay-outbox",
        "services update-traffic page-pay",
    ]


def test_secrets_are_pinned_to_their_newest_version(settings):
    gcloud = RememberingGcloud()
    main([*PLACE, *settings, "page_pay"], gcloud=gcloud)
    [deployed] = [line for line in gcloud.done if line.startswith("run deploy")]
    assert "STRIPE_API_KEY=stripe-api-key:7" in deployed


def test_only_what_is_there_already_can_be_kept_from_traffic(settings):
    gcloud = RememberingGcloud(there="page-pay")
    main([*PLACE, *settings, *PAIR], gcloud=gcloud)
    withheld = {line.split()[2]: "--no-traffic" in line for line in gcloud.done if line.startswith("run deploy")}
    assert withheld == {"page-pay": True, "job-relay-outbox": False}


@pytest.mark.parametrize("broken", ["run deploy page-pay", "run services add-iam", "run jobs execute"])
def test_what_fails_leaves_the_traffic_where_it_was(settings, broken, capsys):
    gcloud = RememberingGcloud(broken=broken)
    assert main([*PLACE, *settings, *PAIR], gcloud=gcloud) == 1
    assert capsys.readouterr().err == "it broke\n"
    assert not any("update-traffic" in line for line in gcloud.done)


def test_a_dry_run_tells_every_command_and_runs_none(settings):
    gcloud = RememberingGcloud(dry_run=True)
    assert main([*PLACE, *settings, "page_pay"], gcloud=gcloud) == 0
    assert gcloud.done == []
    assert [line.split()[1:3] for line in gcloud.told] == [["run", "deploy"], ["run", "jobs"], ["run", "services"]]


def test_a_dry_run_needs_neither_a_cloud_nor_settings():
    gcloud = RememberingGcloud(dry_run=True)
    assert main(["--project", "demo", "--region", "us-east1", "hook_sheets"], gcloud=gcloud) == 0
    assert gcloud.done == []
    assert "PRICE_BOOK_ID=<PRICE_BOOK_ID>" in gcloud.told[0]


def test_the_projects_number_is_asked_where_it_is_not_given(settings):
    gcloud = RememberingGcloud()
    gcloud.answers["projects describe demo"] = "4711\n"
    main(["--project", "demo", "--region", "us-east1", *settings, "page_pay"], gcloud=gcloud)
    assert any("--project-number,4711" in line for line in gcloud.done)


WRONG = [
    (["page_pray"], "page_pray is not in functions.yaml"),
    (["--settings", "/nowhere.yaml"], "No such file or directory: '/nowhere.yaml'"),
]


@pytest.mark.parametrize(("words", "sentence"), WRONG)
def test_what_is_wrong_is_said_before_anything_is_done(words, sentence, capsys):
    gcloud = RememberingGcloud()
    assert main([*PLACE, *words], gcloud=gcloud) == 1
    assert sentence in capsys.readouterr().err
    assert gcloud.done == []


def test_a_function_whose_settings_are_not_filled_in_is_not_deployed(tmp_path, capsys):
    settings = "{SPA_ID: new-york, PUBLIC_URL: https://coresync.life, DATA_KEY_KMS: key, PRICE_BOOK_ID: ''}"
    (tmp_path / "settings.yaml").write_text(settings)
    gcloud = RememberingGcloud()
    assert main([*PLACE, "--settings", str(tmp_path / "settings.yaml"), "hook_sheets"], gcloud=gcloud) == 1
    assert "hook_sheets needs PRICE_BOOK_ID" in capsys.readouterr().err
    assert gcloud.done == []


def test_the_words_are_those_that_a_person_could_type():
    said: list[str] = []
    Gcloud(program="echo", say=said.append).do(["two words", "one"])
    assert said == ["echo 'two words' one"]
    assert Gcloud(program="echo").ask(["hello"]) == "hello"


def test_what_gcloud_said_last_is_passed_on(tmp_path):
    program = tmp_path / "gcloud"
    program.write_text("#!/bin/sh\necho 'ERROR: no such project' >&2\nexit 1\n")
    program.chmod(0o755)
    with pytest.raises(GcloudFailed, match="projects describe demo failed: ERROR: no such project"):
        Gcloud(program=str(program)).ask(["projects", "describe", "demo"])
