"""Correcting, adding and removing single details for a request that came on paper or by telephone: the same forms and services
as on the pages of the person themselves."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from wagtail.admin import messages

from privacy.forms import shown_value
from privacy.rights.carrying_out import CORRECTIONS, REMOVALS, answer_correct, answer_remove
from privacy.rights.fields import Entry, SingleAnswer, entries_of
from privacy.rights.forms import ProofForm
from privacy.services.access import submission_read


class ChangeMixin:
    """Of the screen of one request: `self.asked` is the request, the act says what is done to which field (``correct:name``)."""

    changes = {"correct": CORRECTIONS, "drop": REMOVALS}

    @sensitive_variables()
    def change(self, act: str) -> HttpResponse:
        """Shows the step; with ``go`` carries it out."""
        verb, _colon, name = act.partition(":")
        asked, user, data = self.asked, self.request.user, self.request.POST
        if not asked.is_open or asked.kind not in self.changes[verb]:
            messages.error(self.request, _("This does not fit to the request as it stands."))
            return redirect("privacy_request", uid=asked.uid)
        answers = submission_read(submission=asked.submission, user=user, purpose="request")
        entry = self._entry(verb, name, answers)
        if entry is None:
            messages.error(self.request, _("This detail cannot be changed here."))
            return redirect("privacy_request", uid=asked.uid)
        going = "go" in data
        proof = ProofForm(data if going else None, prefix="proof")
        form = SingleAnswer(asked.submission, answers, name).form(data if going else None)
        if verb == "drop":
            form = None
        if going and proof.is_valid() and (form is None or form.is_valid()):
            try:
                self._carry_out(entry, form, proof.cleaned_data["proof"].strip())
            except ValidationError as error:
                proof.add_error(None, error)
            else:
                said = _("Done. Now write the answer to the person and settle the request.")
                messages.success(self.request, said)
                return redirect("privacy_request", uid=asked.uid)
        self.template_name = "privacy/desk/change.html"
        context = {"asked": asked, "entry": entry, "form": form, "proof": proof, "act": act}
        return self.show(status=422 if going else 200, **context)

    @sensitive_variables("answers")
    def _entry(self, verb: str, name: str, answers: dict[str, Any]) -> Entry | None:
        """The field, where it serves a purpose that holds and may be changed so."""
        for entry in entries_of(self.asked.submission, answers):
            if entry.name == name:
                may = entry.can_change if verb == "correct" else entry.is_optional and not entry.is_empty
                return entry if may else None
        return None

    @sensitive_variables()
    def _carry_out(self, entry: Entry, form, proof: str) -> None:
        common = {"request": self.asked, "user": self.request.user, "name": entry.name, "proof": proof}
        if form is None:
            answer_remove(label=entry.label, **common)
            return
        value = form.cleaned_data.get(entry.name)
        field = form.fields.get(entry.name)
        if field is None:
            raise PermissionDenied("The field is not on the form.")
        shown = {"label": entry.label, "value": shown_value(field, value)}
        answer_correct(value=value, shown=shown, **common)
