"""The screens: what is shown before and after a purpose, buttons by state and role, the desk (W9.4)."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from editorial.choices import BoardRole
from enrolment.choices import ApplicationState
from enrolment.models import Application, ScoreList, Wish
from privacy.models import PrivacyAudit
from tests.enrolment.making_applications import make_application
from tests.factories import make_member

S = ApplicationState
REASON = "Thiếu giấy khai sinh, đã quá hạn bổ sung."


@pytest.fixture
def application(world):
    return make_application(world.campaign, (world.school, "chuyen"), (world.other, "chuyen"))


def client_of(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def address(application) -> str:
    return reverse("enrolment_case", args=[application.uid])


def opened(user, application, **more) -> str:
    answer = client_of(user).post(address(application), {"act": "open", "purpose": "handle"} | more)
    assert answer.status_code == 200
    return answer.content.decode()


def act(user, application, name, **data):
    return client_of(user).post(address(application), {"act": name} | data)


def test_no_name_stands_in_a_list_or_before_a_purpose(application, world):
    client = client_of(world.editor)
    for one in (reverse("enrolment_queue", args=[world.campaign.pk]), address(application)):
        answer = client.get(one)
        assert "Nguyễn Văn Thử" not in answer.content.decode()
        assert application.submission.reference in answer.content.decode()
        assert "no-store" in answer["Cache-Control"]
    assert client.post(address(application), {"act": "open"}).status_code == 422
    before = PrivacyAudit.objects.count()
    assert "Nguyễn Văn Thử" in opened(world.editor, application)
    record = PrivacyAudit.objects.latest("pk")
    assert (PrivacyAudit.objects.count(), record.action, record.user) == (before + 1, "read", world.editor)


def test_the_school_of_a_later_wish_sees_the_child_and_its_own_wish(application, world):
    html = opened(world.stranger, application)
    assert "Nguyễn Văn Thử" in html
    assert application.submission.unseal_field("sealed_answers")["child_identity"] not in html
    assert world.other.name in html
    assert "Lớp chuyen" in html
    assert f"{world.school.name} – " not in html
    assert 'value="accept"' not in html
    assert act(world.stranger, application, "accept").status_code == 404


def test_others_find_nothing_and_their_try_is_on_record(application, world):
    from network.choices import InstitutionType
    from tests.factories import make_institution

    far = make_institution("HS03", "Trường THPT Sông Cái", InstitutionType.UPPER_SECONDARY, world.department)
    assert client_of(make_member(far, BoardRole.CHIEF)).get(address(application)).status_code == 404
    assert PrivacyAudit.objects.filter(action="deny").count() == 1
    assert client_of(make_member(world.school, BoardRole.AUTHOR)).get(address(application)).status_code == 404


def test_a_clerk_asks_for_evidence_and_a_second_person_confirms(application, world):
    assert act(world.editor, application, "ask", text="", due_on="2030-01-05").status_code == 422
    assert (
        act(world.editor, application, "ask", text="Bổ sung khai sinh", due_on="2030-01-05").status_code
        == 302
    )
    html = opened(world.editor, application)
    assert "Bổ sung khai sinh" in html
    assert "đã yêu cầu bổ sung –" in " ".join(html.split())
    act(world.editor, application, "propose", to="invalid", text=REASON)
    own = opened(world.editor, application)
    assert REASON in own
    assert 'value="confirm"' not in own
    act(world.editor, application, "confirm")
    application.refresh_from_db()
    assert application.state == S.MORE
    assert 'value="confirm"' in opened(world.chief, application)
    act(world.chief, application, "confirm")
    application.refresh_from_db()
    assert (application.state, application.decided_by) == (S.INVALID, world.chief)


def test_what_is_seldom_used_is_folded_and_opens_with_its_mistake(application, world):
    facts = re.compile(r"<details class=\"admission-fold\"(| open)>.*?value=\"facts\"", re.DOTALL)
    html = opened(world.editor, application)
    assert facts.search(html)[1] == ""
    assert re.search(r"name=.to. value=.invalid.[^>]* checked", html), "the only decision there is"
    wrong = act(world.editor, application, "facts", purpose="handle", catchment_1="x")
    assert facts.search(wrong.content.decode())[1] == " open"
    queue = reverse("enrolment_queue", args=[world.campaign.pk])
    folds = [client_of(world.editor).get(queue + query).content.decode() for query in ("", "?state=valid")]
    assert ['<details class="admission-fold" open>' in shown for shown in folds] == [False, True]


def test_facts_are_put_right_with_a_reason_that_the_applicant_reads(application, world):
    facts = {
        "purpose": "handle",
        "catchment_1": "2",
        "points_1": "1.50",
        "first_1": "on",
        "catchment_2": "0",
        "points_2": "0",
        "reason": "",
    }
    without = client_of(world.editor).post(address(application), {"act": "facts"} | facts)
    assert without.status_code == 422
    assert not Wish.objects.filter(catchment=2).exists()
    html = act(world.editor, application, "facts", **(facts | {"reason": "Theo sổ hộ khẩu"})).content.decode()
    wish = application.wishes.get(position=1)
    assert (wish.catchment, wish.is_first, str(wish.points)) == (2, True, "1.50")
    assert "Theo sổ hộ khẩu" in html
    entry = application.entries.get(kind="checked")
    assert entry.is_shown
    assert "Theo" not in entry.sealed_text


def test_next_and_previous_follow_the_filtered_queue(application, world):
    second = make_application(world.campaign, (world.school, "thuong"))
    make_application(world.campaign, (world.school, "thuong"), state=S.VALID)
    html = client_of(world.editor).get(address(application) + "?state=submitted").content.decode()
    assert f"{address(second)}?state=submitted" in html
    last = client_of(world.editor).get(address(second) + "?state=submitted").content.decode()
    assert f"{address(application)}?state=submitted" in last


def test_the_next_one_is_handed_out(application, world):
    queue = reverse("enrolment_queue", args=[world.campaign.pk])
    client = client_of(world.editor)
    assert client.post(queue, {"act": "next"})["Location"].startswith(address(application))
    assert client.post(queue, {"act": "next"}, follow=True).status_code == 200
    application.refresh_from_db()
    assert application.assigned_to == world.editor
    act(world.chief, application, "hand_on", person=str(world.chief.pk))
    application.refresh_from_db()
    assert application.assigned_to == world.chief


def test_an_examination_from_numbers_to_scores(application, world):
    Application.objects.update(state=S.VALID)
    numbers = reverse("enrolment_numbers", args=[world.campaign.pk])
    scores = reverse("enrolment_scores", args=[world.campaign.pk])
    school = {"school": str(world.school.pk)}
    editor, chief = client_of(world.editor), client_of(world.chief)
    plan = school | {"act": "numbers", "prefix": "05", "room_size": "24", "first_room": "1"}
    assert editor.post(numbers, plan).status_code == 302
    wanted = school | {
        "act": "export",
        "columns": ["number", "name"],
        "fmt": "csv",
        "purpose": "handle",
        "reason": "Xếp chỗ",
    }
    listed = editor.post(numbers, wanted)
    assert "Nguyễn Văn Thử" in listed.content.decode("utf-8-sig")
    assert editor.post(numbers, wanted | {"reason": ""}).status_code == 422
    draft = editor.post(numbers, school | {"act": "publish", "kind": "number"})
    assert "/pages/" in draft["Location"]
    file = SimpleUploadedFile("diem.csv", "SBD;Tổng điểm\n050001;8,25\n".encode())
    made = editor.post(scores, {"act": "upload", "file": file, "school_id": str(world.school.pk)})
    one = ScoreList.objects.get()
    assert made["Location"] == reverse("enrolment_score_list", args=[one.uid])
    editor.post(made["Location"], {"act": "try", "column_0": "0", "column_1": "1"})
    editor.post(made["Location"], {"act": "propose"})
    assert "8,25" not in editor.get(made["Location"]).content.decode()
    assert client_of(world.stranger).get(made["Location"]).status_code == 404
    chief.post(made["Location"], {"act": "confirm"})
    assert str(application.wishes.get(position=1).score) == "8.250"
    room = editor.get(scores, {"room": "01"}).content.decode()
    assert f'name="score_{application.pk}"' in room


def test_the_authority_sees_totals_of_each_school(application, world):
    html = (
        client_of(world.authority).get(reverse("enrolment_quotas", args=[world.campaign.pk])).content.decode()
    )
    assert world.school.name in html
    assert world.other.name in html
    own = client_of(world.editor).get(reverse("enrolment_quotas", args=[world.campaign.pk])).content.decode()
    assert world.other.name not in own
