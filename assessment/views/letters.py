"""Writing to the board of a member, and settling a letter by hand."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from assessment.choices import State
from assessment.forms import LetterForm
from assessment.models import BoardLetter
from assessment.selectors import addressees_of, may_write_for, site_findings
from assessment.services.letters import board_letter_send, board_letter_settle, letter_text
from assessment.views.base import AssessmentView, overseer_of


class LetterView(AssessmentView):
    """The form opens with what the site lacks at this moment; that is also what settles the letter."""

    page_title = gettext_lazy("Write to the board")
    header_icon = "mail"
    template_name = "assessment/admin/letter.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.subject = self.overseer = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.subject = self.institution(kwargs["institution_id"])
        self.overseer = overseer_of(request.user, self.subject)
        if self.overseer is None:
            raise Http404
        if not may_write_for(request.user, self.overseer):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, institution_id: int) -> HttpResponse:
        titles = [(f.criterion.title(), f.criterion.clause.legal_reference()) for f in self.lacking]
        text = letter_text(sender=self.overseer, institution=self.subject, titles=titles)
        return self._form(LetterForm(initial={"text": text}))

    def post(self, request: HttpRequest, institution_id: int) -> HttpResponse:
        form = LetterForm(request.POST)
        if form.is_valid():
            try:
                letter = board_letter_send(
                    sender=self.overseer,
                    institution=self.subject,
                    user=request.user,
                    text=form.cleaned_data["text"],
                    keys=[f.criterion.key for f in self.lacking],
                    complete_by=form.cleaned_data["complete_by"],
                    now=timezone.now(),
                )
            except ValidationError as error:
                form.add_error(None, error)
            else:
                messages.success(
                    request,
                    _("The letter to %(institution)s is on its way; recipients: %(number)s.")
                    % {"institution": self.subject.name, "number": letter.recipients},
                )
                return redirect("assessment_site", self.subject.pk)
        return self._form(form, status=422)

    def _form(self, form: LetterForm, *, status: int = 200) -> HttpResponse:
        return self.show(
            form=form,
            media=form.media,
            institution=self.subject,
            overseer=self.overseer,
            people=addressees_of(self.subject),
            address=self.subject.email or self.subject.complaints_email,
            status=status,
        )

    @property
    def lacking(self):
        return [f for f in site_findings(self.subject) if f.state != State.MET]

    def get_page_subtitle(self) -> str:
        return self.subject.name

    def trail(self) -> list[dict[str, Any]]:
        return [
            {
                "url": reverse("assessment_members", args=[self.overseer.pk]),
                "label": _("Members of %(name)s") % {"name": self.overseer.name},
            },
            {"url": reverse("assessment_site", args=[self.subject.pk]), "label": self.subject.name},
        ]


class SettleView(AssessmentView):
    """Only the authority that wrote a letter settles it by hand."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, letter_id: int) -> HttpResponse:
        letters = BoardLetter.objects.select_related("sender", "institution")
        letter = get_object_or_404(letters, pk=letter_id)
        self.institution(letter.institution_id)
        if not may_write_for(request.user, letter.sender):
            raise PermissionDenied
        board_letter_settle(letter=letter, user=request.user, now=timezone.now())
        messages.success(request, _("The letter is settled."))
        return redirect("assessment_site", letter.institution_id)
