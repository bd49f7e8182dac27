"""Forms of the admin screens: a list and its columns, the record of an institution, reorganisations."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.images import get_image_model
from wagtail.images.widgets import AdminImageChooser
from wagtail.permissions import policy_registry

from common.spreadsheets import ACCEPTED_SUFFIXES, Table
from network.access import administered_authorities, institutions_in_reach, may_reorganise
from network.choices import InstitutionType, RowStatus
from network.models import Institution
from network.models.institutions import InstitutionStatus
from network.provisioning.columns import (
    FIELDS,
    NOT_CONSTANT,
    ColumnMapping,
    MappingError,
    guess_columns,
)
from network.steps import check_hostname_free, check_template

DEVELOPMENT_HOSTS = (".localhost", ".local", ".test")


class UploadForm(forms.Form):
    """A list on its way in: under which authority, with which addresses."""

    parent = forms.ModelChoiceField(
        Institution.objects.none(),
        label=_("Authority"),
        required=False,
        help_text=_("The institutions of the list belong to this authority unless their row names another."),
    )
    file = forms.FileField(
        label=_("List"),
        help_text=_("CSV or XLSX with one institution in each row and a row of headings. At most 20 MB."),
        widget=forms.FileInput(attrs={"accept": ",".join(ACCEPTED_SUFFIXES)}),
    )
    domain = forms.CharField(
        label=_("Address template"),
        max_length=200,
        help_text=_("{slug} is replaced by a short name of the institution, {code} by its code."),
    )
    type_change = forms.BooleanField(
        label=_("Rows may change the type of an institution"),
        required=False,
        help_text=_(
            "Only where the list is known to be right: the type decides which sections a site must have."
        ),
    )
    send_invitations = forms.BooleanField(
        label=_("Invite the institutions by e-mail"),
        required=False,
        initial=True,
        help_text=_("The address of a new institution is invited to lead its board of editors."),
    )

    def __init__(self, *args: Any, user, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].queryset = administered_authorities(user).order_by("path")
        self.fields["parent"].required = not user.is_superuser
        if user.is_superuser:
            self.fields["parent"].empty_label = _("None: the list names the authorities itself")

    def clean_domain(self) -> str:
        domain = self.cleaned_data["domain"].strip().lower()
        check_template(domain)
        return domain


class ColumnsForm(forms.Form):
    """For each field the column that gives it, or one value for all rows."""

    def __init__(self, *args: Any, table: Table, mapping: dict, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.table = table
        self.result: ColumnMapping | None = None
        columns, constants = mapping.get("columns"), mapping.get("constants", {})
        guesses = guess_columns(table.header)
        choices = [("", _("— not in the list —"))]
        choices += [(str(n), heading or f"({n + 1})") for n, heading in enumerate(table.header)]
        for name, label in FIELDS.items():
            if columns is None:
                initial = str(guesses[name].column) if name in guesses else ""
            else:
                initial = str(columns.get(name, ""))
            self.fields[f"column_{name}"] = forms.ChoiceField(
                label=label, choices=choices, required=False, initial=initial
            )
            if name not in NOT_CONSTANT:
                self.fields[f"constant_{name}"] = forms.CharField(
                    label=_("%(field)s for all rows") % {"field": label},
                    required=False,
                    max_length=255,
                    initial=constants.get(name, ""),
                )

    def rows(self):
        """For the template: label, field of the column, field of the constant (or None)."""
        for name, label in FIELDS.items():
            constant = self[f"constant_{name}"] if f"constant_{name}" in self.fields else None
            yield {"name": name, "label": label, "column": self[f"column_{name}"], "constant": constant}

    def clean(self):
        data = super().clean()
        columns = {n: int(data[f"column_{n}"]) for n in FIELDS if data.get(f"column_{n}")}
        constants = {n: data[f"constant_{n}"] for n in FIELDS if data.get(f"constant_{n}")}
        try:
            self.result = ColumnMapping.from_choice(self.table.header, columns=columns, constants=constants)
        except MappingError as error:
            raise ValidationError([str(message) for _code, message in error.problems]) from error
        return data


class RowFilterForm(forms.Form):
    """Which rows of a report are shown."""

    status = forms.ChoiceField(
        label=_("Result"), required=False, choices=[("", _("All rows")), *RowStatus.choices]
    )


class InstitutionFilterForm(forms.Form):
    """Which institutions are listed."""

    q = forms.CharField(label=_("Name, place or code"), required=False, max_length=100)
    type = forms.ChoiceField(
        label=_("Type"), required=False, choices=[("", _("All types")), *InstitutionType.choices]
    )
    status = forms.ChoiceField(
        label=_("Status"), required=False, choices=[("", _("All")), *InstitutionStatus.choices]
    )


class InstitutionForm(forms.ModelForm):
    """The record of an institution, as far as it is the institution's own."""

    class Meta:
        model = Institution
        fields = [
            "short_name",
            "english_name",
            "address",
            "phone",
            "email",
            "complaints_email",
            "opening_hours",
            "head_name",
            "head_title",
            "brand_colour",
            "logo",
            "hero_image",
            "operation_mode",
            "provider",
            "domain_reason",
        ]
        widgets = {
            "brand_colour": forms.TextInput(attrs={"type": "color"}),
            "logo": AdminImageChooser,
            "hero_image": AdminImageChooser,
        }

    def __init__(self, *args: Any, user, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def _clean_image(self, name: str):
        image = self.cleaned_data[name]
        if image is None or image.pk == self.initial.get(name):
            return image
        policy = policy_registry.get_by_type(get_image_model())
        if not policy.user_has_any_permission_for_instance(self.user, ["choose", "change"], image):
            raise ValidationError(_("This picture belongs to another institution."), code="foreign-image")
        if lacking := image.lacking():
            what = ", ".join(str(name) for name in lacking)
            text = _("This picture lacks: %(what)s. Complete it in its own form.")
            raise ValidationError(text % {"what": what}, code="source")
        return image

    def clean_logo(self):
        return self._clean_image("logo")

    def clean_hero_image(self):
        """The picture is shown without words of its own place, so it brings its own (W12.3)."""
        image = self._clean_image("hero_image")
        if image is not None and "hero_image" in self.changed_data and (fault := image.words_fault()):
            raise ValidationError(fault, code="words")
        return image

    def clean(self):
        data = super().clean()
        host = self.instance.hostname
        is_official = not host or host.endswith((".edu.vn", *DEVELOPMENT_HOSTS))
        if not is_official and not data.get("domain_reason"):
            text = _("The address %(host)s does not end in .edu.vn: state the reason (article 3.1b).")
            self.add_error("domain_reason", text % {"host": host})
        if data.get("operation_mode") == "hired" and not data.get("provider"):
            self.add_error("provider", _("Name the provider whose service is hired (article 3.2)."))
        return data


class ReasonForm(forms.Form):
    """Why, for the record and for the readers of the closed site."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Such as the number and date of the decision. It is shown to the public."),
    )

    def __init__(self, *args: Any, institution: Institution, user, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.institution = institution
        self.user = user


class MergeForm(ReasonForm):
    """Into which institution another is merged; its addresses lead there."""

    into = forms.CharField(label=_("Code of the institution it is merged into"), max_length=64)
    field_order = ["into", "reason"]

    def clean_into(self) -> Institution:
        code = self.cleaned_data["into"].strip()
        found = institutions_in_reach(self.user).with_code(code).first()
        if found is None or not may_reorganise(self.user, found):
            text = _("There is no institution with the code “%(code)s”.")
            raise ValidationError(text % {"code": code}, code="unknown")
        return found


class RenameForm(forms.Form):
    """The new name and, if wanted, the new host name."""

    name = forms.CharField(label=_("Name"), max_length=255)
    short_name = forms.CharField(label=_("Short name"), max_length=80, required=False)
    hostname = forms.CharField(
        label=_("Host name"),
        max_length=253,
        required=False,
        help_text=_(
            "The present one stays alive: every address on it leads to the same page on the new one."
        ),
    )

    def __init__(self, *args: Any, institution: Institution, user, **kwargs: Any) -> None:
        kwargs.setdefault(
            "initial",
            {
                "name": institution.name,
                "short_name": institution.short_name,
                "hostname": institution.hostname,
            },
        )
        super().__init__(*args, **kwargs)
        self.institution = institution

    def clean_hostname(self) -> str:
        hostname = self.cleaned_data["hostname"].strip().lower().rstrip(".")
        if hostname:
            check_hostname_free(hostname, institution=self.institution)
        return hostname


class MoveForm(forms.Form):
    """The authority to which an institution moves."""

    new_parent = forms.ModelChoiceField(Institution.objects.none(), label=_("New authority"))

    def __init__(self, *args: Any, institution: Institution, user, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        authorities = administered_authorities(user).exclude(path__startswith=institution.path)
        self.fields["new_parent"].queryset = authorities.order_by("path")
