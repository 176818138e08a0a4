"""Spanish phrases for holidays."""

from shared_lib.agent.language import calendar, dated, feasts
from shared_lib.agent.language.grammar import Table

HOLIDAYS: Table = (
    ("navidad|navidades", dated.day(calendar.day_of_month(25, 12))),
    ("dia de navidad", dated.day(calendar.day_of_month(25, 12))),
    ("nochebuena", dated.day(calendar.day_of_month(24, 12))),
    ("noche buena", dated.day(calendar.day_of_month(24, 12))),
    ("la? vispera de navidad", dated.day(calendar.day_of_month(24, 12))),
    ("la? vispera de? año nuevo", dated.day(calendar.day_of_month(31, 12))),
    ("nochevieja", dated.day(calendar.day_of_month(31, 12))),
    ("noche vieja", dated.day(calendar.day_of_month(31, 12))),
    ("fin de año", dated.day(calendar.day_of_month(31, 12))),
    ("el|dia? de? año nuevo", dated.day(calendar.day_of_month(1, 1))),
    ("el? dia? de? los? reyes magos?", dated.day(calendar.day_of_month(6, 1))),
    ("el? dia de los enamorados", dated.day(calendar.day_of_month(14, 2))),
    ("dia? de? san valentin", dated.day(calendar.day_of_month(14, 2))),
    ("halloween", dated.day(calendar.day_of_month(31, 10))),
    ("el? dia de los? muertos", dated.day(calendar.day_of_month(2, 11))),
    ("el? dia de todos? los santos", dated.day(calendar.day_of_month(1, 11))),
    ("el? dia de la madre", dated.day(calendar.nth_weekday(5, 6, 2))),
    ("el? dia del padre", dated.day(calendar.nth_weekday(6, 6, 3))),
    ("el? dia del trabajo|trabajador", dated.day(calendar.nth_weekday(9, 0, 1))),
    ("el? dia de la? independencia", dated.day(calendar.day_of_month(4, 7))),
    ("accion de gracias", dated.day(calendar.nth_weekday(11, 3, 4))),
    ("dia de accion de gracias", dated.day(calendar.nth_weekday(11, 3, 4))),
    ("thanksgiving", dated.day(calendar.nth_weekday(11, 3, 4))),
    ("el? dia? de? san patricio", dated.day(calendar.day_of_month(17, 3))),
    ("el? dia de los inocentes", dated.day(calendar.day_of_month(28, 12))),
    ("semana santa", dated.day(calendar.leading_to(feasts.easter(), 7))),
    ("el? jueves santo", dated.day(feasts.easter(-3))),
    ("el? domingo de ramos", dated.day(feasts.easter(-7))),
    ("el? viernes santo", dated.day(feasts.easter(-2))),
    ("el? domingo? de? pascua|pascuas|resurreccion", dated.day(feasts.easter())),
    ("el? lunes de pascua", dated.day(feasts.easter(1))),
)
