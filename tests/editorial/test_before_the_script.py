"""A button of the editor that is pressed before its script is there: nothing is saved or decided, and the person is told."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import translation

from editorial.views.pages import NOT_LOADED
from sections.models import ArticlePage
from tests.editorial.desk import ARTICLE, messages_of
from tests.editorial.paper import draft, fresh, step, submitted
from tests.support.forms import form_data

pytestmark = pytest.mark.django_db
LATER = "Tiêu đề gõ sớm"


def without_script(desk, user, url: str, **more):
    """What the browser sends of a form whose body was not drawn yet."""
    data = form_data(desk.client(user).get(url).content.decode(), "page-edit-form")
    data.update(more)
    assert "body-count" not in data
    return desk.client(user).post(url, data, follow=True)


def told(response) -> str:
    with translation.override(response.wsgi_request.LANGUAGE_CODE):
        assert str(NOT_LOADED) in messages_of(response)
        return str(NOT_LOADED)


@pytest.mark.parametrize("action", ["approve", "reject"])
def test_agreeing_and_returning_decide_nothing(desk, province, people, action):
    page = submitted(province.a, people.author)
    before = step(page).pk
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    html = desk.client(people.editor).get(url).content.decode()
    assert f'name="chain-action"\n        value="{action}"' in html
    told(without_script(desk, people.editor, url, **{"chain-action": action}))
    assert step(fresh(page)).pk == before
    assert step(fresh(page)).status == "in_progress"


def test_a_draft_keeps_its_words(desk, province, people):
    page = draft(province.a, people.author)
    before = page.latest_revision_id
    told(without_script(desk, people.author, reverse("wagtailadmin_pages:edit", args=[page.pk]), title=LATER))
    assert fresh(page).latest_revision_id == before


def test_a_new_page_is_not_made_without_its_body(desk, people):
    url = reverse("wagtailadmin_pages:add", args=["sections", "articlepage", desk.news.pk])
    response = without_script(desk, people.author, url, **ARTICLE)
    told(response)
    assert response.status_code == 200
    assert not ArticlePage.objects.child_of(desk.news).filter(title=ARTICLE["title"]).exists()
