"""What tests of results need: an examination, a list, officers, a published version."""

from __future__ import annotations

import io
from datetime import timedelta
from urllib.parse import urlencode

from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone

from editorial.choices import BoardRole
from enrolment.choices import ResultWork
from enrolment.models import ExaminationPage, ExaminationResultsPage, ResultImport, ResultVersion
from enrolment.results import lookup, short_road
from enrolment.results.services.imports import import_create, import_map, import_start
from enrolment.results.services.loading import import_run
from enrolment.results.services.publishing import version_propose, version_publish
from tests.factories import make_member, make_page, section_of
from tests.support.lookups import LookupsFirstHandler

HEADER = "SBD,Ngày sinh,Mã tra cứu,TOAN,VAN,NGOAI_NGU,LI,GIAO_DUC_CONG_DAN,TIN_HOC"
ROWS = (
    "00120001,05/09/2008,ABCD-EFGH,8.25,7.5,-1,vắng,-1,9",
    "00120002,06/09/2008,JKMN-PQRS,0.00,6.75,7,-1,8.5,-1",
    "00120003,07/09/2008,TVWX-YZ23,5,5.25,,6.1,-1,-1",
)


def make_exam(institution, *, opens: int = -1, closes: int = 30, **fields) -> ExaminationPage:
    """`opens` and `closes`: days from now."""
    now = timezone.now()
    values = {
        "title": "Kỳ thi tốt nghiệp THPT 2026",
        "slug": "tn-thpt-2026",
        "year": 2026,
        "scheme": "both",
        "results_at": now + timedelta(days=opens),
        "closes_on": timezone.localdate(now) + timedelta(days=closes),
        "appeals_from": timezone.localdate(now) - timedelta(days=1),
        "appeals_until": timezone.localdate(now) + timedelta(days=9),
        "author_name": "Phòng Khảo thí",
        "source_name": institution.name,
    } | fields
    return make_page(section_of(institution, ExaminationResultsPage), ExaminationPage, **values)


def make_officers(institution):
    """An editor who takes lists in, and the chief editor who confirms."""
    return make_member(institution, BoardRole.EDITOR), make_member(institution, BoardRole.CHIEF)


def csv_of(*rows: str, header: str = HEADER, mark: bytes = b"\xef\xbb\xbf") -> ContentFile:
    return ContentFile(mark + "\n".join((header, *(rows or ROWS))).encode() + b"\n", name="diem.csv")


def taken_in(exam, user, *rows: str, header: str = HEADER) -> ResultImport:
    """A list that was tried; columns as they were guessed."""
    job = import_create(file=csv_of(*rows, header=header), exam=exam, user=user)
    import_map(job=job, columns=job.columns, user=user)
    return worked(job, user, ResultWork.CHECK)


def worked(job: ResultImport, user, work: ResultWork) -> ResultImport:
    import_start(job=job, work=work, user=user)
    import_run(import_id=job.pk)
    job.refresh_from_db()
    return job


def published(exam, editor, chief, *rows: str, header: str = HEADER) -> ResultVersion:
    """A version that answers."""
    job = worked(taken_in(exam, editor, *rows, header=header), editor, ResultWork.LOAD)
    version_propose(version=job.version, user=editor)
    version_publish(version=job.version, user=chief)
    job.version.refresh_from_db()
    lookup.answers_forget()
    return job.version


def ask(exam, institution, **entered: str):
    """Look up from the site itself, without cookies and script, as a web server of the installation answers."""
    return ask_at(f"/ket-qua-thi/{exam.translation_key}/", institution, **entered)


def ask_at(address: str, institution, **entered: str):
    host = institution.site.hostname
    client = Client(enforce_csrf_checks=True)
    client.handler = LookupsFirstHandler(enforce_csrf_checks=True)
    headers = {"host": host, "origin": f"http://{host}"}
    return client.post(address, urlencode(entered), short_road.FORM, headers=headers)


def workbook(rows) -> ContentFile:
    from openpyxl import Workbook

    book = Workbook()
    for row in rows:
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return ContentFile(buffer.getvalue(), name="diem.xlsx")
