"""What holds for every request: text is stored composed (W12.1), and a refusal says why."""

from __future__ import annotations

import unicodedata

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import resolve, reverse
from wagtail.admin.views.bulk_action.registry import bulk_action_registry

from common import page_rules
from common.middleware import ADMIN_VIEWS, BULK_ACTIONS, NormalisePostMiddleware, PageRuleMiddleware
from common.page_rules import PageAction, PageRuleError

COMPOSED = "Trường Tiểu học Nguyễn Huệ"
DECOMPOSED = unicodedata.normalize("NFD", COMPOSED)


def posted(data, **extra):
    request = RequestFactory().post("/", data, **extra)
    NormalisePostMiddleware(lambda _: HttpResponse()).process_view(request, None, (), {})
    return request


class TestNormalising:
    def test_decomposed_text_arrives_composed(self):
        assert COMPOSED != DECOMPOSED
        assert posted({"name": DECOMPOSED}).POST["name"] == COMPOSED

    def test_every_value_of_a_field_is_composed(self):
        assert posted({"name": [DECOMPOSED, "b", DECOMPOSED]}).POST.getlist("name") == [
            COMPOSED,
            "b",
            COMPOSED,
        ]

    def test_composed_text_stays_as_it_is(self):
        assert posted({"name": COMPOSED}).POST["name"] == COMPOSED

    def test_the_answer_cannot_be_changed_afterwards(self):
        with pytest.raises(AttributeError):
            posted({"name": DECOMPOSED}).POST["name"] = "x"

    def test_a_body_of_another_kind_is_left_alone(self):
        body = f'{{"name": "{DECOMPOSED}"}}'
        request = posted(body, content_type="application/json")
        assert request.body.decode() == body


class Untouchable:
    """A user whom nobody may ask for: asking opens the session."""

    def __getattr__(self, name):
        raise AssertionError("A reader's request must not open the session.")


class TestSayingWhy:
    @pytest.fixture
    def middleware(self):
        return PageRuleMiddleware(lambda _: HttpResponse())

    def process(self, middleware, address, user, **extra):
        request = RequestFactory().get(address, **extra)
        request.resolver_match = resolve(request.path)
        request.user = user
        return middleware.process_view(request, None, (), request.resolver_match.kwargs)

    def test_a_readers_session_is_not_opened(self, middleware):
        assert self.process(middleware, "/", Untouchable()) is None
        assert self.process(middleware, reverse("wagtailadmin_home"), Untouchable()) is None

    def test_who_is_not_logged_in_is_left_to_the_view(self, middleware):
        address = reverse("wagtailadmin_pages:delete", args=[1])
        assert self.process(middleware, address, AnonymousUser()) is None

    @pytest.mark.parametrize("name", ADMIN_VIEWS)
    def test_the_views_have_the_names_that_wagtail_gives_them(self, name):
        args = [1, 2] if name == "move_confirm" else [1]
        match = resolve(reverse(f"wagtailadmin_pages:{name}", args=args))
        assert (match.namespace, match.url_name) == ("wagtailadmin_pages", name)

    def test_the_bulk_actions_are_all_that_wagtail_has_for_pages(self):
        names = {
            a.action_type for a in bulk_action_registry.get_bulk_actions_for_model("wagtailcore", "page")
        }
        assert names == set(BULK_ACTIONS)

    def test_a_refusal_outside_the_admin_is_not_caught(self, middleware):
        request = RequestFactory().get("/")
        assert middleware.process_exception(request, PageRuleError("no")) is None

    def test_another_error_is_not_caught(self, middleware):
        request = RequestFactory().get(reverse("wagtailadmin_home"))
        assert middleware.process_exception(request, LookupError("no")) is None

    def test_a_script_gets_the_reason_as_data(self, middleware):
        request = RequestFactory().get(reverse("wagtailadmin_home"), headers={"Accept": "application/json"})
        answer = middleware.process_exception(request, PageRuleError("Khoản 2 Điều 8"))
        assert answer.status_code == 403
        assert "Kho" in answer.content.decode()


def test_a_rule_has_a_name_of_its_own(monkeypatch):
    monkeypatch.setattr(page_rules, "_rules", {})
    page_rules.register("one", lambda **_: None)
    with pytest.raises(ValueError, match="'one' is registered already"):
        page_rules.register("one", lambda **_: "no")


def test_the_first_rule_that_refuses_gives_the_reason(monkeypatch):
    monkeypatch.setattr(page_rules, "_rules", {})
    page_rules.register("silent", lambda **_: None)
    page_rules.register("first", lambda **_: "first reason")
    page_rules.register("second", lambda **_: "second reason")
    assert page_rules.refusal(page=None, action=PageAction.DELETE) == "first reason"
