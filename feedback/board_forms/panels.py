"""Where a form stands in the register, shown where it is edited."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel


class ProcessingPanel(Panel):
    """Whether the form may go onto the site: what is still wrong with it, and how far its entry in the register is, with the
    way there. Nothing can be edited here."""

    def __init__(self, **kwargs):
        kwargs.setdefault("heading", _("May this form be published?"))
        super().__init__(**kwargs)

    class BoundPanel(Panel.BoundPanel):
        template_name = "feedback/board_forms/panel.html"

        def is_shown(self):
            return super().is_shown() and bool(self.instance and self.instance.pk)
