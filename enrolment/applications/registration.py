"""The form of applications, as ``privacy`` knows it."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from enrolment import policies
from enrolment.applications import forms, letters, services
from enrolment.applications.totals import counted
from enrolment.models import Application, CampaignPage
from enrolment.models.campaigns import ADMISSION
from privacy import readers
from privacy.choices import EndAction, RetentionStart
from privacy.registry import FormKind, PurposeTemplate, opens_sealed, register_form
from privacy.services.retention import register_dependent
from privacy.services.rotation import register_index

admission_kind = FormKind(
    code=ADMISSION,
    label=_("Applications for admission"),
    reference_prefix="TS",
    name="Hồ sơ dự tuyển",
    name_en="Applications for admission",
    description=(
        "Tiếp nhận, xét duyệt hồ sơ dự tuyển của học sinh và thông báo kết quả; theo yêu cầu của người nộp, lưu hồ sơ đang điền "
        "dở không quá 14 ngày và không quá hạn nộp hồ sơ."
    ),
    description_en=(
        "Receiving and deciding children's applications for admission and telling the outcome; on request, keeping an unfinished "
        "application for at most 14 days and not beyond the deadline."
    ),
    subjects="Học sinh dự tuyển; cha mẹ hoặc người giám hộ",
    includes_children=True,
    questions=(forms.ChildForm,),
    purposes=(
        PurposeTemplate(
            code=forms.HANDLE,
            text="tiếp nhận, xét duyệt hồ sơ dự tuyển tại các trường đã chọn và thông báo kết quả tuyển sinh",
            text_en="receiving and deciding the application at the schools that you choose, and telling you the outcome",
            retention_days=365,
            retention_starts=RetentionStart.CLOSE,
            at_end=EndAction.ANONYMISE,
        ),
        PurposeTemplate(
            code=forms.CONTACT,
            text="báo qua thư điện tử cho người đại diện khi hồ sơ dự tuyển có thông tin mới",
            text_en="telling the representative by e-mail that there is news about the application",
            retention_days=180,
            retention_starts=RetentionStart.CLOSE,
            is_optional=True,
        ),
    ),
    received=services.application_received,
    changed=services.application_corrected,
    replaced=services.application_replaced,
    counted=counted,
    is_rushed=True,
    claim=services.child_claim,
    reclaim=services.child_reclaim,
    code_of=services.lot_code_of,
    networks=20,
    most_an_hour=20_000,
)


def template_of(page: CampaignPage, name: str) -> str:
    """The receipt and a form that takes nothing are its own; the other steps are those of every form."""
    package = "enrolment/applications" if name in ("receipt", "closed") else "privacy/form"
    return f"{package}/{name}.html"


def way_to_status(page: CampaignPage, request) -> dict[str, str] | None:
    return {"text": gettext("See, change or confirm an application"), "url": reverse("admission_status")}


def way_to_draft(page: CampaignPage, request) -> dict[str, str] | None:
    if not page.takes_applications(timezone.now()):
        return None
    return {"text": gettext("Go on with a form that was kept"), "url": reverse("privacy_resume")}


def register() -> None:
    CampaignPage.add_own_url(way_to_status)
    CampaignPage.add_own_url(way_to_draft)
    register_form(admission_kind)
    CampaignPage.forms_for = staticmethod(forms.forms_for)
    letters.register()
    register_dependent("places", erase=services.places_left)
    CampaignPage.template_of = staticmethod(template_of)
    readers.register("enrolment.applications", policies.may_open_sent_application)
    register_index(Application, services.child_reindexed, related="submission", field="child_digest")
    opens_sealed(
        "enrolment.applications",
        _("An application follows the answers that its sender gives; readings by staff are on record."),
    )
