"""The admin as a person uses it: real views, real forms, nothing called behind their back.

What comes after a form, the list of pages with its messages, is read where a test asks for it.
"""

from __future__ import annotations

import json

from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from network.models import Institution
from sections.models import ArticlePage, NewsIndexPage
from tests.editorial import paper
from tests.editorial.paper import ARTICLE
from tests.factories import section_of
from tests.support.forms import form_data

EMPTY_STREAM = {"body-count": "0"}


class Desk:
    """Writes, submits, appraises and approves articles of one institution."""

    def __init__(self, institution: Institution):
        self.institution = institution
        self.news = section_of(institution, NewsIndexPage)
        self._clients: dict[int, Client] = {}

    def client(self, user) -> Client:
        if user.pk not in self._clients:
            self._clients[user.pk] = Client(SERVER_NAME=self.institution.site.hostname)
            self._clients[user.pk].force_login(user)
        return self._clients[user.pk]

    def get(self, user, name: str, *args, **query):
        return self.client(user).get(reverse(name, args=args), query)

    def create(self, user, *, action: str = "", **fields):
        """Fill in the form of a new article and save it, or submit it at once."""
        url = reverse("wagtailadmin_pages:add", args=["sections", "articlepage", self.news.pk])
        html = self.client(user).get(url).content.decode()
        data = form_data(html, "page-edit-form")
        return self._post(user, url, data, fields, action)

    def article(self, user, *, action: str = "", **fields) -> ArticlePage:
        """An article made through the admin."""
        fields = ARTICLE | fields
        self.create(user, action=action, **fields)
        return ArticlePage.objects.child_of(self.news).get(slug=fields["slug"])

    def draft(self, user, **fields) -> ArticlePage:
        """An article that is there already, for tests of what becomes of it: made without the admin's forms."""
        return paper.draft(self.institution, user, **fields)

    def submitted(self, user, **fields) -> ArticlePage:
        """An article that waits for the editor, handed in without the admin's forms."""
        return paper.submitted(self.institution, user, **fields)

    def published(self, people, **fields) -> ArticlePage:
        """An article that went through the whole chain, without the admin's forms."""
        page = self.submitted(people.author, **fields)
        return paper.agree(page, people.editor, people.chief)

    def edit(self, user, page: Page, *, action: str = "", extra: dict | None = None, follow=False, **fields):
        """Load the editor, change fields, press a button."""
        url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        html = self.client(user).get(url).content.decode()
        data = form_data(html, "page-edit-form")
        return self._post(user, url, data, fields, action, extra, follow=follow)

    def submit(self, user, page: Page, **fields):
        return self.edit(user, page, action="action-submit", **fields)

    def agree(self, user, page: Page, **fields):
        extra = {"workflow-action-name": "approve"}
        return self.edit(user, page, action="action-workflow-action", extra=extra, **fields)

    def return_(self, user, page: Page, reason: str = "Thiếu ảnh minh họa.", **fields):
        extra = {
            "workflow-action-name": "reject",
            "workflow-action-extra-data": json.dumps({"comment": reason}),
        }
        return self.edit(user, page, action="action-workflow-action", extra=extra, **fields)

    def act(self, user, page: Page, action: str, state=None, *, follow=False, **data):
        """Press a button in a list: the action without the editor's form."""
        state = state or page.current_workflow_task_state
        url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])
        return self.client(user).post(url, data, follow=follow)

    def publish(self, page: Page, people, *, author=None):
        """Carry a page through the whole chain."""
        self.submit(author or people.author, page)
        self.agree(people.editor, page)
        self.agree(people.chief, page)
        page.refresh_from_db()
        return page

    def _post(self, user, url, data, fields, action, extra=None, *, follow=False):
        data = data.copy()
        for name, value in (EMPTY_STREAM | fields | (extra or {})).items():
            data[name] = value
        if action:
            data[action] = "1"
        return self.client(user).post(url, data, follow=follow)


def messages_of(response) -> str:
    """What the admin told the person, in one string; of an answer that leads on, what the next page shows."""
    if response.status_code == 302:
        response = response.client.get(response.headers["Location"], follow=True)
    return " | ".join(str(message) for message in response.context["messages"])
