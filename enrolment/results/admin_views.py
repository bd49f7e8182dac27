"""Results in the admin: examinations, lists on their way in, versions and the second person."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from common.jobs import JobState
from common.models import site_path
from common.spreadsheets import TableError, write_csv
from enrolment.admin import OfficeView
from enrolment.choices import ResultWork, VersionState
from enrolment.list_columns import ListFileField
from enrolment.models import ExaminationPage, ResultImport, ResultVersion
from enrolment.office_pages import pages_in
from enrolment.results.lists import KEYS, opened
from enrolment.results.services.codes import book_of
from enrolment.results.services.imports import import_create, import_map, import_start, imports_resume
from enrolment.results.services.loading import SHOWN_FAULTS
from enrolment.results.services.publishing import (
    version_propose,
    version_publish,
    version_return,
    version_withdraw,
)
from enrolment.results.statistics import overview_of
from network.selectors import institutions_for_paths

PAGE_SIZE = 50
KEY_LABELS = {
    "number": gettext_lazy("Candidate number"),
    "birth": gettext_lazy("Date of birth"),
    "code": gettext_lazy("Look-up code"),
}


class ResultsFileForm(forms.Form):
    """A list of results on its way in."""

    file = ListFileField(
        label=gettext_lazy("List of results"),
        help_text=gettext_lazy(
            "CSV or XLSX with one candidate in each row below a row of headings, for example diem-thi-2026.csv. At most 400 MB "
            "and two million rows; CSV is faster."
        ),
    )


class ReasonForm(forms.Form):
    """Why a version is returned or withdrawn."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=300,
        help_text=gettext_lazy("For example: the scores of physics are those of chemistry."),
    )


class ColumnsForm(forms.Form):
    """Which column gives what."""

    def __init__(self, *args: Any, header: list[str], job: ResultImport, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("— not in the list —"))]
        choices += [(str(place), heading or f"({place + 1})") for place, heading in enumerate(header)]
        names = [*((name, KEY_LABELS[name], False) for name in KEYS)]
        language = get_language() or "vi"
        names += [(s.code, s.label(language), True) for s in job.exam.subjects_used()]
        self.names = [name for name, _label, _is_subject in names]
        for name, label, is_subject in names:
            self.fields[f"column_{name}"] = forms.ChoiceField(
                label=label,
                choices=choices,
                required=False,
                initial=str(job.columns.get(name, "")),
                help_text=""
                if is_subject
                else _("Heading in your list, for example %(name)s.") % {"name": KEYS[name][0]},
            )

        self.fields["draws_codes"] = forms.BooleanField(
            label=_("The product draws the look-up codes"),
            required=False,
            initial=job.draws_codes,
            help_text=_(
                "For lists that have neither dates of birth nor codes, for example those of the ministry. Each candidate gets a "
                "code of their own; you print them on letters or cards."
            ),
        )
        order = [f"column_{name}" for name in KEYS]
        self.order_fields([*order, "draws_codes"])

    @property
    def columns(self) -> dict[str, int]:
        data = self.cleaned_data
        return {name: int(data[f"column_{name}"]) for name in self.names if data.get(f"column_{name}")}


class ResultsView(OfficeView):
    page_title = gettext_lazy("Examination results")
    root = (gettext_lazy("Examination results"), "enrolment_results")


class ResultsIndexView(ResultsView):
    """The examinations whose results the person works on."""

    template_name = "enrolment/admin/results.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        exams = pages_in(ExaminationPage, self.offices, "-year", "-results_at", "pk")
        shown = {VersionState.PUBLISHED, VersionState.PROPOSED}
        states: dict[int, list[ResultVersion]] = {}
        for version in ResultVersion.objects.filter(exam__in=exams, state__in=shown).only(
            "exam", "number", "state"
        ):
            states.setdefault(version.exam_id, []).append(version)
        rows = [{"exam": exam, "versions": states.get(exam.pk, [])} for exam in exams]
        return self.show(rows=Paginator(rows, PAGE_SIZE).get_page(request.GET.get("p")))


class ExamView(ResultsView):
    """The versions and lists of one examination; what can be done with each of them."""

    template_name = "enrolment/admin/exam.html"

    def setup(self, request, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.pk = kwargs["pk"]

    def found(self) -> ExaminationPage:
        exam = get_object_or_404(ExaminationPage, pk=self.pk, locale__language_code="vi")
        owner = institutions_for_paths([exam.path]).get(site_path(exam.path))
        if owner is None or owner.pk not in self.offices:
            raise Http404("Not yours")
        exam._edusite_institution = owner
        return exam

    def trail(self) -> list[dict]:
        return [{"url": "", "label": self.exam.title}]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.exam = self.found()
        return self.screen()

    def screen(self, *, form: ResultsFileForm | None = None, status: int = 200) -> HttpResponse:
        people = ("made_by", "proposed_by", "published_by")
        versions = self.exam.versions.select_related(*people)
        waiting = versions.filter(state=VersionState.PROPOSED).first()
        return self.show(
            exam=self.exam,
            institution=self.exam._edusite_institution,
            versions=self.part(versions, "v"),
            imports=self.part(self.exam.imports.select_related("created_by", "version"), "p"),
            waiting=waiting,
            is_second=bool(waiting)
            and self.request.user.pk not in (waiting.made_by_id, waiting.proposed_by_id),
            overview=overview_of(waiting) if waiting else [],
            book=book_of(self.exam),
            form=form or ResultsFileForm(),
            reason_form=ReasonForm(),
            status=status,
        )

    def part(self, rows: QuerySet, key: str) -> Page:
        """One page of a list; `key`: the name of its number in the address."""
        return Paginator(rows, PAGE_SIZE).get_page(self.request.GET.get(key))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.exam = self.found()
        act = request.POST.get("act", "")
        if act == "upload":
            return self.upload(request)
        version = get_object_or_404(ResultVersion, pk=_number(request.POST.get("version")), exam=self.exam)
        reason, user = request.POST.get("reason", ""), request.user
        acts = {
            "propose": (lambda: version_propose(version=version, user=user), _("A second person can publish it now.")),
            "publish": (lambda: version_publish(version=version, user=user), _("The results are published.")),
            "return": (lambda: version_return(version=version, user=user, reason=reason), _("The version was returned.")),
            "withdraw": (lambda: version_withdraw(version=version, user=user, reason=reason), _("The results were withdrawn.")),
        }  # fmt: skip
        if act not in acts:
            raise Http404("No such act")
        self.tried(*acts[act])
        return redirect("enrolment_exam", self.exam.pk)

    def upload(self, request: HttpRequest) -> HttpResponse:
        form = ResultsFileForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                job = import_create(
                    file=form.cleaned_data["file"],
                    exam=self.exam,
                    user=request.user,
                    language=get_language() or "vi",
                )
            except TableError as error:
                form.add_error("file", str(error))
            except ValidationError as error:
                form.add_error("file", error)
            else:
                return redirect("enrolment_import_columns", job.uid)
        return self.screen(form=form, status=422)


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0


class ImportView(ResultsView):
    """A screen about one list."""

    def setup(self, request, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.uid = kwargs["uid"]

    def found(self) -> ResultImport:
        return get_object_or_404(
            ResultImport.objects.select_related("exam", "version", "institution").filter(
                institution__in=self.offices
            ),
            uid=self.uid,
        )

    def trail(self) -> list[dict]:
        return [{"url": "", "label": self.job.filename}]


class ColumnsView(ImportView):
    """Which column gives what: a guess to confirm, beside the first rows without anything personal."""

    template_name = "enrolment/admin/columns.html"

    def header(self) -> list[str]:
        job = self.job
        with (
            job.file.storage.open(job.file.name, "rb") as stored,
            opened(stored.file, job.filename, job.exam.subjects_used()) as source,
        ):
            return source.header

    def get(self, request: HttpRequest, uid) -> HttpResponse:
        self.job = self.found()
        if self.job.is_busy or not self.job.file or self.job.version_id:
            return redirect("enrolment_import", self.job.uid)
        has_second = bool({"birth", "code"} & set(self.job.columns))
        form = ColumnsForm(header=self.header(), job=self.job)
        return self.show(job=self.job, form=form, has_second=has_second or self.job.draws_codes)

    def post(self, request: HttpRequest, uid) -> HttpResponse:
        self.job = self.found()
        if not self.job.file:
            return redirect("enrolment_import", self.job.uid)
        form = ColumnsForm(request.POST, header=self.header(), job=self.job)
        if form.is_valid():
            try:
                import_map(
                    job=self.job,
                    columns=form.columns,
                    user=request.user,
                    draws_codes=form.cleaned_data["draws_codes"],
                )
                import_start(job=self.job, work=ResultWork.CHECK, user=request.user)
            except ValidationError as error:
                form.add_error(None, error.messages)
            else:
                return redirect("enrolment_import", self.job.uid)
        return self.show(job=self.job, form=form, has_second=True, status=422)


class ReportView(ImportView):
    """Progress, what is wrong in which cell, and what can be done now."""

    template_name = "enrolment/admin/import.html"

    def get(self, request: HttpRequest, uid) -> HttpResponse:
        self.job = job = self.found()
        is_idle = not job.is_busy and bool(job.file)
        return self.show(
            job=job,
            faults=Paginator(job.faults, PAGE_SIZE).get_page(request.GET.get("p")),
            is_cut=len(job.faults) >= SHOWN_FAULTS,
            may_check=is_idle and job.state != JobState.UPLOADED,
            may_load=is_idle and job.is_checked,
            is_loaded=bool(job.version and job.version.state != VersionState.LOADING),
        )

    def post(self, request: HttpRequest, uid) -> HttpResponse:
        self.job = self.found()
        try:
            work = ResultWork(request.POST.get("act", ""))
        except ValueError:
            raise Http404("No such work") from None
        self.tried(lambda: import_start(job=self.job, work=work, user=request.user), _("The work has begun."))
        return redirect("enrolment_import", self.job.uid)


class StatusView(ImportView):
    """What the progress bar asks for; also notices that a list has lost its worker."""

    def get(self, request: HttpRequest, uid) -> HttpResponse:
        self.job = job = self.found()
        if job.is_busy:
            imports_resume(job=job)
        return JsonResponse(job.as_status())


class FaultsView(ImportView):
    """What is wrong in which cell, as CSV."""

    def get(self, request: HttpRequest, uid) -> HttpResponse:
        self.job = self.found()
        rows = [[_("Cell"), _("Remarks")], *([fault["cell"], fault["text"]] for fault in self.job.faults)]
        response = HttpResponse(write_csv(rows), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = 'attachment; filename="loi-trong-danh-sach.csv"'
        return response
