"""The gcloud commands of a deployment, word by word."""

import runpy
from pathlib import Path

import pytest
import yaml

from infra.deploy import commands
from infra.deploy.catalogue import read_catalogue
from infra.deploy.target import DeployTarget
from infra.local.cloud_sdk import jar

CATALOGUE = read_catalogue()
PLACE = DeployTarget("demo", "42", "us-east1")
PAY, CHAT_NEWS, RELAY = (CATALOGUE.named([name])[0] for name in ("page_pay", "on_booking_chat", "job_relay_outbox"))


def deploy(function, *, new=False, told=None, secrets=None):
    return commands.deploy(function, PLACE, told=told or {"A": "1"}, secrets=secrets or {}, new=new)


def test_a_function_is_built_from_the_root_with_its_own_file_and_entry_point():
    words = deploy(PAY)
    assert words[:3] == ["run", "deploy", "page-pay"]
    assert {"--source=.", "--function=page_pay", "--base-image=python311"} <= set(words)
    assert "--set-build-env-vars=GOOGLE_FUNCTION_SOURCE=functions/page_pay/main.py" in words


def test_a_new_revision_gets_no_traffic_before_it_was_asked():
    assert {"--no-traffic", "--tag=candidate"} <= set(deploy(PAY))
    assert "--to-tags=candidate=100" in commands.shift(PAY, PLACE)


def test_the_first_revision_of_a_service_can_not_be_kept_from_traffic():
    assert "--no-traffic" not in deploy(PAY, new=True)


def test_guests_come_through_the_balancer_only():
    assert {"--allow-unauthenticated", "--ingress=internal-and-cloud-load-balancing"} <= set(deploy(PAY))
    assert commands.grants(PAY, PLACE) == []


@pytest.mark.parametrize(("function", "caller"), [(CHAT_NEWS, "pubsub-push"), (RELAY, "scheduler")])
def test_events_and_jobs_are_called_from_inside_by_their_caller_alone(function, caller):
    assert {"--no-allow-unauthenticated", "--ingress=internal"} <= set(deploy(function))
    members = [words[-2] for words in commands.grants(function, PLACE)]
    accounts = [f"{name}@demo.iam.gserviceaccount.com" for name in (caller, "smoke-test")]
    assert members == [f"--member=serviceAccount:{account}" for account in accounts]


def test_each_function_has_an_identity_of_its_own():
    assert "--service-account=page-pay@demo.iam.gserviceaccount.com" in deploy(PAY)


def test_values_with_commas_stay_whole():
    assert "--set-env-vars=^|^A=1,2|B=3" in deploy(PAY, told={"A": "1,2", "B": "3"})
    assert "--set-secrets=^|^/keys=signing-keys:7" in deploy(PAY, secrets={"/keys": "signing-keys:7"})


def test_a_value_that_would_be_cut_is_refused_without_being_told():
    with pytest.raises(ValueError, match=r"no value may contain \|: A$"):
        deploy(PAY, told={"A": "1|2"})


def test_a_function_without_secrets_loses_those_that_it_had():
    assert "--clear-secrets" in deploy(PAY)


BUILD = yaml.safe_load((Path(__file__).parents[2] / "cloudbuild.yaml").read_text())
EVERY_KIND = [
    *(step["args"][1:] for step in BUILD["steps"] if step["args"][0] == "gcloud"),
    deploy(PAY, secrets={"A": "a:1"}),
    deploy(RELAY),
    *commands.grants(RELAY, PLACE),
    commands.smoke([PAY, RELAY], PLACE),
    commands.shift(PAY, PLACE),
    commands.services(PLACE),
    commands.newest_version("stripe-api-key", PLACE),
    commands.project_number("demo"),
]


@pytest.fixture(scope="module")
def gcloud():
    """All commands of the gcloud on this machine, with their flags."""
    file = jar("firestore").parents[2] / "data/cli/gcloud_completions.py"
    return runpy.run_path(str(file))["STATIC_COMPLETION_CLI_TREE"]


@pytest.mark.parametrize("words", EVERY_KIND, ids=lambda words: " ".join(words[:3]))
def test_gcloud_knows_every_flag(words, gcloud):
    known = gcloud
    for word in words:
        known = known["commands"].get(word, known)
    everywhere = set(gcloud["flags"]) | {"--format", "--quiet", "--project"}
    asked = {word.partition("=")[0].replace("--no-allow", "--allow") for word in words if word.startswith("--")}
    assert asked <= everywhere | set(known["flags"])
