"""What somebody is called, of a name as people write it."""

import pytest

from shared_lib.kernel.personal_name import called


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Daniel Example", "Daniel"),
        ("Mrs. Eleanor Example-Hale", "Eleanor"),
        ("Dr. Example", "Example"),
        ("Example, Tom", "Tom"),
        ("Mx", "Mx"),
        ("J", "J"),
        ("пані Олена Приклад", "Олена"),
        ("", ""),
    ],
)
def test_a_guest_is_called_by_the_first_name(name, said):
    assert called(name) == said
