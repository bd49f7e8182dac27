"""Words of the states and results of lists of pages."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Source(TextChoices):
    """What was uploaded."""

    LIST = "list", _("List (XLSX, CSV, JSON)")
    NUKEVIET = "nukeviet", _("Site made with NukeViet")
    WORDPRESS = "wordpress", _("Site made with WordPress")


class Work(TextChoices):
    """What is being done with a batch, or was done last."""

    CHECK = "check", pgettext_lazy("batch", "Dry run")
    APPLY = "apply", pgettext_lazy("batch", "Drafts are made")
    UNDO = "undo", pgettext_lazy("batch", "Undone")
    SUBMIT = "submit", pgettext_lazy("batch", "Handed to the board")
    AGREE = "agree", pgettext_lazy("batch", "Agreed to")
    RETURN = "return", pgettext_lazy("batch", "Returned")


class RowResult(TextChoices):
    """What becomes, or became, of a row."""

    CREATED = "created", pgettext_lazy("row of a list", "new")
    CHANGED = "changed", pgettext_lazy("row of a list", "changed")
    UNCHANGED = "unchanged", pgettext_lazy("row of a list", "unchanged")
    FAULTY = "faulty", pgettext_lazy("row of a list", "faulty")
    LEFT_OUT = "left_out", pgettext_lazy("row of a list", "not placed")
    UNDONE = "undone", pgettext_lazy("row of a list", "undone")


WRITTEN = (RowResult.CREATED, RowResult.CHANGED)
"""Rows that stand behind a draft."""
