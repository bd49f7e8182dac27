"""What the rights pages themselves need information for, as an entry of the register: a duty under law."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from privacy.choices import LegalBasis
from privacy.registry import FormKind, PurposeTemplate

RIGHTS = "rights"
KEPT_DAYS = 730

rights_kind = FormKind(
    code=RIGHTS,
    label=_("Requests about personal information"),
    reference_prefix="YC",
    name="Yêu cầu về thông tin cá nhân",
    name_en="Requests about personal information",
    description="Tiếp nhận và thực hiện yêu cầu của người dân về thông tin cá nhân mà họ đã gửi.",
    description_en="Receiving and carrying out what people ask about the personal information that they sent.",
    subjects="Người đã gửi thông tin qua trang thông tin điện tử và người đại diện của họ",
    subjects_en="People who sent information through the website and those who act for them",
    includes_children=True,
    purposes=(
        PurposeTemplate(
            code="carry-out",
            text="tiếp nhận, trả lời và thực hiện yêu cầu của chủ thể dữ liệu",
            text_en="receiving, answering and carrying out requests of the person concerned",
            retention_days=KEPT_DAYS,
            legal_basis=LegalBasis.LAW,
            citation="Luật 91/2025/QH15, điều 4; Nghị định 356/2025/NĐ-CP, điều 5",
        ),
    ),
)
