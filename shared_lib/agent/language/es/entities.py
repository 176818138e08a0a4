"""Spanish phrases for who comes, who works, what is chosen, and everyday names of treatments."""

from shared_lib.agent.language import time_builders
from shared_lib.agent.language.grammar import kept, marked, needed, said, table, words
from shared_lib.agent.language.lexicon import alike
from shared_lib.agent.language.meaning import Choice

_PERSON = (
    "esposa|esposo|marido|mujer|novia|novio|pareja|amiga|amigo|mama|madre|papa|padre|hija|hijo|hermana|hermano|"
    "prometida|prometido|jefe|colega|prima|primo"
)
_STAFF = "terapeuta|masajista|persona|chica|señora|barbero|tecnica|especialista|profesional"


_NOT = "no|tampoco|menos|excepto|salvo"

PEOPLE = table(
    "who comes, and who is wished for",
    "solo yo / masaje en pareja / para 2 el viernes",
    (f"mi {_PERSON} y yo|mi|para? mi?", said("party", 2)),
    (f"con mi|un|una {_PERSON}", said("party", 2)),
    (f"para mi y para? mi {_PERSON}", said("party", 2)),
    ("nosotros|nosotras dos", said("party", 2)),
    ("los|las dos", said("maybe_party", 2)),
    ("entre los|las dos|tres", marked("told")),  # no more than ten minutes between the two
    ("en|de|para pareja|parejas", lambda: {"party": 2, "names": ("couple",)}),
    ("solo|solamente|nada mas? yo|mi|uno|una", said("party", 1)),
    ("voy|vengo|ire solo|sola", said("party", 1)),
    ("para <number>", kept("maybe_party")),
    (f"una? mujer|chica|femenina|dama {_STAFF}", said("gender", "f")),
    (f"una {_STAFF} mujer|femenina", said("gender", "f")),
    ("con un? hombre|chico|varon|caballero", said("gender", "m")),
    ("con una? mujer|chica|dama", said("gender", "f")),
    (f"un? {_STAFF} hombre|varon|masculino", said("gender", "m")),
    ("con cualquiera|quien|quienquiera sea|este|pueda|haya?", marked("anyone")),
    ("me da igual quien|con?", marked("anyone")),
    ("no me importa quien|con|cual", marked("anyone")),
    ("sin|ninguna|no tengo preferencia|preferencias", marked("anyone")),
    (f"cualquier {_STAFF}", marked("anyone")),
    (
        f"{_NOT} quiero|quisiera|me|que? que|sea|gusta|con|atienda? con|sea? un|una? hombre|mujer|chico|chica|varon",
        marked("refused"),
    ),
    ("con? nadie mas que|excepto|salvo a|con?", marked("only")),
)

_A = "a|al|con|de|del|el|la|los|las|un|una|unos|unas|mi|ningun|ninguna"
# before what is not wished for
REFUSALS = table(
    "what is not wished for",
    "no pares / no, gracias / no me gustó Anna",
    ("no|tampoco la|lo|me|nos? quiero|gusta|gusto|necesito|convence", time_builders.both_ways),
    (f"no|sin|menos|excepto|salvo|ni {_A}? {_A}?", marked("refuses")),
    (
        f"no|tampoco|nunca quiero|quisiera|queria|deseo|necesito|queremos ir|venir|estar|que|ver|hacerme? {_A}? {_A}?",
        marked("refuses"),
    ),
    (f"no que? sea|fuera|sean {_A}?", marked("refuses")),
    ("tengo|debo|hay|deberia que? =afeitarme|afeitarse|rasurarme|rasurarse", marked("told")),
    (f"en vez|lugar {_A} {_A}?", marked("refuses")),
    (
        "cambia|cambie|cambiar|cambio|cambiame|cambialo|cambiamos|reemplazar|sustituir el|la|los|mi|mis|un|una?",
        marked("replaces"),
    ),
    ("no =,|.|!", marked("refused")),
    (
        (
            "quita|quite|quitar|quitame|quiteme|olvida|olvide|olvidese|cancela|cancelar|cancele|elimina|elimine "
            "el|la|los|las|del|mi?"
        ),
        marked("lacks"),
    ),
)

_ONE = "opcion|hora|horario|cita|uno|una|hueco|turno"
CHOICES = table(
    "which of the things offered",
    "el último / más tarde / el segundo",
    (
        "el|la? ultimo|ultima =hueco|hora|turno|cita|horario|espacio =del|de|el|que|para|disponible",
        said("choice", Choice(by="latest")),
    ),
    (f"la|el <nth> {_ONE}?", lambda n: {"choice": Choice(number=n)}),
    (f"la|el <nth>|ultimo|ultima {_ONE}? no =,|.|!", marked("refused")),
    (f"<nth> {_ONE}", lambda n: {"choice": Choice(number=n)}),
    ("la|el? opcion|numero|# <number>", lambda n: {"choice": Choice(number=n)}),
    (f"la|el ultima|ultimo {_ONE}?", said("choice", Choice(number=-1))),
    (f"la|el {_ONE}? mas tarde|tardia|tardio", said("choice", Choice(by="latest"))),
    ("mas tarde|tardecito", said("choice", Choice(by="later"))),
    (f"la|el {_ONE}? mas temprano|temprana|pronto", said("choice", Choice(by="earliest"))),
    ("lo mas pronto|temprano|rapido posible", said("choice", Choice(by="earliest"))),
    ("lo antes posible", said("choice", Choice(by="earliest"))),
    ("cuanto antes", said("choice", Choice(by="earliest"))),
    ("mas temprano|tempranito|pronto", said("choice", Choice(by="earlier"))),
    ("la|el|lo? mas barato|barata|economico|economica", said("choice", Choice(by="cheaper"))),
    ("la|el|lo? mas caro|cara", said("choice", Choice(by="dearer"))),
    ("la|el|lo? mas corto|corta|breve", said("choice", Choice(by="shorter"))),
    ("la|el|lo? mas largo|larga", said("choice", Choice(by="longer"))),
    (f"cualquiera|cualquier de? las|los? dos|{_ONE}?", said("choice", Choice(by="any"))),
    ("el|la|lo|cual que sea", said("choice", Choice(by="any"))),
    ("cuando sea|quieran|puedan|haya", said("choice", Choice(by="any"))),
    ("lo|el|la mismo|misma de|que|siempre siempre|antes|ultima|pasada?", said("choice", Choice(by="same"))),
    ("lo de siempre", said("choice", Choice(by="same"))),
)

# everyday words -> the words that names of treatments have
TREATMENT_WORDS = table(
    "everyday names of treatments",
    "masaje en pareja / sin aromaterapia / con luz led",
    ("masaje", said("names", ("massage",))),
    ("duele|duelen|dolor|contractura|tension .. espalda|cuello|hombros|cervicales|lumbar", needed("massage")),
    ("algo .. espalda|cuello|hombros|cervicales|lumbar", said("names", ("massage",))),
    ("masajito|masajista", said("names", ("massage",))),
    ("masaje sueco|suecos", said("names", ("swedish", "massage"))),
    ("sueco|suecos", said("names", ("swedish", "massage"))),
    ("masaje de? tejido|tejidos profundo|profundos", said("names", ("deep", "tissue", "massage"))),
    ("tejido|tejidos profundo|profundos", said("names", ("deep", "tissue"))),
    ("masaje? descontracturante", said("names", ("deep", "tissue", "massage"))),
    ("masaje? deportivo|deportivos", said("names", ("sport", "massage"))),
    ("masaje? relajante|relajantes|relajacion", said("names", ("relaxation", "massage"))),
    ("masaje de relajacion", said("names", ("relaxation", "massage"))),
    ("reflexologia", said("names", ("reflexology",))),
    ("masaje de|en|para? los|mis? pies", said("names", ("reflexology",))),
    ("facial de|para? caballero|caballeros|hombre|hombres", said("names", ("gentleman", "facial"))),
    ("facial de? precision", said("names", ("precision", "facial"))),
    ("facial|cutis|rostro|cara", said("names", ("facial",))),
    ("corte de? pelo|cabello?", said("names", ("cut",))),
    ("cortarme|cortar el? pelo|cabello", said("names", ("cut",))),
    (
        "arreglo|recorte|corte|perfilado|arreglarme|recortarme|perfilar|arreglar de? la? barba",
        said("names", ("beard",)),
    ),
    ("barba", said("names", ("beard",))),
    (
        "afeitado|afeitada|rasurado|afeitarme|rasurarme|afeitar|rasurar con? toalla? caliente?",
        said("names", ("shave",)),
    ),
    ("manicura|manicure|manos", said("names", ("manicure",))),
    ("pedicura|pedicure|pies", said("names", ("pedicure",))),
    ("duelen|matan|molestan los|mis pies", needed("reflexology")),
    ("pies cansados|doloridos|hinchados", needed("reflexology")),
    ("uñas", said("names", ("nail", "mani"))),
    ("uñas de los? pies", said("names", ("pedicure",))),
    ("suite|sala|zona privada", said("names", ("private",))),
    ("luz|luces|terapia|luminoterapia|fototerapia de? led|luz?", said("names", ("led",))),
    ("terapia de luz led?", said("names", ("led",))),
    ("luminoterapia|fototerapia", said("names", ("led",))),
    ("aromaterapia", said("names", ("aromatherapy",))),
    ("aceites esenciales|aromaticos?", said("names", ("aromatherapy",))),
    ("aceite esencial|aromatico", said("names", ("aromatherapy",))),
    ("piedras calientes|volcanicas?", said("names", ("stone",))),
    ("oxigeno", said("names", ("oxygen",))),
    ("tratamiento de oxigeno", said("names", ("oxygen",))),
    ("oxigenacion|oxigenoterapia", said("names", ("oxygen",))),
)
GENERIC_WORDS = words("hot classic ai light therapy treatment core coresync of the in de la el los con para bed")
SEPARATORS = words("y e mas o u tambien con luego despues & , +")
OR_WORDS = words("o u")
NAMES_END = words("y gracias por para a el la mi pero es con en aqui de")
REFUSAL_WORDS = words("no menos excepto salvo sin")
REFUSAL_CONNECTORS = words("a con de ir ver que me el la ni y o otra vez nunca mas una cita masaje")
CONTRASTS = words("sino pero solo solamente")
RELATIVES = words(
    _PERSON.replace("|", " ") + " tia tio prima primo suegra suegro hijas hijos amigos nombre "
    "niño niña niños niñas nino nina ninos ninas bebe bebes mascota mascotas perro perros aceite aceites musica tarjeta"
)
# the keys of relations, which are the same in any language -> the guest's people
RELATIONS = alike("""
    wife esposa mujer señora
    husband esposo marido
    partner pareja
    girlfriend novia
    boyfriend novio
    fiance prometida prometido
    mother madre mama mami
    father padre papa papi
    parents padres
    son hijo hijos
    daughter hija hijas
    brother hermano hermanos
    sister hermana hermanas
    friend amiga amigo amigos amigas
    colleague colega
    cousin primo prima
    aunt tia
    uncle tio
    boss jefe jefa
    grandmother abuela
    grandfather abuelo
""")
TECHNICIAN_LEADS = table(
    "words before somebody who is asked for",
    "quiero a Paolo para un facial / ¿puedo tener a Paolo para un facial?",
    ("quiero|quisiera|prefiero|preferiria|necesito|gustaria tener|ver|reservar? a", marked("lead")),
    ("puedo|podria|podemos tener|ver|reservar|ir a|con", marked("lead")),
)
NAME_JOINERS = words("y e")
THEIR_NAME_WORDS = words("nombre")
THEIR_WORDS = words("su sus")
NAMING_WORDS = words("llamada llamado se llama que es el la")
BEFORE_BENEFICIARY = words("para")
SELF_WORDS = words("mi yo me conmigo mio mia")
RELATION_WORDS = words("es , mi nuestra nuestro su")
NAME_LEADS = table(
    "words before a name",
    "me llamo José Luis Pérez / a nombre de Juan Pérez / el nombre es Juan Pérez",
    ("mi nombre completo? es", marked("lead")),
    ("me llamo", marked("lead")),
    ("el|su? nombre es|seria", marked("lead")),
    ("a nombre de", marked("lead")),
    ("bajo el nombre de?", marked("lead")),
)
INTRODUCTIONS = table(
    "how people introduce themselves",
    "soy Pedro García",
    ("soy|habla", marked("lead")),
)
SURE_LEADS = table(
    "words after which any word is a name",
    "me llamo Ana / Sr. Basta",
    ("me llamo", marked("lead")),
    ("mi|el nombre es", marked("lead")),
    ("<begins> sr|sra|srta|don|doña|dr|dra .?", marked("lead")),
)
NAME_LEADS_WHEN_ASKED = (
    NAME_LEADS,
    table(
        "words before a name that was asked for",
        "name: soy Juan Pérez",
        ("soy|es|con|claro|si|ok|okay|hola|de|acuerdo|supuesto|por|nombre|se|llama", marked("lead")),
    ),
)
NOT_NAMES = words("""
    si no ok claro gracias hola que como cuando donde quien por para el la los las un una yo tu mi hoy mañana cita
    reserva masaje cancelar ayuda nunca nada ninguno puedo quiero quisiera necesito
""")
NEVER_NAMES = words("""
    pregunta preguntas consulta
    yo es que porque cual quien nadie ninguno ninguna como cuanto ahora ahorita pronto quiza quizas cuando luego
    despues cualquiera ella ellos ellas su
""")
SPOKEN_MARKS = {"punto": ".", "guion": "-", "bajo": "_", "mas": "+", "dot": "."}
SPOKEN_AT = "arroba"
