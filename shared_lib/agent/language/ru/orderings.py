"""Russian for how one treatment stands to another, and words before times that are not wished for."""
# ruff: noqa: RUF001 -- Russian is written in Cyrillic letters

from shared_lib.agent.language.grammar import filled, marked, said, table

from .sets import SETS

ORDERINGS = table(
    "how one treatment stands to another",
    "стрижка, а потом массаж / массаж, но сначала бритье / чистка лица после массажа",
    ("а|и? потом|затем|следом|далее", said("order", "after")),
    ("после этот|него|нее|чего", said("order", "after")),
    ("сразу|тут же? после|потом|за", said("order", "after")),
    ("подряд", said("order", "after")),
    ("один|одно|одна за другой", said("order", "after")),
    ("закончить|завершить", said("order", "after")),
    ("сначала|сперва|вначале", said("order", "before")),
    ("перед этот|ним|ней", said("order", "before")),
    ("до этот|тот|него", said("order", "before")),
    ("начать|начнем с", said("order", "before")),
    ("после", said("order_of", "after")),
    ("перед|до", said("order_of", "before")),
    ("одновременно|вместе|параллельно|рядом", said("order", "together")),
    ("в одно и? то? же? время", said("order", "together")),
    ("в то же время", said("order", "together")),
    ("пока", said("order", "together")),
)
_OF_MASSAGE = "глубокий|шведский|спортивный|расслабляющий|классический|парный"
_OCCASION = "свадьба|свадьбы|юбилей|вечеринка|праздник|собеседование|встреча|выпускной|годовщина|концерт|рейс|вылет"
# what follows in the same breath is the time of a visit that stands, or the end of a stay
VISIT_MARKS = table(
    "words before a time that is not wished for",
    "моя запись на понедельник в 4, можно на вторник в 7 / я здесь до пятницы, лучше завтра",
    (
        "мой|моя|наша|наш запись|визит|бронь|сеанс|массаж|стрижка|бритье|маникюр|педикюр|прием на|в|стоить|назначен?",
        marked("stands"),
    ),
    (
        "у меня|нас запись|визит|бронь|сеанс|массаж|стрижка|бритье|маникюр|педикюр|прием|забронировать|стоить",
        marked("stands"),
    ),
    (
        f"у меня|нас {_OF_MASSAGE} массаж|бритье? =на|в|во|<day>|<clock>",
        marked("stands"),
    ),
    ("я|мы записать|забронировать на|был|была?", marked("stands")),
    ("вы|вас меня|нас|я записать", marked("stands")),
    (filled("[cancel] запись|визит|бронь|сеанс|массаж|стрижка|бритье?", SETS), marked("stands")),
    (
        f"{_OCCASION} будет? =в|на|во|<day>|<clock>",
        marked("stays"),
    ),
    ("день рождения =в|на|во|<day>", marked("stays")),
    ("хотеть|нужно|можно|мочь", marked("wishes")),
    ("я|мы здесь|тут|остаюсь|остаемся|пробуду|буду|останусь|в|городе здесь|городе|тут? до|по?", marked("stays")),
    ("я|мы? уезжаю|улетаю|уезжаем|улетаем|возвращаюсь домой? в|во?", marked("stays")),
)
