"""Why something that people sent is opened."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from privacy.choices import AccessPurpose


class PurposeForm(forms.Form):
    """For what a member of staff opens or exports something; nothing is chosen in advance."""

    purpose = forms.ChoiceField(
        label=_("For what do you open this?"),
        choices=AccessPurpose.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say for what you open this: there is no access without a purpose.")},
    )
