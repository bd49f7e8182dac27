"""Purposes and earlier questions are chosen by their words and stay what they are when they are moved or renamed; a survey ends
as the circular wants; what waits for the register stands on the desk."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from editorial.choices import BoardRole
from feedback.board_forms.building import questions_of
from feedback.board_forms.faults import faults_of
from feedback.board_forms.keys import keys_put
from feedback.models import BoardFormPage
from feedback.services.board_forms import form_hand_in, forms_close, surveys_follow
from privacy.models import DeletionRecord, FormTotals, Submission, Survey
from privacy.services.retention.surveys import surveys_complete_due
from tests.factories import make_member
from tests.feedback.built import Filler, make_draft, make_live, purpose, question, step

FRUIT = question("choice", "Bạn thích quả nào?", options="Xoài\nỔi\nMít", purposes=["2"])
WHY = question("text", "Vì sao là mít?", only_if_question="bạn thích quả nào", only_if_answer="Mít")


def form_of(*steps, purposes=None) -> BoardFormPage:
    return BoardFormPage(
        title="x",
        subjects="phụ huynh",
        purposes=purposes or [purpose("đếm"), purpose("mua quả")],
        steps=list(steps),
    )


def edit_form(page):
    form_class = BoardFormPage.get_edit_handler().get_form_class()
    return form_class(instance=page, for_user=None)


class TestNames:
    @pytest.fixture
    def page(self):
        page = form_of(step("Một", FRUIT), step("Hai", WHY))
        keys_put(page)
        return page

    def test_take_the_place_of_numbers_and_words(self, page):
        raw = page.steps.get_prep_value()
        asked = raw[0]["value"]["questions"][0]
        assert asked["value"]["purposes"] == [page.purposes[1].id]
        assert raw[1]["value"]["questions"][0]["value"]["only_if_question"] == asked["id"]
        assert not faults_of(page).get("steps")

    def test_hold_when_purposes_are_moved_and_questions_renamed(self, page):
        before = [(q.purposes, q.conditions) for q in questions_of(page)]
        purposes, steps = page.purposes.get_prep_value(), page.steps.get_prep_value()
        steps[0]["value"]["questions"][0]["value"]["label"] = "Quả yêu thích"
        moved = form_of(*steps, purposes=purposes[::-1])
        assert [(q.purposes, q.conditions) for q in questions_of(moved)] == before

    def test_are_offered_by_their_words(self, page):
        block = edit_form(page).fields["steps"].block.child_blocks["step"]
        asked = block.child_blocks["questions"].child_blocks["email"]
        purposes = dict(asked.child_blocks["purposes"].field.choices)
        assert purposes[page.purposes[1].id] == "2. mua quả"
        assert str(purposes["3"]).startswith("Purpose 3") or "3" in str(purposes["3"])
        questions = dict(asked.child_blocks["only_if_question"].field.choices)
        key = page.steps[0].value["questions"][0].id
        assert questions == {"": questions[""], key: "Bạn thích quả nào? (Xoài / Ổi / Mít)"}
        other = edit_form(form_of(step("Một", FRUIT)))
        shown = (
            other.fields["steps"].block.child_blocks["step"].child_blocks["questions"].child_blocks["email"]
        )
        assert shown is not asked

    def test_of_answers_are_offered_below_the_words_of_their_question(self):
        page = form_of(step("Một", FRUIT, question("yes_no", "Có đi xe đạp không?")), step("Hai", WHY))
        keys_put(page)
        fruit, bicycle = page.steps[0].value["questions"]
        block = edit_form(page).fields["steps"].block.child_blocks["step"]
        field = block.child_blocks["only_if_answer"].field
        assert field.choices == [
            ("Bạn thích quả nào?", [(f"{fruit.id}|{text}", text) for text in ("Xoài", "Ổi", "Mít")]),
            ("Có đi xe đạp không?", [(f"{bicycle.id}|yes", _("Yes")), (f"{bicycle.id}|no", _("No"))]),
        ]
        assert page.steps[1].value["questions"][0].value["only_if_answer"] == [f"{fruit.id}|Mít"]

    def test_of_an_answer_name_its_question_too(self, page):
        steps = page.steps.get_prep_value()
        dependent = steps[1]["value"]["questions"][0]["value"]
        dependent["only_if_question"] = ""
        again = form_of(*steps)
        keys_put(again)
        assert [q.conditions for q in questions_of(again)] == [q.conditions for q in questions_of(page)]
        assert again.steps[1].value["questions"][0].value["only_if_question"]

    def test_of_an_answer_of_another_question_are_a_fault(self, page):
        steps = page.steps.get_prep_value()
        other = question(
            "choice", "Bạn thích màu nào?", options="Mít\nXanh", id="0" * 8 + "-0000" * 3 + "-" + "0" * 12
        )
        steps[0]["value"]["questions"].append(other)
        steps[1]["value"]["questions"][0]["value"]["only_if_answer"] = [
            f"{'0' * 8}{'-0000' * 3}-{'0' * 12}|Mít"
        ]
        assert any("mít" in sentence for sentence in faults_of(form_of(*steps))["steps"])

    @pytest.mark.parametrize(("said", "kept"), [("Có", "yes"), ("không", "no"), ("có lẽ", "có lẽ")])
    def test_of_yes_and_no_are_the_same_in_both_languages(self, said, kept):
        asked = question("yes_no", "Có đi xe đạp không?")
        page = form_of(
            step("Một", asked),
            step(
                "Hai", question("text", "Màu?", only_if_question="Có đi xe đạp không?", only_if_answer=said)
            ),
        )
        keys_put(page)
        key = page.steps[0].value["questions"][0].id
        assert page.steps[1].value["questions"][0].value["only_if_answer"] == [f"{key}|{kept}"]

    def test_of_another_form_are_never_offered(self, page):
        edit_form(page)
        blocks = BoardFormPage._meta.get_field("steps").stream_block.child_blocks["step"].child_blocks
        choices = blocks["questions"].child_blocks["text"].child_blocks["only_if_question"].field.choices
        assert [value for value, _label in choices] in ([], [""])

    def test_of_what_was_taken_out_are_a_fault_in_words(self, page):
        steps = page.steps.get_prep_value()
        gone = form_of(steps[1])
        [sentence] = [s for s in faults_of(gone)["steps"] if "mít" in s]
        assert steps[0]["value"]["questions"][0]["id"] not in sentence

    def test_stand_in_the_editor_and_are_kept_by_it(self, school):
        author = make_member(school, BoardRole.AUTHOR)
        page = make_draft(school, "leave", user=author)
        client = Client()
        client.force_login(author)
        html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        first = page.purposes[0].value["text"]
        assert json.dumps(f"1. {first}")[1:-1] in html
        kept = BoardFormPage.objects.get(pk=page.pk).get_latest_revision_as_object()
        named = [p for s in kept.steps for q in s.value["questions"] for p in q.value["purposes"]]
        assert set(named) <= {p.id for p in kept.purposes}


class TestSurvey:
    def test_has_an_end(self, school):
        page = make_draft(school, "survey")
        assert page.closes_at > timezone.now()
        page.closes_at = None
        assert "closes_at" in faults_of(page)

    def test_leaves_totals_only_when_it_is_over(self, school):
        page = make_live(school, "survey")
        _send(page, school)
        assert Submission.objects.count() == 1
        closes = page.closes_at
        assert surveys_follow(now=closes - timedelta(hours=1)) == 0
        forms_close(now=closes + timedelta(hours=1))
        survey = Survey.objects.get()
        assert (survey.form, survey.closed_on) == (page.form_code, timezone.localdate(closes))
        assert surveys_follow(now=closes + timedelta(hours=2)) == 0
        late = closes + timedelta(days=31)
        assert surveys_complete_due(now=late) == 1
        assert not Submission.objects.exists()
        assert FormTotals.objects.get().form == page.form_code
        assert DeletionRecord.objects.exists()
        assert surveys_follow(now=late) == 0

    def test_that_is_opened_again_is_not_completed(self, school):
        page = make_live(school, "survey")
        _send(page, school)
        forms_close(now=page.closes_at + timedelta(hours=1))
        BoardFormPage.objects.filter(pk=page.pk).update(closes_at=page.closes_at + timedelta(days=9))
        assert surveys_follow(now=page.closes_at + timedelta(days=1)) == 1
        assert not Survey.objects.exists()


def _send(page, school) -> None:
    filler = Filler(page, school).open()
    filler.answer({"Khối lớp của con": "Khối 1", "Bạn hài lòng với bữa ăn ở mức nào?": "Hài lòng"})
    filler.send().consent()


class TestDesk:
    def test_names_the_forms_that_wait_for_the_register(self, school):
        author = make_member(school, BoardRole.AUTHOR)
        page = make_draft(school, "club", user=author)
        client = Client()
        client.force_login(author)
        address = reverse("wagtailadmin_home")
        link = reverse("wagtailadmin_pages:edit", args=[page.pk])
        assert "feedback/desk/board_forms.html" not in [t.name for t in client.get(address).templates]
        form_hand_in(page=page, user=author)
        response = client.get(address)
        assert "feedback/desk/board_forms.html" in [t.name for t in response.templates]
        assert link in response.content.decode()
