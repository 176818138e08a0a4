"""The words of another spa's price book are understood as well as the demo's."""

from datetime import datetime

from shared_lib.agent.language import Term, Vocabulary, understand

NOW = datetime(2026, 11, 25, 10, 0)  # noqa: DTZ001 -- the spa's wall clock
OTHER = Vocabulary(
    treatments=(
        Term("Thai Massage", "Massages"),
        Term("Lomi Lomi Massage", "Massages", aliases=("hawaiian",)),
        Term("Mud Bath", "Baths"),
    ),
    technicians=("Oksana",),
    add_ons=(Term("Ginger Tea"),),
)


def test_the_price_book_in_force_is_what_counts():
    meaning = understand("a thai massage with Oksana and ginger tea", now=NOW, vocabulary=OTHER)
    assert meaning.treatments == ("Thai Massage",)
    assert meaning.technician == "Oksana"
    assert meaning.add_ons == ("Ginger Tea",)


def test_a_nickname_of_the_price_book_is_a_name():
    assert understand("the hawaiian one", now=NOW, vocabulary=OTHER).treatments == ("Lomi Lomi Massage",)


def test_what_several_treatments_share_is_asked_back():
    assert understand("a massage", now=NOW, vocabulary=OTHER).treatments == ("Thai Massage", "Lomi Lomi Massage")


def test_a_tab_of_the_price_book_names_all_that_is_in_it():
    assert understand("something from the baths", now=NOW, vocabulary=OTHER).treatments == ("Mud Bath",)


def test_no_price_book_has_no_treatments():
    assert understand("a massage", now=NOW, vocabulary=Vocabulary()).treatments == ()


def test_a_slip_in_a_name_is_forgiven_after_with():
    assert understand("thai with oksanna", now=NOW, vocabulary=OTHER).technician == "Oksana"


def test_what_is_refused_is_not_wished_for():
    meaning = understand("not the mud bath, a thai massage without ginger tea", now=NOW, vocabulary=OTHER)
    assert meaning.treatments == ("Thai Massage",)
    assert meaning.add_ons == ()


def test_whoever_is_refused_is_named_as_such():
    meaning = understand("I don't want Oksana", now=NOW, vocabulary=OTHER)
    assert meaning.technician is None
    assert meaning.not_technicians == ("Oksana",)


def test_a_no_before_a_treatment_may_correct_one_said_before():
    assert understand("no thai massage", now=NOW, vocabulary=OTHER).treatments == ("Thai Massage",)


def test_the_country_of_a_phone_may_be_spoken():
    spoken = "plus four four two zero seven nine four six zero nine five eight"
    assert understand(spoken, now=NOW).phone == "+442079460958"
