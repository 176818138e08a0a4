"""For how many it is, said before the treatment, after it, or once more; too many is no dead end."""
# ruff: noqa: RUF001 -- four of the languages have other letters

import pytest

from tests.agent.dialogue.house import Guest, House


def guests(guest):
    return len({item.guest for item in guest.state.items})


def test_for_how_many_it_is_outlasts_the_question_for_the_treatment():
    guest = Guest(House())
    guest.says("two of us on friday")
    assert "for 2" in guest.says("deep tissue massage")
    assert guests(guest) == 2


@pytest.mark.parametrize(
    ("said", "many"), [("just me", 1), ("three of us", 3), ("just the two of us then", 2), ("somos tres", 3)]
)
def test_more_or_fewer_guests_are_heard_after_the_treatment(said, many):
    guest = Guest(House())
    guest.says("deep tissue massage friday 1pm", "for two", said)
    assert guests(guest) == many


def test_guests_are_counted_anew_when_one_of_them_has_nothing_left():
    guest = Guest(House())
    guest.says("swedish massage for me and a manicure for my wife friday 1pm", "without the swedish massage")
    assert [item.guest for item in guest.state.items] == [1]
    guest = Guest(House())
    guest.says(
        "deep tissue massage thursday 1pm", "yes", "Ann Lee", "masaje para dos mañana 15h, pedicure next Wednesday"
    )
    assert {item.guest for item in guest.state.items} == {1, 2}


def test_nothing_is_taken_from_a_paid_visit_by_going_back():
    guest = Guest(House())
    guest.says("deep tissue massage friday 1pm", "yes", "Ann Lee", "ann@example.com")
    guest.house.pay(guest.booking)
    guest.says("move it to thursday", "go back", "go back")
    assert guest.state.items
    assert guest.chooses("anyone")


def test_what_only_one_of_them_wishes_lets_nobody_go():
    guest = Guest(House())
    guest.says("deep tissue massage for two friday 1pm", "one of us prefers Lena")
    assert guests(guest) == 2


def test_too_many_guests_are_no_dead_end_and_fewer_are_not_booked_for_them():
    guest = Guest(House())
    assert "front desk" in guest.says("deep tissue massage for 9 people friday 1pm")
    guest.says("4242 4242 4242 4242", "yes")
    assert guest.state.offered == ()
    assert "Anna and David" in guest.says("two of us then", "deep tissue massage")


@pytest.mark.parametrize("said", ["I would like a massage please", "quiero un masaje", "хочу массаж"])
def test_a_wish_for_any_massage_is_no_yes_to_the_time_that_was_proposed(said):
    guest = Guest(House())
    guest.says("deep tissue massage friday 3pm", said)
    assert guest.house.kept == {}
    guest.says("yes")
    assert len(guest.house.kept) == 1


def by_guest(guest):
    return sorted((item.treatment, item.guest) for item in guest.state.items)


@pytest.mark.parametrize(
    ("said", "wished"),
    [
        ("my three friends and I: two of us swedish, two of us pedicure, tomorrow 2pm", "swedish-massage pedicure"),
        ("two beard trims and two manicures tomorrow at 2", "beard-trim-shape manicure"),
        ("somos cuatro: dos quieren manicura y dos corte, mañana a las 14:00", "manicure executive-cut"),
    ],
)
def test_what_does_not_fit_side_by_side_is_offered_two_by_two(said, wished):
    guest = Guest(House())
    assert "one after the other" in guest.says(said) or guest.state.lang == "es"
    first, second = wished.split()
    assert by_guest(guest) == sorted([(first, 1), (first, 1), (second, 2), (second, 2)])
    guest.chooses(next(iter(guest.buttons)))
    assert len(guest.house.living) == 1


@pytest.mark.parametrize(
    "said",
    [
        "we are 3 girls, 2 want a manicure and one a haircut, tomorrow at 2pm",
        "two of us want a manicure and one a haircut, tomorrow 2pm",
        "нас трое: двое на маникюр и один на стрижку завтра в 14:00",
        "нас троє: двоє на манікюр і один на стрижку завтра о 14:00",
        "שלושה אנשים: שניים מניקור ואחד תספורת מחר ב-14:00",
    ],
)
def test_so_many_want_one_thing_and_so_many_another(said):
    guest = Guest(House())
    guest.says(said)
    assert sorted(item.treatment for item in guest.state.items) == ["executive-cut", "manicure", "manicure"]


@pytest.mark.parametrize("said", ["four manicures tomorrow 2pm", "one manicure and one pedicure tomorrow 2pm"])
def test_more_than_two_by_two_is_for_the_desk_and_one_each_is_for_one(said):
    guest = Guest(House())
    guest.says(said)
    assert len(guest.state.items) in {0, 2}
    assert {item.guest for item in guest.state.items} <= {1}


@pytest.mark.parametrize(
    "asks",
    [
        "a couple massage and then a facial for me tomorrow at 3",
        "un masaje en pareja y después un facial para mí mañana a las 15",
        "парный массаж, а потом уход за лицом для меня завтра в 15",
        "עיסוי זוגי ואחר כך טיפול פנים בשבילי מחר ב-3",
    ],
)
def test_a_couple_s_massage_is_the_speaker_s_too(asks):
    guest = Guest(House())
    guest.says(asks)
    couple, facial = guest.state.items
    assert couple.treatment == "couples-massage"
    assert facial.guest == couple.guest


@pytest.mark.parametrize(
    ("says", "come"),
    [
        ("I was at yours with my brother in the spring. An executive cut tomorrow at 1 please", 1),
        ("we came here last year with my mother, a manicure tomorrow at 2 please", 1),
        ("I was wondering if I can come with my sister for a facial tomorrow at 2", 2),
    ],
)
def test_who_came_along_once_is_no_guest_of_today(says, come):
    guest = Guest(House())
    guest.says(says)
    assert guests(guest) == come
