"""The grid in the form of a school year."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel


class FiguresPanel(Panel):
    """All figures in tables, one a group: what is counted in rows, levels in columns, each field with the figure of the year
    before; below them what the checks found, each warning with the field for its reason."""

    def __init__(self, **kwargs):
        kwargs.setdefault("heading", _("Figures"))
        super().__init__(**kwargs)

    class BoundPanel(Panel.BoundPanel):
        template_name = "sections/statistics/figures_panel.html"

        def get_context_data(self, parent_context=None):
            return super().get_context_data(parent_context) | {"grid": self.form.grid()}
