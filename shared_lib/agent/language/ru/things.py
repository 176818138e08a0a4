"""Russian phrases for who comes, who works, what is chosen, and everyday names of treatments."""
# ruff: noqa: RUF001 -- Russian is written in Cyrillic letters

from shared_lib.agent.language import counted, limits
from shared_lib.agent.language.grammar import Table, words
from shared_lib.agent.language.meaning import Choice

_PERSON = (
    "жена|муж|друг|друга|другом|подруга|девушка|парень|мама|мамой|папа|папой|сын|сыном|дочь|дочкой|дочерью|"
    "брат|братом|сестра|сестрой|коллегой|супругой|супругом|супруга|невестой|невеста|женихом|мужа"
)
_STAFF = "мастер|массажист|массажистка|специалист|специалисту|барбер"

PEOPLE: Table = (
    (f"я|мы|меня и|с|со мой|моя|моей|моим|моего? {_PERSON}", counted.said("party", 2)),
    (f"с|со моей|моим|своей|своим? {_PERSON}", counted.said("party", 2)),
    (f"{_PERSON} и я", counted.said("party", 2)),
    ("для пары|двух", counted.said("party", 2)),
    ("мы|нас с? вдвоем|оба", counted.said("party", 2)),
    ("только я|меня|мне|один|одна", counted.said("party", 1)),
    ("один|одна =буду|приду|на|$", counted.said("party", 1)),
    ("на|для <number>", counted.kept("maybe_party")),
    (f"женщина|девушка {_STAFF}?", counted.said("gender", "f")),
    ("массажистка", counted.said("gender", "f")),
    (f"{_STAFF} женщина|девушка", counted.said("gender", "f")),
    (f"мужчина|парень {_STAFF}?", counted.said("gender", "m")),
    (f"{_STAFF} мужчина", counted.said("gender", "m")),
    ("не хотеть|надо|нужно|буду? к|ко|у|с? женщина|девушка|мужчина|парень", counted.marked("refused")),
    ("ни к|ко|у|с кому|кого|кем ,? кроме|помимо", counted.marked("only")),
    ("никто|никого|никому ,? кроме|помимо", counted.marked("only")),
    (f"любой {_STAFF}", counted.marked("anyone")),
    ("к|у любой|кому|кого угодно?", counted.marked("anyone")),
    ("все|без равно|разницы к|у? кому|кто|кого", counted.marked("anyone")),
    ("не важно|неважно кто|к|кому", counted.marked("anyone")),
    ("неважно|без кто|к|предпочтений", counted.marked("anyone")),
    ("кто|кому свободен|угодно", counted.marked("anyone")),
)

_TO = "к|ко|у|с|со|на|в|до"
# before what is not wished for
REFUSALS: Table = (
    (
        "больше? не хотеть|нужно|понравился|понравилась|понравилось|нравится|устроила|устроил|подходит больше?",
        limits.both_ways,
    ),
    (f"ни {_TO}?", counted.marked("refuses")),
    (f"не|кроме|вместо|без|исключая {_TO}?", counted.marked("refuses")),
    (
        f"не хотеть|надо|нужно|буду|стоит|желаю идти|пойти|попасть|записать|видеть|прийти|чтобы|быть? {_TO}?",
        counted.marked("refuses"),
    ),
    ("почему|отчего|что бы? не|нет", counted.marked("suggests")),
    ("не только|против", counted.marked("suggests")),
)

_ONE = "вариант|варианта|время|окошко|запись|опция|предложение"
CHOICES: Table = (
    ("<nth> раз", counted.marked("turn")),
    (f"<nth>|<nth_day> {_ONE}?", lambda n: {"choice": Choice(number=n)}),
    ("вариант|номер|под номером? <number>", lambda n: {"choice": Choice(number=n)}),
    (f"последний {_ONE}?", counted.said("choice", Choice(number=-1))),
    ("самый|самое поздний|позднее|позже", counted.said("choice", Choice(by="latest"))),
    ("попозже|позже|позднее", counted.said("choice", Choice(by="later"))),
    ("самый|самое|самую ранний|раннее|раньше|раннюю|ближайший", counted.said("choice", Choice(by="earliest"))),
    ("ближайший время|окошко|запись|свободен|место", counted.said("choice", Choice(by="earliest"))),
    ("скорее|поскорее", counted.said("choice", Choice(by="earliest"))),
    ("пораньше|раньше", counted.said("choice", Choice(by="earlier"))),
    ("самый|что|который|ту|тот? дешевле|подешевле|дешевый|дешевую", counted.said("choice", Choice(by="cheaper"))),
    ("самый|что|который? дороже|подороже|дорогой", counted.said("choice", Choice(by="dearer"))),
    ("самый|что|который? короче|покороче|короткий", counted.said("choice", Choice(by="shorter"))),
    ("самый|что|который? дольше|подольше|длиннее|длинный", counted.said("choice", Choice(by="longer"))),
    ("любой время|из|вариант|день|подойдет|подходит?", counted.said("choice", Choice(by="any"))),
    ("все равно", counted.said("choice", Choice(by="any"))),
    ("без разницы", counted.said("choice", Choice(by="any"))),
    ("когда угодно|подходит", counted.said("choice", Choice(by="any"))),
    ("как|то обычно|всегда|же", counted.said("choice", Choice(by="same"))),
    ("как в? прошлый раз?", counted.said("choice", Choice(by="same"))),
)

_ACHES = "спина|шея|плечи|поясница|спине|шее|плечах|пояснице|мышцы"
# everyday words -> the words that names of treatments have
EVERYDAY: Table = (
    ("массаж|массажный|помассировать|размять", counted.said("names", ("massage",))),
    (f"болит|болят|ноет|ломит|боль .. {_ACHES}", counted.said("names", ("massage",))),
    (f"{_ACHES} болит|болят|ноет|ломит", counted.said("names", ("massage",))),
    ("шведский|шведского массаж?", counted.said("names", ("swedish", "massage"))),
    ("глубокий|глубокого|глубокотканный|глубокотканного массаж?", counted.said("names", ("deep", "tissue", "massage"))),
    ("массаж глубоких тканей", counted.said("names", ("deep", "tissue", "massage"))),
    ("глубокий|глубокого тканевый|тканевого массаж", counted.said("names", ("deep", "tissue", "massage"))),
    ("спортивный|спортивного массаж?", counted.said("names", ("sport", "massage"))),
    ("расслабляющий|расслабляющего|релакс|релаксирующий массаж?", counted.said("names", ("relaxation", "massage"))),
    ("парный|парного|совместный массаж?", counted.said("names", ("couple", "massage"))),
    ("массаж для|на двоих|пары|двух", lambda: {"party": 2, "names": ("couple", "massage")}),
    ("рефлексология|рефлексологию|рефлексологии", counted.said("names", ("reflexology",))),
    ("массаж стоп|ног|ступней", counted.said("names", ("reflexology",))),
    ("массажная|массажную|массажной кушетка|кушетку|кровать|кушетке|кровати", counted.said("names", ("bed",))),
    ("чистка лица?", counted.said("names", ("facial",))),
    ("уход|процедура за|для? лицом|лица", counted.said("names", ("facial",))),
    ("лицо|лица|фейшл|косметолог|косметолога", counted.said("names", ("facial",))),
    ("стрижка|постричься|подстричься|стричься|постричь|подстричь", counted.said("names", ("cut",))),
    ("стрижка|коррекция|моделирование|подровнять|подстричь борода", counted.said("names", ("beard",))),
    ("борода", counted.said("names", ("beard",))),
    ("бритье|побриться|бриться|побрить", counted.said("names", ("shave",))),
    ("маникюр|ногти|ногтей", counted.said("names", ("manicure",))),
    ("педикюр", counted.said("names", ("pedicure",))),
    ("приватный|приватная|приватную|отдельный|vip|вип комната|номер|сьют|люкс", counted.said("names", ("private",))),
    ("ароматерапия|ароматерапию|ароматерапией", counted.said("names", ("aromatherapy",))),
    ("горячие|горячими|горячих камни|камнями|камней", counted.said("names", ("stone",))),
    ("кислород|кислородная|кислородную", counted.said("names", ("oxygen",))),
    ("светотерапия|светотерапию|лед", counted.said("names", ("led",))),
)
WEAK = words("hot classic ai light therapy treatment core coresync of the in bed")
PARTING = words("и плюс потом также или а затем , & +")
EITHER = words("или либо")
NAMES_END = words("и спасибо пожалуйста на в к до с но мой моя это запишите хотеть мочь записать телефон")
BESIDE = words("к ко у с со мастер мастеру")
REFUSING = words("не кроме без")
REACHING = words("к ко у с со до ни и или больше идти попасть снова опять никогда запись массаж на")
TURNING = words("а но только лишь")
KIN = words(_PERSON.replace("|", " "))
TELLING = words("этот , мой моя моего моей мою")
NAME_LEADS: Table = (
    ("меня зовут", counted.marked("lead")),
    ("мое|полное? имя -?", counted.marked("lead")),
    ("на имя", counted.marked("lead")),
    ("имя и фамилия", counted.marked("lead")),
)
INTRODUCTIONS: Table = (("этот|я", counted.marked("lead")),)
NAME_LEADS_WHEN_ASKED: Table = (
    *NAME_LEADS,
    ("я|это|на|зовут|имя|да|хорошо|конечно|привет|-", counted.marked("lead")),
)
NOT_NAMES = words("""
    да нет хорошо спасибо привет что как когда где кто сколько почему на в к до с после я мы вы это завтра сегодня
    массаж запись записать отменить перенести помощь стоп хотеть мочь можно нужно не ничего никогда пожалуйста
""")
SPOKEN_MARKS = {"точка": ".", "дефис": "-", "тире": "-", "минус": "-", "подчеркивание": "_", "плюс": "+", "dot": "."}
SPOKEN_AT = "собака"
