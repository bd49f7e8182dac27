"""Every public form of the product on the site of one school, to be walked through."""

from __future__ import annotations

from collections.abc import Callable

from feedback.models import BoardFormPage, ConsultationPage, FeedbackPage, QuestionsPage
from privacy.models import AbstractFormPage
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


MAKERS: dict[type[AbstractFormPage], Callable[..., str]] = {
    FeedbackPage: lambda school: "/gop-y/",
    BoardFormPage: _built,
    ConsultationPage: _consultation,
    QuestionsPage: _questions,
}
"""For each type of page with a form: its address on the site of a school, made first where it is not there."""


def walker(school, page_type: type[AbstractFormPage]) -> Walker:
    return Walker(school.site.hostname, MAKERS[page_type](school))
