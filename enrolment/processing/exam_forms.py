"""What officers enter about an examination: plan of rooms, lists, columns of scores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enrolment.campaigns.selectors import Place
from enrolment.list_columns import ListFileField
from enrolment.models import ScoreList
from enrolment.processing.forms import text_field
from enrolment.processing.participants import COLUMNS
from enrolment.processing.score_cells import NUMBER, TOTAL
from enrolment.processing.selectors import Office
from network.models import Institution
from privacy.choices import AccessPurpose

FIELD = "score_"
FORMATS = (("xlsx", _("Excel (XLSX)")), ("csv", "CSV"))


class PlanForm(forms.Form):
    """How candidates are numbered and seated."""

    prefix = forms.RegexField(
        r"^[0-9A-Z]{0,8}$",
        label=_("Numbers begin with"),
        required=False,
        help_text=_("Digits or capital letters, a different beginning for each school, for example 05."),
        error_messages={"invalid": _("Use digits or capital letters, at most eight.")},
    )
    room_size = forms.IntegerField(
        label=_("Candidates to a room"),
        min_value=1,
        max_value=500,
        initial=24,
        help_text=_("For example 24."),
    )
    first_room = forms.IntegerField(
        label=_("Number of the first room"),
        min_value=1,
        max_value=9000,
        initial=1,
        help_text=_("For example 1."),
    )
    again = forms.BooleanField(
        label=_("Number all of them anew"),
        required=False,
        help_text=_("Only as long as no score was entered. Cards that were printed before are void then."),
    )


class ExportForm(forms.Form):
    """An internal list with names."""

    place = forms.ChoiceField(
        label=_("Whom the list names"),
        required=False,
        help_text=_("The candidates of the school, or all who wish for one class."),
    )
    columns = forms.MultipleChoiceField(
        label=_("Columns"),
        choices=[(name, column.label) for name, column in COLUMNS.items()],
        initial=[name for name, column in COLUMNS.items() if column.is_usual],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Only what is needed. Points, scores and outcomes stand in lists of a class only."),
    )
    fmt = forms.ChoiceField(label=_("Format"), choices=FORMATS, help_text=_("Example: Excel (XLSX)."))
    purpose = forms.ChoiceField(
        label=_("For what do you open this?"),
        choices=AccessPurpose.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say for what you open this: there is no access without a purpose.")},
    )
    reason = text_field(
        pgettext_lazy("export", "What the list is needed for"),
        _("Goes on record. Example: seating at the examination on 05/06/2026."),
        rows=2,
        most=300,
    )

    def __init__(self, *args: Any, places: Sequence[Place], school: Institution | None, **kwargs: Any):
        super().__init__(*args, **kwargs)
        own = [place for place in places if school and place.school.pk == school.pk]
        self.places = {place.key: place for place in own}
        self.fields["place"].choices = [
            ("", _("all candidates of the school")),
            *((place.key, place.label) for place in own),
        ]

    @property
    def chosen_place(self) -> Place | None:
        return self.places.get(self.cleaned_data.get("place", ""))


class PublicListForm(forms.Form):
    """A list without names, as a draft."""

    kind = forms.ChoiceField(
        label=_("The list names"),
        choices=(
            ("number", _("candidate numbers and rooms")),
            ("lot", _("lot codes, where there is no examination")),
        ),
        widget=forms.RadioSelect,
        initial="number",
        help_text=_("Names, dates of birth and scores are never published."),
    )


class SchoolChoiceForm(forms.Form):
    """Whose candidates; asked only where there is a choice."""

    school_id = forms.ChoiceField(
        label=_("Candidates of"), required=False, help_text=_("Example: the school whose rooms you enter.")
    )

    def __init__(self, *args: Any, office: Office, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.office = office
        self.schools = {
            str(one.pk): one for one in office.schools if one.pk in office.offices or office.is_authority
        }
        choices = [(key, one.name) for key, one in self.schools.items()]
        if office.is_authority:
            choices = [("", _("all schools of the campaign"))]
        self.fields["school_id"].choices = choices
        if len(choices) < 2:
            self.fields["school_id"].widget = forms.HiddenInput()

    @property
    def school(self) -> Institution | None:
        if self.office.is_authority:
            return None
        chosen = self.schools.get(self.cleaned_data.get("school_id", ""))
        return chosen or next(iter(self.schools.values()), None)


class ScoresFileForm(SchoolChoiceForm):
    """A list of scores on its way in."""

    file = ListFileField(
        label=_("List of scores"),
        help_text=_(
            "CSV or XLSX, one candidate in each row below a row of headings: candidate number and total, or a column for each "
            "class. At most 10 MB and 20,000 rows. Example: diem-lop-10.xlsx."
        ),
    )


class RoomForm(SchoolChoiceForm):
    """Which room is typed, and what."""

    room = forms.CharField(
        label=pgettext_lazy("examination", "Room"),
        max_length=40,
        help_text=_("As on the cards, for example 03."),
    )
    key = forms.ChoiceField(
        label=_("What is typed"),
        required=False,
        help_text=_("The total holds for all wishes; where classes have different papers, choose the class."),
    )

    def __init__(self, *args: Any, office: Office, **kwargs: Any):
        super().__init__(*args, office=office, **kwargs)
        self.labels = {TOTAL: _("Total for all wishes")} | {one.key: one.label for one in office.places}
        self.fields["key"].choices = list(self.labels.items())

    @property
    def what(self) -> str:
        return str(self.labels[self.cleaned_data["key"] or TOTAL])

    def blank_list(self) -> ScoreList:
        """A list of nobody yet, by which the candidates of the room are found."""
        school = self.school or self.office.owner
        return ScoreList(
            campaign=self.office.campaign, institution=school, room=self.cleaned_data["room"].strip()
        )


class ColumnsForm(forms.Form):
    """Which column gives what."""

    def __init__(
        self,
        *args: Any,
        header: Sequence[str],
        columns: Mapping[str, int],
        places: Sequence[Place],
        **kwargs: Any,
    ):
        super().__init__(*args, **kwargs)
        choices = [("", _("— not in the list —"))]
        choices += [(str(at), heading or f"({at + 1})") for at, heading in enumerate(header)]
        names = {NUMBER: _("Candidate number"), TOTAL: _("Total for all wishes")}
        self.names = {f"column_{at}": name for at, name in enumerate([*names, *(one.key for one in places)])}
        labels = names | {one.key: one.label for one in places}
        for field, name in self.names.items():
            self.fields[field] = forms.ChoiceField(
                label=labels[name], choices=choices, required=False, initial=str(columns.get(name, ""))
            )
        self.fields["column_0"].help_text = _("Heading in your list, for example SBD.")
        self.fields["column_1"].help_text = _(
            "Heading in your list, for example Tổng điểm. A class with a column of its own takes that one."
        )

    @property
    def columns(self) -> dict[str, int]:
        data = self.cleaned_data
        return {name: int(data[field]) for field, name in self.names.items() if data.get(field)}


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        help_text=_("For example: the scores of room 3 are those of room 4."),
    )


def typed_of(data: Mapping[str, str]) -> dict[int, str]:
    """Id of an application → what was typed for it."""
    return {
        int(rest): data[name].strip()[:20]
        for name in data
        if name.startswith(FIELD)
        and (rest := name.removeprefix(FIELD)).isascii()
        and rest.isdigit()
        and len(rest) < 19
    }
