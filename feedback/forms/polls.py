"""The ballot paper of a poll."""

from __future__ import annotations

import secrets
from uuid import UUID

from django import forms
from django.core import signing
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from common.personal_data import DataClass
from feedback.models import PollPage
from privacy.choices import Necessity
from privacy.forms import FieldStatement, QuestionForm

COUNT = "count"
MIN_SECONDS = 2
PAPER_HOURS = 24
_SALT = "feedback.poll.paper"
_STATEMENT = FieldStatement(data_class=DataClass.NOT_PERSONAL, necessity=Necessity.SERVICE, purposes=(COUNT,))


class BallotForm(QuestionForm):
    """One or several answers, none chosen in advance. `paper` is a ballot paper: a signed random number that counts once, for
    this poll, from two seconds to a day after it was handed out."""

    title = gettext_lazy("Your vote")
    statements = dict.fromkeys(("choice", "paper", "website"), _STATEMENT)

    choice = forms.MultipleChoiceField(label="", choices=(), widget=forms.CheckboxSelectMultiple)
    paper = forms.CharField(widget=forms.HiddenInput, required=False)
    website = forms.CharField(
        label=gettext_lazy("Leave this field empty: it is there to stop machines"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    def __init__(self, *args, page: PollPage, **kwargs):
        self.page = page
        self.is_stale = False
        super().__init__(*args, auto_id="id_%s", **kwargs)
        choices = [(str(option.key), option.label) for option in page.options.all()]
        self.fields["choice"] = self._choice(choices)

    def _choice(self, choices: list[tuple[str, str]]) -> forms.Field:
        most = self.page.most_choices
        common = {"label": self.page.title, "choices": choices}
        if most == 1:
            return forms.ChoiceField(
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose one of the answers.")},
                **common,
            )
        return forms.MultipleChoiceField(
            widget=forms.CheckboxSelectMultiple,
            help_text=_("Choose up to %(number)s answers.") % {"number": most},
            error_messages={"required": _("Choose at least one of the answers.")},
            **common,
        )

    @property
    def fresh_paper(self) -> str:
        paper = {
            "poll": str(self.page.translation_key),
            "nonce": secrets.token_urlsafe(16),
            "at": timezone.now().timestamp(),
        }
        return signing.dumps(paper, salt=_SALT)

    def chosen(self) -> list[UUID]:
        value = self.cleaned_data["choice"]
        return [UUID(key) for key in ([value] if isinstance(value, str) else value)]

    @property
    def nonce(self) -> str:
        return self.cleaned_data["paper"]["nonce"]

    def clean_choice(self):
        value = self.cleaned_data["choice"]
        if not isinstance(value, str) and len(value) > self.page.most_choices:
            raise forms.ValidationError(
                _("Choose up to %(number)s answers."), params={"number": self.page.most_choices}, code="many"
            )
        return value

    def clean(self):
        """What is wrong with a field that nobody sees is said of the whole form."""
        cleaned = super().clean()
        self.is_stale = self.has_error("paper", "stale")
        for name in ("paper", "website"):
            if errors := self._errors.pop(name, None):
                self.add_error(None, errors.data)
        return cleaned

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise forms.ValidationError(_("One field must stay empty. Please send the form again."))
        return ""

    def clean_paper(self) -> dict:
        try:
            paper = signing.loads(self.cleaned_data["paper"], salt=_SALT, max_age=PAPER_HOURS * 3600)
            age = timezone.now().timestamp() - paper["at"]
            known = paper["poll"] == str(self.page.translation_key) and bool(paper["nonce"])
        except (signing.BadSignature, KeyError, TypeError):
            known, age = False, 0.0
        if not known:
            raise forms.ValidationError(
                _("The page had been open for too long. Please choose and vote again."), code="stale"
            )
        if age < MIN_SECONDS:
            raise forms.ValidationError(
                _("That was very quick. Please look at your choice and vote again."), code="quick"
            )
        return paper
