"""What tests of admission need besides the form: a campaign, notices with classes, applications as the form leaves them."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from itertools import count

from django.utils import timezone

from enrolment.choices import ApplicationState, Ranking
from enrolment.models import (
    AdmissionNoticePage,
    AdmissionTrack,
    Application,
    CampaignPage,
    EnrolmentPage,
    OnlineAdmissionPage,
    Wish,
)
from enrolment.models.campaigns import ADMISSION
from privacy.codes import new_reference
from privacy.models import Notice, Submission
from tests.factories import make_page, section_of

_numbers = count(1)
CHILD = {
    "child_name": "Nguyễn Văn Thử",
    "child_identity": "036200000001",
    "child_birth": "2010-09-05",
}
FIELDS = [
    {"name": "child_name", "label": "Họ và tên học sinh", "class": "personal"},
    {"name": "child_identity", "label": "Số định danh cá nhân của học sinh", "class": "private"},
    {"name": "child_birth", "label": "Ngày sinh", "class": "personal"},
]


def make_campaign(institution, *, opens: int = -9, closes: int = 9, **fields) -> CampaignPage:
    """A published campaign; `opens` and `closes`: days from now."""
    now = timezone.now()
    number = next(_numbers)
    values = {
        "title": f"Tuyển sinh lớp 10 – đợt {number}",
        "slug": f"tuyen-sinh-{number}",
        "school_year": "2026-2027",
        "opens_at": now + timedelta(days=opens),
        "closes_at": now + timedelta(days=closes),
        "ranking": Ranking.SCORE,
        "author_name": "Phòng Quản lý chất lượng",
        "source_name": institution.name,
    } | fields
    return make_page(section_of(institution, OnlineAdmissionPage), CampaignPage, **values)


def make_notice(school, campaign, *tracks: tuple[str, int], **fields) -> AdmissionNoticePage:
    """A published notice of a school with its classes: pairs of code and quota."""
    number = next(_numbers)
    values = {
        "title": f"Thông báo tuyển sinh {number}",
        "slug": f"thong-bao-{number}",
        "school_year": campaign.school_year,
        "campaign": campaign,
        "exam_at": timezone.now() + timedelta(days=20),
        "exam_place": "Nhà A",
        "author_name": "Tổ Văn phòng",
        "source_name": school.name,
    } | fields
    page = make_page(section_of(school, EnrolmentPage), AdmissionNoticePage, **values)
    AdmissionTrack.objects.bulk_create(
        AdmissionTrack(page=page, code=code, name=f"Lớp {code}", quota=quota, sort_order=place)
        for place, (code, quota) in enumerate(tracks or (("lop10", 2),))
    )
    return page


def make_application(
    campaign,
    *wishes,
    state: str = ApplicationState.SUBMITTED,
    answers: dict | None = None,
    owner=None,
    **fields,
) -> Application:
    """An application as the form leaves it.

    `wishes`: pairs of school and class, or triples with the wish's own fields; `owner`: whose campaign it is (the first school's
    parent, else the school itself).
    """
    number = next(_numbers)
    school = wishes[0][0]
    owner = owner or school.parent or school
    said = CHILD | {"child_identity": f"0362{number:08}"} | (answers or {})
    submission = Submission(
        reference=new_reference("TS"),
        institution=owner,
        page=campaign,
        form=ADMISSION,
        notice=Notice.objects.filter(institution=owner, number__gt=0).first(),
        snapshot={"title": "Hồ sơ dự tuyển", "fields": FIELDS},
        expires_at=timezone.now() + timedelta(days=365),
    )
    submission.seal_field("sealed_answers", said)
    submission.save()
    application = Application(
        submission=submission,
        campaign=campaign,
        child_digest=hashlib.sha256(said["child_identity"].encode()).hexdigest(),
        handler=school,
        state=state,
        lot_code=f"LOT{number:06}",
        **fields,
    )
    application.seal_field("sealed_identity", said["child_identity"])
    application.save()
    for position, (place, track, *rest) in enumerate(wishes, start=1):
        Wish.objects.create(
            application=application, position=position, school=place, track=track, **(rest[0] if rest else {})
        )
    return application
