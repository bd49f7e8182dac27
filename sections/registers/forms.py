"""The editors' forms of records: what is known is filled in, what was written before is offered, the institution is chosen."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from network.institution_fields import institution_field
from network.models import Institution
from network.selectors import institution_for_page
from sections.documents.forms import SuggestingInput
from sections.entry_forms import InstitutionEntryForm

OFFERED_ROWS = 300
MOST = 60
NOT_OF_SECTION = _("Choose a project of the same section.")


class RecordForm(InstitutionEntryForm):
    """`own_name`: fields that name the institution itself until somebody says otherwise. `offered`: fields whose earlier values
    in the section are offered; one query."""

    own_name: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        page, parent = kwargs.get("instance"), kwargs.get("parent_page")
        self.own = institution_for_page(parent) if parent is not None else None
        if page is not None and page.pk is None and self.own is not None:
            for name in self.own_name:
                setattr(page, name, getattr(page, name) or self.own.name[:200])
        super().__init__(*args, **kwargs)
        self._offer()

    def _offer(self) -> None:
        names = [name for name in self.offered if name in self.fields]
        if not names or self.parent_page is None:
            return
        rows = type(self.instance).objects.child_of(self.parent_page).order_by("-path")
        used = list(rows.values_list(*names)[:OFFERED_ROWS])
        for place, name in enumerate(names):
            found = dict.fromkeys(row[place] for row in used if row[place])
            attrs = {"maxlength": self.fields[name].max_length}
            self.fields[name].widget = SuggestingInput(list(found)[:MOST], attrs=attrs)


class ComposedTitleForm(RecordForm):
    """The title is made from the facts where nobody writes one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "title" in self.fields:
            self.fields["title"].required = False
            self.fields["title"].help_text = _("Left empty, it is made from the facts above.")

    def defer_required_fields(self):
        super().defer_required_fields()
        self.fields["title"].required = False

    def restore_required_fields(self):
        super().restore_required_fields()
        self.fields["title"].required = False

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not cleaned.get("title"):
            cleaned["title"] = self.instance.composed_title(cleaned)
            if not cleaned["title"] and not self.errors:
                self.add_error("title", self.fields["title"].error_messages["required"])
        return cleaned


class QualityForm(ComposedTitleForm):
    """The institution is one of those under the authority of the site, chosen from its tree."""

    offered = ("decision_issuer",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "institution" in self.fields:
            before = self.fields["institution"]
            found = Institution.objects.within(self.own) if self.own else Institution.objects.none()
            field = institution_field(found, label=before.label, empty_label="---------")
            field.help_text = before.help_text
            self.fields["institution"] = field


class UniversalisationForm(ComposedTitleForm):
    offered = ("area", "decision_issuer")


class ProjectForm(RecordForm):
    own_name = ("investor",)
    offered = ("investor", "place")


class TenderForm(RecordForm):
    own_name = ("buyer",)
    offered = ("buyer", "plan_code")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        project, section = cleaned.get("project"), self.parent_page
        if project is not None and section is not None and not project.is_child_of(section):
            self.add_error("project", NOT_OF_SECTION)
        return cleaned


class ConferenceForm(RecordForm):
    own_name = ("host",)
    offered = ("host", "platform", "help_contact")


class CentreForm(RecordForm):
    own_name = ("licence_issuer",)
    offered = ("commune", "licence_issuer", "complaints")


class RuleForm(RecordForm):
    offered = ("applies_to", "contact")
