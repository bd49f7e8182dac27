"""Lists of results: taken in, mapped, tried, loaded, forgotten. Who may do what is asked here, whoever calls."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files import File
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from common.jobs import JobState, queue, resume_stale
from enrolment.choices import ResultWork, SubjectKind, VersionState
from enrolment.list_files import file_forget, file_keep, idle_since, old_files
from enrolment.models import ExaminationPage, ResultImport, ResultVersion
from enrolment.policies import is_officer
from enrolment.results.lists import KEYS, guess, opened
from enrolment.results.services.codes import codes_draw
from enrolment.results.subjects import Subject
from enrolment.results.versions import draw_keys
from enrolment.tasks import run_result_import
from network.selectors import institution_for_page
from privacy import encryption

__all__ = [
    "MOST_BYTES",
    "import_create",
    "import_delete",
    "import_map",
    "import_start",
    "imports_purge",
    "imports_resume",
    "mapping_problems",
]

MOST_BYTES = 400 * 1_048_576
REPORT_DAYS = timedelta(days=90)
_LINE = re.compile(rb"\n")


def _refuse(user, institution_id: int) -> None:
    if not is_officer(user, institution_id):
        raise PermissionDenied


def import_create(*, file: File, exam: ExaminationPage, user, language: str = "vi") -> ResultImport:
    """Store a list in the private storage with the columns that its headings name. Raises TableError where it cannot be read,
    PermissionDenied for whoever is no officer of the institution; nothing is stored then."""
    institution = institution_for_page(exam)
    if institution is None:
        raise PermissionDenied
    _refuse(user, institution.pk)
    if not encryption.is_ready():
        raise ValidationError(_("The installation has no keys: personal information cannot be stored."))
    if file.size > MOST_BYTES:
        raise ValidationError(_("The file is larger than %(limit)s MB.") % {"limit": MOST_BYTES // 1_048_576})
    job = ResultImport(
        institution=institution,
        exam=exam,
        filename=file.name[-255:],
        created_by=user,
        acting=user,
        language=language,
    )
    file_keep(job, file)
    try:
        with job.file.storage.open(job.file.name, "rb") as stored:
            with opened(stored.file, job.filename, exam.subjects_used()) as source:
                job.columns, job.notes = guess(source.header, exam.subjects_used()), source.notes
                job.total = source.expected
            if not job.total:
                stored.seek(0)
                job.total = sum(len(_LINE.findall(part)) for part in stored.chunks(1_048_576))
        job.save()
    except Exception:
        job.file.delete(save=False)
        raise
    return job


def mapping_problems(
    columns: Mapping[str, int], subjects: tuple[Subject, ...], *, draws_codes: bool = False
) -> list[str]:
    """Why results cannot be read with these columns, as sentences."""
    problems = []
    if "number" not in columns:
        problems.append(_("Name the column of the candidate number."))
    if draws_codes and "code" in columns:
        problems.append(_("Either the list has codes, or the product draws them."))
    if not draws_codes and not {"birth", "code"} & set(columns):
        problems.append(
            _(
                "Name the column of the date of birth, of the printed code, or of both, or let the product draw codes: with "
                "the candidate number alone anybody could walk through all results."
            )
        )
    if not any(s.code in columns for s in subjects if s.kind == SubjectKind.SCORE):
        problems.append(_("Name the column of at least one subject."))
    if len(set(columns.values())) < len(columns):
        problems.append(_("A column is named twice."))
    return problems


def import_map(*, job: ResultImport, columns: Mapping[str, int], user, draws_codes: bool = False) -> None:
    """Confirm which column gives what, and whether the product draws the codes. Raises ValidationError with all that is wrong."""
    _refuse(user, job.institution_id)
    if job.is_busy or job.version_id or not job.file:
        raise ValidationError(_("This list is being worked on, or is loaded."), code="busy")
    subjects = job.exam.subjects_used()
    known = {*KEYS, *(subject.code for subject in subjects)}
    columns = {name: place for name, place in columns.items() if name in known}
    if problems := mapping_problems(columns, subjects, draws_codes=draws_codes):
        raise ValidationError(problems, code="mapping")
    job.columns, job.draws_codes = columns, draws_codes
    job.state, job.is_checked = JobState.MAPPED, False
    job.save(update_fields=["columns", "draws_codes", "state", "is_checked"])


@transaction.atomic
def import_start(*, job: ResultImport, work: ResultWork, user) -> None:
    """Put a list to work. Loading asks for a dry run in which every row was right; what was interrupted for good is loaded
    again from the beginning, into a version of its own."""
    job = (
        ResultImport.objects.select_for_update(of=("self",)).select_related("exam", "version").get(pk=job.pk)
    )
    _refuse(user, job.institution_id)
    if job.is_busy:
        raise ValidationError(_("The list is being worked on; wait until it is done."), code="busy")
    if not job.file:
        raise ValidationError(_("The list is loaded already, or its file is gone."), code="gone")
    if mapping_problems(job.columns, job.exam.subjects_used(), draws_codes=job.draws_codes):
        raise ValidationError(_("Confirm the columns first."), code="not-mapped")
    fields = {"work": work, "acting": user, "loaded": 0}
    if work == ResultWork.CHECK:
        fields |= {"is_checked": False, "wrong": 0, "faults": []}
    else:
        if not job.is_checked:
            raise ValidationError(
                _("Try the list first (dry run): every row has to be right."), code="not-checked"
            )
        if job.version_id:
            job.version.delete()
        fields["version"] = _new_version(job, user)
    log(job.exam, f"enrolment.results_{work}", user=user, data={"institution": job.institution_id})
    queue(job, run_result_import, **fields)


def _new_version(job: ResultImport, user) -> ResultVersion:
    last = ResultVersion.objects.filter(exam=job.exam).aggregate(last=Max("number"))["last"] or 0
    subjects = [s for s in job.exam.subjects_used() if s.code in job.columns]
    version = ResultVersion(
        exam=job.exam,
        institution_id=job.institution_id,
        number=last + 1,
        state=VersionState.LOADING,
        subjects=[subject.as_data() for subject in subjects],
        asks_birth="birth" in job.columns,
        asks_code="code" in job.columns or job.draws_codes,
        code_book=codes_draw(exam=job.exam, user=user) if job.draws_codes else None,
        width=-(-(48 + 6 * len(subjects)) // 64) * 64,
        made_by=user,
    )
    draw_keys(version)
    version.save()
    return version


def imports_resume(*, job: ResultImport | None = None) -> list[ResultImport]:
    """Put to work again what has lost its worker, or its place in the queue."""
    return resume_stale(ResultImport, run_result_import, job)


def import_delete(*, job: ResultImport) -> None:
    """Forget a list with its file; a version that it loaded stays, a half one goes."""
    if job.file:
        job.file.delete(save=False)
    if job.version and job.version.state == VersionState.LOADING:
        job.version.delete()
    job.delete()


def imports_purge(*, now: datetime | None = None) -> int:
    """Delete files seven days and reports ninety days after the list was last worked on; answers how many."""
    now = now or timezone.now()
    count = 0
    for job in old_files(ResultImport, now=now).select_related("version"):
        file_forget(job)
        ResultImport.objects.filter(pk=job.pk).update(faults=[])
        if job.version and job.version.state == VersionState.LOADING:
            job.version.delete()
        count += 1
    for job in idle_since(ResultImport, now - REPORT_DAYS).select_related("version"):
        import_delete(job=job)
        count += 1
    return count
