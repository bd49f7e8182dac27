"""The questions of a consultation, made from the points of its page, and the forms of its desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.personal_data import DataClass
from feedback.choices import Contributor, ReplyKind, Stance, Whom
from feedback.forms.feedback import PurposeForm
from feedback.models import GENERAL, OpinionGroup
from privacy.choices import Necessity
from privacy.forms import FieldStatement, QuestionForm
from privacy.models import Recipient

if TYPE_CHECKING:
    from feedback.models import ConsultationPage

COLLECT, REACH = "collect", "contact"
TEXT, STANCE = "text-", "stance-"
"""Beginnings of the names of fields; the key of the point follows."""
LONGEST = 5000
NAMED = ("name", "organisation", "email", "phone")

_said = FieldStatement(data_class=DataClass.PRIVATE, necessity=Necessity.OPTIONAL, purposes=(COLLECT,))
_chosen = FieldStatement(data_class=DataClass.PERSONAL, necessity=Necessity.OPTIONAL, purposes=(COLLECT,))


class OpinionForm(QuestionForm):
    """At least one point, or the draft as a whole."""

    title = _("Your opinion")
    statements = {TEXT + GENERAL: _said}

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not any(cleaned.get(name) for name in self.fields):
            self.add_error(
                TEXT + GENERAL, _("Write something, or answer one of the points: everything is empty.")
            )
        return cleaned


OpinionForm.base_fields[TEXT + GENERAL] = forms.CharField(
    label=_("On the draft as a whole"),
    max_length=LONGEST,
    required=False,
    widget=forms.Textarea(attrs={"rows": 6}),
    help_text=_("Please name no other people unless it is necessary."),
)


class SenderForm(QuestionForm):
    """As whom somebody answers. Nothing has to be told; what is not wanted is not kept."""

    title = _("About you")
    statements = {
        "whom": FieldStatement(
            data_class=DataClass.NOT_PERSONAL, necessity=Necessity.SERVICE, purposes=(COLLECT,)
        ),
        "contributor": FieldStatement(
            data_class=DataClass.NOT_PERSONAL, necessity=Necessity.OPTIONAL, purposes=(COLLECT,)
        ),
        "name": FieldStatement(
            data_class=DataClass.PERSONAL, necessity=Necessity.OPTIONAL, purposes=(COLLECT, REACH)
        ),
        "organisation": FieldStatement(
            data_class=DataClass.PERSONAL, necessity=Necessity.OPTIONAL, purposes=(COLLECT, REACH)
        ),
        "email": FieldStatement(
            data_class=DataClass.PERSONAL, necessity=Necessity.OPTIONAL, purposes=(REACH,)
        ),
        "phone": FieldStatement(
            data_class=DataClass.PERSONAL, necessity=Necessity.OPTIONAL, purposes=(REACH,)
        ),
    }

    whom = forms.ChoiceField(
        label=_("How do you answer?"),
        choices=Whom.choices,
        widget=forms.RadioSelect,
        help_text=_("Without a name, nothing of what is written below is kept."),
    )
    contributor = forms.ChoiceField(
        label=_("You are"),
        choices=[("", _("I do not want to say")), *Contributor.choices],
        required=False,
    )
    name = forms.CharField(
        label=_("Your name"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    organisation = forms.CharField(
        label=_("Organisation"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("Only if we may ask you something about your opinion."),
    )
    phone = forms.RegexField(
        r"^\+?[0-9][0-9 .()-]{5,24}$",
        label=_("Telephone"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
        error_messages={"invalid": _("Write the number with digits, for example 0912 345 678.")},
    )

    def clean(self):
        cleaned = super().clean()
        whom = cleaned.get("whom")
        if whom == Whom.NOBODY:
            cleaned |= dict.fromkeys(NAMED, "")
            for name in NAMED:
                self.errors.pop(name, None)
        elif whom == Whom.SELF and not cleaned.get("name") and "name" not in self.errors:
            self.add_error("name", _("Write your name, or choose to answer without one."))
        elif whom == Whom.ORGANISATION and not cleaned.get("organisation"):
            self.add_error("organisation", _("Write the name of the organisation for which you answer."))
        return cleaned


def consultation_forms(page: ConsultationPage) -> tuple[type[QuestionForm], ...]:
    """The steps of questions of one consultation."""
    return (opinion_form(page), SenderForm)


def opinion_form(page: ConsultationPage) -> type[OpinionForm]:
    """`OpinionForm` with the fields of the page's points before the general one."""
    fields: dict[str, forms.Field] = {}
    statements = {}
    for point in page.points.all():
        if point.asks_stance:
            fields[STANCE + str(point.key)] = forms.ChoiceField(
                label=point.label,
                choices=Stance.choices,
                required=False,
                widget=forms.RadioSelect,
                help_text=point.text,
            )
            statements[STANCE + str(point.key)] = _chosen
        fields[TEXT + str(point.key)] = forms.CharField(
            label=_opinion_on(point.label) if point.asks_stance else point.label,
            max_length=LONGEST,
            required=False,
            widget=forms.Textarea(attrs={"rows": 4}),
            help_text="" if point.asks_stance else point.text,
        )
        statements[TEXT + str(point.key)] = _said
    fields[TEXT + GENERAL] = OpinionForm.base_fields[TEXT + GENERAL]
    statements[TEXT + GENERAL] = _said
    own = {"statements": statements, "field_order": list(fields)}
    return type("PageOpinionForm", (OpinionForm,), own | fields)


def _opinion_on(label: str) -> str:
    return _("Your opinion on: %(point)s") % {"point": label}


class PaperForm(forms.Form):
    """An answer that came by letter, by e-mail or in person, entered by the board word for word. The name is kept only where
    the sender agreed in writing."""

    received_on = forms.DateField(
        label=_("Received on"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    agreed = forms.BooleanField(
        label=_("The sender agreed in writing that the name is kept with the opinion"), required=False
    )

    def __init__(self, data=None, *, page: ConsultationPage, **kwargs):
        self.page = page
        self.opinions = opinion_form(page)(data)
        self.sender = SenderForm(data)
        super().__init__(data, **kwargs)

    @property
    def parts(self):
        return [self, self.opinions, self.sender]

    def is_valid(self) -> bool:
        return all([super().is_valid(), self.opinions.is_valid(), self.sender.is_valid()])

    def clean_received_on(self):
        day = self.cleaned_data["received_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This day is still to come."))
        return day

    def clean(self):
        cleaned = super().clean()
        named = self.sender.is_valid() and self.sender.cleaned_data["whom"] != Whom.NOBODY
        if named and not cleaned.get("agreed"):
            text = _("Without the sender's written consent, enter the answer without a name.")
            self.add_error("agreed", text)
        return cleaned

    def answers(self) -> dict:
        return self.opinions.answers() | self.sender.answers()

    def described(self) -> list[dict]:
        return self.opinions.described() + self.sender.described()


class GroupForm(forms.ModelForm):
    """Topic, what people said in the board's own words, and the reply."""

    class Meta:
        model = OpinionGroup
        fields = ["topic", "summary", "kind", "reason"]
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 4}),
            "reason": forms.Textarea(attrs={"rows": 4}),
            "kind": forms.RadioSelect,
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = ReplyKind.choices

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("kind") and not (cleaned.get("reason") or "").strip():
            self.add_error("reason", _("Give the reason, or say what was changed: it is published."))
        return cleaned


class SortForm(PurposeForm):
    """Which opinions go into which group. A new group is made where its topic is written."""

    group = forms.CharField(required=False)
    topic = forms.CharField(label=_("New group"), max_length=160, required=False)

    def __init__(self, *args, groups, opinions, **kwargs):
        super().__init__(*args, **kwargs)
        self.groups = {str(group.pk): group for group in groups}
        self.known = {str(opinion.pk): opinion for opinion in opinions}
        self.fields["purpose"].widget = forms.HiddenInput()

    def clean(self):
        cleaned = super().clean()
        values = self.data.getlist("opinion") if hasattr(self.data, "getlist") else []
        self.chosen = [self.known[value] for value in values if value in self.known]
        group = cleaned.get("group") or ""
        if not self.chosen:
            self.add_error(None, _("Choose at least one opinion."))
        elif group not in ("", "none", "new") and group not in self.groups:
            self.add_error(None, _("This group does not exist any more."))
        elif group in ("", "new") and not (cleaned.get("topic") or "").strip():
            self.add_error("topic", _("Choose a group, or write the topic of a new one."))
        return cleaned


class PassedOnForm(PurposeForm):
    """To whom the chosen opinions were handed, and how."""

    recipient = forms.ModelChoiceField(Recipient.objects.none(), label=_("Recipient"))
    channel = forms.CharField(label=_("How it was sent"), max_length=120)

    def __init__(self, *args, recipients, opinions, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["recipient"].queryset = recipients
        self.fields["purpose"].widget = forms.HiddenInput()
        self.known = {str(opinion.pk): opinion for opinion in opinions}

    def clean(self):
        cleaned = super().clean()
        values = self.data.getlist("opinion") if hasattr(self.data, "getlist") else []
        self.chosen = [self.known[value] for value in values if value in self.known]
        if not self.chosen:
            self.add_error(None, _("Choose at least one opinion."))
        return cleaned
