"""Who speaks in the answers: one place, so that another voice is one line."""

from shared_lib.agent.dialogue.answers.sources import AnswerSources
from shared_lib.agent.replies.voice import Voice


def voice_of(services: AnswerSources) -> Voice:
    """Return the voice that speaks to this guest."""
    return services.voice
