"""What is said to a guest whose life may be in danger when the house itself can't be reached."""

from shared_lib.agent.chat.messages import Body, state_of
from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.dialogue_state import DialogueState
from shared_lib.agent.language.care import trouble_in
from shared_lib.agent.language.language_detection import ENGLISH, language_of
from shared_lib.agent.replies.care import care_sentence


def emergency_answer(text: str | None) -> Body | None:
    """Return whom to call, None where no life is in danger; nothing is looked up and nothing is kept."""
    trouble = trouble_in(text or "", ENGLISH, ())
    if trouble is None or not trouble.emergency:
        return None
    lang = language_of(text or "", ENGLISH, None)
    said = Reply(care_sentence(trouble.answer, lang, emergency=True))
    return {
        "lang": lang,
        "replies": [said.to_json()],
        "state": state_of(DialogueState(lang=lang)),
        "poll_after_ms": None,
    }
