"""Spanish for how one treatment stands to another, and words before times that are not wished for."""

from shared_lib.agent.language.grammar import filled, marked, said, table

from .sets import SETS

ORDERINGS = table(
    "how one treatment stands to another",
    "un corte y luego un masaje / un masaje, pero primero un afeitado / un facial después del masaje",
    ("y luego|despues|entonces|seguidamente", said("order", "after")),
    ("luego|despues|enseguida|seguidamente", said("order", "after")),
    ("despues de eso|esto|ello", said("order", "after")),
    ("a continuacion", said("order", "after")),
    ("justo|inmediatamente despues", said("order", "after")),
    ("seguido|seguida|seguidos de|por", said("order", "after")),
    ("uno|una tras otro|otra", said("order", "after")),
    ("terminar|termino|acabar con", said("order", "after")),
    ("primero|antes", said("order", "before")),
    ("antes de eso|esto|ello", said("order", "before")),
    ("empezar|empezando|empiezo|comenzar con|por", said("order", "before")),
    ("despues del|de el|la|mi|un|una?", said("order_of", "after")),
    ("antes del|de el|la|mi|un|una?", said("order_of", "before")),
    ("al? mismo tiempo|momento", said("order", "together")),
    ("a? la misma hora", said("order", "together")),
    ("a la vez", said("order", "together")),
    ("juntos|juntas|simultaneamente", said("order", "together")),
    ("mientras tanto|que?", said("order", "together")),
    ("lado a lado", said("order", "together")),
)
_SOLD = "tejido|sueco|deportivo|relajante|manicura|pedicura|afeitado|reflexologia|limpieza"
_OCCASION = "boda|cumpleaños|cumple|fiesta|aniversario|entrevista|reunion|graduacion|ceremonia|concierto|bautizo|vuelo"
# what follows in the same breath is the time of a visit that stands, or the end of a stay
VISIT_MARKS = table(
    "words before a time that is not wished for",
    "mi reserva es el lunes a las 4, puede ser el martes a las 7 / me quedo hasta el viernes, mejor mañana",
    ("mi|la|nuestra cita|reserva|sesion|masaje|facial|corte|hora es|era|esta|estaba|seria", marked("stands")),
    (
        "tengo|tenemos|hice|reserva|reservamos|agende una|un|la|mi? cita|reserva|sesion|masaje|facial|corte|hora",
        marked("stands"),
    ),
    (
        f"tengo|tenemos un|una|el|la|mi? {_SOLD} =el|para|a|profundo|<day>|<clock>",
        marked("stands"),
    ),
    ("mi|nuestra|nuestro manicura|pedicura|afeitado|reflexologia es|era|esta|estaba", marked("stands")),
    (
        f"mi|nuestra|nuestro cita|reserva|sesion|masaje|facial|corte|{_SOLD} =del|de|para|el|<day>",
        marked("stands"),
    ),
    ("me|nos tienen|tienes|tiene|apuntaron|anotaron|dieron", marked("stands")),
    (filled("[cancel] la|el|mi|lo? cita|reserva|masaje|facial|corte|afeitado|de? hoy?", SETS), marked("stands")),
    ("estoy|estamos apuntado|apuntada|anotado|anotada|reservado|agendado|agendada|citado|citada", marked("stands")),
    (
        f"{_OCCASION} es|sera|sale|tengo? =el|este|mañana|<day>|a|<clock>",
        marked("stays"),
    ),
    ("me|nos caso|casamos", marked("stays")),
    ("quiero|queremos|necesito|necesitamos|quisiera|puedo|podria|podemos", marked("wishes")),
    ("=no estoy|estamos|estare|estaremos aqui|en?", marked("left")),
    ("me|nos quedo|quedamos|quedare|quedaremos hasta|en? aqui?", marked("stays")),
    ("estoy|estamos|estare|estaremos aqui|en|de =hasta|la|ciudad|nueva|visita?", marked("stays")),
    ("me|nos voy|vamos|vuelo|regreso|marcho|vuelvo a? casa?", marked("stays")),
    ("vuelo|regreso|salgo|volamos|regresamos|vuelvo a? casa?", marked("stays")),
)
