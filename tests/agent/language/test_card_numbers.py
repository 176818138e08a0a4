"""Card numbers are recognised however they are typed or spelt, and nothing else is taken for one."""

import pytest

from shared_lib.agent.language.card_numbers import MASK, holds_card, without_card

ONES = 15  # after a four: the test number of every card processor


@pytest.mark.parametrize(
    "typed",
    [
        "4111 1111 1111 1111",
        "4111x1111x1111x1111",
        "my card: 4111 a 1111 b 1111 c 1111",
        "four " + "one " * ONES + "please",
        "four, double one, " + "one, " * (ONES - 2),
        "cuatro " + "uno " * ONES,
        "четыре " + "один " * ONES,
        "чотири " + "один " * ONES,
        "ארבע " + "אחת " * ONES,
        "forty-one " + "eleven " * 7,
        "cuarenta y dos " * 8,
        "сорок два " * 8,
        "4 2 four 2 4 two 4 2 4 2 4 2 4 2 4 2",
        "4111, 1111, 1111, 1111",
        "4111/1111/1111/1111",
        "4111\n1111\n1111\n1111",
        "4111\u200b1111\u200b1111\u200b1111",
        "4111\u202f1111\u202f1111\u202f1111",
        "4111 then 1111 then 1111 then 1111",
        "first half 4111 1111, second half 1111 1111",
        "4,1," + "1," * (ONES - 1),
        "4\ufe0f\u20e3" + "1\ufe0f\u20e3" * ONES,
        "4111 1111 1111 1112",
        "it begins with 4111 1111",
    ],
)
def test_a_card_number_is_never_kept(typed):
    kept = without_card(typed)
    assert holds_card(typed)
    assert MASK in kept
    assert not holds_card(kept)


@pytest.mark.parametrize(
    "typed",
    [
        "11am 12pm 1pm 2pm 3pm 4pm 5pm 6pm",
        "two one two five five five zero one eight five",
        "one or two, three or four, five, six or seven of us, at eight or nine",
        "4111111111111112",
        "2026-11-27 2026-11-28 2026-11-29 2026-11-30",
        "+65 9123 4567, or +44 7911 123456 on 11/27/2026 at 3:00",
        "cuarenta y dos, y cuarenta y dos más",
        "four " + "one " * (ONES - 1) + "two",
    ],
)
def test_other_figures_stay(typed):
    assert without_card(typed) == typed
