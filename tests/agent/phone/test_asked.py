"""By what a repeated action is recognised."""

from shared_lib.agent.phone.action_calls import Call

CALL = Call("book_appointment", "call-1", "spring", "+1 555", {"slot": "s", "name": "n"})


def test_the_order_of_parameters_and_who_calls_change_nothing():
    assert Call("book_appointment", "call-1", "autumn", "", {"name": "n", "slot": "s"}).key == CALL.key


def test_another_call_action_or_parameter_is_another_action():
    others = [
        Call("book_appointment", "call-2", "spring", "+1 555", CALL.parameters),
        Call("reschedule", "call-1", "spring", "+1 555", CALL.parameters),
        Call("book_appointment", "call-1", "spring", "+1 555", {"slot": "s", "name": "m"}),
        Call("book_appointment", "call-1", "spring", "+1 555", {"slot": "s", "name": "n", "notes": ""}),
    ]
    assert len({CALL.key, *(other.key for other in others)}) == 5
