"""Members' cards as PDF."""

from typing_extensions import override

from shared_lib.notifications.membership_card import MembershipCard
from shared_lib.notifications.ports import MembershipCardWriter

__all__ = ["PdfCardWriter"]


class PdfCardWriter(MembershipCardWriter):
    """Draws cards; whoever writes no welcome does not pay for reportlab."""

    @override
    def write(self, card: MembershipCard, *, house: str, membership: str, since: str) -> bytes:
        from shared_lib.notifications.adapters.membership_cards.pdf_card import draw_card

        return draw_card(card, house=house, membership=membership, since=since)
