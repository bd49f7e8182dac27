"""The upload of official tables."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from sections.statistics.official import COUNTRY, YEARS
from sections.statistics.provinces import PROVINCES, old_names, parts_for

MOST_FILES = 10
MOST_BYTES = 10 * 1_048_576


class SeveralFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """Files that are read together; answers a list."""

    widget = SeveralFilesInput

    def clean(self, data, initial=None):
        files = [super(SeveralFilesField, self).clean(each, initial) for each in data or [None]]
        if len(files) > MOST_FILES:
            raise ValidationError(_("At most %(limit)s files at once."), params={"limit": MOST_FILES})
        if any(file.size > MOST_BYTES for file in files):
            raise ValidationError(
                _("The file is larger than %(limit)s MB."), params={"limit": MOST_BYTES // 1_048_576}
            )
        return files


def _places():
    return [
        ("", "–"),
        (_("Provinces since 1 July 2025"), [(f"new:{p.name}", p.name) for p in PROVINCES]),
        (_("Provinces until 30 June 2025"), [(f"old:{name}", name) for name in old_names()]),
        (_("The whole country"), [(COUNTRY, _("The whole country"))]),
    ]


class OfficialForm(forms.Form):
    """Which tables, of which province, from which year on."""

    files = SeveralFilesField(
        label=_("Tables"),
        help_text=_(
            "CSV or XLSX as the database of the General Statistics Office exports them, for example the number of schools, of"
            " classes, of pupils and of teachers. Choose all of them at once: the files complete and check each other."
        ),
        widget=SeveralFilesInput(attrs={"accept": ".csv,.xlsx"}),
    )
    place = forms.ChoiceField(
        label=_("Province"),
        help_text=_(
            "A province that was joined from several is added up from their rows, for example An Giang from Kiên Giang and An"
            " Giang."
        ),
    )
    first_year = forms.IntegerField(
        label=_("From the school year"),
        required=False,
        min_value=YEARS[0],
        max_value=YEARS[-1],
        help_text=_("The year in which it begins, for example 2017. Empty: all years of the tables."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["place"].choices = _places()

    def clean_place(self) -> tuple[str, ...]:
        """Keys of the rows to add up."""
        choice = self.cleaned_data["place"]
        return (COUNTRY,) if choice == COUNTRY else parts_for(choice)
