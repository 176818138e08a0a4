"""The phone in the whole local system: the real function behind the front door, asked by many and killed."""

from collections import Counter
from uuid import uuid4

import pytest
import requests

from tests.phone_house import GUEST
from tests.spa_house import at_once

CLIENTS = 50
PATIENCE = 60


class Atlas:
    """The voice agent's platform, as it calls us."""

    def __init__(self, stack):
        self._url = stack.facts["hooks"]["atlas_actions"]
        self._headers = {"Authorization": f"Bearer {stack.facts['secrets']['atlas']}"}

    def act(self, action, call="", **parameters):
        call = call or str(uuid4())
        body = {"callId": call, "campaignId": "spring", "customerPhoneNumber": call, "parameters": parameters}
        answer = requests.post(f"{self._url}/{action}", json=body, headers=self._headers, timeout=PATIENCE)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def slot(self, number):
        """Return one of the next free times at the nail station, of which there is one."""
        slots = self.act("check_availability", treatment="manicure", when="", limit=20)["slots"]
        return slots[number * 4]["slot"]


@pytest.fixture
def atlas(stack):
    return Atlas(stack)


def test_a_secret_that_is_not_ours_is_refused(stack):
    url = f"{stack.facts['hooks']['atlas_actions']}/check_availability"
    answer = requests.post(url, json={}, headers={"Authorization": "Bearer guess"}, timeout=PATIENCE)
    assert (answer.status_code, answer.json()["code"]) == (401, "NOT_AUTHENTICATED")


def test_a_caller_holds_a_place_and_pays_on_our_own_page(atlas):
    held = atlas.act("book_appointment", slot=atlas.slot(0), **GUEST)
    assert held["ok"], held
    assert requests.get(held["payment_url"], timeout=PATIENCE).status_code == 200


def test_fifty_callers_after_one_place_hold_it_once(atlas):
    slot = atlas.slot(1)
    answers = at_once(CLIENTS, lambda _: atlas.act("book_appointment", slot=slot, **GUEST))
    assert Counter(answer["ok"] for answer in answers) == {True: 1, False: CLIENTS - 1}
    assert {answer["code"] for answer in answers if not answer["ok"]} == {"SLOT_TAKEN"}


def test_an_action_is_told_alike_by_the_function_that_is_started_after_a_crash(stack, atlas):
    slot = atlas.slot(2)
    first = atlas.act("book_appointment", "call-before-and-after", slot=slot, **GUEST)
    stack.functions.kill("hook_atlas")
    assert first["ok"], first
    assert atlas.act("book_appointment", "call-before-and-after", slot=slot, **GUEST) == first
