"""A list on its way in: upload, columns, dry run, progress, report."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from common.spreadsheets import TableError
from network.access import administered_authorities
from network.choices import RowStatus
from network.forms import ColumnsForm, RowFilterForm, UploadForm
from network.models import ProvisioningJob
from network.models.jobs import JobState
from network.services.job_runner import job_table
from network.services.jobs import (
    job_create,
    job_map,
    job_result,
    job_resume_stale,
    job_start,
    job_totals,
)
from network.views.base import NetworkView

SAMPLE_ROWS = 5


def jobs_in_reach(user):
    """The lists that a person may see: those of the authorities in reach, for a superuser all."""
    jobs = ProvisioningJob.objects.select_related("parent", "created_by")
    return jobs if user.is_superuser else jobs.filter(parent__in=administered_authorities(user))


class JobListView(NetworkView):
    page_title = _("Lists of institutions")
    template_name = "network/jobs.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | self.paginated(jobs_in_reach(self.request.user))


class UploadView(NetworkView):
    page_title = _("Take in a list")
    template_name = "network/upload.html"

    def trail(self):
        return [{"url": reverse("network:jobs"), "label": JobListView.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        if "form" not in kwargs:
            user = self.request.user
            last = jobs_in_reach(user).filter(created_by=user).first()
            initial = {"domain": last.domain if last else "{slug}.localhost", "parent": last and last.parent}
            context["form"] = UploadForm(user=user, initial=initial)
        return context

    def post(self, request, *args: Any, **kwargs: Any):
        form = UploadForm(request.POST, request.FILES, user=request.user)
        if form.is_valid():
            try:
                job = job_create(user=request.user, language=get_language() or "vi", **form.cleaned_data)
            except TableError as error:
                form.add_error("file", str(error))
            else:
                return redirect("network:job_columns", pk=job.pk)
        return self.render_to_response(self.get_context_data(form=form), status=422)


class JobView(NetworkView):
    """A page about one list in reach; any other does not exist for this person."""

    def trail(self):
        return [{"url": reverse("network:jobs"), "label": JobListView.page_title}]

    def get_page_title(self):
        return self.job.filename

    @property
    def job(self) -> ProvisioningJob:
        if not hasattr(self, "_job"):
            self._job = get_object_or_404(jobs_in_reach(self.request.user), pk=self.kwargs["pk"])
        return self._job

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"job": self.job}


class ColumnsView(JobView):
    """Which column gives which field: a guess to confirm, beside the first rows."""

    template_name = "network/columns.html"

    def dispatch(self, request, *args: Any, **kwargs: Any):
        self.table = None
        return super().dispatch(request, *args, **kwargs)

    def _form(self, data=None) -> ColumnsForm:
        self.table = self.table or job_table(self.job)
        return ColumnsForm(data, table=self.table, mapping=self.job.mapping)

    def get(self, request, *args: Any, **kwargs: Any):
        if self.job.is_busy:
            return redirect("network:job", pk=self.job.pk)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.pop("form", None) or self._form()
        return super().get_context_data(**kwargs) | {
            "form": form,
            "header": self.table.header,
            "sample": [row.cells for row in self.table.rows[:SAMPLE_ROWS]],
            "notes": [str(note) for note in self.table.notes],
        }

    def post(self, request, *args: Any, **kwargs: Any):
        form = self._form(request.POST)
        if form.is_valid():
            try:
                job_map(job=self.job, columns=form.result.columns, constants=form.result.constants)
                job_start(job=self.job, dry_run=True)
            except ValidationError as error:
                form.add_error(None, error.messages)
            else:
                return redirect("network:job", pk=self.job.pk)
        return self.render_to_response(self.get_context_data(form=form), status=422)


class JobReportView(JobView):
    """Progress while the list is being taken in, then what became of each row."""

    template_name = "network/job.html"

    def get(self, request, *args: Any, **kwargs: Any):
        if self.job.state == JobState.UPLOADED:
            return redirect("network:job_columns", pk=self.job.pk)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        job = self.job
        rows = job.rows.all()
        form = RowFilterForm(self.request.GET)
        if form.is_valid() and form.cleaned_data["status"]:
            rows = rows.filter(status=form.cleaned_data["status"])
        totals = job_totals(job)
        return (
            super().get_context_data(**kwargs)
            | self.paginated(rows)
            | {
                "form": form,
                "totals": totals,
                "counts": [(status.label, totals[status.value], status.value) for status in RowStatus],
                "may_run": job.state == JobState.DONE and job.dry_run and totals["rejected"] < totals["rows"],
                "may_repeat": job.state in (JobState.DONE, JobState.FAILED, JobState.MAPPED),
            }
        )

    def post(self, request, *args: Any, **kwargs: Any):
        is_real = request.POST.get("action") == "run"
        try:
            job_start(job=self.job, dry_run=not is_real)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            if is_real:
                log(self.job, "network.list_taken_in", user=request.user)
        return redirect("network:job", pk=self.job.pk)


class JobStatusView(JobView):
    """What the progress bar asks for; also notices that a job has lost its worker."""

    def get(self, request, *args: Any, **kwargs: Any):
        job = self.job
        if job.is_busy:
            job_resume_stale(job=job)
        return JsonResponse(job.as_status(), headers={"Cache-Control": "no-store"})


class JobDownloadView(JobView):
    """The report as CSV."""

    def get(self, request, *args: Any, **kwargs: Any):
        response = HttpResponse(job_result(self.job).report(), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="report-{self.job.pk}.csv"'
        response["Cache-Control"] = "no-store"
        return response
