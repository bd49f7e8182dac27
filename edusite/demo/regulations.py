"""Regulations of the showcase institutions, carried through the real services: drafted by the chief, approved by the head.

One school shows what drift looks like, one has a regulation that waits for its head, one is still drafting.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from editorial.choices import BoardRole
from editorial.models import Regulation
from editorial.regulations.kinds import EMAIL, KINDS, PERSONAL, WEBSITE, RegulationKind
from editorial.selectors import board_members
from editorial.services import regulations as services
from edusite.demo import content as source
from network.models import Institution, Letter

DRIFTED, WAITING, DRAFTING = "HS.TP01", "HS.CS01", "HS.MN01"
OWN = {
    "e": {
        "own": "Thành viên trực Trang theo lịch tuần:\n- buổi sáng: kiểm tra góp ý, tin chờ duyệt;\n- buổi chiều: rà soát "
        "mục được giao."
    }
}
CHANGES = "Bổ sung lịch trực của Ban biên tập."
PLAN = (
    "Tháng 01/2027: diễn tập phục hồi dữ liệu\n"
    "Tháng 7/2027: nâng cấp phiên bản, rà soát tài khoản\n"
    "Tháng 12/2027: đánh giá an toàn thông tin"
)
CONTACT, NEW_CONTACT = "Lò Minh Đạt, nhân viên công nghệ thông tin", "Vàng Thị Súa, giáo viên Tin học"


@transaction.atomic
def regulations_create() -> int:
    """Issue what is missing; answers how many institutions got regulations. A second run changes nothing."""
    made = 0
    for institution in Institution.objects.select_related("site").order_by("path"):
        if not (source.has_content(institution.code) and source.content_of(institution.code)["showcase"]):
            continue
        if Regulation.objects.filter(institution=institution).exists():
            continue
        _issue_all(institution)
        made += 1
    # What happened in the demonstration's past is no news to anybody.
    Letter.objects.filter(kind__startswith="editorial.regulation").delete()
    return made


def _issue_all(institution: Institution) -> None:
    chief, head = (board_members(institution, role).first() for role in (BoardRole.CHIEF, BoardRole.HEAD))
    if chief is None or head is None:
        return
    short = institution.code.replace(".", "")
    values = {
        "department": "Văn phòng" if institution.is_authority else "Tổ Văn phòng",
        "contact": CONTACT,
        "mail_contact": CONTACT,
        "mail_domain": institution.hostname,
        "plan": PLAN,
        "plan_review_on": timezone.localdate() + timedelta(days=40),
        "place": "Hòa Sơn",
        "symbol": f"QĐ-{short}",
    }
    services.upkeep_save(institution=institution, user=chief, values=values)
    day = timezone.localdate() - timedelta(days=60)
    for number, kind in enumerate(KINDS.values(), start=14):
        if institution.code == DRAFTING and kind is PERSONAL:
            services.regulation_draft(institution=institution, kind=kind, user=chief)
            continue
        regulation = _hand_in(institution, kind, chief, day)
        if institution.code == WAITING and kind is EMAIL:
            continue
        _approve(regulation, head, f"{number}/QĐ-{short}", day)
    if institution.depth == 1:
        later = day + timedelta(days=30)
        _approve(_hand_in(institution, WEBSITE, chief, later, CHANGES), head, f"31/QĐ-{short}", later)
    if institution.code == DRIFTED:
        services.upkeep_save(
            institution=institution, user=chief, values={"contact": NEW_CONTACT, "answer_days": 7}
        )


def _hand_in(
    institution: Institution, kind: RegulationKind, chief, day: date, changes: str = ""
) -> Regulation:
    regulation = services.regulation_draft(institution=institution, kind=kind, user=chief, now=_at(day, 8))
    if changes:
        services.regulation_edit(regulation=regulation, user=chief, own=OWN, changes=changes, now=_at(day, 9))
    return services.regulation_submit(regulation=regulation, user=chief, now=_at(day, 10))


def _approve(regulation: Regulation, head, symbol: str, day: date) -> None:
    regulation.refresh_from_db()
    services.regulation_approve(
        regulation=regulation,
        user=head,
        seen=regulation.text_hash(),
        symbol=symbol,
        issued_on=day,
        effective_on=day,
        now=_at(day, 14),
    )


def _at(day: date, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour, 5)))
