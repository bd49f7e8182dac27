"""The forms of the rights pages and of the desk behind them."""

from __future__ import annotations

from django import forms
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from privacy.choices import Actor, Method, RequestKind
from privacy.rights.rules import grounds_for

CODE = {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}


class CodesForm(forms.Form):
    """Reference and secret."""

    reference = forms.CharField(
        label=_("Reference code"),
        max_length=40,
        widget=forms.TextInput(attrs=CODE),
        help_text=_("For example GY-7K3M-9Q2X. Small letters and missing dashes do not matter."),
    )
    secret = forms.CharField(
        label=_("Secret code"),
        max_length=40,
        widget=forms.TextInput(attrs=CODE),
        help_text=_("The second code of your receipt, with twelve places."),
    )


class OpenForm(CodesForm):
    """Both codes of the receipt, and who opens the file."""

    is_representative = forms.BooleanField(
        label=_("I act for somebody else as the legal representative, for example for my child (optional)"),
        required=False,
    )

    @property
    def actor(self) -> Actor:
        return Actor.REPRESENTATIVE if self.cleaned_data["is_representative"] else Actor.SELF


class ConfirmForm(forms.Form):
    """Nothing to enter: the button says it."""


ASKED = (RequestKind.COMPLAIN, RequestKind.OBJECT, RequestKind.PROTECT)


class AskForm(forms.Form):
    """What people of the institution decide about."""

    kind = forms.ChoiceField(
        label=_("What do you ask for?"),
        choices=[
            (RequestKind.COMPLAIN, _("I complain about how my information is handled")),
            (RequestKind.OBJECT, _("I object to a use of my information")),
            (RequestKind.PROTECT, _("I ask for measures that protect my information")),
        ],
        widget=forms.RadioSelect,
    )
    text = forms.CharField(
        label=_("What should we know?"), max_length=4000, widget=forms.Textarea(attrs={"rows": 6})
    )


class LostForm(forms.Form):
    """For who has lost a code. Whatever is entered, the answer is the same."""

    contact = forms.CharField(
        label=_("E-mail address or telephone number that you gave in the form"),
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "email"}),
    )
    explanation = forms.CharField(
        label=_("Which form was it, when did you send it, and how can we check that it was you?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("For example: you come by with your identity card, or we call the number that you gave."),
    )
    is_representative = forms.BooleanField(
        label=_("I act for somebody else as the legal representative, for example for my child (optional)"),
        required=False,
    )


# The desk


class PaperForm(forms.Form):
    """A request that came on paper or by telephone."""

    institution = forms.ModelChoiceField(label=_("Institution"), queryset=None, empty_label=None)
    kind = forms.ChoiceField(label=_("What is asked for"), choices=RequestKind.choices)
    method = forms.ChoiceField(
        label=_("How it came"),
        choices=[(Method.PAPER, Method.PAPER.label), (Method.PHONE, Method.PHONE.label)],
        widget=forms.RadioSelect,
    )
    actor = forms.ChoiceField(
        label=_("Who asks"),
        choices=[(a, a.label) for a in (Actor.SELF, Actor.REPRESENTATIVE, Actor.CHILD)],
        widget=forms.RadioSelect,
    )
    received = forms.DateField(
        label=_("Day on which it came"), widget=forms.DateInput(attrs={"type": "date"})
    )
    reference = forms.CharField(
        label=_("Reference code of the submission"),
        max_length=40,
        required=False,
        help_text=_("Where the person knows it."),
    )
    contact = forms.CharField(
        label=_("E-mail address or telephone number given in the submission"),
        max_length=254,
        required=False,
        help_text=_("For a lost code: by it the submission is found."),
    )
    detail = forms.CharField(
        label=_("What the person wants"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Stored encrypted."),
    )

    def __init__(self, *args, institutions, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["institution"].queryset = institutions


class ReplyForm(forms.Form):
    text = forms.CharField(
        label=_("Answer to the person"), max_length=4000, widget=forms.Textarea(attrs={"rows": 5})
    )


class ExtendForm(forms.Form):
    until = forms.DateField(label=_("New end"), widget=forms.DateInput(attrs={"type": "date"}))
    reason = forms.CharField(
        label=_("Reason, which the person is told"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class DoneForm(ReplyForm):
    """Carried out, with the answer."""


class RefuseForm(ReplyForm):
    """Refused, on a ground in force, with the answer."""

    ground = forms.ChoiceField(label=_("Ground"), choices=(), widget=forms.RadioSelect)

    field_order = ("ground", "text")

    def __init__(self, *args, kind: str, on, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["ground"].choices = [
            (ground.code, f"{ground.local_text} ({ground.local_citation})")
            for ground in grounds_for(kind, on)
        ]


class ProofForm(forms.Form):
    """By what staff know that the person concerned asks."""

    proof = forms.CharField(
        label=_("How the person showed who they are"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For example: identity card seen at the office on that day. Write no numbers down."),
    )


class GrantForm(ReplyForm, ProofForm):
    """A new secret for one of the submissions that hold the contact."""

    submission = forms.ChoiceField(label=_("Submission"), choices=(), widget=forms.RadioSelect)

    field_order = ("submission", "proof", "text")

    def __init__(self, *args, candidates, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["submission"].choices = [
            (
                str(s.uid),
                f"{s.reference}, {s.snapshot.get('title', s.form)}, {localtime(s.created_at):%d/%m/%Y}",
            )
            for s in candidates
        ]


def language() -> str:
    return get_language() or "vi"
