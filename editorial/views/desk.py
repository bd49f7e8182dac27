"""The admin's home: the desk in place of Wagtail's panels."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest
from django.utils import timezone
from wagtail.admin.ui.components import Component

from editorial.desk import Desk, desk_for, parts
from network.models import Institution


class DeskPanel(Component):
    """All parts of the desk that have something to say to this person."""

    name = "desk"
    order = 100
    template_name = "editorial/desk/desk.html"

    def __init__(self, request: HttpRequest):
        self.desk = requested_desk(request)

    def get_context_data(self, parent_context) -> dict[str, Any]:
        found = [(part, part.context(self.desk)) for part in parts()]
        shown = [
            {
                "name": part.name,
                "title": part.title,
                "template_name": part.template_name,
                "count": context.get("count"),
                "is_aside": getattr(part, "is_aside", False),
                "context": context,
            }
            for part, context in found
            if context is not None
        ]
        return {
            "desk": self.desk,
            "main": [part for part in shown if not part["is_aside"]],
            "aside": [part for part in shown if part["is_aside"]],
            "request": parent_context.get("request"),
            "csrf_token": parent_context.get("csrf_token"),
        }


def requested_desk(request: HttpRequest) -> Desk:
    """The desk that the address asks for; an institution on whose board the person does not serve is not found."""
    asked = request.GET.get("institution", "")
    try:
        return desk_for(request.user, timezone.now(), institution_id=int(asked) if asked else None)
    except (ValueError, Institution.DoesNotExist):
        raise Http404 from None
