"""English on the desk of an authority's board: what is outdated, missing, or waits to be checked."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from editorial.desk import SHOWN, Desk
from sections.english.choices import OPEN, Standing
from sections.english.selectors import EnglishRow, english_rows


def is_shown(row: EnglishRow) -> bool:
    """English that says what is no longer so stands on the site: it is shown also where nobody has to have it."""
    return row.standing == Standing.OUTDATED or (row.is_wanted and row.standing in OPEN)


def english_on(desk: Desk) -> list[EnglishRow]:
    """``english_rows`` of the institutions in scope, read once for all parts of a desk; no query on that of a school."""
    return desk.once("sections.english", lambda: english_rows(desk.scope))


class EnglishPart:
    """At most seven queries at any number of authorities and pages; none on the desk of a school."""

    name, order, title = "english", 64, _("English for foreigners")
    template_name = "sections/desk/english.html"

    def context(self, desk: Desk) -> dict[str, Any] | None:
        boards = {one.pk: one for one in desk.scope if one.pk in desk.held() and one.is_authority}
        if not boards:
            return None
        rows = [row for row in english_on(desk) if row.institution_id in boards and is_shown(row)]
        if not rows:
            return None
        rows.sort(key=lambda row: OPEN.index(row.standing))
        named = desk.names_institutions
        return {
            "rows": [(row, boards[row.institution_id] if named else None) for row in rows[:SHOWN]],
            "count": len(rows),
            "url": reverse("sections_english"),
        }
