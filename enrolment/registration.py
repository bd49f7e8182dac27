"""What this package adds to the registries of the packages below it."""

from __future__ import annotations

from django.db.models.signals import post_delete
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from editorial import desk
from enrolment import letters, models, policies, timers
from enrolment.allocation import registration as allocation
from enrolment.applications import registration as applications
from enrolment.campaigns import registration as campaigns
from enrolment.certificates.keys import certificate_reindexed
from enrolment.desk_parts import AdmissionPart, OfficePart
from enrolment.list_files import remove_bytes
from enrolment.models.examinations import APPEAL
from enrolment.processing import registration as processing
from enrolment.results import appeal_forms, pages
from enrolment.results.services import appeals, codes, publishing
from enrolment.results.statistics import data_rows, version_with_totals
from enrolment.waiting_room import doorkeeper
from enrolment.waiting_room.health import rooms_health, sent_health
from network.health import register_check
from network.selectors import institution_for_page
from privacy import entry, readers
from privacy.choices import RetentionStart
from privacy.registry import FormKind, PurposeTemplate, not_public_form, opens_sealed, register_form
from privacy.services.retention import register_replay
from privacy.services.rotation import register_index
from sections.catalogue import register_page_type
from sections.opendata.registry import DataField, DataSet, Frequency, Records, register_dataset

KEPT_DAYS = 365

appeal_kind = FormKind(
    code=APPEAL,
    label=_("Appeals against marks"),
    reference_prefix="PK",
    name="Phúc khảo bài thi",
    name_en="Appeals against marks",
    description="Tiếp nhận, chấm lại và trả lời đơn đề nghị phúc khảo bài thi của thí sinh.",
    description_en="Receiving candidates' appeals, marking papers again and telling the outcome.",
    subjects="Thí sinh dự thi",
    includes_children=True,
    questions=(appeal_forms.AppealForm,),
    purposes=(
        PurposeTemplate(
            code=appeal_forms.REVIEW,
            text="tiếp nhận đơn, chấm phúc khảo bài thi và thông báo kết quả phúc khảo",
            text_en="receiving your appeal, marking the papers again and telling you the outcome",
            retention_days=KEPT_DAYS,
            retention_starts=RetentionStart.CLOSE,
        ),
        PurposeTemplate(
            code=appeal_forms.CONTACT,
            text="liên hệ với thí sinh để hỏi thêm về đơn phúc khảo",
            text_en="contacting you to ask about your appeal",
            retention_days=KEPT_DAYS,
            retention_starts=RetentionStart.CLOSE,
            is_optional=True,
        ),
    ),
    received=appeals.appeal_open,
    most_an_hour=3000,
)


def register_pages() -> None:
    register_page_type(models.OnlineAdmissionPage, "W8.4c.admission", "W9.4")
    register_page_type(models.EnrolmentPage, "W9.8")
    register_page_type(models.ExaminationResultsPage, "W8.11")
    register_page_type(models.CertificatesPage, "W8.12")
    models.ExaminationPage.forms_for = staticmethod(appeal_forms.forms_for)
    models.ExaminationPage.look_up = staticmethod(pages.exam_context)
    models.CertificatesPage.register_context = staticmethod(register_context)
    models.ExaminationResultsPage.examinations_of = staticmethod(examinations_of)


def examinations_of(page: models.ExaminationResultsPage) -> list[models.ExaminationPage]:
    """The published examinations of a section, the newest first; one query, none for a section without children."""
    if not page.numchild:
        return []
    found = models.ExaminationPage.objects.child_of(page).live().defer_streamfields()
    return list(found.order_by("-year", "-results_at", "path"))


def register_context(page: models.CertificatesPage) -> dict:
    """Whether there is anything to verify on this site; one query besides the institution's."""
    institution = institution_for_page(page)
    rows = models.Certificate.objects.filter(institution=institution, is_confirmed=True)
    return {
        "has_register": institution is not None and rows.exists(),
        "verify_url": reverse("certificate_check"),
    }


def register_privacy() -> None:
    register_form(appeal_kind)
    readers.register("enrolment.appeals", policies.may_open_appeal)
    register_replay(
        publishing.ROWS, rows=publishing.versions_with_rows, erase=publishing.versions_erase_again
    )
    register_replay(codes.CODES, rows=codes.books_in_use, erase=codes.books_erase_again)
    register_index(models.Certificate, certificate_reindexed, related="institution")
    opens_sealed(
        "enrolment.results.versions",
        _("The keys of a version of results open the one row that a candidate asks for with all keys."),
    )
    opens_sealed(
        "enrolment.certificates",
        _(
            "What is compared with the entries of whoever verifies a certificate; officers' readings are on record."
        ),
    )
    for view, reason in (
        (
            "enrolment.results.views.ResultView",
            _(
                "It compares what is entered with sealed rows, shows candidates their own, and keeps nothing of it."
            ),
        ),
        (
            "enrolment.certificates.views.CertificateView",
            _("It compares what is entered with the register, confirms it or not, and keeps nothing of it."),
        ),
    ):
        not_public_form(view, reason)


def result_fields() -> list[DataField]:
    return [
        DataField("examination", _("Examination")),
        DataField("year", _("Year"), "integer"),
        DataField("kind", _("Kind")),
        DataField("subject", _("Subject (code)")),
        DataField("subject_name", _("Subject")),
        DataField("candidates", _("Candidates"), "integer"),
        DataField("absent", _("Absent"), "integer"),
        DataField("mean", _("Mean"), "number"),
        DataField("median", _("Median"), "number"),
        DataField("from", _("Scores from"), "number"),
        DataField("to", _("Scores to"), "number"),
        DataField("count", _("Candidates with these scores (empty: too few to be told)"), "integer"),
    ]


def result_records(page, request: HttpRequest) -> Records:
    """One record a subject and band of scores of every examination whose results are open or over; `year` narrows."""
    rows = []
    for exam in models.ExaminationPage.objects.child_of(page).live().public().order_by("-year", "path"):
        wanted = request.GET.get("year")
        context = pages.state_now(exam)
        if (wanted and wanted != str(exam.year)) or context not in (pages.OPEN, pages.OVER):
            continue
        if version := version_with_totals(exam.translation_key):
            rows += list(data_rows(exam, version))
    return Records(len(rows), lambda start, end: rows[start:end])


def register_data() -> None:
    register_dataset(
        DataSet(
            name="examination-results",
            section=models.ExaminationResultsPage,
            description=_(
                "Totals of examinations: candidates, mean, median and candidates by band of scores for each subject; "
                "numbers below five are hidden."
            ),
            keywords=(_("examinations"), _("scores")),
            frequency=Frequency.ANNUAL,
            fields=result_fields,
            records=result_records,
            parameters=lambda: {"year": _("Year")},
        )
    )


def register_files() -> None:
    for model in (models.ResultImport, models.CertificateBatch, models.SchoolList):
        post_delete.connect(
            remove_bytes, sender=model, dispatch_uid=f"enrolment.files.{model._meta.model_name}"
        )


def register_all() -> None:
    register_pages()
    register_files()
    campaigns.register()
    applications.register()
    processing.register()
    allocation.register()
    register_privacy()
    register_data()
    timers.register_all()
    letters.register()
    entry.register(doorkeeper.FormDoor())
    register_check("waiting_rooms", pgettext_lazy("queue", "Waiting rooms"), rooms_health)
    register_check("sent_forms", _("Acknowledged forms"), sent_health)
    desk.register(OfficePart())
    desk.register(AdmissionPart())
