"""What would work instead: the nearest times, in every refusal of a time."""

from datetime import datetime

from shared_lib.agent.phone.answers import Declined, sorry
from shared_lib.agent.phone.line import FEW, Line
from shared_lib.agent.phone.reasons import facts_of, say_reason
from shared_lib.agent.phone.sentences import say
from shared_lib.agent.phone.slots import with_whom
from shared_lib.agent.phone.speech import say_moments
from shared_lib.domain.availability.offers import Offer
from shared_lib.domain.availability.reasons import Reason
from shared_lib.domain.price_book import Treatment
from shared_lib.usecases.find_times import Wish


def decline(code: str, why: str, wish: Wish, near: datetime, line: Line, **facts: object) -> Declined:
    """Return a refusal with the times that are nearest to an instant."""
    found = _nearest(wish, near, line)
    if not found:
        return Declined(sorry(code, say("nothing_instead", sorry=why, phone=line.phone)) | {"slots": []} | facts)
    times = say_moments(sorted({offer.starts_at for offer, _ in found}), line.spa, now=line.now)
    alternatives = [line.slot(offer, wished) for offer, wished in found]
    return Declined(
        sorry(code, say("instead", sorry=why, times=times), alternatives=alternatives) | {"slots": []} | facts
    )


def _nearest(wish: Wish, near: datetime, line: Line) -> list[tuple[Offer, Wish]]:
    """Return the nearest times with whom was wished for, after the nearest one with anybody where that is another."""
    as_wished = [(offer, wish) for offer in line.nearest(wish, near)]
    anybody = with_whom(wish, None, None)
    if anybody == wish:
        return as_wished
    known = {offer.starts_at for offer, _ in as_wished}
    others = [(offer, anybody) for offer in line.nearest(anybody, near) if offer.starts_at not in known]
    return (others[:1] + as_wished if as_wished else others)[:FEW]


def decline_time(reason: Reason, treatment: Treatment, wish: Wish, asked: datetime, line: Line) -> Declined:
    """Return a refusal by the reason why a time is not to be had."""
    why = say_reason(reason, treatment, asked, line)
    return decline(str(reason), why, wish, asked, line, reason=str(reason), **facts_of(reason, line))
