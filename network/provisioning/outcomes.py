"""What became of the rows of a list, as the command, the screens and the report tell it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from common.spreadsheets import write_csv
from network.choices import RowStatus

__all__ = ["ProvisioningResult", "RowOutcome", "RowStatus", "summarise"]


@dataclass
class RowOutcome:
    """What became of one row. `messages` name the column in the language that was active."""

    row: int
    code: str
    name: str
    status: str
    messages: list[str] = field(default_factory=list)
    host: str = ""
    pages: int = 0

    @property
    def label(self) -> str:
        """The status in words."""
        return str(RowStatus(self.status).label)


@dataclass
class ProvisioningResult:
    """The outcomes of a whole list, in the order of its rows."""

    outcomes: list[RowOutcome] = field(default_factory=list)
    seconds: float = 0.0

    def count(self, status: str) -> int:
        return sum(outcome.status == status for outcome in self.outcomes)

    def summary(self) -> dict[str, Any]:
        """The totals as the command prints them."""
        return summarise(self.outcomes, self.seconds)

    def report(self) -> bytes:
        """The report as CSV: one line a row of the list, with what became of it and why."""
        head = [
            _("Row"),
            _("Code"),
            _("Name"),
            _("Result"),
            _("Address of the site"),
            _("Pages"),
            _("Remarks"),
        ]
        rows = [
            [o.row, o.code, o.name, o.label, o.host, o.pages, " ".join(o.messages)] for o in self.outcomes
        ]
        return write_csv([head, *rows])


def summarise(outcomes: Iterable[RowOutcome], seconds: float) -> dict[str, Any]:
    """Return the totals: rows, created, updated, unchanged, rejected, pages, seconds."""
    outcomes = list(outcomes)
    counts = {status.value: sum(o.status == status for o in outcomes) for status in RowStatus}
    return {
        "rows": len(outcomes),
        **counts,
        "pages": sum(o.pages for o in outcomes),
        "seconds": round(seconds, 2),
    }
