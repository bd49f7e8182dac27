"""The editor's form of entries that speak for the institution: its name as author and source is known and not asked."""

from __future__ import annotations

from typing import Any

from editorial.models import AuthoredPageForm
from network.selectors import institution_for_page


class InstitutionEntryForm(AuthoredPageForm):
    """A new entry opens with the institution as author and source; the board may name a unit instead."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        page, parent = kwargs.get("instance"), kwargs.get("parent_page")
        if page is not None and page.pk is None and parent is not None:
            name = getattr(institution_for_page(parent), "name", "")
            page.author_name = page.author_name or name[:160]
            page.source_name = page.source_name or name[:200]
        super().__init__(*args, **kwargs)
