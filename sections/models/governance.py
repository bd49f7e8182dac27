"""How the site itself is governed."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from editorial.choices import BoardRole
from editorial.models import Upkeep
from editorial.selectors.regulations import office_holders, regulations_in_force
from network.selectors import institution_for_page
from sections import tree
from sections.models.base import SectionPage


class BoardPage(SectionPage):
    """The board of editors and the regulations on website and e-mail (W3.3, W4.4, W11.1, W11.2, W11.3).

    The regulations in force, the office-holders whom they name and the contact officials stand here by themselves; they
    come from what the head approved, not from this page.
    """

    personal_data = tree.SECTION_DATA

    template = "pages/sections/board.html"

    class Meta:
        verbose_name = _("board of editors and regulations")
        verbose_name_plural = _("boards of editors and regulations")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        institution = institution_for_page(self)
        if institution is None:
            return context
        regulations = regulations_in_force(institution)
        context["regulations"] = regulations
        context["upkeep"] = Upkeep.objects.filter(institution=institution).first()
        if any(regulation.kind == "website" for regulation in regulations):
            names = office_holders(institution)
            context["office_holders"] = [
                {"role": role.label, "names": names[role]}
                for role in (BoardRole.CHIEF, BoardRole.EDITOR)
                if names.get(role)
            ]
        return context
