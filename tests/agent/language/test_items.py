"""What a sentence of several wishes says: each treatment with its people, its hour and its place in the row."""
# ruff: noqa: RUF001 -- Russian and Ukrainian are written in Cyrillic letters

from datetime import date, datetime

import pytest

from shared_lib.agent.language import understand

NOW = datetime(2026, 12, 1, 10, 0)  # noqa: DTZ001 -- the spa's wall clock, a Tuesday
SHORT = {
    "Executive Cut": "cut",
    "Classic Hot Towel Shave": "shave",
    "Swedish Massage": "Swedish",
    "Deep Tissue Massage": "deep",
    "Couple's Massage": "couple",
}


def heard(say):
    return understand(say, now=NOW)


def row(say):
    """Return the items in short: the treatment, `massage` where any is meant, and whatever is said of it alone."""
    return [" ".join(filter(None, _item(item))) for item in heard(say).items]


def _item(item):
    kind = item.treatments[0].split()[-1].lower() if len(item.treatments) > 1 else item.treatments[0]
    yield "massage" if "Swedish Massage" in item.treatments and len(item.treatments) > 1 else SHORT.get(kind, kind)
    yield f"x{item.guests}" if item.guests > 1 else ""
    yield f"for {item.for_whom}" if item.for_whom else ""
    yield f"with {'+'.join(item.technicians)}" if item.technicians else ""
    yield f"+{'+'.join(item.add_ons)}" if item.add_ons else ""
    yield f"at {item.when.date} {item.when.time:%H:%M}" if item.when else ""
    yield f"({item.order})" if item.order else ""


@pytest.mark.parametrize(
    ("say", "items"),
    [
        ("a trim for my beard and afterwards a manicure", ["Beard Trim & Shape", "Manicure (after)"]),
        ("mani pedi tomorrow", ["Manicure", "Pedicure"]),
        ("I'd take the Swedish, but first a shave", ["shave (before)", "Swedish"]),
        ("a pedicure after the massage", ["massage", "Pedicure (after)"]),
        ("a shave right before my massage", ["shave (before)", "massage"]),
        ("three massages and two pedicures", ["massage x3", "Pedicure x2"]),
        (
            "a deep tissue for my sister and a shave for me, side by side",
            ["deep for sister", "shave for self (together)"],
        ),
        ("my brother and I both want a Swedish", ["Swedish x2"]),
        ("reflexology for two on Friday", ["Reflexology x2"]),
        ("Swedish with essential oils and a pedicure after", ["Swedish +Aromatherapy", "Pedicure (after)"]),
        ("can you add heated stones to the Swedish", ["Swedish +Hot Stone"]),
        ("manicure with Nina and then a haircut with Sam", ["Manicure with Nina", "cut with Sam (after)"]),
        (
            "a shave on Thursday at 4 and a Swedish on Friday at noon",
            ["shave at 2026-12-03 16:00", "Swedish at 2026-12-04 12:00"],
        ),
        ("a massage, best a Swedish", ["Swedish"]),
        ("the couples massage with Lena and David", ["couple with Lena+David"]),
        ("no pedicure after all", []),
        ("un corte y luego una manicura", ["cut", "Manicure (after)"]),
        ("un masaje sueco para mi madre y un afeitado para mí", ["Swedish for mother", "shave for self"]),
        ("dos masajes suecos el viernes", ["Swedish x2"]),
        ("маникюр, а потом стрижка", ["Manicure", "cut (after)"]),
        ("шведский массаж для мамы и бритье для меня", ["Swedish for mother", "shave for self"]),
        ("манікюр, але спочатку стрижка", ["cut (before)", "Manicure"]),
        ("дві стрижки і педикюр", ["cut x2", "Pedicure"]),
        ("מניקור ואחר כך תספורת", ["Manicure", "cut (after)"]),
        ("עיסוי שוודי לאמא וגילוח בשבילי", ["Swedish for mother", "shave for self"]),
    ],
)
def test_each_wish_is_an_item_with_what_is_said_of_it_alone(say, items):
    assert row(say) == items


@pytest.mark.parametrize(
    ("say", "does", "items", "removed"),
    [
        ("also a manicure", "add", ["Manicure"], ()),
        ("and the shave right after", "add", ["shave (after)"], ()),
        ("instead of the shave a manicure", "instead", ["Manicure"], ("Classic Hot Towel Shave",)),
        ("forget the pedicure, rather a manicure", "instead", ["Manicure"], ("Pedicure",)),
        ("please switch the couples massage to a Swedish", "instead", ["Swedish"], ("Couple's Massage",)),
        ("without the oxygen treatment", "", [], ("Oxygen Treatment",)),
        ("cambia la manicura por una pedicura", "instead", ["Pedicure"], ("Manicure",)),
        ("sin aromaterapia", "", [], ("Aromatherapy",)),
        ("вместо маникюра педикюр", "instead", ["Pedicure"], ("Manicure",)),
        ("замість манікюру педикюр", "instead", ["Pedicure"], ("Manicure",)),
        ("במקום מניקור פדיקור", "instead", ["Pedicure"], ("Manicure",)),
    ],
)
def test_what_is_added_put_in_the_place_of_another_or_taken_back(say, does, items, removed):
    meaning = heard(say)
    assert (meaning.asks_item, row(say), meaning.removed) == (does, items, removed)


@pytest.mark.parametrize(
    ("say", "new", "old"),
    [
        ("I'm down for Friday at 6 pm, could we do Saturday at 1 pm", "2026-12-05 13:00", "2026-12-04 18:00"),
        ("my manicure is at 11 today, would 2:30 be possible", "2026-12-01 14:30", "2026-12-01 11:00"),
        ("please move it from Thursday to Friday", "2026-12-04", "2026-12-03"),
        ("cancel tomorrow's facial and give me Friday at 5 instead", "2026-12-04 17:00", "2026-12-02"),
        ("tengo una cita el jueves a las 5, ¿puede ser el viernes a las 6?", "2026-12-04 18:00", "2026-12-03 17:00"),
        ("у меня запись на четверг в 5, можно на пятницу в 6?", "2026-12-04 18:00", "2026-12-03 17:00"),
        ("у мене запис на четвер о 5, можна на п'ятницю о 6?", "2026-12-04 18:00", "2026-12-03 17:00"),
        ("יש לי תור ביום חמישי בחמש, אפשר ביום שישי בשש?", "2026-12-04 18:00", "2026-12-03 17:00"),
    ],
)
def test_the_time_that_is_wished_for_is_not_the_one_that_stands(say, new, old):
    meaning = heard(say)
    assert (_spelt(meaning.when), _spelt(meaning.old_when)) == (new, old)
    assert "move_visit" in meaning.signs
    assert "cancel" not in meaning.intents


def _spelt(when):
    return " ".join(filter(None, (str(when.date or ""), f"{when.time:%H:%M}" if when.time else "")))


@pytest.mark.parametrize(
    ("say", "day"),
    [
        ("we leave on Sunday, a shave on Friday would be lovely", "2026-12-04"),
        ("tomorrow afternoon, I'm in town until Saturday", "2026-12-02"),
        ("me quedo hasta el sábado, mejor el viernes", "2026-12-04"),
        ("я здесь до субботы, лучше в пятницу", "2026-12-04"),
        ("a shave 12-4 at 3 pm", "2026-12-04"),
        ("my neck hurts 8/10, a massage on Friday", "2026-12-04"),
    ],
)
def test_a_stay_and_a_grade_of_pain_are_no_day_of_the_visit(say, day):
    assert str(heard(say).when.date) == day


@pytest.mark.parametrize("say", ["a shave on november 30", "a shave last Monday", "Monday of this week, please"])
def test_a_day_that_has_passed_is_told(say):
    assert heard(say).passed_date == date(2026, 11, 30)


def test_a_day_of_another_year_and_one_that_is_far_ahead_have_not_passed():
    said = ("on november 30 2027", "on march 5", "I was here last Monday, now I'd like Friday")
    assert [heard(say).passed_date for say in said] == [None, None, None]


@pytest.mark.parametrize(
    ("say", "absent"),
    [
        ("Dad can't come after all, I will be there", False),
        ("if Lena can't do it I'd rather have Anna", False),
        ("my sister won't make it, please cancel the whole booking", True),
        ("I can't make it", True),
    ],
)
def test_the_absence_of_others_cancels_nothing(say, absent):
    assert ("cancel" in heard(say).intents) is absent


@pytest.mark.parametrize(
    ("say", "yes"),
    [
        ("ok sure", True),
        ("yes, as soon as my boss agrees", False),
        ("sure, once my wife has confirmed", False),
        ("sí, si mi esposa acepta", False),
        ("да, если жена согласится", False),
        ("так, якщо дружина погодиться", False),
        ("כן, אם אשתי מסכימה", False),
    ],
)
def test_a_yes_that_waits_is_none_yet(say, yes):
    meaning = understand(say, now=NOW, asked="confirm")
    assert ("affirm" in meaning.intents, "waits" in meaning.signs) == (yes, not yes)


@pytest.mark.parametrize(
    ("say", "minutes"),
    [
        ("I'm running late", 0),
        ("we'll be there about 15 minutes late", 15),
        ("llego tarde, unos 10 minutos", 10),
        ("опаздываю на 15 минут", 15),
        ("запізнююся на 15 хвилин", 15),
        ("אני מאחרת בעשר דקות", 10),
        ("be there in 10", 10),
        ("a quarter hour behind", 15),
        ("running 10 late", 10),
        ("10 late, sorry", 10),
        ("be there in half an hour", 30),
        ("llego en 10", 10),
        ("me retraso 20", 20),
        ("сейчас еду, буду минут через 15", 15),
        ("опоздаю на 10", 10),
        ("приеду через полчаса", 30),
        ("вже їду, буду за 20", 20),
        ("запізнюся на 10", 10),
        ("אגיע בעוד 10 דקות", 10),
        ("מתעכבים ב-10", 10),
        ("i'm late for my 10 appointment", 0),
        ("can I be there in 20 minutes?", None),
        ("we'll be there at 10", None),
        ("¿puedo llegar en 20 minutos?", None),
        ("можно прийти через 20 минут?", None),
        ("буду в 10", None),
        ("прийду о 10", None),
        ("אגיע ב-10", None),
        ("what happens if I'm late", None),
        ("a massage late in the afternoon", None),
    ],
)
def test_somebody_is_late_by_so_many_minutes(say, minutes):
    assert heard(say).lateness == minutes


def test_who_shall_do_it_and_who_else_may():
    either = heard("a Swedish with David, or whoever is there")
    assert (either.technicians, either.anyone) == (("David",), True)
    assert heard("a Swedish with Roberto").unknown_technician == "Roberto"
    assert heard("a massage with champagne, with my wife, with oils").unknown_technician is None


@pytest.mark.parametrize(
    ("say", "party"), [("seven spots please", 7), ("four altogether", 4), ("6", 6), ("just me", 1)]
)
def test_how_many_come_where_that_was_asked(say, party):
    assert understand(say, now=NOW, asked="party").party == party


def test_whose_name_it_goes_under():
    assert heard("a facial for my aunt, Clara Voss, on Friday").for_name == "Clara Voss"
    assert heard("it is for Clara Voss, my aunt").for_name == "Clara Voss"
    assert heard("her name is Clara Voss").for_name == "Clara Voss"
    assert [heard(say).for_name for say in ("a facial for Friday", "for her", "a facial for my aunt")] == [None] * 3
