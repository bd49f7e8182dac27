"""Forms about the people of a board."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from editorial.choices import BoardRole
from editorial.models.people import REASON_LENGTH
from network.institution_fields import institution_field

STATES = (
    ("", _("All states")),
    ("active", pgettext_lazy("state of a person", "Active")),
    ("suspended", pgettext_lazy("state of a person", "Suspended")),
    ("closed", pgettext_lazy("state of a person", "Account closed")),
    ("factor", _("Without second factor")),
)


class PeopleFilterForm(forms.Form):
    q = forms.CharField(label=_("Name, user name or e-mail"), required=False, max_length=100)
    role = forms.ChoiceField(
        label=_("Role"), required=False, choices=[("", _("All roles")), *BoardRole.choices]
    )
    state = forms.ChoiceField(label=_("State of the account"), required=False, choices=STATES)

    def __init__(self, data, *, institutions):
        super().__init__(data)
        self.fields["institution"] = institution_field(
            institutions, label=_("Institution"), required=False, empty_label=_("All institutions")
        )
        self.order_fields(("q", "institution", "role", "state"))


class ReasonForm(forms.Form):
    """The reason of an act; required for some acts always, for those of an authority in each case."""

    reason = forms.CharField(
        label=pgettext_lazy("of an act", "Reason"),
        max_length=REASON_LENGTH,
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("It stands in the record of the board."),
    )

    def __init__(self, data=None, *, needs_reason: bool = True):
        super().__init__(data)
        self.fields["reason"].required = needs_reason


class InviteForm(ReasonForm):
    email = forms.EmailField(label=_("E-mail"), max_length=254)
    role = forms.ChoiceField(label=_("Role"), choices=BoardRole.choices)

    field_order = ("institution", "email", "role", "reason")

    def __init__(self, data=None, *, institutions, roles, initial=None):
        super().__init__(data, needs_reason=False)
        self.initial = initial or {}
        self.fields["institution"] = institution_field(institutions, label=_("Institution"))
        self.order_fields(self.field_order)
        self.fields["role"].choices = [(role.value, role.label) for role in roles]
        self.fields["reason"].help_text = _("Required when an authority invites for one of its members.")


class RolesForm(ReasonForm):
    roles = forms.MultipleChoiceField(
        label=_("Roles"), choices=BoardRole.choices, widget=forms.CheckboxSelectMultiple
    )

    field_order = ("roles", "reason")

    def __init__(self, data=None, *, place, roles, needs_reason: bool):
        super().__init__(data, needs_reason=needs_reason)
        self.fields["roles"].choices = [(role.value, role.label) for role in roles]
        self.initial = {"roles": [role.value for role in place.roles]}


class SuccessorForm(ReasonForm):
    successor = forms.ModelChoiceField(
        queryset=None,
        label=_("Successor"),
        required=False,
        empty_label=_("Nobody"),
        help_text=_(
            "Gets the pages they are responsible for, their drafts, what was returned to them, and their files."
        ),
    )

    field_order = ("successor", "reason")

    def __init__(self, data=None, *, candidates, needs_reason: bool = True, needs_successor: bool = False):
        super().__init__(data, needs_reason=needs_reason)
        field = self.fields["successor"]
        field.queryset = candidates
        field.required = needs_successor
        field.label_from_instance = lambda user: user.get_full_name() or user.get_username()
