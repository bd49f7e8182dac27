"""A parent sends feedback from a small phone without script; the school's chief editor, and nobody else, finds it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.support.demo_server import DemoServer
from tests.support.journeys import SCHOOL, SCHOOL_LABEL, FeedbackForm, Shot, SignIn, sent
from tests.support.texts import vi
from tests.support.watch import overflow

MESSAGE = "Cổng trường giờ tan học rất đông xe, mong nhà trường phân luồng để các cháu ra về an toàn."
SUBJECT = "Giờ tan học ở cổng trường"


@pytest.fixture
def feedback_path(addresses) -> str:
    return next(a.path for a in addresses if a.kind == "FeedbackPage" and a.language == "vi")


def start(phone: Page, demo_server: DemoServer, path: str) -> FeedbackForm:
    return FeedbackForm(phone, demo_server.url(SCHOOL, path))


def fill_questions(form: FeedbackForm) -> None:
    form.choose("remark")
    form.fill(subject=SUBJECT, message=MESSAGE)
    form.wait_until_typed()
    form.press("Continue")


class TestFeedback:
    def test_is_sent_on_a_phone_without_script_and_found_by_the_chief_of_that_school_only(
        self, phone: Page, demo_server: DemoServer, feedback_path: str, sign_in: SignIn, shot: Shot
    ) -> None:
        form = start(phone, demo_server, feedback_path)
        self._notice_comes_first(phone)
        shot(phone, "feedback-1-questions-320")
        self._error_keeps_what_was_typed(form, shot)
        self._answers_are_checked(form, shot)
        self._consent_is_asked(form, shot)
        self._sharing_is_refused(form, shot)
        reference = self._receipt(phone, shot)
        self._chief_finds(sign_in, reference, shot)
        self._other_chief_does_not(sign_in, demo_server, reference)

    def _notice_comes_first(self, phone: Page) -> None:
        notice = phone.locator("main section[aria-labelledby=notice-summary]")
        expect(notice).to_be_visible()
        first_field = phone.locator("main form [name=kind]").first
        assert notice.bounding_box()["y"] < first_field.bounding_box()["y"]
        assert phone.locator("main input[name^=consent-], main input[name^=share-]").count() == 0
        assert phone.locator("main input:checked").count() == 0
        assert overflow(phone) == []

    def _error_keeps_what_was_typed(self, form: FeedbackForm, shot: Shot) -> None:
        form.choose("remark")
        form.fill(subject=SUBJECT)
        form.wait_until_typed()
        assert form.press("Continue").status == 422
        summary = form.error_summary()
        expect(summary).to_contain_text(vi("Message"))
        expect(form.page.locator("[name=subject]")).to_have_value(SUBJECT)
        expect(form.page.locator("[name=kind][value=remark]")).to_be_checked()
        expect(form.page.locator("[name=message]")).to_have_attribute("aria-invalid", "true")
        expect(form.page).to_have_title(re.compile(rf"^{vi('Error')}: "))
        assert summary.get_by_role("link").first.get_attribute("href") == "#id_message"
        assert overflow(form.page) == []
        shot(form.page, "feedback-1-error-320")

    def _answers_are_checked(self, form: FeedbackForm, shot: Shot) -> None:
        form.fill(message=MESSAGE)
        assert form.press("Continue").status == 200
        main = form.page.get_by_role("main")
        expect(main).to_contain_text(MESSAGE)
        expect(main).to_contain_text(SUBJECT)
        assert MESSAGE not in form.page.url
        assert overflow(form.page) == []
        shot(form.page, "feedback-2-check-320")

    def _consent_is_asked(self, form: FeedbackForm, shot: Shot) -> None:
        form.press("Continue")
        boxes = form.page.locator("main input[type=checkbox]")
        assert boxes.count() >= 1
        assert form.page.locator("main input:checked").count() == 0
        assert overflow(form.page) == []
        shot(form.page, "feedback-3-consent-320")
        last = form.page.locator("main input[name^=share-]").count() == 0
        assert last, "sharing has a page of its own"
        assert form.press("Continue").status == 422
        expect(form.error_summary()).to_be_visible()
        shot(form.page, "feedback-3-consent-error-320")
        boxes.first.check()
        assert form.press("Continue").status == 200

    def _sharing_is_refused(self, form: FeedbackForm, shot: Shot) -> None:
        choices = form.page.locator("main input[name^=share-]")
        assert choices.count() == 2
        assert form.page.locator("main input:checked").count() == 0
        assert overflow(form.page) == []
        shot(form.page, "feedback-4-sharing-320")
        assert form.press("Send").status == 422
        assert form.page.locator("main input:checked").count() == 0
        form.page.locator("main input[name^=share-][value=no]").check()
        assert form.press("Send").status == 200

    def _receipt(self, phone: Page, shot: Shot) -> str:
        codes = phone.locator("main .receipt__code")
        expect(codes).to_have_count(2)
        reference = codes.first.inner_text().strip()
        assert re.fullmatch(r"GY[-0-9A-Z]+", reference), reference
        expect(phone.get_by_role("main")).to_contain_text(vi("Refused"))
        assert reference not in phone.url
        assert overflow(phone) == []
        shot(phone, "feedback-5-receipt-320")
        return reference

    def _chief_finds(self, sign_in: SignIn, reference: str, shot: Shot) -> None:
        page = sign_in(f"{SCHOOL_LABEL}.truongban")
        page.goto(page.url + "feedback/")
        shot(page, "feedback-desk-chief")
        page.get_by_role("link", name=reference).click()
        assert MESSAGE not in page.content(), "nothing is shown before a purpose is named"
        page.locator("main input[name=purpose]").first.check()
        answer = sent(page, page.locator("main form button[type=submit]").last)
        assert answer.status == 200
        expect(page.locator("main")).to_contain_text(MESSAGE)
        shot(page, "feedback-case-chief")

    def _other_chief_does_not(self, sign_in: SignIn, demo_server: DemoServer, reference: str) -> None:
        """The address of the case answers the chief of another school as if there were no such case."""
        own = sign_in(f"{SCHOOL_LABEL}.truongban")
        own.goto(own.url + "feedback/")
        address = own.get_by_role("link", name=reference).get_attribute("href")
        other = sign_in(other_chief(demo_server))
        response = other.goto(demo_server.url("localhost", "/admin/feedback/"))
        assert response.status == 200
        assert reference not in other.content()
        assert other.goto(demo_server.url("localhost", address)).status == 404


def other_chief(demo_server: DemoServer) -> str:
    """A chief editor of another school, as the demonstration prints them."""
    text = demo_server.log.read_text(encoding="utf-8")
    names = re.findall(r"^\s+([a-z0-9-]+)\.truongban\s", text, re.MULTILINE)
    return next(f"{name}.truongban" for name in names if name not in (SCHOOL_LABEL, "so"))


class TestConsent:
    def test_of_a_machine_that_decides_ahead_of_its_step_is_refused(
        self, phone: Page, demo_server: DemoServer, feedback_path: str
    ) -> None:
        form = start(phone, demo_server, feedback_path)
        fill_questions(form)
        phone.locator("main form.form").evaluate(
            """form => {
              const field = Object.assign(document.createElement("input"), {type: "hidden", name: "consent-handle"});
              field.value = "on";
              form.append(field);
            }"""
        )
        assert form.press("Continue").status == 400
