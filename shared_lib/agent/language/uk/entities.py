"""Ukrainian phrases for who comes, who works, what is chosen, and everyday names of treatments."""
# ruff: noqa: RUF001 -- Ukrainian is written in Cyrillic letters

from shared_lib.agent.language import time_builders
from shared_lib.agent.language.grammar import kept, marked, needed, said, table, words
from shared_lib.agent.language.lexicon import alike
from shared_lib.agent.language.meaning import Choice

_PERSON = (
    "дружина|чоловік|друг|другом|подруга|дівчина|дівчиною|хлопець|мама|мамою|тато|татом|син|сином|донька|"
    "донькою|брат|братом|сестра|сестрою|колегою|нареченою|нареченим"
)
_BESIDE = "мамі|маму|татові|тата|синові|сину|сина|доньці|доньку|дочці|брату|брата|сестрі|сестру|подрузі|подругу|другу"
_STAFF = "майстер|масажист|масажистка|спеціаліст|спеціаліста|барбер"

PEOPLE = table(
    "who comes, and who is wished for",
    "краще до жінки / для пари / тільки я",
    (f"я|ми|мене і|й|та|з|із моя|мій|моєю|моїм|мого? {_PERSON}", said("party", 2)),
    (f"мені|мене і|й|та моя|мій|моїй|моєму|мого|мою? {_PERSON}|{_BESIDE}", said("party", 2)),
    (f"з|із моєю|моїм|своєю|своїм? {_PERSON}", said("party", 2)),
    ("для пари", said("party", 2)),
    ("ми|нас обоє|обидва|обидві|удвох|вдвох|двоє", said("party", 2)),
    ("тільки|лише я|мене|мені|один|одна", said("party", 1)),
    ("на|для <number>", kept("maybe_party")),
    (f"жінка|дівчина -? {_STAFF}", said("gender", "f")),
    ("масажистка", said("gender", "f")),
    (f"{_STAFF} жінка|дівчина", said("gender", "f")),
    (f"чоловік|хлопець -? {_STAFF}", said("gender", "m")),
    ("до|у жінка|дівчина", said("gender", "f")),
    ("до|у чоловік|хлопець", said("gender", "m")),
    (f"{_STAFF} чоловік", said("gender", "m")),
    ("не хотіти|треба|буду? до|у|з? жінка|дівчина|чоловік|хлопець", marked("refused")),
    ("ні до|у|з кого|ким|кому ,? крім|окрім", marked("only")),
    (f"будьякий {_STAFF}", marked("anyone")),
    ("до|у? будьякого|кого завгодно?", marked("anyone")),
    ("все|байдуже одно? до|у? кого|хто|кому", marked("anyone")),
    ("не важливо|неважливо хто|до|кого", marked("anyone")),
    ("хто вільний|завгодно", marked("anyone")),
)

_TO = "до|у|в|з|із|на"
# before what is not wished for
REFUSALS = table(
    "what is not wished for",
    "не до Анни / поки що ні / не хочу масаж",
    (
        "більше? не хотіти|треба|сподобався|сподобалась|сподобалася|подобається|підходить більше?",
        time_builders.both_ways,
    ),
    (f"ні {_TO}", marked("refuses")),
    (f"не|крім|окрім|замість|без {_TO}?", marked("refuses")),
    (
        f"не хотіти|треба|буду|варто|бажаю йти|піти|потрапити|записати|бачити|прийти|щоб|бути? {_TO}?",
        marked("refuses"),
    ),
    ("чому|що б? не|ні", marked("suggests")),
    ("не тільки|лише|проти", marked("suggests")),
    ("або треба|потрібно|варто|обов'язково =голитися|поголитися", marked("told")),
    ("поміняйте|поміняти|замінити|замініть|змінити|міняємо мій|мою?", marked("replaces")),
    ("приберіть|прибрати|скасувати|забудьте|забудь про?", marked("lacks")),
)

_ONE = "варіант|варіанту|час|віконце|запис|опція|пропозиція"
CHOICES = table(
    "which of the things offered",
    "пізніше / найдешевший / не раніше 3",
    ("останній =час|сеанс|віконце|місце|запис =у|в|на|цей|завтра|сьогодні", said("choice", Choice(by="latest"))),
    ("<nth> раз", marked("turn")),
    (f"<nth>|<nth_day> {_ONE}?", lambda n: {"choice": Choice(number=n)}),
    ("варіант|номер|під номером? <number>", lambda n: {"choice": Choice(number=n)}),
    (f"останній {_ONE}?", said("choice", Choice(number=-1))),
    ("найпізніший|найпізніше|найпізнішу", said("choice", Choice(by="latest"))),
    ("пізніше|пізніший", said("choice", Choice(by="later"))),
    ("найраніший|найраніше|найранішу", said("choice", Choice(by="earliest"))),
    ("найближчий час|віконце|запис|вільний|місце", said("choice", Choice(by="earliest"))),
    ("найшвидше", said("choice", Choice(by="earliest"))),
    ("раніше|раніший", said("choice", Choice(by="earlier"))),
    ("найдешевший|найдешевше|дешевше|дешевший|найдешевшу", said("choice", Choice(by="cheaper"))),
    ("найдорожчий|найдорожче|дорожче|дорожчий", said("choice", Choice(by="dearer"))),
    ("найкоротший|коротше|коротший", said("choice", Choice(by="shorter"))),
    ("найдовший|довше|довший", said("choice", Choice(by="longer"))),
    ("будьякий час|варіант|день|підходить?", said("choice", Choice(by="any"))),
    ("все одно", said("choice", Choice(by="any"))),
    ("байдуже", said("choice", Choice(by="any"))),
    ("коли завгодно", said("choice", Choice(by="any"))),
    ("як завжди|зазвичай|минулого", said("choice", Choice(by="same"))),
)

_ACHES = "спина|шия|плечі|поперек|спині|шиї|плечах|м'язи"
# everyday words -> the words that names of treatments have
TREATMENT_WORDS = table(
    "everyday names of treatments",
    "гоління / не хочу масаж / масаж стоп",
    ("масаж|масажний|помасажувати", said("names", ("massage",))),
    (f"болить|болять|ниє|біль .. {_ACHES}", needed("massage")),
    (f"{_ACHES} болить|болять|ниє", needed("massage")),
    ("шведський|шведського масаж?", said("names", ("swedish", "massage"))),
    ("глибокий|глибокого|глибокотканинний тканинний? масаж?", said("names", ("deep", "tissue", "massage"))),
    ("масаж глибоких тканин", said("names", ("deep", "tissue", "massage"))),
    ("спортивний|спортивного масаж?", said("names", ("sport", "massage"))),
    ("розслаблюючий|розслабляючий|розслаблювальний|релакс масаж?", said("names", ("relaxation", "massage"))),
    ("парний|парного|спільний масаж?", said("names", ("couple", "massage"))),
    ("рефлексологія|рефлексологію|рефлексології", said("names", ("reflexology",))),
    ("масаж стоп|ніг|ступнів", said("names", ("reflexology",))),
    ("чистка обличчя?", said("names", ("facial",))),
    ("догляд|процедура за|для? обличчям|обличчя", said("names", ("facial",))),
    ("обличчя|фейшл|косметолог|косметолога", said("names", ("facial",))),
    ("стрижка|постригтися|підстригтися|стригтися|підстригти|постригти", said("names", ("cut",))),
    ("стрижка|корекція|моделювання|підрівняти|вкоротити|підстригти|постригти борода", said("names", ("beard",))),
    ("борода треба? підрівняти|вкоротити|підстригти|постригти", said("names", ("beard",))),
    ("борода", said("names", ("beard",))),
    ("гоління|поголитися|голитися|поголити", said("names", ("shave",))),
    ("манікюр|нігті|нігтів", said("names", ("manicure",))),
    ("педикюр", said("names", ("pedicure",))),
    ("приватна|приватний|приватну|окрема|віп кімната|номер|кімнату|люкс", said("names", ("private",))),
    (
        "ароматерапія|ароматерапію|ароматерапією|ароматерапії|аромаолія|аромаолії|аромаоліями",
        said("names", ("aromatherapy",)),
    ),
    ("ефірні|ефірними|ефірних|ароматичні|ароматичними олії|оліями|олій", said("names", ("aromatherapy",))),
    (
        "гарячі|гарячими|гарячих|гаряче|гарячого|гарячим камені|камінням|каменями|каменів|каміння|камінь",
        said("names", ("stone",)),
    ),
    ("камені|камінням|каменями|каменів|каміння|стоунтерапія|стоунтерапію", said("names", ("stone",))),
    ("кисень|киснем|кисню", said("names", ("oxygen",))),
    ("киснева|кисневу|кисневий|кисневої догляд|процедура|терапія|терапію|терапією?", said("names", ("oxygen",))),
    ("світлотерапія|світлотерапію|світлотерапією|лед|led|фототерапія|фототерапію", said("names", ("led",))),
    ("світлова|світлову|світлодіодна|світлодіодну|світловою терапія|терапію|терапією", said("names", ("led",))),
)
GENERIC_WORDS = words("hot classic ai light therapy treatment core coresync of the in bed")
SEPARATORS = words("і й та плюс потім також або а , & +")
OR_WORDS = words("або чи")
NAMES_END = words("і й та дякую на в у до з але мій моя це запишіть хотіти могти записати телефон")
BEFORE_TECHNICIAN = words("до у в з із майстер")
CORRECTIONS = words("ні не краще точніше змінити перенести помилка помилився помилилася замість ой")
REFUSAL_WORDS = words("не крім окрім без")
REFUSAL_CONNECTORS = words("до у з із на ні і й та або більше йти потрапити знову ніколи запис масаж")
CONTRASTS = words("а але тільки лише")
RELATIVES = words(_PERSON.replace("|", " "))
# the keys of relations, which are the same in any language -> the guest's people
RELATIONS = alike("""
    wife дружина дружини дружині дружину дружиною жінка жінки
    husband чоловік чоловіка чоловіку чоловіком чоловікові
    girlfriend дівчина дівчини дівчині дівчину
    boyfriend хлопець хлопця хлопцю
    fiance наречена нареченої наречений нареченого
    mother мама мами мамі маму мамою мати матері
    father тато тата татові тату батько батька батькові
    parents батьки батьків батькам
    son син сина сину синові сином
    daughter донька доньки доньці доньку донькою дочка дочки дочці
    brother брат брата брату братом братові
    sister сестра сестри сестрі сестру сестрою
    friend друг друга другу другом друзі друзів подруга подруги подрузі подругу подругою
    colleague колега колеги колезі колегою
    boss начальник начальника начальнику
    grandmother бабуся бабусі бабусю
    grandfather дідусь дідуся дідусеві
""")
TECHNICIAN_LEADS = table(
    "words before somebody who is asked for",
    "можна Паоло на манікюр завтра?",
    ("можна|хотіти|могти|дайте|краще|давайте мені|нам|мене|нас?", marked("lead")),
)
NAME_JOINERS = words("та і й")
THEIR_NAME_WORDS = words("ім'я звати звуть")
THEIR_WORDS = words("його її їх")
NAMING_WORDS = words("звати звуть на ім'я")
BEFORE_BENEFICIARY = words("для")
SELF_WORDS = words("я мені мене мною себе")
RELATION_WORDS = words("цей , мій моя мого моєї мою")
NAME_LEADS = table(
    "words before a name",
    "мене звати Іван Коваль / на ім'я Іван Петренко / моє ім'я Іван Петренко",
    ("мене звати|звуть", marked("lead")),
    ("моє|повне? ім'я -?", marked("lead")),
    ("на ім'я", marked("lead")),
    ("ім'я та|і прізвище", marked("lead")),
)
INTRODUCTIONS = table(
    "how people introduce themselves",
    "я запізнююсь",
    ("цей|я", marked("lead")),
)
SURE_LEADS = table(
    "words after which any word is a name",
    "мене звати Ганна / пан Годі",
    ("мене звати|звуть", marked("lead")),
    ("моє ім'я -?", marked("lead")),
    ("<begins> пан|пані", marked("lead")),
)
NAME_LEADS_WHEN_ASKED = (
    NAME_LEADS,
    table(
        "words before a name that was asked for",
        "name: це Іван Петренко",
        ("цей|я|звати|ім'я|так|добре|привіт", marked("lead")),
    ),
)
NOT_NAMES = words("""
    так ні добре дякую привіт що як коли де хто скільки чому на в у до з після я ми ви це завтра сьогодні
    масаж запис записати скасувати перенести допомога стоп хотіти могти можна треба не нічого ніколи
""")
NEVER_NAMES = words("""
    бронюйте бронюй забронюйте забронюй оформлюйте оформлюй записуйте записуй запишіть запиши
    питання запитання
    я цей що чому навіщо хто ніхто як швидше найшвидше зараз скоро незабаром могти мабуть коли потім пізніше будьякий
    його її їх вона він
""")
SPOKEN_MARKS = {"крапка": ".", "дефіс": "-", "тире": "-", "мінус": "-", "підкреслення": "_", "плюс": "+", "dot": "."}
SPOKEN_AT = "собачка"
