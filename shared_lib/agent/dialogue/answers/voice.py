"""Who speaks in the answers: one place, so that another voice is one line."""

from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.replies.voice import Voice


def voice_of(services: DialogueServices) -> Voice:
    """Return the voice that speaks to this guest."""
    return services.voice
