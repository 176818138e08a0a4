"""What a sentence is about beside its intents: enough for now, who shall treat, lateness, pictures, a person."""
# ruff: noqa: RUF001 -- Russian, Ukrainian and Hebrew have their own letters

from datetime import datetime

import pytest

from shared_lib.agent.language import understand
from shared_lib.agent.language.language_detection import language_of

NOW = datetime(2026, 12, 9, 10, 0)  # noqa: DTZ001 -- the spa's wall clock, a Wednesday
OTHER_TIMES = {"later", "other_times", "any_day", "earlier"}


def heard(say, asked=None):
    return understand(say, now=NOW, asked=asked)


@pytest.mark.parametrize(
    "say",
    [
        "we'll drop by again some other time",
        "perhaps another week",
        "not at the moment",
        "that's it for today",
        "I'd rather decide that later",
        "nothing at the moment, cheers",
        "mejor otro día",
        "ya no, hoy no",
        "lo dejo para otro día",
        "пока ничего, спасибо",
        "я подумаю и потом напишу",
        "отложим на потом",
        "сьогодні ні",
        "я потім напишу",
        "אולי ביום אחר",
        "נדחה את זה",
    ],
)
def test_enough_for_now_asks_for_no_other_time(say):
    meaning = heard(say)
    assert "postpones" in meaning.signs
    assert not OTHER_TIMES & (meaning.signs | meaning.cues)
    assert meaning.when is None


@pytest.mark.parametrize(
    "say",
    ["not now, on Friday at 3", "another day", "maybe tomorrow", "later please", "otro día", "how much do I get back?"],
)
def test_a_wish_for_another_time_is_one(say):
    assert "postpones" not in heard(say).signs


@pytest.mark.parametrize(
    ("say", "gender"),
    [
        ("a guy please, deep tissue on Monday", "m"),
        ("a lady would be better", "f"),
        ("facial tomorrow at 2, female if possible", "f"),
        ("oh no, a gentleman", "m"),
        ("mejor una chica", "f"),
        ("un caballero, por favor", "m"),
        ("лучше девушка", "f"),
        ("мужчину, если можно", "m"),
        ("краще дівчина", "f"),
        ("עדיף בחורה", "f"),
        ("I am a woman, what would you advise", None),
        ("the man at the desk was rude", None),
        ("a haircut for a gentleman", None),
        ("put it under her name", None),
        ("she is late", None),
        ("not a man", None),
        ("soy una mujer", None),
        ("mi mujer quiere una manicura", None),
        ("мій чоловік хоче масаж", None),
        ("девушка на входе нагрубила", None),
    ],
)
def test_who_shall_treat_is_heard_of_a_bare_noun(say, gender):
    assert heard(say).gender == gender


@pytest.mark.parametrize(
    ("say", "asked", "name"),
    [
        ("Paolo please, Swedish tomorrow", None, "Paolo"),
        ("can I see Ingrid for a facial on Friday", None, "Ingrid"),
        ("Paolo for the shave", None, "Paolo"),
        ("book me Chantal for a manicure", None, "Chantal"),
        ("Ingrid please", "slot", "Ingrid"),
        ("quiero a Paolo para un masaje", None, "Paolo"),
        ("можно Паоло на стрижку завтра?", None, "Паоло"),
        ("Paolo please", "name", None),
        ("my cousin Paolo needs a massage", None, None),
        ("this is Ingrid, I need a facial", None, None),
        ("can I have Champagne for two", None, None),
        ("a massage for Paolo", None, None),
        ("хочу поговорить с начальником", None, None),
    ],
)
def test_a_name_that_nobody_here_bears_is_asked_for(say, asked, name):
    assert heard(say, asked).unknown_technician == name


@pytest.mark.parametrize(
    ("say", "sign"),
    [
        ("so is my appointment lost now", "late"),
        ("will you still see me", "late"),
        ("¿pierdo mi turno?", "late"),
        ("мы теряем место?", "late"),
        ("ми втрачаємо час?", "late"),
        ("she prefers it gentle", "pressure"),
        ("not so hard on the neck", "pressure"),
        ("a mi marido le gusta firme", "pressure"),
        ("это для сестры", "gift"),
        ("es para mi padre", "gift"),
        ("this is for my aunt", "gift"),
        ("what's the last pedicure slot on Sunday", "latest"),
        ("when does my sister come in for her manicure", "find_visit"),
    ],
)
def test_a_sentence_shows_what_it_is_about(say, sign):
    assert sign in heard(say).signs


@pytest.mark.parametrize(
    ("say", "intents"),
    [
        ("is the one in charge around? connect me", {"handoff"}),
        ("is there a human I could reach", {"handoff"}),
        ("quién es el encargado aquí", {"handoff"}),
        ("соедините нас", {"handoff"}),
        ("хто у вас старший?", {"handoff"}),
        ("would you have a manicure free on Sunday?", {"book"}),
        ("have you got a shave at 3 today?", {"book"}),
        ("can CS-2026-000321 be switched to noon on Friday", {"reschedule"}),
        ("CS-2026-000321, please move it to 5", {"reschedule"}),
        ("треба CS-2026-000321 на суботу", {"reschedule"}),
        ("💅 tomorrow at noon", {"book"}),
        ("🙏", {"thanks"}),
    ],
)
def test_what_is_wanted(say, intents):
    assert set(heard(say).intents) == intents


@pytest.mark.parametrize(
    ("say", "name"),
    [
        ("Mason, Julia", "Julia Mason"),
        ("Joy Bills", "Joy Bills"),
        ("Dr. Ines Prado", "Dr. Ines Prado"),
        ("Paul and Vera Lind", "Paul and Vera Lind"),
        ("Inés y Pablo Prado", "Inés y Pablo Prado"),
        ("vera@example.com - Vera Lind", "Vera Lind"),
        ("שירה ברק", "שירה ברק"),
        ("г-жа Вера Линд", "госпожа Вера Линд"),
        ("short question, is a robe given", None),
        ("una pregunta, ¿hay ducha?", None),
        ("May I ask you something", None),
        ("{guest} {price}", None),
    ],
)
def test_a_name_that_was_asked_for(say, name):
    assert heard(say, "name").name == name


def test_a_name_in_other_letters_changes_no_language():
    assert [language_of(name, "en", "name") for name in ("Дарья", "נועה", "Inés de la Cruz")] == ["en"] * 3
    assert language_of("Остап Гнатюк", "uk", "name") == "uk"
    assert language_of("сколько это стоит?", "en", "name") == "ru"


def test_a_name_for_somebody_else():
    assert heard("put it under her name, Vera Lind").for_name == "Vera Lind"
    assert heard("запишите на её имя, Вера Линд").for_name == "Вера Линд"


def test_one_treatment_stays_one():
    names = ["a beard trim and shape on Friday", "Beard Trim y Shape", "my feet hurt, reflexology at 5"]
    assert [[item.treatments for item in heard(say).items] for say in names] == [
        [("Beard Trim & Shape",)],
        [("Beard Trim & Shape",)],
        [("Reflexology",)],
    ]


def test_the_latest_one_is_no_hour():
    assert [heard(say).when for say in ("the latest one", "the later one", "that one", "I'd like that one")] == [
        None
    ] * 4


@pytest.mark.parametrize(
    "say",
    ["опоздаю минут на 20", "задержусь минут на двадцать", "запізнюся хвилин на 20", "запізнююсь хвилин на двадцять"],
)
def test_some_twenty_minutes_are_no_hour(say):
    meaning = heard(say)
    assert meaning.lateness == 20
    assert meaning.when is None


@pytest.mark.parametrize(
    ("say", "moves"),
    [
        ("I'd like to bring my boyfriend along for a facial tomorrow at 4", False),
        ("could I bring my 12 year old son for a haircut", False),
        ("put my wife down for a pedicure on friday", False),
        ("bring my friday massage forward please", True),
        ("put that appointment on thursday", True),
    ],
)
def test_who_is_brought_moves_no_visit(say, moves):
    assert ("move_visit" in heard(say).signs) == moves


@pytest.mark.parametrize(
    "say",
    [
        "could you tell me what day I'm booked?",
        "we reserved with you for saturday, what was the hour again?",
        "when exactly are we expected",
        "what was my time again",
        "reservé con ustedes para el sábado, ¿qué hora era?",
        "¿cuándo me toca exactamente?",
        "я записывался к вам на субботу, во сколько это было?",
        "когда точно я прихожу",
        "я записувався до вас на суботу, о котрій це було?",
        "коли точно я приходжу",
        "קבעתי אצלכם ליום שישי, באיזו שעה זה היה?",
        "מתי בדיוק אני מגיע?",
    ],
)
def test_who_asks_when_he_was_booked_seeks_his_visit(say):
    meaning = heard(say)
    assert meaning.intents == ("booking_status",)
    assert {"find_visit", "waitlist"} & meaning.signs == {"find_visit"}


@pytest.mark.parametrize("say", ["tell me when a place frees up", "tell us if somebody cancels"])
def test_who_will_be_told_of_a_free_place_waits_for_it(say):
    assert "waitlist" in heard(say).signs


@pytest.mark.parametrize(
    ("say", "old", "new"),
    [
        ("I have a swedish on friday at 3, can we do thursday at 2?", (11, 15), (10, 14)),
        ("I've a relaxation massage booked friday at 3, could it be thursday at 2", (11, 15), (10, 14)),
        ("my facial on friday won't work any more, is thursday at 2 free?", (11, None), (10, 14)),
        ("my haircut friday isn't possible any more, do you have thursday 2 pm", (11, None), (10, 14)),
        ("Our manicure's on friday at noon, thursday at 2 would be easier", (11, 12), (10, 14)),
        ("tengo una manicura el viernes a las 3, ¿podemos hacerla el jueves a las 2?", (11, 15), (10, 14)),
        ("mi facial del viernes ya no me va bien, ¿está libre el jueves a las 2?", (11, None), (10, 14)),
        ("у меня шведский массаж в пятницу в 3, можно в четверг в 2?", (11, 15), (10, 14)),
        ("у мене шведський масаж у п'ятницю о 3, можна в четвер о 2?", (11, 15), (10, 14)),
        ("הפדיקור שלי ביום שישי בשלוש, יום חמישי בשתיים יהיה נוח יותר", (11, 15), (10, 14)),
    ],
)
def test_a_visit_that_stands_is_moved_to_the_time_said_after_it(say, old, new):
    meaning = heard(say)
    assert "move_visit" in meaning.signs
    assert [(when.date.day, when.time and when.time.hour) for when in (meaning.old_when, meaning.when)] == [old, new]


@pytest.mark.parametrize(
    "say",
    [
        "can I have a swedish on friday at 3 or on thursday at 2",
        "I have a facial on friday. Book me a massage for saturday night",
        "I have a meeting on friday at 3, a massage on thursday at 2",
    ],
)
def test_a_wish_beside_another_time_moves_nothing(say):
    assert "move_visit" not in heard(say).signs


@pytest.mark.parametrize(
    ("say", "minutes"),
    [
        ("push it by half an hour", 30),
        ("delay my pedicure by 45 minutes", 45),
        ("retrásalo media hora", 30),
        ("посуньте на пів години пізніше", 30),
        ("תדחו את זה בחצי שעה", 30),
    ],
)
def test_a_visit_that_is_pushed_comes_later(say, minutes):
    meaning = heard(say)
    assert meaning.shift.total_seconds() == minutes * 60
    assert "move_visit" in meaning.signs


@pytest.mark.parametrize(
    ("say", "day", "hour"),
    [
        ("swedish friday 11 am, and move my other booking to saturday 3", 12, 15),
        ("can I move it from thursday 3 to friday 4", 11, 16),
        ("my baby shower is saturday, can I get a manicure friday at 2?", 11, 14),
        ("wedding on saturday so I need a facial on friday at 3", 11, 15),
        ("the gala's on saturday night and I'd like a facial on friday at noon", 11, 12),
        ("my interview is at 2 on friday, can I have a shave at noon", 11, 12),
        ("this week broke my back, need a deep tissue tomorrow at 4", 10, 16),
        ("manicure friday... saturday at 3 for my mother", 12, 15),
        ("la boda es el sábado, ¿puedo hacerme una manicura el viernes a las 2?", 11, 14),
        ("свадьба в субботу, можно маникюр в пятницу в 2?", 11, 14),
        ("весілля в суботу, можна манікюр у п'ятницю о 2?", 11, 14),
        ("החתונה ביום שבת, אפשר מניקור ביום שישי בשתיים?", 11, 14),
        ("a facial for my birthday on friday at 3", 11, 15),
        ("tomorrow... 3 pm for a facial", 10, 15),
        ("we'd love a massage for our anniversary, saturday at 8 pm", 12, 20),
    ],
)
def test_a_day_belongs_to_its_wish_and_not_to_the_occasion(say, day, hour):
    when = heard(say).when
    assert (when.date.day, when.time.hour) == (day, hour)
