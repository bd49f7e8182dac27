"""An examination with results, an appeal's days and a register of certificates at the department, made through the real services:
invented candidates, drawn with a fixed seed. A second run changes nothing."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from django.core.files.base import ContentFile
from django.utils import timezone

from editorial.choices import BoardRole
from editorial.selectors import board_members
from editorial.services.guard import system_publication
from enrolment.certificates.loading import batch_run
from enrolment.certificates.services import batch_confirm, batch_create, batch_propose, batch_store
from enrolment.choices import ExamKind, ResultWork, Scheme
from enrolment.models import CertificateBatch, ExaminationPage, ExaminationResultsPage
from enrolment.results.services.imports import import_create, import_map, import_start
from enrolment.results.services.loading import import_run
from enrolment.results.services.publishing import version_propose, version_publish
from network.models import Institution
from network.selectors import home_pages

TOP = "HS"
CANDIDATES = 320
HEADER = "SBD,Ngày sinh,Mã tra cứu,TOAN,VAN,NGOAI_NGU,LI,HOA,SINH,SU,DIA,TIN_HOC,GDKT_PL"
SHOWN = ("36000001", "05/09/2008", "MAU2-2026")
"""Keys of the candidate who may be looked up in the demonstration."""
CERTIFICATES = (
    "Số hiệu,Số vào sổ,Họ và tên,Ngày sinh,Loại,Ngày cấp,Số quyết định,Ngày quyết định,Tình trạng",
    "HS 0000001,2025/0001,Lò Thị Mẫu,05/09/2007,thpt,15/08/2025,812/QĐ-SGDĐT,10/08/2025,issued",
    "HS 0000002,2025/0002,Vàng A Thử,12/03/2007,thpt,15/08/2025,812/QĐ-SGDĐT,10/08/2025,revoked",
)


def examinations_create(now: datetime | None = None) -> int:
    """Make what is missing; answers how many examinations were made."""
    now = now or timezone.now()
    institution = Institution.objects.select_related("site").filter(code=TOP).first()
    if institution is None or institution.home_key is None:
        return 0
    people = [board_members(institution, role).first() for role in (BoardRole.EDITOR, BoardRole.CHIEF)]
    section = ExaminationResultsPage.objects.descendant_of(home_pages(institution)[0]).first()
    if section is None or None in people:
        return 0
    made = 0
    if not ExaminationPage.objects.child_of(section).exists():
        for title, slug, opens, closes, is_loaded in EXAMS:
            page = _page(section, institution, title, slug, now + timedelta(days=opens), closes)
            if is_loaded:
                _load(page, *people)
            made += 1
    if not CertificateBatch.objects.filter(institution=institution).exists():
        _certificates(institution, *people)
    return made


EXAMS = (
    ("Kỳ thi tốt nghiệp trung học phổ thông (minh họa)", "tot-nghiep-thpt", -6, 120, True),
    ("Kỳ thi chọn học sinh giỏi cấp tỉnh (minh họa)", "hoc-sinh-gioi", 20, 60, False),
)


def _page(section, institution, title: str, slug: str, opens: datetime, closes: int) -> ExaminationPage:
    opens = timezone.localtime(opens).replace(hour=8, minute=0, second=0, microsecond=0)
    day = timezone.localdate(opens)
    page = ExaminationPage(
        title=title,
        slug=slug,
        locale=section.locale,
        kind=ExamKind.GRADUATION if slug.startswith("tot") else ExamKind.OTHER,
        year=day.year,
        level="Trung học phổ thông",
        scheme=Scheme.NEW,
        results_at=opens,
        closes_on=day + timedelta(days=closes),
        appeals_from=day,
        appeals_until=day + timedelta(days=10),
        summary="Thí sinh xem kết quả của mình bằng số báo danh, ngày sinh và mã tra cứu in trên giấy báo dự thi.",
        author_name="Phòng Quản lý chất lượng",
        source_name=institution.name[:200],
    )
    with system_publication(reason="nội dung minh họa"):
        section.add_child(instance=page)
    return page


def _rows() -> list[str]:
    chance = random.Random(2026)  # noqa: S311
    rows = [",".join((*SHOWN, "8.25", "7.5", "9", "7.75", "-1", "-1", "vắng", "-1", "-1", "-1"))]
    for number in range(36000002, 36000002 + CANDIDATES):
        scores = ["-1"] * 10
        for place in (0, 1, *chance.sample(range(2, 10), 2)):
            scores[place] = f"{min(max(round(chance.gauss(6.3, 1.6) * 4) / 4, 0.25), 10):g}"
        birth = f"{chance.randrange(1, 29):02}/{chance.randrange(1, 13):02}/2008"
        rows.append(f"{number},{birth},{chance.randrange(10**9):09},{','.join(scores)}")
    return rows


def _load(page: ExaminationPage, editor, chief) -> None:
    file = ContentFile("\n".join((HEADER, *_rows())).encode("utf-8-sig"), name="ket-qua-minh-hoa.csv")
    job = import_create(file=file, exam=page, user=editor)
    import_map(job=job, columns=job.columns, user=editor)
    for work in (ResultWork.CHECK, ResultWork.LOAD):
        import_start(job=job, work=work, user=editor)
        import_run(import_id=job.pk)
    job.refresh_from_db()
    version_propose(version=job.version, user=editor)
    version_publish(version=job.version, user=chief)


def _certificates(institution: Institution, editor, chief) -> None:
    file = ContentFile("\n".join(CERTIFICATES).encode("utf-8-sig"), name="so-goc-minh-hoa.csv")
    batch = batch_create(file=file, institution=institution, user=editor)
    batch_run(batch_id=batch.pk)
    batch_store(batch=batch, user=editor)
    batch_run(batch_id=batch.pk)
    batch_propose(batch=batch, user=editor)
    batch_confirm(batch=batch, user=chief)
