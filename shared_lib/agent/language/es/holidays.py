"""Spanish phrases for holidays."""

from shared_lib.agent.language import calendar, day_builders, movable_holidays
from shared_lib.agent.language.grammar import table

HOLIDAYS = table(
    "holidays",
    "navidad / en nochevieja / el día de reyes",
    ("navidad|navidades", day_builders.day(calendar.day_of_month(25, 12))),
    ("dia de navidad", day_builders.day(calendar.day_of_month(25, 12))),
    ("nochebuena", day_builders.day(calendar.day_of_month(24, 12))),
    ("la? vispera de navidad", day_builders.day(calendar.day_of_month(24, 12))),
    ("la? vispera de? año nuevo", day_builders.day(calendar.day_of_month(31, 12))),
    ("nochevieja", day_builders.day(calendar.day_of_month(31, 12))),
    ("noche vieja", day_builders.day(calendar.day_of_month(31, 12))),
    ("fin de año", day_builders.day(calendar.day_of_month(31, 12))),
    ("el|dia? de? año nuevo", day_builders.day(calendar.day_of_month(1, 1))),
    ("el? dia? de? los? reyes magos?", day_builders.day(calendar.day_of_month(6, 1))),
    ("el? dia de los enamorados", day_builders.day(calendar.day_of_month(14, 2))),
    ("dia? de? san valentin", day_builders.day(calendar.day_of_month(14, 2))),
    ("halloween", day_builders.day(calendar.day_of_month(31, 10))),
    ("el? dia de los? muertos", day_builders.day(calendar.day_of_month(2, 11))),
    ("el? dia de la madre", day_builders.day(calendar.nth_weekday(5, 6, 2))),
    ("el? dia del padre", day_builders.day(calendar.nth_weekday(6, 6, 3))),
    ("accion de gracias", day_builders.day(calendar.nth_weekday(11, 3, 4))),
    ("dia de accion de gracias", day_builders.day(calendar.nth_weekday(11, 3, 4))),
    ("el? dia? de? san patricio", day_builders.day(calendar.day_of_month(17, 3))),
    ("semana santa", day_builders.day(calendar.leading_to(movable_holidays.easter(), 7))),
    ("el? jueves santo", day_builders.day(movable_holidays.easter(-3))),
    ("el? domingo de ramos", day_builders.day(movable_holidays.easter(-7))),
    ("el? viernes santo", day_builders.day(movable_holidays.easter(-2))),
    ("el? domingo? de? pascua|pascuas|resurreccion", day_builders.day(movable_holidays.easter())),
    ("el? lunes de pascua", day_builders.day(movable_holidays.easter(1))),
)
