"""What a vote leaves behind until a poll ends, as ``privacy`` knows it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from feedback.forms.polls import COUNT
from feedback.models import POLL
from feedback.page_forms import LONGEST_DAYS
from privacy.choices import LegalBasis
from privacy.registry import FormKind, PurposeTemplate

poll_kind = FormKind(
    code=POLL,
    label=_("Opinion polls"),
    reference_prefix="TD",
    name="Thăm dò ý kiến",
    name_en="Opinion polls",
    description=(
        "Đếm phiếu thăm dò ý kiến không ghi tên. Lựa chọn chỉ được cộng vào tổng số. Để mỗi trình duyệt bỏ phiếu một lần và một "
        "mạng không quyết định thay mọi người, hệ thống giữ mã băm của số phiếu và của mạng đến khi thăm dò kết thúc rồi xóa."
    ),
    description_en=(
        "Counting anonymous votes. A choice is only added to a total. So that each browser votes once and no network decides for "
        "all, digests of the ballot's number and of the network are kept until the poll ends, then erased."
    ),
    subjects="Người tham gia thăm dò ý kiến",
    subjects_en="People who take part in polls",
    purposes=(
        PurposeTemplate(
            code=COUNT,
            text="đếm mỗi người một phiếu trong cuộc thăm dò ý kiến không ghi tên",
            text_en="counting one vote a person in an anonymous poll",
            retention_days=LONGEST_DAYS,
            legal_basis=LegalBasis.LAW,
            citation="Thông tư 37/2020/TT-BGDĐT, khoản 7 Điều 10",
        ),
    ),
)
