"""Ukrainian phrases for who comes, who works, what is chosen, and everyday names of treatments."""
# ruff: noqa: RUF001 -- Ukrainian is written in Cyrillic letters

from shared_lib.agent.language import counted, limits
from shared_lib.agent.language.grammar import Table, words
from shared_lib.agent.language.meaning import Choice

_PERSON = (
    "дружина|чоловік|друг|другом|подруга|дівчина|дівчиною|хлопець|мама|мамою|тато|татом|син|сином|донька|"
    "донькою|брат|братом|сестра|сестрою|колегою|нареченою|нареченим"
)
_STAFF = "майстер|масажист|масажистка|спеціаліст|спеціаліста|барбер"

PEOPLE: Table = (
    (f"я|ми|мене і|й|та|з|із моя|мій|моєю|моїм|мого? {_PERSON}", counted.said("party", 2)),
    (f"з|із моєю|моїм|своєю|своїм? {_PERSON}", counted.said("party", 2)),
    ("для пари", counted.said("party", 2)),
    ("тільки|лише я|мене|мені|один|одна", counted.said("party", 1)),
    ("на|для <number>", counted.kept("maybe_party")),
    (f"жінка|дівчина {_STAFF}?", counted.said("gender", "f")),
    ("масажистка", counted.said("gender", "f")),
    (f"{_STAFF} жінка|дівчина", counted.said("gender", "f")),
    (f"чоловік|хлопець {_STAFF}?", counted.said("gender", "m")),
    (f"{_STAFF} чоловік", counted.said("gender", "m")),
    ("не хотіти|треба|буду? до|у|з? жінка|дівчина|чоловік|хлопець", counted.marked("refused")),
    ("ні до|у|з кого|ким|кому ,? крім|окрім", counted.marked("only")),
    ("ніхто|нікого|нікому ,? крім|окрім", counted.marked("only")),
    (f"будьякий {_STAFF}", counted.marked("anyone")),
    ("до|у? будьякого|кого завгодно?", counted.marked("anyone")),
    ("все|байдуже одно? до|у? кого|хто|кому", counted.marked("anyone")),
    ("не важливо|неважливо хто|до|кого", counted.marked("anyone")),
    ("хто вільний|завгодно", counted.marked("anyone")),
)

_TO = "до|у|в|з|із|на"
# before what is not wished for
REFUSALS: Table = (
    ("більше? не хотіти|треба|сподобався|сподобалась|сподобалася|подобається|підходить більше?", limits.both_ways),
    (f"ні {_TO}", counted.marked("refuses")),
    (f"не|крім|окрім|замість|без {_TO}?", counted.marked("refuses")),
    (
        f"не хотіти|треба|буду|варто|бажаю йти|піти|потрапити|записати|бачити|прийти|щоб|бути? {_TO}?",
        counted.marked("refuses"),
    ),
    ("чому|що б? не|ні", counted.marked("suggests")),
    ("не тільки|лише|проти", counted.marked("suggests")),
)

_ONE = "варіант|варіанту|час|віконце|запис|опція|пропозиція"
CHOICES: Table = (
    ("<nth> раз", counted.marked("turn")),
    (f"<nth>|<nth_day> {_ONE}?", lambda n: {"choice": Choice(number=n)}),
    ("варіант|номер|під номером? <number>", lambda n: {"choice": Choice(number=n)}),
    (f"останній {_ONE}?", counted.said("choice", Choice(number=-1))),
    ("найпізніший|найпізніше|найпізнішу", counted.said("choice", Choice(by="latest"))),
    ("пізніше|пізніший", counted.said("choice", Choice(by="later"))),
    ("найраніший|найраніше|найранішу", counted.said("choice", Choice(by="earliest"))),
    ("найближчий час|віконце|запис|вільний|місце", counted.said("choice", Choice(by="earliest"))),
    ("найшвидше", counted.said("choice", Choice(by="earliest"))),
    ("раніше|раніший", counted.said("choice", Choice(by="earlier"))),
    ("найдешевший|найдешевше|дешевше|дешевший|найдешевшу", counted.said("choice", Choice(by="cheaper"))),
    ("найдорожчий|найдорожче|дорожче|дорожчий", counted.said("choice", Choice(by="dearer"))),
    ("найкоротший|коротше|коротший", counted.said("choice", Choice(by="shorter"))),
    ("найдовший|довше|довший", counted.said("choice", Choice(by="longer"))),
    ("будьякий час|варіант|день|підходить?", counted.said("choice", Choice(by="any"))),
    ("все одно", counted.said("choice", Choice(by="any"))),
    ("байдуже", counted.said("choice", Choice(by="any"))),
    ("коли завгодно", counted.said("choice", Choice(by="any"))),
    ("як завжди|зазвичай|минулого", counted.said("choice", Choice(by="same"))),
)

_ACHES = "спина|шия|плечі|поперек|спині|шиї|плечах|м'язи"
# everyday words -> the words that names of treatments have
EVERYDAY: Table = (
    ("масаж|масажний|помасажувати", counted.said("names", ("massage",))),
    (f"болить|болять|ниє|біль .. {_ACHES}", counted.said("names", ("massage",))),
    (f"{_ACHES} болить|болять|ниє", counted.said("names", ("massage",))),
    ("шведський|шведського масаж?", counted.said("names", ("swedish", "massage"))),
    ("глибокий|глибокого|глибокотканинний тканинний? масаж?", counted.said("names", ("deep", "tissue", "massage"))),
    ("масаж глибоких тканин", counted.said("names", ("deep", "tissue", "massage"))),
    ("спортивний|спортивного масаж?", counted.said("names", ("sport", "massage"))),
    ("розслаблюючий|розслабляючий|розслаблювальний|релакс масаж?", counted.said("names", ("relaxation", "massage"))),
    ("парний|парного|спільний масаж?", counted.said("names", ("couple", "massage"))),
    ("масаж для|на двох|двоїх|пари", lambda: {"party": 2, "names": ("couple", "massage")}),
    ("рефлексологія|рефлексологію|рефлексології", counted.said("names", ("reflexology",))),
    ("масаж стоп|ніг|ступнів", counted.said("names", ("reflexology",))),
    ("масажна|масажну|масажній кушетка|кушетку|ліжко", counted.said("names", ("bed",))),
    ("чистка обличчя?", counted.said("names", ("facial",))),
    ("догляд|процедура за|для? обличчям|обличчя", counted.said("names", ("facial",))),
    ("обличчя|фейшл|косметолог|косметолога", counted.said("names", ("facial",))),
    ("стрижка|постригтися|підстригтися|стригтися|підстригти|постригти", counted.said("names", ("cut",))),
    ("стрижка|корекція|моделювання|підрівняти|підстригти борода", counted.said("names", ("beard",))),
    ("борода", counted.said("names", ("beard",))),
    ("гоління|поголитися|голитися|поголити", counted.said("names", ("shave",))),
    ("манікюр|нігті|нігтів", counted.said("names", ("manicure",))),
    ("педикюр", counted.said("names", ("pedicure",))),
    ("приватна|приватний|приватну|окрема|віп кімната|номер|кімнату|люкс", counted.said("names", ("private",))),
    ("ароматерапія|ароматерапію|ароматерапією", counted.said("names", ("aromatherapy",))),
    ("гарячі|гарячими|гарячих камені|камінням|каменями|каменів", counted.said("names", ("stone",))),
    ("кисень|киснева|кисневу", counted.said("names", ("oxygen",))),
)
WEAK = words("hot classic ai light therapy treatment core coresync of the in bed")
PARTING = words("і й та плюс потім також або а , & +")
EITHER = words("або чи")
NAMES_END = words("і й та дякую на в у до з але мій моя це запишіть хотіти могти записати телефон")
BESIDE = words("до у в з із майстер")
CORRECTIONS = words("ні не краще точніше змінити перенести помилка помилився помилилася замість ой")
REFUSING = words("не крім окрім без")
REACHING = words("до у з із на ні і й та або більше йти потрапити знову ніколи запис масаж")
TURNING = words("а але тільки лише")
KIN = words(_PERSON.replace("|", " "))
TELLING = words("цей , мій моя мого моєї мою")
NAME_LEADS: Table = (
    ("мене звати|звуть", counted.marked("lead")),
    ("моє|повне? ім'я -?", counted.marked("lead")),
    ("на ім'я", counted.marked("lead")),
    ("ім'я та|і прізвище", counted.marked("lead")),
)
INTRODUCTIONS: Table = (("цей|я", counted.marked("lead")),)
NAME_LEADS_WHEN_ASKED: Table = (
    *NAME_LEADS,
    ("я|це|на|звати|ім'я|так|добре|привіт|-", counted.marked("lead")),
)
NOT_NAMES = words("""
    так ні добре дякую привіт що як коли де хто скільки чому на в у до з після я ми ви це завтра сьогодні
    масаж запис записати скасувати перенести допомога стоп хотіти могти можна треба не нічого ніколи
""")
SPOKEN_MARKS = {"крапка": ".", "дефіс": "-", "тире": "-", "мінус": "-", "підкреслення": "_", "плюс": "+", "dot": "."}
SPOKEN_AT = "собачка"
