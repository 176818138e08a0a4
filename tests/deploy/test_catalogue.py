"""infra/functions.yaml: what it must hold, and what is refused in it."""

import copy

import pytest
import yaml

from infra.deploy.catalogue import LIST, CatalogueInvalid, Trigger, read_catalogue

CATALOGUE = read_catalogue()
each_function = pytest.mark.parametrize("function", CATALOGUE.functions, ids=lambda function: function.name)


def test_all_functions_together_stay_below_the_databases_limit():
    assert sum(function.most_connections for function in CATALOGUE.functions) <= CATALOGUE.connections


@each_function
def test_more_than_one_request_at_a_time_needs_a_whole_cpu(function):
    assert function.concurrency == 1 or function.cpu >= 1


@each_function
def test_an_instance_has_no_more_connections_than_threads_but_one(function):
    assert 1 <= function.connections <= function.concurrency + 1


def test_an_offer_has_a_connection_for_the_one_who_waits_and_one_for_the_place():
    """The entry stays locked on the first one, while the target is held on the second: with one both wait for ever."""
    [job] = [function for function in CATALOGUE.functions if function.name == "job_offer_waitlist"]
    assert job.connections >= 2


@each_function
def test_there_are_never_fewer_instances_allowed_than_kept(function):
    assert 0 <= function.min_instances <= function.max_instances


@each_function
def test_the_name_says_the_trigger(function):
    prefixes = {Trigger.HTTP: ("api_", "hook_", "page_"), Trigger.EVENTS: ("on_",), Trigger.JOB: ("job_",)}
    prefixes[Trigger.TASK] = ("task_",)
    assert function.name.startswith(prefixes[function.trigger])


@each_function
def test_pubsub_waits_longer_for_an_answer_than_the_function_may_take(function):
    if function.trigger is Trigger.EVENTS:
        assert function.timeout < CATALOGUE.delivery.ack_deadline


def test_pubsub_keeps_to_what_the_service_allows():
    delivery = CATALOGUE.delivery
    assert 10 <= delivery.ack_deadline <= 600
    assert 0 <= delivery.shortest_pause <= delivery.longest_pause <= 600
    assert 5 <= delivery.attempts <= 100


BAD = [
    ({"events": "booking-events"}, "hook_stripe needs one trigger of http, events, job, task"),
    ({"http": None}, "hook_stripe needs one trigger of http, events, job, task"),
    ({"memorie": "1Gi"}, "hook_stripe has memorie, which means nothing"),
    ({"settings": None}, "hook_stripe lacks settings"),
    ({"probe": None}, "hook_stripe lacks probe"),
]


@pytest.mark.parametrize(("change", "sentence"), BAD)
def test_an_entry_that_can_not_work_is_refused_in_a_sentence(tmp_path, change, sentence):
    listed = copy.deepcopy(yaml.safe_load(LIST.read_text()))
    entry = listed["functions"]["hook_stripe"] | change
    listed["functions"]["hook_stripe"] = {field: value for field, value in entry.items() if value is not None}
    (tmp_path / "functions.yaml").write_text(yaml.safe_dump(listed))
    with pytest.raises(CatalogueInvalid) as refused:
        read_catalogue(tmp_path / "functions.yaml")
    assert refused.value.problems == [f"functions.yaml: {sentence}"]


def test_a_list_without_its_parts_is_refused(tmp_path):
    (tmp_path / "functions.yaml").write_text("functions: {}")
    with pytest.raises(CatalogueInvalid, match="needs exactly connections, defaults"):
        read_catalogue(tmp_path / "functions.yaml")


def test_functions_are_found_by_name_in_the_order_of_the_list():
    found = CATALOGUE.named(["page_pay", "api_chat"])
    assert [function.name for function in found] == ["api_chat", "page_pay"]
    assert CATALOGUE.named([]) == CATALOGUE.functions


def test_a_name_that_is_not_listed_is_told():
    with pytest.raises(CatalogueInvalid, match=r"page_pray is not in functions\.yaml"):
        CATALOGUE.named(["page_pay", "page_pray"])
