"""Rules of examinations and of certificates as spreadsheets."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Page

from enrolment.campaigns.exchange import NOTICES
from enrolment.models import (
    CertificateRulePage,
    CertificatesPage,
    ExaminationResultsPage,
    ExaminationRulePage,
)
from sections.exchange import Exchange, register_exchange
from sections.registers.cells import (
    block_column,
    choice_column,
    day_column,
    line,
    summary_column,
    title_column,
)
from sections.registers.choices import CertificateRule, ExaminationRule


def _check(values: dict[str, Any]) -> dict[str, Any]:
    first, last = values.get("valid_from"), values.get("valid_until")
    return {"valid_until": _("It cannot end before it begins.")} if first and last and last < first else {}


def _rules(
    name: str, label: Any, page_type: type[Page], section_type: type[Page], kinds: Any, slug: str
) -> Exchange:
    return Exchange(
        name=name,
        label=label,
        page_type=page_type,
        section_type=section_type,
        key=("title", "applies_to"),
        check=_check,
        slug=slug,
        columns=(
            title_column(pgettext_lazy("rule", "Rule"), "Phúc khảo bài thi", "Tên quy định", "Quy định"),
            choice_column(
                "kind",
                pgettext_lazy("rule", "Subject"),
                kinds,
                str(kinds.values[0]),
                "Nội dung",
                required=True,
            ),
            line(
                "applies_to",
                _("Applies to"),
                200,
                "Thi tốt nghiệp THPT năm 2026",
                "Áp dụng cho",
                "Kỳ thi",
                "Loại văn bằng",
                required=True,
            ),
            day_column("valid_from", pgettext_lazy("rule", "In force from"), "01/02/2026", "Hiệu lực từ"),
            day_column("valid_until", pgettext_lazy("rule", "In force until"), "", "Hiệu lực đến"),
            block_column("who", pgettext_lazy("rule", "Who it is for"), "Thí sinh lớp 12", "Đối tượng"),
            block_column(
                "steps", pgettext_lazy("rule", "How it is done"), "Nộp đơn tại trường", "Cách thực hiện"
            ),
            block_column(
                "papers", _("What has to be handed in"), "Đơn phúc khảo", "Hồ sơ", "Thành phần hồ sơ"
            ),
            line("time_limit", _("Time limit"), 200, "trong 15 ngày", "Thời hạn"),
            line("fee", pgettext_lazy("rule", "Fee"), 200, "không thu phí", "Phí", "Lệ phí"),
            line("contact", _("Who answers questions"), 250, "Phòng Khảo thí, 0299 3822 106", "Liên hệ"),
            summary_column(),
        ),
    )


def register() -> None:
    register_exchange(NOTICES)
    register_exchange(
        _rules(
            "examination-rules",
            _("Rules of examinations"),
            ExaminationRulePage,
            ExaminationResultsPage,
            ExaminationRule,
            "quy-dinh-thi",
        )
    )
    register_exchange(
        _rules(
            "certificate-rules",
            _("Rules on certificates and degrees"),
            CertificateRulePage,
            CertificatesPage,
            CertificateRule,
            "quy-dinh-van-bang",
        )
    )
