"""The forms by which a sender sees what became of their feedback, and by which the board answers."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class StatusForm(forms.Form):
    """Both codes of the receipt; neither is remembered by the browser."""

    reference = forms.CharField(
        label=_("Reference code"),
        max_length=40,
        help_text=_("For example GY-7K3M-9Q2X. Capital letters, spaces and dashes do not matter."),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )
    secret = forms.CharField(
        label=_("Secret code"),
        max_length=40,
        help_text=_("Twelve letters and digits, shown on the receipt."),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )


class AnswerForm(forms.Form):
    """What the sender reads with both codes."""

    answer = forms.CharField(
        label=_("Answer to the sender"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_(
            "The sender reads it on this site with both codes. It is stored encrypted; a letter only says that it is there."
        ),
        error_messages={"required": _("Write the answer.")},
    )


class AssignForm(forms.Form):
    """Another member of the board."""

    person = forms.ChoiceField(label=_("Give it to"), choices=())

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.people = {str(user.pk): user for user in people}
        self.fields["person"].choices = [
            (pk, user.get_full_name() or user.get_username()) for pk, user in self.people.items()
        ]


class PassOnForm(forms.Form):
    """Another institution that the sender accepted."""

    recipient = forms.ChoiceField(label=_("Pass it on to"), choices=())

    def __init__(self, *args, recipients, **kwargs):
        super().__init__(*args, **kwargs)
        self.recipients = {str(recipient.pk): recipient for recipient in recipients}
        self.fields["recipient"].choices = [(pk, r.local_name) for pk, r in self.recipients.items()]
