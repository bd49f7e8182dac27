"""Shown where a page is edited: publications (W3.4), upkeep (W6.2), author and source of pictures and files (W7.3)."""

from __future__ import annotations

from django.urls import reverse
from django.utils.functional import cached_property
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


class MediaPanel(Panel):
    """Author, source and terms of each picture and file that the page shows, with a way to the form of each; what one
    lacks stands first. Nothing can be edited here."""

    def __init__(self, **kwargs):
        kwargs.setdefault("heading", _("Author and source of pictures and files"))
        super().__init__(**kwargs)

    class BoundPanel(Panel.BoundPanel):
        template_name = "editorial/admin/media_panel.html"

        def is_shown(self):
            return super().is_shown() and bool(self.instance and self.rows)

        @cached_property
        def rows(self):
            """Asked through the page: a page model refers to this panel before pictures are defined."""
            rows = [
                {"item": item, "url": media_form_url(item), "lacking": item.lacking()}
                for item in self.instance.shown_media()
            ]
            return sorted(rows, key=lambda row: not row["lacking"])

        def get_context_data(self, parent_context=None):
            return super().get_context_data(parent_context) | {"rows": self.rows}


def media_form_url(item) -> str:
    """The form of a picture or file."""
    is_image = hasattr(item, "renditions")
    return reverse("wagtailimages:edit" if is_image else "wagtaildocs:edit", args=[item.pk])


class UpkeepPanel(Panel):
    """Who keeps the page and when it comes back to the board, with the way to change it: it is no part of the page
    and needs no publication."""

    def __init__(self, **kwargs):
        kwargs.setdefault("heading", _("Upkeep"))
        super().__init__(**kwargs)

    class BoundPanel(Panel.BoundPanel):
        template_name = "editorial/admin/upkeep_panel.html"

        def is_shown(self):
            return super().is_shown() and bool(self.instance and self.instance.pk)

        def get_context_data(self, parent_context=None):
            return super().get_context_data(parent_context) | {"page": self.instance}
