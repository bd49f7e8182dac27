"""What may be done with an opened file. Each act shows a step with a form and carries it out; the view knows none of them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.debug import sensitive_variables

from privacy.choices import RequestKind, SubmissionState
from privacy.forms import shown_value
from privacy.models import Purpose, Recipient, SubjectRequest
from privacy.rights import changes
from privacy.rights.fields import SingleAnswer
from privacy.rights.forms import AskForm, ConfirmForm
from privacy.rights.opening import Opened
from privacy.rights.requests import request_open, request_take_back
from privacy.rights.selectors import standings_of
from privacy.services.retention import HeldError


class NotPossibleError(Exception):
    """The act does not fit to the file as it stands."""


class Act:
    """One act. `what` is the part of the file that it is about: a field, the id of a purpose, of a recipient, of a request."""

    name = ""
    title = gettext_lazy("Your information")
    button = pgettext_lazy("rights", "Confirm")
    is_grave = False

    def __init__(self, opened: Opened, what: str):
        self.opened = opened
        self.what = what
        self.submission = opened.submission
        self.prepare()

    def prepare(self) -> None:
        """Find what the act is about. Raises NotPossibleError."""

    def form(self, data=None) -> forms.Form:
        return ConfirmForm(data)

    def text(self) -> str:
        """What follows, before the button."""
        return ""

    def about(self) -> str:
        """What it concerns, in the words of the file."""
        return ""

    def carry_out(self, form: forms.Form) -> str:
        """Do it; answers what to say. ValidationError stays on the step."""
        raise NotImplementedError

    def context(self) -> dict[str, Any]:
        return {
            "title": self.title,
            "text": self.text(),
            "about": self.about(),
            "button": self.button,
            "is_grave": self.is_grave,
        }


class Correct(Act):
    name, title, button = "correct", gettext_lazy("Correct or add"), gettext_lazy("Save")

    @sensitive_variables("answers")
    def prepare(self) -> None:
        _need_submission(self)
        answers = self.submission.unseal_field("sealed_answers") or {}
        self.answer = SingleAnswer(self.submission, answers, self.what)
        stated = {f["name"] for f in self.submission.snapshot.get("fields", [])}
        if not self.answer.exists or self.what not in stated:
            raise NotPossibleError

    def form(self, data=None) -> forms.Form:
        return self.answer.form(data)

    def text(self) -> str:
        return _("Whoever received the earlier entry is told of the correction.")

    @sensitive_variables("value")
    def carry_out(self, form: forms.Form) -> str:
        value = form.cleaned_data.get(self.what)
        field = form.fields[self.what]
        shown = {self.what: {"label": str(field.label), "value": shown_value(field, value)}}
        changes.answers_correct(
            submission=self.submission, values={self.what: value}, shown=shown, actor=self.opened.actor
        )
        return _("Your correction was saved.")


class Drop(Act):
    name, title, button = "drop", gettext_lazy("Remove a detail"), pgettext_lazy("a detail", "Remove")

    def prepare(self) -> None:
        _need_submission(self)
        found = [f for f in self.submission.snapshot.get("fields", []) if f["name"] == self.what]
        if not found or found[0]["required"]:
            raise NotPossibleError
        self.label = found[0]["label"]

    def about(self) -> str:
        return self.label

    def text(self) -> str:
        return _("This detail was optional. It is erased at once and cannot be brought back.")

    def carry_out(self, form: forms.Form) -> str:
        changes.answers_drop(submission=self.submission, fields=[self.what], actor=self.opened.actor)
        return _("The detail was erased.")


class Withdraw(Act):
    name, title, button = (
        "withdraw",
        gettext_lazy("Withdraw consent"),
        gettext_lazy("Withdraw my consent"),
    )

    def prepare(self) -> None:
        _need_submission(self)
        purposes, _recipients = standings_of(self.submission)
        found = [s for s in purposes if str(s.purpose.pk) == self.what and s.can_withdraw]
        if not found:
            raise NotPossibleError
        self.standing = found[0]
        self.is_grave = not self.purpose.is_optional

    @property
    def purpose(self) -> Purpose:
        return self.standing.purpose

    def about(self) -> str:
        return self.standing.event.wording

    def text(self) -> str:
        if self.purpose.is_optional:
            return _("Details that serve only this purpose are erased at once; the rest stays as it is.")
        if changes.rests_on_law(self.submission):
            return _("All that no law obliges us to keep is erased at once and cannot be brought back.")
        return _(
            "Without this purpose what you sent can no longer be handled. All of it is erased at once and cannot be "
            "brought back. What was done until now stays lawful."
        )

    def carry_out(self, form: forms.Form) -> str:
        request = changes.purpose_withdraw(
            submission=self.submission, purpose=self.purpose, actor=self.opened.actor
        )
        return _("Your consent was withdrawn. Reference of this request: %(reference)s") % {
            "reference": request.reference
        }


class Refuse(Act):
    name, title, button = (
        "refuse",
        gettext_lazy("Stop passing on"),
        gettext_lazy("Do not pass on any more"),
    )

    def prepare(self) -> None:
        _need_submission(self)
        _purposes, recipients = standings_of(self.submission)
        found = [s for s in recipients if str(s.recipient.pk) == self.what and s.can_withdraw]
        if not found:
            raise NotPossibleError
        self.recipient: Recipient = found[0].recipient
        self.wording = found[0].event.wording

    def about(self) -> str:
        return self.wording

    def text(self) -> str:
        return _(
            "Nothing is passed on from now on. If something was passed on before, the recipient is told to stop using it."
        )

    def carry_out(self, form: forms.Form) -> str:
        changes.sharing_refuse(submission=self.submission, recipient=self.recipient, actor=self.opened.actor)
        return _("Your information is no longer passed on to %(recipient)s.") % {
            "recipient": self.recipient.local_name
        }


class Erase(Act):
    name, title, button = "erase", gettext_lazy("Erase everything"), gettext_lazy("Erase everything now")
    is_grave = True

    def prepare(self) -> None:
        _need_submission(self)

    def text(self) -> str:
        return _(
            "What you sent is erased at once, with its files, and cannot be brought back. Both codes then open nothing."
        )

    def carry_out(self, form: forms.Form) -> str:
        try:
            request = changes.submission_forget(submission=self.submission, actor=self.opened.actor)
        except ValidationError as error:
            if not isinstance(error, HeldError) and error.code != "by-law":
                raise
            return self.ask(" ".join(error.messages))
        return _("Everything was erased. Reference of this request: %(reference)s") % {
            "reference": request.reference
        }

    def ask(self, reason: str) -> str:
        request = request_open(
            institution=self.submission.institution,
            kind=RequestKind.ERASE,
            detail={"text": reason},
            submission=self.submission,
            actor=self.opened.actor,
            language=self.submission.language,
        )
        return _("%(reason)s Your request %(reference)s was taken in; you get a reply until %(day)s.") % {
            "reason": reason,
            "reference": request.reference,
            "day": f"{request.reply_due:%d/%m/%Y}",
        }


class Restrict(Act):
    name, title, button = "restrict", gettext_lazy("Restrict the use"), gettext_lazy("Restrict")

    def prepare(self) -> None:
        _need_submission(self)
        self.is_restricted = self.submission.state == SubmissionState.RESTRICTED
        if self.is_restricted:
            self.title, self.button = _("Allow the use again"), _("Allow again")

    def text(self) -> str:
        if self.is_restricted:
            return _("What you sent is handled again.")
        return _(
            "What you sent stays stored and nobody uses it, until you allow it again or its time is over."
        )

    def carry_out(self, form: forms.Form) -> str:
        changes.submission_restrict(
            submission=self.submission, is_restricted=not self.is_restricted, actor=self.opened.actor
        )
        return _("The use is allowed again.") if self.is_restricted else _("The use is restricted now.")


class Ask(Act):
    name, title, button = "ask", gettext_lazy("Complain or object"), gettext_lazy("Send")

    def prepare(self) -> None:
        _need_submission(self)

    def form(self, data=None) -> forms.Form:
        return AskForm(data, auto_id="id_%s")

    def text(self) -> str:
        return _("People of the institution decide about it. The periods are set by law and begin now.")

    def carry_out(self, form: forms.Form) -> str:
        request = request_open(
            institution=self.submission.institution,
            kind=RequestKind(form.cleaned_data["kind"]),
            detail={"text": form.cleaned_data["text"]},
            submission=self.submission,
            actor=self.opened.actor,
            language=self.submission.language,
        )
        return _(
            "Your request %(reference)s was taken in. You get a reply until %(reply)s, and it is settled until %(end)s. "
            "Both stand here, with the codes that you have."
        ) % {
            "reference": request.reference,
            "reply": f"{request.reply_due:%d/%m/%Y}",
            "end": f"{request.fulfil_due:%d/%m/%Y}",
        }


class TakeBack(Act):
    name, title, button = (
        "take-back",
        gettext_lazy("Take a request back"),
        pgettext_lazy("a request", "Take back"),
    )

    def prepare(self) -> None:
        own = self.opened.request
        rows = [own] if own else self.submission.requests.filter(reference=self.what)
        found = [r for r in rows if r.reference == self.what and r.is_open]
        if not found:
            raise NotPossibleError
        self.request: SubjectRequest = found[0]

    def about(self) -> str:
        return f"{self.request.reference}: {self.request.get_kind_display()}"

    def carry_out(self, form: forms.Form) -> str:
        request_take_back(request=self.request)
        return _("The request was taken back.")


ACTS: dict[str, type[Act]] = {
    act.name: act for act in (Correct, Drop, Withdraw, Refuse, Erase, Restrict, Ask, TakeBack)
}


def _need_submission(act: Act) -> None:
    if act.submission is None:
        raise NotPossibleError
