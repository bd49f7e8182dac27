"""Broken links on the desk."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from editorial.desk import SHOWN, Desk
from resources.choices import LinkFault
from resources.selectors.links import broken_places, owners_of


class BrokenLinksPart:
    """Pages with links that two checks found broken, and who keeps each page; three queries."""

    name, order, title = "links", 330, _("Broken links")
    template_name = "resources/desk_links.html"

    def context(self, desk: Desk) -> dict[str, Any] | None:
        ids = desk.held()
        if not ids:
            return None
        found = broken_places(ids)
        places = list(found[:SHOWN])
        if not places:
            return None
        owners = owners_of(places)
        rows = [(place, LinkFault(place.link.fault).label, owners[place.pk]) for place in places]
        return {"count": found.count(), "rows": rows, "url": reverse("resource_links")}
