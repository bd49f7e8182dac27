"""Lists of pages on the desk: one row for a whole list that waits for a person."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from editorial.desk import SHOWN, Desk
from sections.exchange.selectors import returned_batches, waiting_batches


class BatchPart:
    """Lists of which pages wait for the person's decision, and own ones that came back. Three queries."""

    name, order, title = "batches", 105, _("Lists of pages")
    template_name = "sections/exchange/desk.html"

    def context(self, desk: Desk) -> dict[str, Any] | None:
        found = [
            {"batch": batch, "count": count, "is_returned": is_returned}
            for is_returned, rows in (
                (False, waiting_batches(desk.user)),
                (True, returned_batches(desk.user)),
            )
            for batch, count in rows
            if desk.selected is None or batch.institution_id == desk.selected.pk
        ]
        if not found:
            return None
        for row in found:
            row["url"] = reverse("exchange_batch", args=[row["batch"].uid])
        return {"count": len(found), "rows": found[:SHOWN], "url": reverse("exchange_index")}
