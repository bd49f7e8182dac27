"""The letter to a member's chief editors about an article that the authority makes mandatory."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from editorial.letters.boards import admin_link, rendered
from network.letters import LetterKind, Message, register_kind
from network.models import Institution, Letter
from sections.models import ArticleOffer
from sections.offers.services import MANDATORY


def register() -> None:
    register_kind(
        LetterKind(
            MANDATORY,
            _("The authority asks us to read or publish an article"),
            build=mandatory,
            help_text=_("With the day by which your board has to do it."),
        )
    )


def mandatory(letter: Letter) -> Message | None:
    offer = (
        ArticleOffer.objects.select_related("institution")
        .filter(pk=letter.about["offer"], ended_at=None)
        .first()
    )
    board = Institution.objects.select_related("site").filter(pk=letter.about["board"]).first()
    if offer is None or board is None or offer.due_on is None:
        return None
    context = {
        "title": offer.title,
        "authority": offer.institution.name,
        "duty": offer.get_duty_display(),
        "day": f"{offer.due_on:%d/%m/%Y}",
        "link": admin_link(board, "sections_offer_received", offer.pk, board.pk),
    }
    return rendered("sections/offer_mandatory", context)
