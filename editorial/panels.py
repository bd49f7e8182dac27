"""The record of a page's publications, shown where the page is edited (W3.4)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

SHOWN = 10


class PublicationsPanel(Panel):
    """Who wrote, who appraised, who approved: the last ten decisions on the page. Nothing can be edited
    here."""

    def __init__(self, **kwargs):
        kwargs.setdefault("heading", _("Who wrote, who appraised, who approved"))
        kwargs.setdefault("classname", "collapsed")
        super().__init__(**kwargs)

    class BoundPanel(Panel.BoundPanel):
        template_name = "editorial/admin/publications_panel.html"

        def is_shown(self):
            return super().is_shown() and bool(self.instance and self.instance.pk)

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            # Asked through the relation: a page model refers to this panel before the record is defined.
            context["publications"] = self.instance.publications.prefetch_related("writers")[:SHOWN]
            return context
