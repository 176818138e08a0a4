"""Members' cards as PDF."""

from shared_lib.notifications.adapters.membership_cards.pdf_card import PdfCardWriter

__all__ = ["PdfCardWriter"]
