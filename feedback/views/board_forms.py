"""The screens of built forms: the list, a new one from a ready form, and the desk of their answers. Nothing of what people
wrote is shown before a purpose is named; no address ever shows it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import content_disposition_header
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.debug import sensitive_variables
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from editorial.selectors import board_roles, institutions_of
from feedback.board_forms.ready import READY
from feedback.forms import PurposeForm
from feedback.forms.board_forms import ExportForm, NewFormForm
from feedback.models import BoardFormPage
from feedback.selectors.board_forms import (
    answers_of,
    forms_for,
    may_open_answers,
    sections_open_to,
    standing_of_form,
    totals_of,
)
from feedback.services.board_forms import answers_export, answers_open, form_create
from network.selectors import institution_for_page
from privacy.exports import CONTENT_TYPES, file_name
from privacy.forms import shown_answer
from privacy.models import Submission
from privacy.selectors import consents_of
from privacy.services import file_read, submission_read, submission_within
from privacy.services.access import access_denied

PAGE_SIZE = 50
NO_STORE = "no-store, private"


class FormsView(WagtailAdminTemplateMixin, View):
    """For members of a board; for everybody else there is no such screen."""

    header_icon = "form"
    page_title = gettext_lazy("Forms of the board")

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not board_roles(request.user):
            raise Http404("No board")
        request.sensitive_post_parameters = "__ALL__"
        response = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = NO_STORE
        return response

    def get_breadcrumbs_items(self):
        home = {"url": reverse("board_forms"), "label": FormsView.page_title}
        return [*self.breadcrumbs_items, home, *self.trail()]

    def trail(self) -> list[dict[str, Any]]:
        return []

    def show(self, *, status: int = 200, **context) -> HttpResponse:
        values = self.get_context_data(**context)
        return TemplateResponse(self.request, self.get_template_names(), values, status=status)


class FormListView(FormsView):
    """All forms of the person's boards: where each stands, how many answers it has."""

    template_name = "feedback/board_forms/list.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        institutions = list(institutions_of(request.user))
        rows = forms_for(request.user, institutions)
        page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("p"))
        return self.show(page_obj=page, names_institutions=len(institutions) > 1)


class FormNewView(FormsView):
    """A form from a ready one."""

    template_name = "feedback/board_forms/new.html"
    page_title = gettext_lazy("New form")

    def trail(self) -> list[dict[str, Any]]:
        return [{"url": "", "label": self.page_title}]

    def form(self, data=None) -> NewFormForm:
        sections = sections_open_to(self.request.user, institutions_of(self.request.user))
        return NewFormForm(data, sections=sections, language=get_language() or "vi")

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(form=self.form(), cards=self.cards())

    def cards(self) -> list[dict[str, str]]:
        language = get_language() or "vi"
        return [
            {"code": code, "icon": ready.icon, "summary": ready.summary.said(language)}
            for code, ready in READY.items()
        ]

    def post(self, request: HttpRequest) -> HttpResponse:
        form = self.form(request.POST)
        if not form.is_valid():
            return self.show(form=form, cards=self.cards(), status=422)
        parent = get_object_or_404(Page, pk=form.cleaned_data["section"]).specific
        if not parent.permissions_for_user(request.user).can_add_subpage():
            raise PermissionDenied
        page = form_create(
            parent=parent,
            ready=form.cleaned_data["ready"],
            title=form.cleaned_data["title"],
            user=request.user,
        )
        messages.success(
            request,
            _("The draft “%(title)s” was made. Change what you need, then submit it.")
            % {"title": page.title},
        )
        return redirect("wagtailadmin_pages:edit", page.pk)


class AnswersMixin(FormsView):
    """One form of a board on which the person may open answers; any other is not there."""

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        self.page_id = kwargs["page_id"]

    @cached_property
    def form_page(self) -> BoardFormPage:
        pages = BoardFormPage.objects.select_related("locale")
        page = get_object_or_404(pages, pk=self.page_id)
        if not may_open_answers(self.request.user, page):
            if institution := institution_for_page(page):
                access_denied(
                    institution=institution,
                    object_ref=page.form_code,
                    user=self.request.user,
                    purpose=self.request.POST.get("purpose", ""),
                )
            raise Http404("No such form")
        return page

    def get_page_subtitle(self) -> str:
        return self.form_page.title

    def trail(self) -> list[dict[str, Any]]:
        url = reverse("board_form_answers", args=[self.form_page.pk])
        return [{"url": url, "label": _("Answers: %(title)s") % {"title": self.form_page.title}}]

    def list_context(self, **forms) -> dict[str, Any]:
        page = self.form_page
        found = Paginator(answers_of(page), PAGE_SIZE).get_page(self.request.GET.get("p"))
        return {
            "page": page,
            "page_obj": found,
            "institution": institution_for_page(page),
            "standing": standing_of_form(page),
            "totals_form": PurposeForm(prefix="totals"),
            "export_form": ExportForm(prefix="export"),
        } | forms


class AnswersView(AnswersMixin):
    """Reference, when, until when: what was sent stays closed."""

    template_name = "feedback/board_forms/answers.html"
    page_title = gettext_lazy("Answers")

    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        return self.show(**self.list_context())


class AnswersExportView(AnswersMixin):
    template_name = "feedback/board_forms/answers.html"
    page_title = gettext_lazy("Answers")
    http_method_names = ["post"]

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        page = self.form_page
        form = ExportForm(request.POST, prefix="export")
        if not form.is_valid():
            return self.show(status=422, **self.list_context(export_form=form))
        fmt = form.cleaned_data["fmt"]
        table = answers_export(page=page, user=request.user, purpose=form.cleaned_data["purpose"], fmt=fmt)
        name = file_name(f"bieu-mau-{page.slug}"[:80], fmt)
        return HttpResponse(
            table,
            content_type=CONTENT_TYPES[fmt],
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )


class AnswersTotalsView(AnswersMixin):
    """How often each choice was given: numbers only, nobody's answer."""

    template_name = "feedback/board_forms/totals.html"
    page_title = gettext_lazy("Totals")
    http_method_names = ["post"]

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        page = self.form_page
        form = PurposeForm(request.POST, prefix="totals")
        if not form.is_valid():
            self.template_name = AnswersView.template_name
            return self.show(status=422, **self.list_context(totals_form=form))
        opened = answers_open(page=page, user=request.user, purpose=form.cleaned_data["purpose"])
        return self.show(page=page, totals=totals_of(opened), number=len(opened))


class AnswerView(AnswersMixin):
    """One answer: a purpose first; the answer to POST shows it."""

    template_name = "feedback/board_forms/answer.html"
    page_title = gettext_lazy("Answer")

    @cached_property
    def submission(self):
        answers, uid = answers_of(self.form_page), self.kwargs["uid"]
        try:
            return submission_within(submissions=answers, uid=uid, user=self.request.user)
        except Submission.DoesNotExist as error:
            raise Http404("No such answer") from error

    def trail(self) -> list[dict[str, Any]]:
        return [*super().trail(), {"url": "", "label": self.submission.reference}]

    def get(self, request: HttpRequest, page_id: int, uid) -> HttpResponse:
        return self.show(page=self.form_page, submission=self.submission, purpose_form=PurposeForm())

    @sensitive_variables()
    def post(self, request: HttpRequest, page_id: int, uid) -> HttpResponse:
        form = PurposeForm(request.POST)
        context = {"page": self.form_page, "submission": self.submission}
        if not form.is_valid():
            return self.show(purpose_form=form, status=422, **context)
        purpose = form.cleaned_data["purpose"]
        if "file" in request.POST:
            return self.file(purpose)
        answers = submission_read(submission=self.submission, user=request.user, purpose=purpose)
        return self.show(
            rows=_rows(self.submission, answers),
            consents=consents_of(self.submission),
            purpose=purpose,
            **context,
        )

    @sensitive_variables()
    def file(self, purpose: str) -> HttpResponse:
        row = self.submission.files.filter(uid__in=_uids(self.request.POST["file"])).first()
        if row is None:
            raise Http404("No such file")
        opened = file_read(file=row, user=self.request.user, purpose=purpose)
        disposition = content_disposition_header(True, opened.name)
        return HttpResponse(
            opened.data,
            content_type="application/octet-stream",
            headers={"Content-Disposition": disposition, "X-Content-Type-Options": "nosniff"},
        )


def _uids(text: str) -> list[str]:
    bare = text.replace("-", "")
    return [text] if len(bare) == 32 and all(c in "0123456789abcdef" for c in bare.lower()) else []


@sensitive_variables()
def _rows(submission, answers: dict[str, Any]) -> list[dict[str, Any]]:
    """What was sent, under the words that the sender saw."""
    rows = []
    for entry in submission.snapshot.get("fields", []):
        if entry["name"] not in answers:
            continue
        value = answers[entry["name"]]
        is_file = entry.get("kind") == "file" and isinstance(value, dict)
        rows.append(
            {
                "label": entry["label"],
                "value": shown_answer(entry, value),
                "file": value.get("file") if is_file else "",
            }
        )
    return rows
