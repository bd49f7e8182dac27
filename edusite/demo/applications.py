"""Invented applications for grade 10 at two schools, in every state of their check; sent and handled through the real services. A
second run changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils import timezone

from editorial.choices import BoardRole
from editorial.selectors import board_members
from edusite.demo.admission import GRADE_10, TOP
from enrolment.applications.registration import admission_kind
from enrolment.applications.services import application_open, application_withdraw
from enrolment.applications.services.opening import OnPaper
from enrolment.choices import ApplicationState
from enrolment.models import Application, CampaignPage
from enrolment.processing.checking import application_hand_on
from enrolment.processing.deciding import (
    application_accept,
    decision_confirm,
    decision_propose,
    decision_return,
    evidence_ask,
)
from enrolment.processing.rooms import RoomPlan, numbers_assign
from network.models import Institution
from privacy.choices import Method
from privacy.journey import FormJourney
from privacy.sending import granted_codes, purpose_decisions, sharing_decisions
from privacy.services import submission_create

SCHOOLS = {"HS.TP01": "dai_tra", "HS.LC03": "noi_tru"}
"""Code of a school → the class that is wished for."""
FAMILY = ("Vàng", "Lò", "Trần", "Nguyễn", "Hoàng", "Giàng", "Phạm", "Lê", "Đỗ", "Bùi", "Quàng")
GIVEN = ("A Thử", "Thị Mẫu", "Văn Ví Dụ", "Minh Họa", "Thị Tỉ Dụ", "Gia Định", "Hải Thử", "Bảo Mẫu")
INVALID = "Em chưa tốt nghiệp trung học cơ sở năm học này."
MORE = "Ảnh chụp giấy khai sinh bị mờ. Đề nghị gửi lại ảnh chụp rõ cả hai mặt."
PLAN = ("new", "new", "new", "paper", "more", "late", "valid", "valid", "valid", "proposed", "invalid")
DIRECT = ("direct", "returned", "withdrawn", "valid")
"""What becomes of the applications of each school, and besides of those of the first one."""


def applications_create(now: datetime | None = None) -> int:
    """Make what is missing; answers how many applications were made."""
    now = now or timezone.now()
    owner = Institution.objects.select_related("site").filter(code=TOP).first()
    campaign = CampaignPage.objects.filter(slug=GRADE_10, locale__language_code="vi").first()
    if owner is None or campaign is None or Application.objects.filter(campaign=campaign).exists():
        return 0
    desk = _Desk(campaign, owner, now)
    if not desk.journey.is_open:
        return 0
    made = 0
    for place, code in enumerate(SCHOOLS):
        school = Institution.objects.filter(code=code).first()
        people = [board_members(school, role).first() for role in (BoardRole.EDITOR, BoardRole.CHIEF)]
        if school is None or None in people:
            continue
        for fate in PLAN + (DIRECT if place == 0 else ()):
            desk.handle(desk.send(school, fate), fate, *people)
            made += 1
        if place == 0:
            plan = RoomPlan(prefix="01", room_size=3)
            numbers_assign(campaign=campaign, school=school, user=people[0], plan=plan)
    return made


class _Desk:
    """Sends applications as parents do, and handles them as a school does."""

    def __init__(self, campaign: CampaignPage, owner: Institution, now: datetime):
        request = HttpRequest()
        host = owner.site.hostname
        request.META = {"HTTP_HOST": host, "SERVER_NAME": host, "SERVER_PORT": "80"}
        request.user = AnonymousUser()
        self.campaign, self.owner, self.now, self.number = campaign, owner, now, 0
        self.journey = FormJourney(campaign, request)
        shown = self.journey.consent_form().fingerprint()
        self.consent = self.journey.consent_form({"shown": shown, "consent-handle": "on"})
        self.consent.is_valid()
        self.schools = {one.code: one.pk for one in Institution.objects.filter(code__in=SCHOOLS)}

    def answers(self, school: Institution, fate: str) -> dict[str, Any]:
        number = self.number
        other = next((code for code in self.schools if code != school.code), "")
        return {
            "child_name": f"{FAMILY[number % len(FAMILY)]} {GIVEN[number % len(GIVEN)]}",
            "child_birth": f"{self.now.year - 15}-{number % 12 + 1:02}-{number % 27 + 1:02}",
            "child_identity": f"0362{(self.now.year - 15) % 100:02}{number:06}",
            "rep_name": f"{FAMILY[(number + 3) % len(FAMILY)]} Thị Phụ Huynh",
            "rep_relation": "mother",
            "rep_phone": f"0900 000 {number:03}",
            "commune_other": "Phường Bến Gỗ, tỉnh Hòa Sơn",
            "wish_1": f"{school.pk}/{SCHOOLS[school.code]}",
            "wish_2": f"{self.schools[other]}/{SCHOOLS[other]}" if other else "",
            "priorities": ["giai_quoc_gia"] if fate in ("direct", "returned") else [],
        }

    def send(self, school: Institution, fate: str) -> Application:
        self.number += 1
        journey, answers = self.journey, self.answers(school, fate)
        journey.data = {"answers": answers, "consents": None}
        decisions = [
            *purpose_decisions(journey.purposes, self.consent.decisions(), step="consent"),
            *sharing_decisions((), (), step="consent"),
        ]
        kind = admission_kind
        if fate == "paper":
            editor = board_members(school, BoardRole.EDITOR).first()
            paper = OnPaper(user=editor, received_on=timezone.localdate(self.now))
            kind = replace(kind, received=lambda found: application_open(found, paper=paper))
            decisions = [replace(decided, method=Method.PAPER) for decided in decisions]
        submission, _is_new = submission_create(
            kind=kind,
            institution=self.owner,
            page=self.campaign,
            notice=journey.notice,
            snapshot=journey.snapshot(),
            answers=answers,
            decisions=decisions,
            retention_days=max(
                p.retention_days for p in journey.purposes if p.code in granted_codes(decisions)
            ),
            secret=f"MAU{self.number:03}2026AB",
            language="vi",
            now=self.now - timedelta(days=2, minutes=7 * self.number),
        )
        return Application.objects.get(submission=submission)

    def handle(self, application: Application, fate: str, editor, chief) -> None:
        if fate in ("more", "late"):
            asked = self.now - timedelta(days=20 if fate == "late" else 1)
            evidence_ask(application=application, user=editor, text=MORE, now=asked)
            application_hand_on(application=application, user=editor, to=editor)
        if fate in ("valid", "direct", "returned"):
            application_accept(application=application, user=editor)
        if fate in ("proposed", "invalid"):
            decision_propose(application=application, user=editor, to=ApplicationState.INVALID, text=INVALID)
        if fate == "invalid":
            decision_confirm(application=application, user=chief)
        if fate in ("direct", "returned"):
            decision_propose(
                application=application,
                user=editor,
                to=ApplicationState.ADMITTED,
                text="Đoạt giải Nhì kỳ thi cấp quốc gia, thuộc diện tuyển thẳng.",
                position=1,
            )
        if fate == "direct":
            decision_confirm(application=application, user=chief)
        if fate == "returned":
            decision_return(application=application, user=chief, reason="Chưa thấy bản sao giấy chứng nhận.")
        if fate == "withdrawn":
            application_withdraw(application=application)
