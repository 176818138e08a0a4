"""What would work instead: the nearest times, in every refusal of a time."""

import dataclasses
from datetime import datetime

from shared_lib.agent.phone.answers import Declined, sorry
from shared_lib.agent.phone.line import Line
from shared_lib.agent.phone.reasons import facts_of, say_reason
from shared_lib.agent.phone.sentences import say
from shared_lib.agent.phone.speech import say_moments
from shared_lib.domain.availability.reasons import Reason
from shared_lib.domain.price_book import Treatment
from shared_lib.usecases.find_times import Wish


def decline(code: str, why: str, wish: Wish, near: datetime, line: Line, **facts: object) -> Declined:
    """Return a refusal with the times that are nearest to an instant: for the wish, else with anybody."""
    anybody = dataclasses.replace(wish, technician=None, gender=None)
    for other in dict.fromkeys((wish, anybody)):
        if offers := line.nearest(other, near):
            times = say_moments(sorted(offer.starts_at for offer in offers), line.spa, now=line.now)
            answer = sorry(code, say("instead", sorry=why, times=times), alternatives=line.slots(offers, other))
            return Declined(answer | {"slots": []} | facts)
    return Declined(sorry(code, say("nothing_instead", sorry=why, phone=line.phone)) | {"slots": []} | facts)


def decline_time(reason: Reason, treatment: Treatment, wish: Wish, asked: datetime, line: Line) -> Declined:
    """Return a refusal by the reason why a time is not to be had."""
    why = say_reason(reason, treatment, asked, line)
    return decline(str(reason), why, wish, asked, line, reason=str(reason), **facts_of(reason, line))
