"""Carrying a page through the chain without the admin's forms: for what the chain itself decides."""

from __future__ import annotations

from wagtail.models import Page

from network.models import Institution
from sections.models import ArticlePage, NewsIndexPage
from tests.factories import make_page, section_of

ARTICLE = {
    "title": "Hội khỏe Phù Đổng cấp trường",
    "slug": "hoi-khoe-phu-dong",
    "summary": "Ba trăm học sinh tham gia sáu môn thi.",
    "author_name": "Tổ Thể dục",
    "source_name": "Trường THPT Đồi Chè",
}


def draft(institution: Institution, user, **fields) -> Page:
    """A saved article of an institution's news, written by a person."""
    fields = ARTICLE | fields
    page = make_page(section_of(institution, NewsIndexPage), ArticlePage, live=False, owner=user, **fields)
    page.save_revision(user=user)
    return fresh(page)


def submitted(institution: Institution, user, **fields) -> Page:
    page = draft(institution, user, **fields)
    submit(page, user)
    return fresh(page)


def submit(page: Page, user) -> None:
    state = fresh(page).current_workflow_state
    if state is None:
        page.get_workflow().start(page, user)
    else:
        state.resume(user)


def agree(page: Page, *users) -> Page:
    """Each in turn agrees at the step where the page stands."""
    for user in users:
        step(page).approve(user=user)
    return fresh(page)


def change(page: Page, user, **fields) -> Page:
    latest = fresh(page).get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(latest, name, value)
    latest.save_revision(user=user)
    return fresh(page)


def step(page: Page):
    """The step at which a page stands, or None."""
    return fresh(page).current_workflow_task_state


def fresh(page: Page) -> Page:
    return type(page).objects.get(pk=page.pk)
