"""Lists of pages on the desk: one row for a whole list that waits for a person."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from editorial.desk import SHOWN, Desk
from sections.exchange.selectors import waiting_batches


class BatchPart:
    """Lists of which pages wait for the person's decision. Two queries."""

    name, order, title = "batches", 105, _("Lists of pages that wait for you")
    template_name = "sections/exchange/desk.html"

    def context(self, desk: Desk) -> dict[str, Any] | None:
        found = waiting_batches(desk.user)
        if desk.selected is not None:
            found = [(batch, count) for batch, count in found if batch.institution_id == desk.selected.pk]
        if not found:
            return None
        rows = [
            {"batch": batch, "count": count, "url": reverse("exchange_batch", args=[batch.uid])}
            for batch, count in found
        ]
        return {"count": len(rows), "rows": rows[:SHOWN], "url": reverse("exchange_index")}
