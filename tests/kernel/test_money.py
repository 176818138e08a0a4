import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared_lib.kernel.money import allocate, say_cents, share

CENTS = st.integers(0, 10_000_000)


@pytest.mark.parametrize(
    ("cents", "said"), [(0, "$0.00"), (5, "$0.05"), (18_000, "$180.00"), (118_050, "$1,180.50"), (-500, "-$5.00")]
)
def test_cents_are_said_as_people_read_them(cents, said):
    assert say_cents(cents) == said


@pytest.mark.parametrize(
    ("cents", "rate", "expected"),
    [
        (18_000, 4_500, 810),
        (18_000, 8_875, 1_598),  # 1,597.5: half a cent goes up
        (1, 4_500, 0),
        (24_000, 100_000, 24_000),
        (24_000, 0, 0),
    ],
)
def test_a_share_is_rounded_half_up(cents, rate, expected):
    assert share(cents, rate) == expected


@given(CENTS, st.integers(0, 100_000))
def test_a_share_is_never_half_a_cent_off(cents, rate):
    assert abs(share(cents, rate) * 100_000 - cents * rate) * 2 <= 100_000


@given(CENTS, st.lists(st.integers(0, 100_000), min_size=1, max_size=8).filter(any))
def test_a_split_adds_up_and_nobody_is_a_cent_off(cents, weights):
    parts = allocate(cents, weights)
    assert sum(parts) == cents
    total = sum(weights)
    assert all(abs(part * total - cents * weight) < total for part, weight in zip(parts, weights, strict=True))


def test_a_split_over_nothing_is_nothing():
    assert allocate(100, [0, 0]) == (0, 0)
    assert allocate(100, []) == ()
