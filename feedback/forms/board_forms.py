"""Forms of the screens of built forms."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from feedback.board_forms.ready import READY
from feedback.forms.feedback import PurposeForm
from privacy.exports import ExportFormat


class NewFormForm(forms.Form):
    """From which ready form, under which section and title."""

    ready = forms.ChoiceField(
        label=_("Begin with"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a ready form, or the empty one.")},
    )
    section = forms.ChoiceField(
        label=_("In which section of the site"),
        widget=forms.Select({"class": "w-w-full"}),
        error_messages={"required": _("Choose the section in which readers find the form.")},
    )
    title = forms.CharField(
        label=_("Title"), required=False, max_length=255, help_text=_("Empty: the title of the ready form.")
    )

    def __init__(self, *args, sections, language: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["ready"].choices = [(code, ready.title.said(language)) for code, ready in READY.items()]
        self.fields["section"].choices = [("", _("Please choose")), *sections]


class ExportForm(PurposeForm):
    """For what, and as which kind of file."""

    fmt = forms.ChoiceField(
        label=_("File"), choices=ExportFormat.choices, initial=ExportFormat.XLSX, widget=forms.RadioSelect
    )
