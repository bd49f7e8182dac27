"""The form in which a board enters the figures of a school year."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from editorial.models.authorship import AuthoredPageForm
from network.selectors import institution_for_page
from sections.statistics.checks import Finding, findings, full_name
from sections.statistics.choices import PUPIL_LEVELS, Group, Level, Unit, levels_of
from sections.statistics.figures import Figures, figures_of, figures_put
from sections.statistics.indicators import INDICATORS, Cell, by_code, cells_for
from sections.statistics.numbers import figure_text, parse_figure, plain_text
from sections.statistics.years import current_school_year, previous_figures

FIRST_DAY = (9, 30)
"""Figures of the beginning of a school year are those of 30 September."""


def field_name(cell: Cell) -> str:
    return f"figure-{cell[0]}-{cell[1]}"


def reason_name(finding: Finding) -> str:
    """The field for a reason names the finding and the figures: it cannot confirm other figures."""
    digest = hashlib.blake2b(f"{finding.key} {finding.values}".encode(), digest_size=8).hexdigest()
    return f"confirm-{digest}"


class DrawnInGrid(forms.TextInput):
    """The grid draws its fields itself; Wagtail draws every field once more that no panel claims, and the second would win."""

    def render(self, name, value, attrs=None, renderer=None):
        return ""


class FigureField(forms.CharField):
    """One cell of the grid: a figure, .. for one that is not available, or nothing."""

    def __init__(self, cell: Cell, **kwargs):
        self.cell = cell
        self.unit = by_code()[cell[0]].unit
        super().__init__(required=False, max_length=30, widget=DrawnInGrid(), **kwargs)

    def clean(self, value):
        text = super().clean(value)
        return parse_figure(text, self.unit) if text else ""


class StatisticsYearForm(AuthoredPageForm):
    """Adds a field for each figure that an institution of this type is asked, and checks them together. Figures that are wrong
    in themselves are refused at their field; what speaks against them together is said beside the grid, kept with the draft,
    and settled before the page is handed to the board (``sections.statistics.rules``)."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.stored: Figures = figures_of(self.instance) if self.instance else {}
        self._suggest()
        for cell in self.cells:
            name = field_name(cell)
            indicator = by_code()[cell[0]]
            label = full_name(indicator)
            if cell[1] != Level.WHOLE:
                label = f"{label}, {Level(cell[1]).label}"
            self.fields[name] = FigureField(cell, label=label)
            if cell in self.stored:
                self.initial[name] = plain_text(self.stored[cell])

    @cached_property
    def institution(self):
        return institution_for_page(self.parent_page) if self.parent_page else None

    @cached_property
    def levels(self) -> tuple[Level, ...]:
        return levels_of(self.institution.type) if self.institution else PUPIL_LEVELS

    @cached_property
    def cells(self) -> list[Cell]:
        """What is asked, and whatever the page has besides (from an import)."""
        is_school = bool(self.institution and not self.institution.is_authority)
        asked = list(cells_for(self.levels, is_school=is_school))
        return asked + [cell for cell in self.stored if cell not in asked]

    def _suggest(self) -> None:
        """A new page begins with the year that comes next, the day of counting and the institution as source."""
        if self.instance.pk or self.instance.school_year:
            return
        taken = self._siblings().order_by("-school_year").values_list("school_year", flat=True).first()
        now = current_school_year(timezone.localdate())
        year = min(taken + 1, now) if taken else now
        self.initial.setdefault("school_year", None)
        self.initial["school_year"] = self.initial["school_year"] or year
        self.initial["counted_on"] = self.initial.get("counted_on") or date(year, *FIRST_DAY)
        if self.institution and not self.initial.get("source_name"):
            self.initial["source_name"] = self.institution.name[:200]

    def _siblings(self):
        found = type(self.instance).objects.child_of(self.parent_page) if self.parent_page else None
        found = type(self.instance).objects.none() if found is None else found
        return found.exclude(pk=self.instance.pk) if self.instance.pk else found

    def clean(self):
        cleaned = super().clean()
        year = cleaned.get("school_year")
        if year and self._siblings().filter(school_year=year).exists():
            self.add_error(
                "school_year",
                ValidationError(
                    _(
                        "There are figures of this school year already. Change those, they keep their history."
                    ),
                    code="double",
                ),
            )
        return cleaned

    def entered(self) -> Figures:
        """The figures as they stand in the form; those that could not be read are left out."""
        found: Figures = {}
        for cell in self.cells:
            value = self.cleaned_data.get(field_name(cell), "")
            if value != "":
                found[cell] = value
        return found

    def _post_clean(self):
        figures = self.entered()
        figures_put(self.instance, figures)
        super()._post_clean()
        self._confirm(figures)

    def _confirm(self, figures: Figures) -> None:
        rows = []
        model = self.instance.confirmations.model
        kept = {(row.finding, row.values): row for row in self.instance.confirmations.all()}
        for finding in self.findings_of(figures):
            if finding.is_error:
                continue
            known = kept.get((finding.key, finding.values))
            reason = self.data.get(reason_name(finding))
            reason = (known.reason if known else "") if reason is None else reason.strip()[:300]
            if reason:
                row = known or model(page=self.instance, finding=finding.key, values=finding.values)
                if row.reason != reason:
                    row.reason = reason
                    self._reasons_changed = True
                rows.append(row)
        self._reasons_changed = getattr(self, "_reasons_changed", False) or len(rows) != len(kept)
        self.instance.confirmations.set(rows)

    def has_changed(self):
        return super().has_changed() or getattr(self, "_reasons_changed", False)

    def findings_of(self, figures: Figures) -> list[Finding]:
        year = self.instance.school_year
        if not year or not figures:
            return []
        return findings(figures, school_year=year, previous=self.previous, levels=self.levels)

    @cached_property
    def previous(self) -> Figures | None:
        year = self.instance.school_year or self.initial.get("school_year")
        return previous_figures(self._siblings(), year) if year else None

    def grid(self) -> dict[str, Any]:
        """Tables and findings for the panel."""
        figures = self.entered() if self.is_bound and hasattr(self, "cleaned_data") else self.stored
        reasons = {(row.finding, row.values): row.reason for row in self.instance.confirmations.all()}
        found = [
            {
                "text": str(finding.message),
                "is_error": finding.is_error,
                "name": reason_name(finding),
                "reason": reasons.get((finding.key, finding.values), ""),
            }
            for finding in self.findings_of(figures)
        ]
        return {
            "tables": [table for group in Group if (table := self._table(group))],
            "findings": found,
            "open": sum(1 for row in found if row["is_error"] or not row["reason"]),
        }

    def _table(self, group: Group) -> dict[str, Any] | None:
        indicators = [i for i in INDICATORS if i.group == group and any(c[0] == i.code for c in self.cells)]
        if not indicators:
            return None
        used = {level for i in indicators for code, level in self.cells if code == i.code}
        levels = [level for level in Level if level in used]
        previous = self.previous or {}
        rows = []
        for indicator in indicators:
            cells = []
            for level in levels:
                cell = (indicator.code, level)
                field = self[field_name(cell)] if cell in self.cells else None
                before = figure_text(previous[cell]) if cell in previous else ""
                cells.append({"field": field, "before": before})
            rows.append(
                {
                    "name": indicator.name,
                    "is_part": bool(indicator.part_of),
                    "unit": Unit(indicator.unit).label,
                    "cells": cells,
                }
            )
        return {"group": group, "label": group.label, "levels": levels, "rows": rows}
