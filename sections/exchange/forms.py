"""Forms of lists: the upload, its columns, a decision."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from common.spreadsheets import Table
from sections.exchange.cells import LIMITS, SUFFIXES, mapping_problems
from sections.exchange.choices import RowResult
from sections.exchange.registry import Exchange


class ListForm(forms.Form):
    """A list on its way in."""

    file = forms.FileField(
        label=_("List"),
        help_text=_(
            "XLSX, CSV or JSON with one entry in each row below a row of headings, for example "
            "van-ban-2025.xlsx. At most 10 MB and 20,000 rows."
        ),
        widget=forms.FileInput(attrs={"accept": ",".join(SUFFIXES)}),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > LIMITS.bytes:
            raise ValidationError(
                _("The file is larger than %(limit)s MB."), params={"limit": LIMITS.bytes // 1_048_576}
            )
        return file


class MappingForm(forms.Form):
    """For each field the column that gives it, or one value for all rows."""

    def __init__(self, *args: Any, exchange: Exchange, table: Table, mapping: dict, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.exchange, self.table = exchange, table
        columns, constants = mapping.get("columns", {}), mapping.get("constants", {})
        choices = [("", _("— not in the list —"))]
        choices += [(str(place), heading or f"({place + 1})") for place, heading in enumerate(table.header)]
        for column in exchange.columns:
            self.fields[f"column_{column.name}"] = forms.ChoiceField(
                label=column.label,
                choices=choices,
                required=False,
                initial=str(columns.get(column.name, "")),
                help_text=column.help,
            )
            if exchange.key != (column.name,):
                self.fields[f"constant_{column.name}"] = forms.CharField(
                    label=_("%(field)s for all rows") % {"field": column.label},
                    required=False,
                    max_length=500,
                    initial=constants.get(column.name, ""),
                )

    def rows(self) -> Iterator[dict[str, Any]]:
        """For the template: the column of the exchange with both of its fields."""
        for column in self.exchange.columns:
            name = f"constant_{column.name}"
            yield {
                "field": column,
                "column": self[f"column_{column.name}"],
                "constant": self[name] if name in self.fields else None,
            }

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        names = [column.name for column in self.exchange.columns]
        self.columns = {name: int(data[f"column_{name}"]) for name in names if data.get(f"column_{name}")}
        self.constants = {n: data[f"constant_{n}"].strip() for n in names if data.get(f"constant_{n}")}
        if problems := mapping_problems(self.exchange, self.columns, self.constants):
            raise ValidationError(problems)
        return data


class DecisionForm(forms.Form):
    """To the whole list: what the board says, and why."""

    comment = forms.CharField(
        label=_("Remark, or the reason for returning"),
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        help_text=_(
            "Required when you return the list, for example: “The dates of issue are those of the scan.”"
        ),
    )


class ResultFilterForm(forms.Form):
    """Which rows of a report are shown."""

    status = forms.ChoiceField(
        label=_("Result"), required=False, choices=[("", _("All rows")), *RowResult.choices]
    )
