"""What a deployed function is told, and what it is told to insist on."""

import pytest

from infra.deploy.catalogue import read_catalogue
from infra.deploy.functions import PRODUCTION
from infra.deploy.settings import (
    SettingsMissing,
    caller_settings,
    environment,
    equipped,
    read_settings,
    secret_mounts,
    secret_names,
)
from infra.deploy.target import DeployTarget
from shared_lib.config import SettingRefused, Settings

CATALOGUE = read_catalogue()
PLACE = DeployTarget("demo", "42", "us-east1")
SETTINGS = {name: value or "word" for name, value in read_settings(PRODUCTION, PLACE).items()}
[PAY] = CATALOGUE.named(["page_pay"])
VERSIONS = {secret.name: "7" for secret in CATALOGUE.secrets.values()}


def test_a_function_finds_the_root_and_has_as_many_threads_as_requests():
    told = environment(PAY, CATALOGUE, SETTINGS)
    assert told["PYTHONPATH"] == "/workspace"
    assert told["THREADS"] == str(PAY.concurrency)
    assert told["DATABASE_POOL_MAX"] == str(PAY.connections)
    assert told["SETTINGS_REQUIRED"].split(",") == list(PAY.settings)


def test_secrets_are_no_part_of_the_environment_but_where_their_files_are():
    told = environment(PAY, CATALOGUE, SETTINGS)
    assert told["SIGNING_KEY_FILE"] == "/secrets/signing/keys"
    assert told.keys().isdisjoint({"DATABASE_URL", "STRIPE_API_KEY", "DATA_KEY_WRAPPED"})


def test_secrets_are_given_by_pinned_version_as_variables_or_files():
    mounts = secret_mounts(PAY, CATALOGUE, VERSIONS)
    assert mounts["STRIPE_API_KEY"] == "stripe-api-key:7"
    assert mounts["/secrets/signing/keys"] == "signing-keys:7"
    assert "STRIPE_WEBHOOK_SECRET" not in mounts


def test_the_secrets_of_several_functions_are_named_once():
    functions = CATALOGUE.named(["job_publish_prices", "hook_sheets"])
    assert secret_names(functions, CATALOGUE) == ["data-key-wrapped", "database-url", "sheets-webhook-secret"]


@pytest.mark.parametrize("function", CATALOGUE.functions, ids=lambda function: function.name)
def test_what_a_function_is_told_is_what_its_settings_need(function):
    mounts = secret_mounts(function, CATALOGUE, VERSIONS)
    settings = SETTINGS | caller_settings(function, PLACE)
    told = environment(function, CATALOGUE, settings) | {name: "secret" for name in mounts if name.isupper()}
    settings = Settings.read(told)
    assert settings.database_pool_max == function.connections
    assert settings.forwarded_hops == 2


def test_a_setting_that_is_not_filled_in_keeps_the_function_from_being_deployed():
    with pytest.raises(SettingsMissing, match=r"page_pay needs PUBLIC_URL, DATA_KEY_KMS, which the settings lack"):
        environment(PAY, CATALOGUE, SETTINGS | {"PUBLIC_URL": "", "DATA_KEY_KMS": ""})


def test_a_deployment_without_sms_is_told_nothing_of_it_and_needs_no_secret_for_it():
    [mails] = CATALOGUE.named(["on_booking_email"])
    without = equipped(mails, CATALOGUE, SETTINGS | {"SMS_ACCOUNT": ""})
    assert not [name for name in without.settings if name.startswith("SMS_")]
    assert "sms-token" not in secret_names((without,), CATALOGUE)
    assert {"SMS_ACCOUNT", "SMS_TOKEN", "SMS_SENDER"} <= set(equipped(mails, CATALOGUE, SETTINGS).settings)


def test_half_an_sms_keeps_the_function_from_being_deployed():
    [mails] = CATALOGUE.named(["on_booking_email"])
    half = SETTINGS | {"SMS_SENDER": ""}
    with pytest.raises(SettingsMissing, match="on_booking_email needs SMS_SENDER"):
        environment(equipped(mails, CATALOGUE, half), CATALOGUE, half | caller_settings(mails, PLACE))


def test_the_place_is_filled_into_the_settings(tmp_path):
    (tmp_path / "here.yaml").write_text("KEY: projects/{project}/locations/{region}\nHOPS: 2\n")
    expected = {"PROJECT": "demo", "KEY": "projects/demo/locations/us-east1", "HOPS": "2"}
    assert read_settings(tmp_path / "here.yaml", PLACE) == expected


def test_the_settings_of_production_name_everything_that_is_no_secret():
    needed = {name for function in CATALOGUE.functions for name in function.settings} - set(CATALOGUE.secrets)
    of_the_place = {name for function in CATALOGUE.functions for name in caller_settings(function, PLACE)}
    assert needed - of_the_place <= set(SETTINGS)


def test_a_consumer_of_events_knows_who_its_subscription_signs_as_and_for_whom():
    [mails] = CATALOGUE.named(["on_booking_email"])
    told = caller_settings(mails, PLACE)
    assert told["PUSH_ACCOUNT"] == "pubsub-push@demo.iam.gserviceaccount.com"
    assert told["PUSH_AUDIENCE"] == "https://on-booking-email-42.us-east1.run.app"
    assert "PUSH_ACCOUNT" not in caller_settings(PAY, PLACE)


def test_a_task_is_brought_to_the_function_that_it_names_as_the_account_that_it_expects():
    [mails, follower] = CATALOGUE.named(["on_booking_email", "task_send_email"])
    told = caller_settings(follower, PLACE)
    asked = caller_settings(mails, PLACE)
    assert asked["TASKS_TARGET"].format(service=follower.service) == f"{told['TASKS_AUDIENCE']}/"
    assert asked["TASKS_ACCOUNT"] == told["TASKS_ACCOUNT"] == "task-queue@demo.iam.gserviceaccount.com"


SECRET_PUSH = {"PROJECT": "demo", "SPA_ID": "new-york", "PUSH_SECRET": "a secret"}


@pytest.mark.parametrize(
    "place",
    [
        {"PUBLIC_URL": "https://coresync.life"},
        {"PUBLIC_URL": "http://10.0.0.7:8080"},
        {"PUBLIC_URL": "http://127.0.0.1.example.com"},
        {"PUBLIC_URL": "http://localhost:8080", "K_SERVICE": "on-booking-email"},
    ],
)
def test_no_deployed_function_starts_with_the_secret_that_stands_for_pub_subs_signature(place):
    with pytest.raises(SettingRefused):
        Settings.read(SECRET_PUSH | place)


def test_on_one_machine_a_secret_stands_for_pub_subs_signature():
    assert Settings.read(SECRET_PUSH | {"PUBLIC_URL": "http://127.0.0.1:8080"}).push_secret == "a secret"
