from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from common.personal_data import DataClass
from editorial.choices import BoardRole
from editorial.models import ChainRefusedError
from editorial.publication_rules import Stage, refusals
from feedback.board_forms.building import questions_of
from feedback.board_forms.faults import faults_of
from feedback.board_forms.ready import READY, fields_for
from feedback.models import BoardFormPage, FormTally
from feedback.selectors.board_forms import forms_for, standing_of_form, totals_of
from feedback.services.board_forms import form_hand_in, form_register, forms_close
from privacy.choices import ActivityStatus, AuditAction
from privacy.models import FormDraft, PrivacyAudit, ProcessingActivity, Purpose, Submission
from privacy.services import activity_approve
from tests.factories import make_member, make_review, make_superuser
from tests.feedback.built import Filler, approve, make_draft, make_live, publish, purpose, question, step
from tests.privacy.sender import tables_holding

MARKER = "DẤUBIỂUMẪU7"
PUPIL = {
    "Họ và tên học sinh": MARKER,
    "Lớp": "4A",
    "Họ và tên của bạn": "Trần Thị Hoa",
    "Số điện thoại": "0912 345 678",
}
DAYS = {"Nghỉ từ ngày": "05/10/2026", "Đến hết ngày": "06/10/2026"}
OTHER = {"Nêu rõ lý do khác": "Về quê dự giỗ"}


def activity_of(page) -> ProcessingActivity:
    return ProcessingActivity.objects.get(code=page.form_code)


def to_check(page, school, reason: str = "Lý do khác") -> Filler:
    filler = Filler(page, school).open()
    filler.answer(PUPIL)
    filler.answer(DAYS | {"Lý do": reason})
    return filler.answer(OTHER) if reason == "Lý do khác" else filler.answer({})


def to_receipt(page, school) -> Filler:
    return to_check(page, school).send().consent()


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def sentences(page) -> str:
    return " ".join(text for texts in faults_of(page).values() for text in texts)


@pytest.fixture
def live(school):
    return make_live(school, "leave")


class TestReadyForms:
    @pytest.mark.parametrize("code", [code for code in READY if code != "blank"])
    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_each_ready_form_can_be_handed_in_as_it_is(self, school, code, language):
        page = BoardFormPage(**fields_for(READY[code], language))
        assert faults_of(page) == {}
        assert page.question_forms()

    def test_a_ready_form_becomes_a_draft_with_its_entry_in_the_register(self, school):
        page = make_draft(school, "leave")
        activity = activity_of(page)
        assert activity.status == ActivityStatus.DRAFT
        assert [row["label"] for row in activity.fields][:2] == ["Họ và tên học sinh", "Lớp"]
        assert [p.is_sensitive for p in activity.purposes.all()] == [True]

    def test_the_empty_form_says_what_it_lacks(self, school):
        assert set(faults_of(make_draft(school, "blank"))) == {"purposes", "steps"}


class TestPublication:
    def test_a_form_without_its_purpose_is_refused_with_the_reason(self, school):
        page = make_draft(school, "leave")
        page.purposes = []
        assert "purpose" in sentences(page) or "mục đích" in sentences(page)
        assert refusals(page, Stage.SUBMIT)
        assert refusals(page, Stage.PUBLISH)

    def test_a_form_whose_activity_is_not_in_force_is_refused(self, school):
        page = make_draft(school, "leave")
        page.live = True
        with pytest.raises(ChainRefusedError):
            page.save()
        assert "chưa được phê duyệt" in str(standing_of_form(page).reason) or standing_of_form(page).reason

    def test_once_its_activity_is_approved_nothing_is_in_the_way(self, school):
        page = make_draft(school, "leave")
        approve(page, school)
        assert standing_of_form(page).reason == ""

    def test_a_draft_that_asks_for_more_than_was_approved_is_refused(self, school):
        page = make_draft(school, "leave")
        approve(page, school)
        page.purposes = [*page.purposes.get_prep_value(), purpose("gửi bản tin")]
        page.steps = [
            *page.steps.get_prep_value(),
            step("Thêm", question("text", "Sở thích", purposes=["2"])),
        ]
        assert faults_of(page) == {}
        assert refusals(page, Stage.PUBLISH)

    def test_a_change_after_publication_outdates_the_activity_and_the_form_goes_on(self, live, school):
        writer, head = make_member(school, BoardRole.EDITOR), make_member(school, BoardRole.HEAD)
        draft = BoardFormPage.objects.get(pk=live.pk)
        draft.steps = [*draft.steps.get_prep_value(), step("Thêm", question("text", "Sở thích"))]
        form_hand_in(page=draft, user=writer)
        activity = activity_of(live)
        assert activity.status == ActivityStatus.OUTDATED
        assert activity.is_waiting
        assert "Sở thích" not in [row["label"] for row in activity.fields]
        assert Filler(live, school).open().response.status_code == 200
        assert refusals(draft, Stage.PUBLISH)
        activity_approve(activity=activity, user=head)
        assert standing_of_form(draft).reason == ""

    def test_a_new_title_needs_no_new_approval(self, live):
        live.title = "Đơn xin nghỉ học"
        form_register(page=live)
        assert activity_of(live).status == ActivityStatus.APPROVED

    def test_handing_in_twice_changes_nothing(self, school):
        page = make_draft(school, "leave")
        writer = make_member(school, BoardRole.AUTHOR)
        first = form_hand_in(page=page, user=writer)
        second = form_hand_in(page=page, user=writer)
        assert first.submitted_at == second.submitted_at
        assert second.status == ActivityStatus.REVIEW


class TestFaults:
    def page(self, *steps, purposes=None):
        return BoardFormPage(title="x", purposes=purposes or [purpose()], steps=list(steps))

    @pytest.mark.parametrize(
        ("changes", "said"),
        [
            ({"purposes": []}, "Sở thích"),
            ({"purposes": ["4"]}, "Sở thích"),
            ({"data_class": ""}, "Sở thích"),
            ({"necessity": "legal"}, "Sở thích"),
            ({"only_if_question": "Không có câu này", "only_if_answer": "x"}, "Không có câu này"),
            ({"only_if_question": "Cỡ áo", "only_if_answer": "XXL"}, "Cỡ áo"),
            ({"only_if_answer": "S"}, "Sở thích"),
        ],
    )
    def test_a_message_names_the_question(self, changes, said):
        size = question("choice", "Cỡ áo", options="S\nM")
        page = self.page(step("Một", size, question("text", "Sở thích", **changes)))
        assert said in sentences(page)

    def test_two_questions_with_the_same_words_are_refused(self):
        twice = [question("text", "Lớp"), question("text", "lớp ?")]
        assert "Lớp" in sentences(self.page(step("Một", *twice)))

    def test_a_required_question_for_an_optional_purpose_is_refused(self):
        purposes = [purpose(), purpose("gửi tin", is_optional=True)]
        asked = [question("text", "Lớp"), question("email", "E-mail", purposes=["2"])]
        assert "E-mail" in sentences(self.page(step("Một", *asked), purposes=purposes))

    def test_a_question_with_a_percent_sign_is_asked_and_refused_like_any(self, school):
        asked = [
            question(kind, f"{kind} 50% %s %(x)s") for kind in ("email", "phone", "number", "date", "yes_no")
        ]
        asked.append(question("choice", "choice 50% %s", options="a%\nb"))
        (form,) = self.page(step("Một", *asked)).question_forms()
        sent = form(dict.fromkeys(form.base_fields, "zz"))
        assert len(sent.errors) == 6
        assert all("50% %s" in str(text) for texts in sent.errors.values() for text in texts)

    def test_a_purpose_that_no_question_serves_is_refused(self):
        purposes = [purpose(), purpose("gửi tin")]
        assert "2" in sentences(self.page(step("Một", question("text", "Lớp")), purposes=purposes))

    def test_only_optional_purposes_are_refused(self):
        page = self.page(
            step("Một", question("text", "Lớp", necessity="optional")),
            purposes=[purpose(is_optional=True)],
        )
        assert "purposes" in faults_of(page)


class TestJourney:
    def test_a_parent_goes_through_all_steps_to_the_receipt(self, live, school):
        filler = to_check(live, school)
        assert "Về quê dự giỗ" in filler.html
        assert "Giấy khám bệnh" not in filler.html
        filler.send()
        assert "nhạy cảm" in filler.html
        assert not [tag for tag in filler.controls() if "checked" in tag]
        filler.consent()
        assert len(filler.codes()) == 2
        assert filler.codes()[0].startswith("BM-")
        assert "Giáo viên chủ nhiệm sẽ trả lời" in filler.html
        answers = Submission.objects.get().unseal_field("sealed_answers")
        assert "Về quê dự giỗ" in answers.values()
        assert FormTally.received_by(live.form_code) == 1

    def test_nothing_of_it_stands_readable_in_the_database(self, live, school):
        to_check(live, school)
        assert FormDraft.objects.count() == 1
        assert tables_holding(MARKER) == []
        to_receipt(live, school)
        assert tables_holding(MARKER) == []

    def test_a_step_in_which_nothing_applies_is_left_out(self, school):
        page = make_live(school, "parents-evening")
        filler = Filler(page, school).open()
        first = dict.fromkeys(("Họ và tên học sinh", "Lớp", "Họ và tên của bạn"), "x")
        filler.answer(first | {"Bạn có dự họp không?": "no"})
        assert "Số người dự" not in filler.html
        assert (
            "Số người dự" in Filler(page, school).open().answer(first | {"Bạn có dự họp không?": "yes"}).html
        )

    def test_a_condition_within_a_step_opens_a_page_of_its_own(self, school):
        page = make_live(school, "copy")
        filler = Filler(page, school).open()
        assert "Tên giấy tờ khác" not in filler.html
        filler.answer(
            {
                "Họ và tên của bạn": "x",
                "Ngày sinh": "1.2.1990",
                "Giấy tờ cần cấp": "Giấy tờ khác",
            }
        )
        assert "Tên giấy tờ khác" in filler.html

    def test_an_answer_that_no_longer_applies_is_dropped(self, live, school):
        filler = to_check(live, school)
        reason = next(q.name for q in questions_of(live) if q.label == "Lý do")
        filler.change(reason)
        filler.answer(DAYS | {"Lý do": "Việc gia đình"})
        filler.answer({})
        assert "Về quê dự giỗ" not in filler.html
        filler.send().consent()
        answers = Submission.objects.get().unseal_field("sealed_answers")
        assert "Về quê dự giỗ" not in answers.values()

    def test_mistakes_name_their_question(self, live, school):
        filler = Filler(live, school).open().answer(PUPIL | {"Lớp": "", "Số điện thoại": "không có"})
        assert filler.response.status_code == 422
        assert "“Lớp”" in filler.html
        assert "“Số điện thoại”" in filler.html

    @pytest.mark.parametrize("day", ["31/02/2026", "2026-02-30", "mai", "99/99/9999", "0"])
    def test_a_day_that_is_none_is_refused_and_shown_again(self, live, school, day):
        filler = Filler(live, school).open().answer(PUPIL).answer(DAYS | {"Nghỉ từ ngày": day, "Lý do": "Ốm"})
        assert filler.response.status_code == 422
        assert day in filler.html

    def test_a_file_is_kept_sealed_and_opened_by_the_board(self, live, school):
        filler = Filler(live, school).open().answer(PUPIL)
        filler.answer(DAYS | {"Lý do": "Ốm"})
        paper = SimpleUploadedFile("giay.txt", b"not a paper", content_type="text/plain")
        filler.answer({"Giấy khám bệnh": paper})
        assert filler.response.status_code == 422

    def test_sharing_is_a_page_of_its_own_and_a_refusal_blocks_nothing(self, school):
        page = make_draft(school, "appointment")
        value = {
            "name": "Công ty xe buýt",
            "kind": "company",
            "what_for": "xếp chỗ",
            "name_en": "",
            "what_for_en": "",
        }
        page.recipients = [{"type": "recipient", "id": "1" * 32, "value": value}]
        approve(page, school)
        page = publish(page)
        filler = Filler(page, school).open()
        filler.answer(
            {
                "Họ và tên của bạn": "x",
                "Số điện thoại": "0912345678",
                "Ngày muốn gặp": "1/2/2027",
                "Nội dung cần trao đổi": "y",
            }
        )
        filler.send()
        assert filler.share_names() == []
        filler.consent()
        assert len(filler.share_names()) == 1
        assert not [tag for tag in filler.controls() if "checked" in tag]
        filler.send(dict.fromkeys(filler.share_names(), "no"))
        assert len(filler.codes()) == 2

    @settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(text=st.text(max_size=220), number=st.text(max_size=30), pick=st.text(max_size=20))
    def test_whatever_is_entered_is_taken_or_refused_with_a_sentence(self, live, school, text, number, pick):
        filler = Filler(live, school).open()
        given_ = PUPIL | {"Lớp": text, "Số điện thoại": number}
        assert filler.answer(given_).response.status_code in (200, 422)
        filler = Filler(live, school).open().answer(PUPIL)
        entered = {"Nghỉ từ ngày": text, "Đến hết ngày": number, "Lý do": pick}
        assert filler.answer(entered).response.status_code in (200, 422)


class TestOpening:
    def test_before_and_after_its_time_the_form_says_so(self, live, school):
        now = timezone.now()
        live.opens_at, live.closes_at = now + timedelta(days=1), None
        assert live.closed_text(now)
        live.opens_at, live.closes_at = None, now - timedelta(days=1)
        assert live.closed_text(now)
        live.closes_at = now + timedelta(days=1)
        assert live.closed_text(now) == ""

    def test_what_comes_when_the_places_are_taken_is_not_stored(self, school):
        page = make_live(school, "leave", max_answers=1)
        late = to_check(page, school).send()
        to_receipt(page, school)
        late.consent()
        assert late.response.status_code == 503
        assert Submission.objects.count() == 1
        assert Filler(page, school).open().html.count("<form") < 3

    def test_periods_from_the_close_begin_once(self, school):
        page = make_live(school, "survey")
        Submission.objects.create(
            reference="BM-1",
            institution=school,
            form=page.form_code,
            notice=school.notices.first(),
            expires_at=timezone.now() + timedelta(days=400),
        )
        now = timezone.now()
        BoardFormPage.objects.filter(pk=page.pk).update(closes_at=now - timedelta(hours=1))
        assert (forms_close(now=now), forms_close(now=now)) == (1, 0)


class TestDesk:
    def url(self, name, page, *more):
        return reverse(f"board_form_{name}", args=[page.pk, *more])

    def test_the_list_shows_no_word_of_what_was_sent(self, live, school):
        to_receipt(live, school)
        html = signed_in(make_member(school, BoardRole.CHIEF)).get(self.url("answers", live)).content.decode()
        assert Submission.objects.get().reference in html
        assert MARKER not in html

    def test_opening_one_needs_a_purpose_and_is_on_record(self, live, school):
        to_receipt(live, school)
        chief = make_member(school, BoardRole.CHIEF)
        client, url = signed_in(chief), self.url("answer", live, Submission.objects.get().uid)
        refused = client.post(url)
        assert (refused.status_code, MARKER in refused.content.decode()) == (422, False)
        assert MARKER in client.post(url, {"purpose": "handle"}).content.decode()
        entry = PrivacyAudit.objects.order_by("pk").last()
        assert (entry.user_id, entry.action, entry.purpose) == (chief.pk, AuditAction.READ, "handle")

    def test_an_export_names_its_purpose_and_its_reader(self, live, school):
        to_receipt(live, school)
        client = signed_in(make_member(school, BoardRole.CHIEF, last_name="Người Xuất"))
        url = self.url("export", live)
        assert client.post(url, {"export-fmt": "csv"}).status_code == 422
        response = client.post(url, {"export-fmt": "csv", "export-purpose": "handle"})
        text = response.content.decode("utf-8-sig")
        assert MARKER in text
        assert "Người Xuất" in text
        assert PrivacyAudit.objects.filter(action=AuditAction.EXPORT, object_ref=live.form_code).exists()

    def test_totals_count_choices_and_show_no_text(self, live, school):
        to_receipt(live, school)
        client = signed_in(make_member(school, BoardRole.CHIEF))
        html = client.post(self.url("totals", live), {"totals-purpose": "handle"}).content.decode()
        assert "Việc gia đình" in html
        assert MARKER not in html

    @pytest.mark.parametrize("role", [BoardRole.AUTHOR, BoardRole.EDITOR, BoardRole.HEAD])
    def test_others_on_the_board_open_nothing(self, live, school, role):
        assert signed_in(make_member(school, role)).get(self.url("answers", live)).status_code == 404

    def test_who_keeps_the_form_opens_its_answers(self, live, school):
        author = make_member(school, BoardRole.AUTHOR)
        make_review(live, responsible=author)
        assert signed_in(author).get(self.url("answers", live)).status_code == 200

    def test_strangers_the_authority_and_administrators_open_nothing(self, live, department):
        for person in (make_member(department, BoardRole.CHIEF), make_superuser()):
            assert signed_in(person).get(self.url("answers", live)).status_code == 404

    def test_the_list_of_forms_costs_the_same_for_many(self, school, department):
        chief = make_member(school, BoardRole.CHIEF)

        def cost() -> int:
            with CaptureQueriesContext(
                connection,
            ) as queries:
                assert forms_for(chief, [school, department])
            return len(queries)

        make_draft(school, "leave")
        forms_for(chief, [school])
        few = cost()
        for number in range(4):
            make_draft(school, "survey", title=f"Khảo sát {number}")
        chief = type(chief).objects.get(pk=chief.pk)
        forms_for(chief, [school])
        assert cost() == few


def test_totals_count_each_choice_once():
    entry = {"name": "a", "label": "Cỡ áo", "kind": "choice", "options": [["S", "S"], ["M", "M"]]}
    agree = {"name": "b", "label": "Đồng ý", "kind": "yes_no", "options": [["yes", "Có"], ["no", "Không"]]}
    snapshot = {"fields": [entry, agree]}
    totals = totals_of([(snapshot, {"a": "S", "b": True}), (snapshot, {"a": "S", "b": None}), (snapshot, {})])
    assert [(t.rows, t.answered) for t in totals] == [
        ([("S", 2), ("M", 0)], 2),
        ([("Có", 1), ("Không", 0)], 1),
    ]


def test_a_purpose_that_uses_something_private_is_told_as_sensitive(school):
    page = make_draft(school, "leave")
    assert Purpose.objects.get(form=page.form_code).is_sensitive
    assert DataClass.PRIVATE in {q.data_class for q in questions_of(page)}
