"""The feedback form as ``privacy`` knows it, with what a new site starts with."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from feedback.forms import CONTACT, HANDLE, FeedbackForm
from feedback.models import FEEDBACK
from feedback.services import case_open
from network.models import Institution
from privacy.choices import RecipientKind
from privacy.registry import FormKind, PurposeTemplate, RecipientTemplate

KEPT_DAYS = 365
AUTHORITY = "authority"


def _authority_above(institution: Institution) -> Institution | None:
    return institution.parent


feedback_kind = FormKind(
    code=FEEDBACK,
    label=_("Feedback"),
    reference_prefix="GY",
    name="Phản ánh, kiến nghị, góp ý",
    name_en="Feedback and complaints",
    description="Tiếp nhận và giải quyết phản ánh, kiến nghị, khiếu nại, góp ý, câu hỏi gửi qua trang thông tin điện tử.",
    description_en="Receiving and settling reports, petitions, complaints and questions sent through the website.",
    subjects="Cha mẹ học sinh, người học, nhà giáo và người dân",
    questions=(FeedbackForm,),
    purposes=(
        PurposeTemplate(
            code=HANDLE,
            text="tiếp nhận, xem xét và giải quyết nội dung phản ánh, kiến nghị, khiếu nại, góp ý, câu hỏi",
            text_en="receiving, examining and settling your report, petition, complaint or question",
            retention_days=KEPT_DAYS,
            recipients=(AUTHORITY,),
        ),
        PurposeTemplate(
            code=CONTACT,
            text="liên hệ với người gửi để hỏi thêm hoặc thông báo kết quả",
            text_en="contacting the sender to ask for details or to tell the result",
            retention_days=KEPT_DAYS,
            is_optional=True,
        ),
    ),
    recipients=(
        RecipientTemplate(
            code=AUTHORITY,
            kind=RecipientKind.AUTHORITY,
            what_for="Chuyển cho cơ quan quản lý cấp trên để cùng xử lý.",
            what_for_en="Passed on to the authority above so that both can handle it.",
            target=_authority_above,
        ),
    ),
    received=case_open,
)
