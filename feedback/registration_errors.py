"""The form about an error in an article as ``privacy`` knows it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from feedback.forms.errors import MEND, PageErrorForm
from feedback.models import PAGE_ERROR
from feedback.services.cases import case_follow, case_open
from privacy.choices import LegalBasis
from privacy.registry import FormKind, PurposeTemplate

page_error_kind = FormKind(
    code=PAGE_ERROR,
    label=_("Report an error"),
    reference_prefix="BL",
    name="Báo lỗi trong bài viết",
    name_en="Reports of errors in articles",
    description="Nhận báo lỗi về nội dung trang, không hỏi thông tin cá nhân; nội dung được mã hóa và xóa sau 90 ngày.",
    description_en="Taking reports of errors in pages; nothing personal is asked, the text is sealed and erased after 90 days.",
    subjects="Người đọc trang thông tin điện tử",
    subjects_en="Readers of the website",
    questions=(PageErrorForm,),
    purposes=(
        PurposeTemplate(
            code=MEND,
            text="sửa lỗi trong nội dung đã đăng",
            text_en="mending errors in what has been published",
            retention_days=90,
            legal_basis=LegalBasis.LAW,
            citation="Thông tư 37/2020/TT-BGDĐT, khoản 2 Điều 6",
        ),
    ),
    received=case_open,
    changed=case_follow,
    most_an_hour=60,
)
