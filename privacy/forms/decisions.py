"""Decisions on personal information: consent for each purpose, sharing for each recipient."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from privacy.choices import Actor, Decision
from privacy.models import Notice, Purpose, Recipient

CONSENT_PREFIX = "consent-"
SHARE_PREFIX = "share-"


def wording_sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


class DecisionForm(forms.Form):
    """Decisions with the words that were shown. `shown` ties the answer to exactly these words and this
    notice: where they have changed meanwhile, the step is shown again."""

    shown = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data=None, *, notice: Notice, **kwargs):
        self.notice = notice
        super().__init__(data, **kwargs)

    def fingerprint(self) -> str:
        return self._fingerprint

    @cached_property
    def _fingerprint(self) -> str:
        words = "\x00".join(text for text in self.wordings().values())
        return wording_sha256(f"{self.notice.sha256}\x00{words}")

    def wordings(self) -> dict[str, str]:
        raise NotImplementedError

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("shown") != self.fingerprint():
            raise forms.ValidationError(
                _("The text of this step has changed meanwhile. Please read it and decide again.")
            )
        return cleaned

    def question_fields(self):
        """The bound fields that the person sees."""
        return [self[name] for name in self.fields if name != "shown"]


WHOSE = f"{CONSENT_PREFIX}of-whom"
CHILD_PREFIX = f"{CONSENT_PREFIX}child-"
GROWN_UP, UNDER_SEVEN, FROM_SEVEN = "grown-up", "under-seven", "from-seven"


class ConsentForm(DecisionForm):
    """One box for each purpose, none ticked. A purpose whose basis is a law has no box: it is stated.

    With `about_children`, and where something is to be published, the form asks whose information it is: for a child the
    representative consents, and from the age of seven the child says so too (law 91/2025, article 24).
    """

    def __init__(
        self,
        data=None,
        *,
        purposes: Sequence[Purpose],
        institution_name: str,
        about_children: bool = False,
        **kwargs,
    ):
        self.purposes = [purpose for purpose in purposes if purpose.needs_consent]
        self.published = [p for p in self.purposes if p.is_publication] if about_children else []
        self.institution_name = institution_name
        super().__init__(data, **kwargs)
        if self.published:
            self.fields[WHOSE] = forms.ChoiceField(
                label=self._whose(),
                choices=[
                    (GROWN_UP, _("Mine; I am of age")),
                    (UNDER_SEVEN, _("That of a child under seven; I am the legal representative")),
                    (FROM_SEVEN, _("That of a child of seven or more; I am the legal representative")),
                ],
                widget=forms.RadioSelect,
                error_messages={"required": _("Say whose information it is.")},
            )
        for purpose in self.purposes:
            self.fields[f"{CONSENT_PREFIX}{purpose.code}"] = forms.BooleanField(
                label=self._wording(purpose),
                required=not purpose.is_optional,
                initial=False,
                error_messages={
                    "required": _(
                        "Without this consent the form cannot be sent; nothing has been stored yet."
                    )
                },
            )
        for purpose in self.published:
            self.fields[f"{CHILD_PREFIX}{purpose.code}"] = forms.BooleanField(
                label=self._childs_wording(purpose), required=False, initial=False
            )
        self.initial["shown"] = self.fingerprint()

    def clean(self):
        cleaned = super().clean()
        if cleaned.get(WHOSE) == FROM_SEVEN:
            for purpose in self.published:
                name = f"{CHILD_PREFIX}{purpose.code}"
                agreed = cleaned.get(f"{CONSENT_PREFIX}{purpose.code}")
                if agreed and not purpose.is_optional and not cleaned.get(name):
                    self.add_error(name, _("From the age of seven the child has to agree as well."))
        return cleaned

    def wordings(self) -> dict[str, str]:
        words = {purpose.code: self._wording(purpose) for purpose in self.purposes}
        if self.published:
            words |= {WHOSE: self._whose()}
            words |= {f"{CHILD_PREFIX}{p.code}": self._childs_wording(p) for p in self.published}
        return words

    def _whose(self) -> str:
        return _("Whose information is it?")

    def _childs_wording(self, purpose: Purpose) -> str:
        text = _(
            "For the child to tick, from the age of seven: Others will be able to see this about me on the website: "
            "%(purpose)s. I was asked, I understand it, and I agree. I may say no, and change my mind later. (optional)"
        )
        return text % {"purpose": purpose.local_text}

    def _wording(self, purpose: Purpose) -> str:
        values = {"institution": self.institution_name, "purpose": purpose.local_text}
        if purpose.is_sensitive:
            text = _(
                "This is sensitive personal information. I agree that %(institution)s uses it for: "
                "%(purpose)s"
            )
        else:
            text = _("I agree that %(institution)s uses my information for: %(purpose)s")
        if purpose.is_optional:
            text += " " + _("(optional)")
        return text % values

    def decisions(self) -> list[dict[str, Any]]:
        """One row for each purpose asked, and after them one for each that a child was asked about: ``{purpose, decision,
        wording, actor}``."""
        whose = self.cleaned_data.get(WHOSE, GROWN_UP)
        actor = Actor.SELF if whose == GROWN_UP else Actor.REPRESENTATIVE
        rows = [
            self._row(purpose, f"{CONSENT_PREFIX}{purpose.code}", self._wording(purpose), actor)
            for purpose in self.purposes
        ]
        if whose == FROM_SEVEN:
            rows += [
                self._row(
                    purpose, f"{CHILD_PREFIX}{purpose.code}", self._childs_wording(purpose), Actor.CHILD
                )
                for purpose in self.published
            ]
        return rows

    def _row(self, purpose: Purpose, name: str, wording: str, actor: Actor) -> dict[str, Any]:
        decision = Decision.GIVEN if self.cleaned_data[name] else Decision.REFUSED
        return {"purpose": purpose.pk, "decision": str(decision), "wording": wording, "actor": str(actor)}


class SharingForm(DecisionForm):
    """Accept or refuse for each recipient, nothing chosen; both are equally good, none is missing an answer
    (P8.1)."""

    def __init__(self, data=None, *, recipients: Sequence[Recipient], institution_name: str, **kwargs):
        self.recipients = recipients
        self.institution_name = institution_name
        super().__init__(data, **kwargs)
        for recipient in recipients:
            self.fields[f"{SHARE_PREFIX}{recipient.pk}"] = forms.ChoiceField(
                label=self._wording(recipient),
                help_text=recipient.local_what_for,
                choices=[("yes", _("I accept")), ("no", _("I refuse"))],
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose one: accept or refuse. Both are fine.")},
            )
        self.initial["shown"] = self.fingerprint()

    def wordings(self) -> dict[str, str]:
        return {str(r.pk): f"{self._wording(r)} {r.local_what_for}".strip() for r in self.recipients}

    def _wording(self, recipient: Recipient) -> str:
        return _("May %(institution)s pass on your information to %(recipient)s?") % {
            "institution": self.institution_name,
            "recipient": recipient.local_name,
        }

    def decisions(self) -> list[dict[str, Any]]:
        """One row for each recipient: ``{recipient, decision, wording}``."""
        words = self.wordings()
        return [
            {
                "recipient": recipient.pk,
                "decision": str(
                    Decision.GIVEN
                    if self.cleaned_data[f"{SHARE_PREFIX}{recipient.pk}"] == "yes"
                    else Decision.REFUSED
                ),
                "wording": words[str(recipient.pk)],
            }
            for recipient in self.recipients
        ]
