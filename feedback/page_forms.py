"""The editor's forms of this package's pages."""

from __future__ import annotations

from datetime import timedelta

from django.utils.translation import gettext as _

from editorial.models.authorship import AuthoredPageForm

LONGEST_DAYS = 92


class PollPageForm(AuthoredPageForm):
    """Refuses times in the wrong order, a poll that is open for too long, answers that change under votes, and to open again
    what has ended."""

    def clean(self):
        cleaned = super().clean()
        opens, closes = cleaned.get("opens_at"), cleaned.get("closes_at")
        if opens and closes:
            if closes <= opens:
                self.add_error("closes_at", _("The poll closes after it has opened."))
            elif closes - opens > timedelta(days=LONGEST_DAYS):
                self.add_error(
                    "closes_at",
                    _("A poll is open for %(days)s days at the most.") % {"days": LONGEST_DAYS},
                )
        if self.instance.pk:
            self._refuse_change()
        labels = self._labels()
        if len({label.casefold() for label in labels}) < len(labels):
            self.add_error(None, _("Two answers are the same."))
        if cleaned.get("most_choices") and labels and cleaned["most_choices"] > len(labels):
            self.add_error("most_choices", _("There are not so many answers to choose from."))
        return cleaned

    def _refuse_change(self) -> None:
        if "closes_at" in self.changed_data and self.instance.has_ended():
            self.add_error("closes_at", _("This poll has ended and cannot be opened again. Start a new one."))
        formset = self.formsets.get("options")
        if formset is None or not formset.has_changed() or not self.instance.has_votes():
            return
        if any(
            form.has_changed() or form in formset.deleted_forms for form in formset.forms if _is_row(form)
        ):
            self.add_error(
                None,
                _("Votes have come in: the answers stay as they are. Start a new poll with other answers."),
            )

    def _labels(self) -> list[str]:
        formset = self.formsets.get("options")
        if formset is None or not formset.is_valid():
            return []
        return [
            form.cleaned_data["label"].strip()
            for form in formset.forms
            if form.cleaned_data.get("label") and not form.cleaned_data.get("DELETE")
        ]


def _is_row(form) -> bool:
    return bool(form.instance.pk or form.has_changed())
