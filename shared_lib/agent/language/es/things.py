"""Spanish phrases for who comes, who works, what is chosen, and everyday names of treatments."""

from shared_lib.agent.language import counted, limits
from shared_lib.agent.language.grammar import Table, words
from shared_lib.agent.language.meaning import Choice

_PERSON = (
    "esposa|esposo|marido|mujer|novia|novio|pareja|amiga|amigo|mama|madre|papa|padre|hija|hijo|hermana|hermano|"
    "prometida|prometido|jefe|colega|prima|primo"
)
_STAFF = "terapeuta|masajista|persona|chica|señora|barbero|tecnica|especialista|profesional"


_NOT = "no|tampoco|menos|excepto|salvo"

PEOPLE: Table = (
    (f"yo|mi y|e mi|un|una {_PERSON}", counted.said("party", 2)),
    (f"mi {_PERSON} y yo|mi|para? mi?", counted.said("party", 2)),
    (f"con mi|un|una {_PERSON}", counted.said("party", 2)),
    (f"para mi y para? mi {_PERSON}", counted.said("party", 2)),
    ("nosotros|nosotras dos", counted.said("party", 2)),
    ("los|las dos", counted.said("maybe_party", 2)),
    ("en|de|para pareja|parejas", lambda: {"party": 2, "names": ("couple",)}),
    ("solo|solamente|nada mas? yo|mi|uno|una", counted.said("party", 1)),
    ("para mi solo|sola|nomas", counted.said("party", 1)),
    ("voy|vengo|ire solo|sola", counted.said("party", 1)),
    ("para <number>", counted.kept("maybe_party")),
    (f"una? mujer|chica|femenina|dama {_STAFF}?", counted.said("gender", "f")),
    (f"una {_STAFF} mujer|femenina", counted.said("gender", "f")),
    (f"{_STAFF} mujer|femenina", counted.said("gender", "f")),
    ("un? hombre|chico|varon|masculino|caballero", counted.said("gender", "m")),
    (f"un? {_STAFF} hombre|varon|masculino", counted.said("gender", "m")),
    ("un masajista|terapeuta|tecnico", counted.said("gender", "m")),
    ("con cualquiera|quien|quienquiera sea|este|pueda|haya?", counted.marked("anyone")),
    ("con? quien sea|este|pueda", counted.marked("anyone")),
    ("me da igual quien|con?", counted.marked("anyone")),
    ("no me importa quien|con|cual", counted.marked("anyone")),
    ("sin|ninguna|no tengo preferencia|preferencias", counted.marked("anyone")),
    (f"cualquier {_STAFF}", counted.marked("anyone")),
    (
        f"{_NOT} quiero|quisiera|me|que? que|sea|gusta|con|atienda? con|sea? un|una? hombre|mujer|chico|chica|varon",
        counted.marked("refused"),
    ),
    ("con? nadie mas que|excepto|salvo a|con?", counted.marked("only")),
)

_A = "a|al|con|de|el|la|los|un|una|ningun|ninguna"
# before what is not wished for
REFUSALS: Table = (
    ("no|tampoco la|lo|me|nos? quiero|gusta|gusto|necesito|convence", limits.both_ways),
    (f"no|sin|menos|excepto|salvo|ni {_A}? {_A}?", counted.marked("refuses")),
    (
        f"no|tampoco|nunca quiero|quisiera|queria|deseo|necesito|queremos ir|venir|estar|que|ver|hacerme? {_A}? {_A}?",
        counted.marked("refuses"),
    ),
    (f"no que? sea|fuera|sean {_A}?", counted.marked("refuses")),
    (f"no me|nos gusto|gusta|gustaba|convencio|convence|agrada {_A}?", counted.marked("refuses")),
    (f"en vez|lugar {_A} {_A}?", counted.marked("refuses")),
    ("no =,|.|!", counted.marked("refused")),
    ("por que no", counted.marked("suggests")),
    ("no solo|solamente", counted.marked("suggests")),
)

_ONE = "opcion|hora|horario|cita|uno|una|hueco|turno"
CHOICES: Table = (
    (f"la|el <nth> {_ONE}?", lambda n: {"choice": Choice(number=n)}),
    (f"la|el <nth>|ultimo|ultima {_ONE}? no =,|.|!", counted.marked("refused")),
    (f"<nth> {_ONE}", lambda n: {"choice": Choice(number=n)}),
    ("la|el? opcion|numero|# <number>", lambda n: {"choice": Choice(number=n)}),
    (f"la|el ultima|ultimo {_ONE}?", counted.said("choice", Choice(number=-1))),
    (f"la|el {_ONE}? mas tarde|tardia|tardio", counted.said("choice", Choice(by="latest"))),
    ("mas tarde|tardecito", counted.said("choice", Choice(by="later"))),
    (f"la|el {_ONE}? mas temprano|temprana|pronto", counted.said("choice", Choice(by="earliest"))),
    ("lo mas pronto|temprano|rapido posible", counted.said("choice", Choice(by="earliest"))),
    ("lo antes posible", counted.said("choice", Choice(by="earliest"))),
    ("cuanto antes", counted.said("choice", Choice(by="earliest"))),
    ("mas temprano|tempranito|pronto", counted.said("choice", Choice(by="earlier"))),
    ("la|el|lo? mas barato|barata|economico|economica", counted.said("choice", Choice(by="cheaper"))),
    ("la|el|lo? mas caro|cara", counted.said("choice", Choice(by="dearer"))),
    ("la|el|lo? mas corto|corta|breve", counted.said("choice", Choice(by="shorter"))),
    ("la|el|lo? mas largo|larga", counted.said("choice", Choice(by="longer"))),
    (f"cualquiera|cualquier de? las|los? dos|{_ONE}?", counted.said("choice", Choice(by="any"))),
    ("me da igual|lo mismo", counted.said("choice", Choice(by="any"))),
    ("el|la|lo|cual que sea", counted.said("choice", Choice(by="any"))),
    ("cuando sea|quieran|puedan|haya", counted.said("choice", Choice(by="any"))),
    ("lo|el|la mismo|misma de|que|siempre siempre|antes|ultima|pasada?", counted.said("choice", Choice(by="same"))),
    ("lo de siempre", counted.said("choice", Choice(by="same"))),
)

# everyday words -> the words that names of treatments have
EVERYDAY: Table = (
    ("masaje", counted.said("names", ("massage",))),
    (
        "duele|duelen|dolor|contractura|algo|tension .. espalda|cuello|hombros|cervicales|lumbar",
        counted.said("names", ("massage",)),
    ),
    ("masajito|masajista", counted.said("names", ("massage",))),
    ("masaje sueco", counted.said("names", ("swedish", "massage"))),
    ("sueco", counted.said("names", ("swedish", "massage"))),
    ("tejido profundo", counted.said("names", ("deep", "tissue", "massage"))),
    ("masaje de? tejido|tejidos profundo|profundos", counted.said("names", ("deep", "tissue", "massage"))),
    ("masaje? descontracturante", counted.said("names", ("deep", "tissue", "massage"))),
    ("masaje? deportivo", counted.said("names", ("sport", "massage"))),
    ("masaje? relajante|relajacion", counted.said("names", ("relaxation", "massage"))),
    ("masaje de relajacion", counted.said("names", ("relaxation", "massage"))),
    ("masaje en|de|para? parejas|pareja", counted.said("names", ("couple", "massage"))),
    ("reflexologia", counted.said("names", ("reflexology",))),
    ("masaje de|en|para? los|mis? pies", counted.said("names", ("reflexology",))),
    ("camilla|cama|sillon de? masaje? ia|robot|robotica|inteligente?", counted.said("names", ("bed",))),
    ("facial de|para? caballero|caballeros|hombre|hombres", counted.said("names", ("gentleman", "facial"))),
    ("facial de? precision", counted.said("names", ("precision", "facial"))),
    ("facial|cutis|rostro|cara", counted.said("names", ("facial",))),
    ("corte de? pelo|cabello?", counted.said("names", ("cut",))),
    ("cortarme|cortar el? pelo|cabello", counted.said("names", ("cut",))),
    ("pelo|cabello|corte", counted.said("names", ("cut",))),
    (
        "arreglo|recorte|perfilado|arreglarme|recortarme|perfilar|arreglar de? la? barba",
        counted.said("names", ("beard",)),
    ),
    ("barba", counted.said("names", ("beard",))),
    (
        "afeitado|afeitada|rasurado|afeitarme|rasurarme|afeitar|rasurar con? toalla? caliente?",
        counted.said("names", ("shave",)),
    ),
    ("manicura|manicure|manos", counted.said("names", ("manicure",))),
    ("pedicura|pedicure|pies", counted.said("names", ("pedicure",))),
    ("uñas", counted.said("names", ("nail", "mani"))),
    ("uñas de los? pies", counted.said("names", ("pedicure",))),
    ("suite|sala|zona privada", counted.said("names", ("private",))),
    ("luz|terapia de? led", counted.said("names", ("led",))),
    ("aromaterapia|aceites", counted.said("names", ("aromatherapy",))),
    ("piedras calientes", counted.said("names", ("stone",))),
    ("oxigeno", counted.said("names", ("oxygen",))),
)
WEAK = words("hot classic ai light therapy treatment core coresync of the in de la el los con para bed")
PARTING = words("y e mas o u tambien con luego despues & , +")
EITHER = words("o u")
NAMES_END = words("y gracias por para a el la mi pero es con en aqui de")
REFUSING = words("no menos excepto salvo sin")
REACHING = words("a con de ir ver que me el la ni y o otra vez nunca mas una cita masaje")
TURNING = words("sino pero solo solamente")
KIN = words(_PERSON.replace("|", " ") + " tia tio prima primo suegra suegro hijas hijos amigos nombre")
TELLING = words("es , mi nuestra nuestro su")
NAME_LEADS: Table = (
    ("mi nombre completo? es", counted.marked("lead")),
    ("me llamo", counted.marked("lead")),
    ("el|su? nombre es|seria", counted.marked("lead")),
    ("a nombre de", counted.marked("lead")),
    ("bajo el nombre de?", counted.marked("lead")),
)
INTRODUCTIONS: Table = (("soy|habla", counted.marked("lead")),)
NAME_LEADS_WHEN_ASKED: Table = (
    *NAME_LEADS,
    ("soy|es|con|claro|si|ok|okay|hola|de|acuerdo|supuesto|por|nombre|se|llama", counted.marked("lead")),
)
NOT_NAMES = words("""
    si no ok claro gracias hola que como cuando donde quien por para el la los las un una yo tu mi hoy mañana cita
    reserva masaje cancelar ayuda nunca nada ninguno puedo quiero quisiera necesito
""")
SPOKEN_MARKS = {"punto": ".", "guion": "-", "bajo": "_", "mas": "+", "dot": "."}
SPOKEN_AT = "arroba"
