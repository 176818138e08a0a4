"""Russian phrases for who comes, who works, what is chosen, and everyday names of treatments."""
# ruff: noqa: RUF001 -- Russian is written in Cyrillic letters

from shared_lib.agent.language import time_builders
from shared_lib.agent.language.grammar import kept, marked, needed, said, table, words
from shared_lib.agent.language.lexicon import alike
from shared_lib.agent.language.meaning import Choice

_PERSON = (
    "жена|муж|друг|друга|другом|подруга|девушка|парень|мама|мамой|папа|папой|сын|сыном|дочь|дочкой|дочерью|"
    "брат|братом|сестра|сестрой|коллегой|супругой|супругом|супруга|невестой|невеста|женихом|мужа"
)
_BESIDE = "маме|маму|папе|папу|сыну|сына|дочери|дочке|дочку|брату|брата|сестре|сестру|подруге|подругу|другу"
_STAFF = "мастер|массажист|массажистка|специалист|специалисту|барбер"

PEOPLE = table(
    "who comes, and who is wished for",
    "на 8 марта / я и моя жена / лучше к женщине",
    (f"я|мы|меня и|с|со мой|моя|моей|моим|моего? {_PERSON}", said("party", 2)),
    (f"мне|меня и мой|моя|моей|моему|моего|мою? {_PERSON}|{_BESIDE}", said("party", 2)),
    (f"с|со моей|моим|своей|своим? {_PERSON}", said("party", 2)),
    (f"{_PERSON} и я", said("party", 2)),
    ("для пары|двух", said("party", 2)),
    ("мы|нас с? вдвоем|оба", said("party", 2)),
    ("только я|меня|мне|один|одна", said("party", 1)),
    ("на|для <number>", kept("maybe_party")),
    (f"женщина|девушка -? {_STAFF}", said("gender", "f")),
    ("массажистка", said("gender", "f")),
    (f"{_STAFF} женщина|девушка", said("gender", "f")),
    (f"мужчина|парень -? {_STAFF}", said("gender", "m")),
    ("к|ко|у женщина|девушка", said("gender", "f")),
    ("к|ко|у мужчина|парень", said("gender", "m")),
    (f"{_STAFF} мужчина", said("gender", "m")),
    ("не хотеть|надо|нужно|буду? к|ко|у|с? женщина|девушка|мужчина|парень", marked("refused")),
    ("ни к|ко|у|с кому|кого|кем ,? кроме|помимо", marked("only")),
    (f"любой {_STAFF}", marked("anyone")),
    ("к|у любой|кому|кого угодно?", marked("anyone")),
    ("все|без равно|разницы к|у? кому|кто|кого", marked("anyone")),
    ("неважно|без кто|к|предпочтений", marked("anyone")),
    ("кто|кому свободен|угодно", marked("anyone")),
)

_TO = "к|ко|у|с|со|на|в|до"
# before what is not wished for
REFUSALS = table(
    "what is not wished for",
    "не к Анне / Анну не хочу / не хочу к Анне",
    (
        "больше? не хотеть|нужно|понравился|понравилась|понравилось|нравится|устроила|устроил|подходит больше?",
        time_builders.both_ways,
    ),
    (f"ни {_TO}?", marked("refuses")),
    (f"не|кроме|вместо|без|исключая {_TO}?", marked("refuses")),
    (
        f"не хотеть|надо|нужно|буду|стоит|желаю идти|пойти|попасть|записать|видеть|прийти|чтобы|быть? {_TO}?",
        marked("refuses"),
    ),
    ("поменяйте|поменять|поменяем|заменить|замените|сменить|изменить|меняем мой|мою?", marked("replaces")),
    ("уберите|убрать|отменить|забудьте|забудь про|о?", marked("lacks")),
    ("не только|против", marked("suggests")),
    ("нужно|надо|стоит|обязательно ли =бриться|побриться", marked("told")),
)

_ONE = "вариант|варианта|время|окошко|запись|опция|предложение"
CHOICES = table(
    "which of the things offered",
    "попозже / последний / как обычно",
    ("последний =время|сеанс|окошко|место|запись =в|во|на|этот|завтра|сегодня", said("choice", Choice(by="latest"))),
    ("<nth> раз", marked("turn")),
    (f"<nth>|<nth_day> {_ONE}?", lambda n: {"choice": Choice(number=n)}),
    ("вариант|номер|под номером? <number>", lambda n: {"choice": Choice(number=n)}),
    (f"последний {_ONE}?", said("choice", Choice(number=-1))),
    ("самый|самое поздний|позднее|позже", said("choice", Choice(by="latest"))),
    ("попозже|позже|позднее", said("choice", Choice(by="later"))),
    ("самый|самое|самую ранний|раннее|раньше|раннюю|ближайший", said("choice", Choice(by="earliest"))),
    ("ближайший время|окошко|запись|свободен|место", said("choice", Choice(by="earliest"))),
    ("скорее|поскорее", said("choice", Choice(by="earliest"))),
    ("пораньше|раньше", said("choice", Choice(by="earlier"))),
    ("самый|что|который|ту|тот? дешевле|подешевле|дешевый|дешевую", said("choice", Choice(by="cheaper"))),
    ("самый|что|который? дороже|подороже|дорогой", said("choice", Choice(by="dearer"))),
    ("самый|что|который? короче|покороче|короткий", said("choice", Choice(by="shorter"))),
    ("самый|что|который? дольше|подольше|длиннее|длинный", said("choice", Choice(by="longer"))),
    ("любой время|из|вариант|день|подойдет|подходит?", said("choice", Choice(by="any"))),
    ("все равно", said("choice", Choice(by="any"))),
    ("без разницы", said("choice", Choice(by="any"))),
    ("когда угодно|подходит", said("choice", Choice(by="any"))),
    ("как|то обычно|всегда|же", said("choice", Choice(by="same"))),
    ("как в? прошлый раз?", said("choice", Choice(by="same"))),
)

_ACHES = "спина|шея|плечи|поясница|спине|шее|плечах|пояснице|мышцы"
# everyday words -> the words that names of treatments have
TREATMENT_WORDS = table(
    "everyday names of treatments",
    "не хочу массаж / побриться / а почём стрижка?",
    ("массаж|массажный|помассировать|размять", said("names", ("massage",))),
    (f"болит|болят|ноет|ломит|боль .. {_ACHES}", needed("massage")),
    (f"{_ACHES} болит|болят|ноет|ломит", needed("massage")),
    ("шведский|шведского массаж?", said("names", ("swedish", "massage"))),
    ("глубокий|глубокого|глубокотканный|глубокотканного массаж?", said("names", ("deep", "tissue", "massage"))),
    ("массаж глубоких тканей", said("names", ("deep", "tissue", "massage"))),
    ("глубокий|глубокого тканевый|тканевого массаж", said("names", ("deep", "tissue", "massage"))),
    ("спортивный|спортивного массаж?", said("names", ("sport", "massage"))),
    ("расслабляющий|расслабляющего|релакс|релаксирующий массаж?", said("names", ("relaxation", "massage"))),
    ("парный|парного|совместный массаж?", said("names", ("couple", "massage"))),
    ("массаж для|на двоих|пары|двух", lambda: {"party": 2, "names": ("couple", "massage")}),
    ("рефлексология|рефлексологию|рефлексологии", said("names", ("reflexology",))),
    ("массаж стоп|ног|ступней", said("names", ("reflexology",))),
    ("массажная|массажную|массажной кушетка|кушетку|кровать|кушетке|кровати", said("names", ("bed",))),
    ("чистка лица?", said("names", ("facial",))),
    ("уход|процедура за|для? лицом|лица", said("names", ("facial",))),
    ("лицо|лица|фейшл|косметолог|косметолога", said("names", ("facial",))),
    ("стрижка|постричься|подстричься|стричься|постричь|подстричь", said("names", ("cut",))),
    (
        "стрижка|коррекция|моделирование|подровнять|подравнять|укоротить|подстричь|постричь борода",
        said("names", ("beard",)),
    ),
    ("борода нужно|надо? подровнять|подравнять|укоротить|подстричь|постричь", said("names", ("beard",))),
    ("борода", said("names", ("beard",))),
    ("бритье|побриться|бриться|побрить", said("names", ("shave",))),
    ("маникюр|ногти|ногтей", said("names", ("manicure",))),
    ("педикюр", said("names", ("pedicure",))),
    ("приватный|приватная|приватную|отдельный|vip|вип комната|номер|сьют|люкс", said("names", ("private",))),
    (
        "ароматерапия|ароматерапию|ароматерапией|ароматерапии|аромамасла|аромамаслами|аромамасел",
        said("names", ("aromatherapy",)),
    ),
    (
        "эфирные|эфирными|эфирных|ароматические|ароматическими|ароматических масла|маслами|масел",
        said("names", ("aromatherapy",)),
    ),
    ("горячие|горячими|горячих камни|камнями|камней", said("names", ("stone",))),
    ("камни|камнями|камней|стоунтерапия|стоунтерапию|стоун", said("names", ("stone",))),
    ("кислород|кислородом|кислорода", said("names", ("oxygen",))),
    (
        "кислородная|кислородную|кислородный|кислородной уход|процедура|терапия|терапию|терапией?",
        said("names", ("oxygen",)),
    ),
    ("светотерапия|светотерапию|светотерапией|лед|led|фототерапия|фототерапию|фототерапией", said("names", ("led",))),
    (
        "светодиодная|светодиодную|световая|световую|светодиодной|световой терапия|терапию|терапией",
        said("names", ("led",)),
    ),
)
GENERIC_WORDS = words("hot classic ai light therapy treatment core coresync of the in bed")
SEPARATORS = words("и плюс потом также или а затем , & +")
OR_WORDS = words("или либо")
NAMES_END = words("и спасибо пожалуйста на в к до с но мой моя это запишите хотеть мочь записать телефон")
BEFORE_TECHNICIAN = words("к ко у с со мастер мастеру")
REFUSAL_WORDS = words("не кроме без")
REFUSAL_CONNECTORS = words("к ко у с со до ни и или больше идти попасть снова опять никогда запись массаж на")
CONTRASTS = words("а но только лишь")
RELATIVES = words(_PERSON.replace("|", " "))
# the keys of relations, which are the same in any language -> the guest's people
RELATIONS = alike("""
    wife жена супруга супруге супругой супругу
    husband муж мужа супруг супруга супругу
    girlfriend девушка
    boyfriend парень
    fiance невеста невесты невесте невестой жених жениха женихом
    mother мама мамы маме маму мамой мать матери
    father папа папы папе папу папой отец отца отцу
    parents родители родителей родителям
    son сын сына сыну сыном
    daughter дочь дочери дочка дочки дочке дочкой дочерью дочку
    brother брат брата брату братом
    sister сестра сестры сестре сестру сестрой
    friend друг друга другу другом друзья друзей подруга
    colleague коллега коллеги коллеге коллегой
    boss начальник начальника начальнику
    grandmother бабушка бабушки бабушке бабушку
    grandfather дедушка дедушки дедушке
""")
TECHNICIAN_LEADS = table(
    "words before somebody who is asked for",
    "можно Паоло на маникюр завтра? / запишите меня, хочу Паоло на маникюр",
    ("можно|хотеть|мочь|дайте|лучше|давайте мне|нам|меня|нас?", marked("lead")),
)
NAME_JOINERS = words("и")
THEIR_NAME_WORDS = words("имя зовут")
THEIR_WORDS = words("его ее их")
NAMING_WORDS = words("зовут по имени")
BEFORE_BENEFICIARY = words("для")
SELF_WORDS = words("я мне меня мной себя")
RELATION_WORDS = words("этот , мой моя моего моей мою")
NAME_LEADS = table(
    "words before a name",
    "меня зовут Иван Петров / на имя Иван Петров / мое имя Иван Петров",
    ("меня зовут", marked("lead")),
    ("мое|полное? имя -?", marked("lead")),
    ("на имя", marked("lead")),
    ("имя и фамилия", marked("lead")),
)
INTRODUCTIONS = table(
    "how people introduce themselves",
    "я опаздываю",
    ("этот|я", marked("lead")),
)
SURE_LEADS = table(
    "words after which any word is a name",
    "меня зовут Анна / господин Хватит",
    ("меня зовут", marked("lead")),
    ("мое имя -?", marked("lead")),
    ("<begins> господин|госпожа", marked("lead")),
    ("<begins> г - н|жа", marked("lead")),
)
NAME_LEADS_WHEN_ASKED = (
    NAME_LEADS,
    table(
        "words before a name that was asked for",
        "name: я Иван Петров",
        ("этот|я|зовут|имя|да|хорошо|конечно|привет", marked("lead")),
    ),
)
NOT_NAMES = words("""
    да нет хорошо спасибо привет что как когда где кто сколько почему на в к до с после я мы вы это завтра сегодня
    массаж запись записать отменить перенести помощь стоп хотеть мочь можно нужно не ничего никогда пожалуйста
""")
NEVER_NAMES = words("""
    бронируйте бронируй забронируйте забронируй оформляйте оформляй записывайте записывай запишите запиши
    вопрос вопросик вопросы
    я этот что почему зачем кто никто как скорее сейчас скоро мочь наверное когда потом позже любой
    его ее их она он
""")
SPOKEN_MARKS = {"точка": ".", "дефис": "-", "тире": "-", "минус": "-", "подчеркивание": "_", "плюс": "+", "dot": "."}
SPOKEN_AT = "собака"
