"""Every public form of the product on the site of one school, to be walked through."""

from __future__ import annotations

from collections.abc import Callable

from enrolment.models import (
    CampaignPage,
    CatchmentArea,
    EvidencePart,
    ExaminationPage,
    ExaminationResultsPage,
    PriorityCategory,
)
from feedback.models import BoardFormPage, ConsultationPage, FeedbackPage, QuestionsPage
from privacy.models import AbstractFormPage
from tests.enrolment.making import make_exam
from tests.enrolment.making_applications import make_campaign, make_notice
from tests.factories import home_of, make_page
from tests.feedback.built import make_live
from tests.feedback.participation import make_consultation
from tests.privacy.walker import Walker


def _consultation(school) -> str:
    page = make_consultation(school)
    return f"{page.get_url_parts()[2]}{page.form_slug}/"


def _questions(school) -> str:
    home = home_of(school)
    page = QuestionsPage.objects.descendant_of(home).first() or make_page(
        home, QuestionsPage, title="Hỏi đáp", slug="hoi-dap"
    )
    return f"{page.get_url_parts()[2]}{page.form_slug}/"


def _built(school) -> str:
    return make_live(school).get_url_parts()[2]


def _campaign(school) -> str:
    campaign = make_campaign(school, grade="grade1", wishes_most=1)
    notice = make_notice(school, campaign, ("lop_1", 30))
    CatchmentArea.objects.create(page=notice, commune="Phường Bến Đò", part="Tổ 1", sort_order=0)
    EvidencePart.objects.create(
        page=campaign, code="khai_sinh", name="Bản sao giấy khai sinh", is_needed=False
    )
    PriorityCategory.objects.create(page=campaign, code="con_liet_si", name="Con liệt sĩ", points=2)
    return f"{campaign.get_url_parts()[2]}{campaign.form_slug}/"


def _appeal(school) -> str:
    if not ExaminationResultsPage.objects.descendant_of(home := home_of(school)).exists():
        make_page(home, ExaminationResultsPage, title="Kết quả thi", slug="ket-qua-thi")
    exam = make_exam(school)
    return f"{exam.get_url_parts()[2]}{exam.form_slug}/"


MAKERS: dict[type[AbstractFormPage], Callable[..., str]] = {
    FeedbackPage: lambda school: "/gop-y/",
    BoardFormPage: _built,
    ConsultationPage: _consultation,
    QuestionsPage: _questions,
    CampaignPage: _campaign,
    ExaminationPage: _appeal,
}
"""For each type of page with a form: its address on the site of an institution, made first where it is not there."""


OF_AUTHORITIES = {ExaminationPage}
"""Whose sections schools do not have."""


def place_of(school, page_type: type[AbstractFormPage]) -> tuple[str, str]:
    """Host and path of a form: of the school's site or, where schools have none of it, of its authority's."""
    institution = school.get_parent() if page_type in OF_AUTHORITIES else school
    return institution.site.hostname, MAKERS[page_type](institution)


def walker(school, page_type: type[AbstractFormPage]) -> Walker:
    return Walker(*place_of(school, page_type))
