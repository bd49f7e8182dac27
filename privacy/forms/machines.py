"""Against machines, without a puzzle for people."""

from __future__ import annotations

from datetime import timedelta

from django import forms
from django.core import signing
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

TRAP = "website"
STAMP = "stamp"
MIN_SECONDS = 3
STAMP_HOURS = 24
_SALT = "privacy.form.stamp"


class GuardForm(forms.Form):
    """Against machines, without a puzzle for people: a field that nobody sees, and a signed time before which
    nobody types."""

    website = forms.CharField(
        label=gettext_lazy("Leave this field empty: it is there to stop machines"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )
    stamp = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data=None, *, page_id: int, **kwargs):
        self.page_id = page_id
        super().__init__(data, **kwargs)

    @property
    def fresh_stamp(self) -> str:
        return signing.dumps({"page": self.page_id, "at": timezone.now().timestamp()}, salt=_SALT)

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise forms.ValidationError(_("One field must stay empty. Please send the form again."))
        return ""

    def clean_stamp(self) -> str:
        stamp = self.cleaned_data["stamp"]
        try:
            signed = signing.loads(stamp, salt=_SALT)
            age = timezone.now().timestamp() - signed["at"]
        except (signing.BadSignature, KeyError, TypeError):
            signed, age = {}, 0
        if signed.get("page") != self.page_id or age > timedelta(hours=STAMP_HOURS).total_seconds():
            raise forms.ValidationError(
                _("The form had been open for too long. Your answers are still here: please send it again."),
                code="stale",
            )
        if age < MIN_SECONDS:
            raise forms.ValidationError(
                _("That was very quick. Please check your answers and send the form again."), code="quick"
            )
        return stamp
