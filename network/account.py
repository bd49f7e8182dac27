"""The screen on which each person chooses their letters: a part of the admin's account page."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.account import BaseSettingsPanel, NotificationsSettingsPanel, notifications_tab

from network.letter_kinds import LetterKind, kinds
from network.models import LetterPreference
from network.models.letters import Delivery
from network.services.letters import preferences_save

__all__ = ["LettersForm", "LettersPanel", "install"]


class LettersForm(forms.Form):
    """One choice for each kind of letter. A kind that is not sent along stays as it was."""

    def __init__(self, *args, instance, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = instance
        chosen = dict(LetterPreference.objects.filter(user=instance).values_list("kind", "delivery"))
        for kind in _offered():
            self.fields[self.field_name(kind)] = forms.ChoiceField(
                label=kind.label,
                help_text=kind.help_text,
                required=False,
                initial=chosen.get(kind.name, kind.delivery),
                choices=[(choice.value, choice.label) for choice in kind.choices],
                widget=forms.Select(attrs={"class": "w-w-full"}),
            )

    @staticmethod
    def field_name(kind: LetterKind) -> str:
        return kind.name.replace(".", "-")

    def save(self) -> None:
        given = {kind.name: self.cleaned_data.get(self.field_name(kind), "") for kind in _offered()}
        preferences_save(
            user=self.user, deliveries={name: Delivery(value) for name, value in given.items() if value}
        )


def _offered() -> list[LetterKind]:
    return [kind for kind in kinds() if kind.listed and not kind.essential]


class LettersPanel(BaseSettingsPanel):
    name = "letters"
    title = _("Letters by e-mail")
    tab = notifications_tab
    order = 100
    template_name = "network/letters_panel.html"
    form_class = LettersForm


def install() -> None:
    """Wagtail's own choices would do nothing: its letters are silenced."""
    NotificationsSettingsPanel.is_active = lambda self: False
