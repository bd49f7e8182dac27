"""One column of a list: what the table shows and what a download holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

Kind = Literal["title", "text", "symbol", "date", "moment", "number", "yes_no", "badge", "link", "files"]

ALIGNED = {"number"}


@dataclass(frozen=True)
class Column:
    """`name` is an attribute of the page, unless `read` says how the value is found, and the key in JSON.

    Kinds and the value that `read` must give: ``title``, ``text``, ``symbol`` (a number of a document) text; ``date`` a date;
    ``moment`` a date with time; ``number`` a number; ``yes_no`` true or false; ``badge`` {text, tone: info, success,
    warning, danger or nothing}; ``link`` {url, text} or an address; ``files`` the list that
    ``sections.presentation.file_entries`` gives. `sort` is the field to order by where it is not `name`.
    `hidden`: in downloads only. `shown_only`: in the table only.
    """

    name: str
    label: str | Promise
    kind: Kind = "text"
    sortable: bool = False
    sort: str = ""
    read: Callable[[Any], Any] | None = None
    hidden: bool = False
    shown_only: bool = False

    @property
    def order(self) -> str:
        return self.sort or self.name

    def value(self, page) -> Any:
        """What the column has of a page; the words of a choice, never its code."""
        if self.read is not None:
            return self.read(page)
        display = getattr(page, f"get_{self.name}_display", None)
        return display() if display is not None else getattr(page, self.name)

    def cell(self, page) -> dict[str, Any]:
        """What the table shows: the value, whatever its kind says of its shape."""
        value = self.value(page)
        if self.kind == "link" and isinstance(value, str):
            value = {"url": value, "text": value} if value else None
        if self.kind == "badge" and isinstance(value, (str, Promise)):
            value = {"text": value, "tone": ""} if value else None
        return {"label": self.label, "kind": self.kind, "value": value, "num": self.kind in ALIGNED}

    def plain(self, page) -> str | int | float | Decimal | bool | date | datetime | None:
        """The value for a download: text, a number, a truth, a date or a moment in local time."""
        value = self.value(page)
        if value is None or value == "":
            return None
        if self.kind == "files":
            return " ".join(entry["url"] for entry in value if not entry.get("withdrawn_on")) or None
        if self.kind in ("link", "badge") and isinstance(value, dict):
            return str(value["url" if self.kind == "link" else "text"])
        if isinstance(value, datetime):
            return timezone.localtime(value) if timezone.is_aware(value) else value
        if isinstance(value, (bool, int, float, Decimal, date)):
            return value
        if isinstance(value, (list, tuple, set)):
            return "; ".join(str(part) for part in value) or None
        return str(value)

    def words(self, page) -> Any:
        """The value for a spreadsheet, where a truth is a word."""
        value = self.plain(page)
        if isinstance(value, bool):
            return _("Yes") if value else _("No")
        return float(value) if isinstance(value, Decimal) else value
