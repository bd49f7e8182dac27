"""What a board has published and withdrawn."""

from __future__ import annotations

from django.db.models import QuerySet

from editorial.models import Publication
from editorial.selectors.boards import board_roles


def publications_for(user) -> QuerySet[Publication]:
    """The record of the institutions on whose boards a person serves; all of it for a superuser."""
    rows = Publication.objects.select_related("institution").prefetch_related("writers")
    if user.is_superuser:
        return rows
    return rows.filter(institution_id__in={pk for pk, _role in board_roles(user)})
