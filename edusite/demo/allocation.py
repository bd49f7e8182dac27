"""A small campaign of grade 1 that is over: places were given by lot and published through the real services, so that the public
check and the explanations are filled. Children are invented. A second run changes nothing."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from editorial.choices import BoardRole
from editorial.selectors import board_members
from editorial.services.guard import system_publication
from enrolment.allocation.lots import number_confirm, number_enter, seed_draw
from enrolment.allocation.runs import job_start, run_propose
from enrolment.allocation.working import job_run
from enrolment.applications.services import lot_code_of
from enrolment.applications.services.opening import child_digest
from enrolment.choices import AllocationWork, ApplicationState, Grade, Method, Phase, Ranking
from enrolment.models import (
    AdmissionNoticePage,
    AdmissionTrack,
    Application,
    CampaignPage,
    CampaignPhase,
    EnrolmentPage,
    OnlineAdmissionPage,
    Wish,
)
from enrolment.models.campaigns import ADMISSION
from network.models import Institution
from network.selectors import home_pages
from privacy.codes import new_reference
from privacy.models import Notice, Submission

TOP, SLUG = "HS", "tuyen-sinh-lop-1-tang-cuong"
CLASSES = (("HS.TH01", "tang_cuong", 14), ("HS.TH03", "tang_cuong", 12), ("HS.TH04", "tang_cuong", 3))
NAMES = ("Lớp 1 tăng cường tiếng Anh", "Grade 1 with more English")
CHILDREN = 44
NUMBER = "48291"
FIELDS = (
    ("child_name", "Họ và tên học sinh", "personal"),
    ("child_identity", "Số định danh cá nhân của học sinh", "private"),
)
PHASES = (
    (Phase.APPLY, -24, -3),
    (Phase.CHECK, -20, -1),
    (Phase.RESULT, 0, 20),
    (Phase.CONFIRM, 0, 9),
    (Phase.WAITING, 10, 25),
)
"""First and last day, counted from today."""


def allocation_create(now: datetime | None = None) -> int:
    """Make what is missing; answers how many campaigns were made."""
    now = timezone.localtime(now or timezone.now()).replace(minute=0, second=0, microsecond=0)
    codes = [TOP, *(code for code, _track, _quota in CLASSES)]
    found = {each.code: each for each in Institution.objects.filter(code__in=codes).exclude(home_key=None)}
    if len(found) < len(codes):
        return 0
    people = [board_members(found[TOP], role).first() for role in (BoardRole.EDITOR, BoardRole.CHIEF)]
    section = OnlineAdmissionPage.objects.descendant_of(home_pages(found[TOP])[0]).first()
    notice = Notice.objects.filter(institution=found[TOP], number__gt=0).order_by("-number").first()
    if section is None or notice is None or None in people:
        return 0
    if CampaignPage.objects.child_of(section).filter(slug=SLUG).exists():
        return 0
    with transaction.atomic():
        campaign = _campaign(section, found[TOP], now)
        for code, track, quota in CLASSES:
            _notice(campaign, found[code], track, quota, now)
        seed_draw(campaign=campaign, now=now - timedelta(days=30))
        _applications(campaign, found, notice, now)
        _publish(campaign, *people)
    return 1


def _page(**fields) -> dict:
    return {"author_name": "Phòng Quản lý chất lượng", "grade": Grade.GRADE_1} | fields


def _campaign(section: OnlineAdmissionPage, owner: Institution, now: datetime) -> CampaignPage:
    opens, closes = now - timedelta(days=24), now - timedelta(days=3)
    page = CampaignPage(
        **_page(
            title="Tuyển sinh lớp 1 tăng cường tiếng Anh (minh họa)",
            slug=SLUG,
            locale=section.locale,
            school_year=f"{now.year}-{now.year + 1}",
            opens_at=opens,
            closes_at=closes,
            wishes_most=3,
            ranking=Ranking.LOT,
            uses_catchment=True,
            draw_source="Giải nhất xổ số kiến thiết miền Bắc mở thưởng một ngày sau khi hết hạn nộp hồ sơ",
            summary="Đợt tuyển sinh đã xong: chỗ học đã được phân bằng bốc thăm, ai cũng kiểm tra lại được.",
            source_name=owner.name[:200],
        )
    )
    page.phases = [
        CampaignPhase(
            kind=kind, starts_at=now + timedelta(days=first), ends_at=now + timedelta(days=last), sort_order=n
        )
        for n, (kind, first, last) in enumerate(PHASES)
    ]
    with system_publication(reason="nội dung minh họa"):
        section.add_child(instance=page)
    return page


def _notice(campaign: CampaignPage, school: Institution, track: str, quota: int, now: datetime) -> None:
    section = EnrolmentPage.objects.descendant_of(home_pages(school)[0]).first()
    page = AdmissionNoticePage(
        **_page(
            title="Thông báo tuyển sinh lớp 1 tăng cường tiếng Anh (minh họa)",
            slug=SLUG,
            locale=section.locale,
            campaign=campaign,
            school_year=campaign.school_year,
            method=Method.LOT,
            audience="Trẻ đủ sáu tuổi trong năm tuyển sinh",
            summary=f"{school.name} tuyển {quota} học sinh.",
            source_name=school.name[:200],
        )
    )
    page.tracks = [AdmissionTrack(code=track, name=NAMES[0], name_en=NAMES[1], quota=quota)]
    with system_publication(reason="nội dung minh họa"):
        section.add_child(instance=page)


def _applications(campaign: CampaignPage, found, notice: Notice, now: datetime) -> None:
    """In bulk: the wishes of most children go to the first two schools, those of four to the third as well."""
    chance = random.Random(2026)  # noqa: S311
    submissions, applications, wishes = [], [], []
    for number in range(CHILDREN):
        identity = f"0362200{number:05}"
        submission = Submission(
            reference=new_reference("TS"),
            institution=found[TOP],
            page=campaign,
            form=ADMISSION,
            notice=notice,
            snapshot={
                "title": "Hồ sơ dự tuyển",
                "fields": [{"name": n, "label": label, "class": kind} for n, label, kind in FIELDS],
            },
            created_at=now - timedelta(days=chance.randrange(4, 24)),
            expires_at=now + timedelta(days=365),
        )
        submission.seal_field(
            "sealed_answers", {"child_name": f"Học sinh Minh Họa {number + 1}", "child_identity": identity}
        )
        named = list(CLASSES[:2]) if chance.random() < 0.6 else [CLASSES[1], CLASSES[0]]
        if number < 4:
            named.insert(chance.randrange(3), CLASSES[2])
        application = Application(
            submission=submission,
            campaign=campaign,
            child_digest=child_digest(campaign.pk, identity),
            handler=found[named[0][0]],
            state=ApplicationState.VALID,
            lot_code=lot_code_of(submission.reference),
            state_at=now - timedelta(days=2),
        )
        application.seal_field("sealed_identity", identity)
        submissions.append(submission)
        applications.append(application)
        wishes += [
            Wish(
                application=application,
                position=place,
                school=found[code],
                track=track,
                catchment=chance.choice((0, 1, 1, 2)),
            )
            for place, (code, track, _quota) in enumerate(named, 1)
        ]
    Submission.objects.bulk_create(submissions)
    for application in applications:
        application.submission_id = application.submission.pk
    Application.objects.bulk_create(applications)
    for wish in wishes:
        wish.application_id = wish.application.pk
    Wish.objects.bulk_create(wishes)


def _publish(campaign: CampaignPage, editor, chief) -> None:
    number_enter(campaign=campaign, number=NUMBER, user=editor)
    number_confirm(campaign=campaign, number=NUMBER, user=chief)
    job = job_start(campaign=campaign, work=AllocationWork.COMPUTE, user=editor)
    job_run(job_id=job.pk)
    job.refresh_from_db()
    run_propose(allocation=job.allocation, user=editor)
    publication = job_start(
        campaign=campaign, work=AllocationWork.PUBLISH, user=chief, allocation=job.allocation
    )
    job_run(job_id=publication.pk)
