"""An e-mail address that is spelt out: `anna at example dot com`, in any of our languages."""

from .contact import email_in
from .items import cleaned
from .language import TABLES
from .language_detection import ENGLISH, detected
from .loader import load_language


def spoken_email(text: str) -> str:
    """Return the one address in a sentence as it is written, "" where there is none or more than one."""
    if text.count("@") > 1:
        return ""
    plain = cleaned(text)
    code = detected(plain, None)
    language = load_language(code if code in TABLES else ENGLISH)
    items = language.items(language.respell(plain))
    return (email_in(items, language.spoken_marks, language.spoken_at) or "").strip(".")
