"""What a stand-in may be told to do wrong."""

import pytest

from infra.local.stand_ins.faults import Faults


def test_shares_and_a_delay_are_taken():
    assert Faults.read({"error_rate": 1, "latency_ms": 500, "drop_rate": 0}) == Faults(error_rate=1, latency_ms=500)


@pytest.mark.parametrize(
    "told",
    [
        {"error_rate": 5},
        {"error_rate": -0.1},
        {"drop_rate": 1.1},
        {"drop_rate": "nan"},
        {"latency_ms": -1},
        {"rate": 1},
    ],
)
def test_what_can_not_be_is_refused(told):
    with pytest.raises(ValueError, match=r"unknown fault|must lie between"):
        Faults.read(told)
