"""Ukrainian for how one treatment stands to another, and words before times that are not wished for."""
# ruff: noqa: RUF001 -- Ukrainian is written in Cyrillic letters

from shared_lib.agent.language.grammar import filled, marked, said, table

from .sets import SETS

ORDERINGS = table(
    "how one treatment stands to another",
    "стрижка, а потім масаж / масаж, але спочатку гоління / чистка обличчя після масажу",
    ("а|і|й? потім|відтак|далі", said("order", "after")),
    ("після цей|нього|неї|чого", said("order", "after")),
    ("одразу|відразу|зразу ж? після|потім|за", said("order", "after")),
    ("поспіль|підряд", said("order", "after")),
    ("один|одне|одна за одним|іншим|іншою|одною", said("order", "after")),
    ("закінчити|завершити", said("order", "after")),
    ("спочатку|спершу", said("order", "before")),
    ("перед цим|цей|ним|нею", said("order", "before")),
    ("до цей|той|нього", said("order", "before")),
    ("почати|почнемо з|із", said("order", "before")),
    ("після", said("order_of", "after")),
    ("перед|до", said("order_of", "before")),
    ("одночасно|разом|паралельно|поруч", said("order", "together")),
    ("в|у той самий|же час", said("order", "together")),
    ("поки", said("order", "together")),
)
_OF_MASSAGE = "глибокий|шведський|спортивний|розслаблюючий|розслабляючий|класичний|парний"
_OCCASION = "весілля|ювілей|вечірка|свято|співбесіда|зустріч|випускний|річниця|концерт|рейс|виліт"
# what follows in the same breath is the time of a visit that stands, or the end of a stay
VISIT_MARKS = table(
    "words before a time that is not wished for",
    "мій запис на понеділок о 4, можна на вівторок о 7 / я тут до п'ятниці, краще завтра",
    (
        "мій|моя|наш|наша запис|візит|бронь|сеанс|масаж|стрижка|гоління|манікюр|педикюр на|о|у|призначено?",
        marked("stands"),
    ),
    ("у|в мене|нас запис|візит|бронь|сеанс|масаж|стрижка|гоління|манікюр|педикюр", marked("stands")),
    (
        f"у|в мене|нас {_OF_MASSAGE} масаж|гоління? =на|у|в|о|<day>|<clock>",
        marked("stands"),
    ),
    ("я|ми записати|записувалась|записувався|записувались на|був|була?", marked("stands")),
    ("ви мене|нас записати", marked("stands")),
    (filled("[cancel] запис|візит|бронь|сеанс|масаж|стрижка|гоління?", SETS), marked("stands")),
    (
        f"{_OCCASION} буде? =у|в|на|о|<day>|<clock>",
        marked("stays"),
    ),
    ("день народження =у|в|на|<day>", marked("stays")),
    ("хотіти|треба|можна|могти", marked("wishes")),
    ("я|ми тут|залишаюся|залишаюсь|пробуду|буду|у|в|місті тут|місті? до|по?", marked("stays")),
    ("я|ми? їду|відлітаю|від'їжджаю|лечу|повертаюся|їдемо додому? у|в?", marked("stays")),
)
