"""An activity from draft to approval, and what brings it back."""

import pytest
from django.core.exceptions import ValidationError

from network.models import Letter
from privacy import selectors
from privacy.choices import ActivityChange, ActivityStatus, RegisterAct
from privacy.models import PrivacyAudit, ProcessingActivity, Purpose
from privacy.services import activities as module
from privacy.services import (
    activity_approve,
    activity_close,
    activity_recall,
    activity_return,
    activity_submit,
    activity_touch,
    activity_write,
    on_activity_change,
)
from privacy.services.approval import RefusedError
from tests.factories import make_member, make_superuser
from tests.privacy.register.conftest import appoint, content_of


@pytest.fixture
def told(monkeypatch):
    """What listeners were told."""
    calls = []
    monkeypatch.setattr(module, "_listeners", [])
    on_activity_change(lambda activity, what, now: calls.append((activity.code, what)))
    return calls


def test_a_new_activity_takes_nothing_before_it_is_approved(school, draft_activity, chief, head):
    assert selectors.purposes_of(school, draft_activity.code) == []
    waiting = activity_submit(activity=draft_activity, user=chief)
    assert waiting.status == ActivityStatus.REVIEW
    assert selectors.purposes_of(school, draft_activity.code) == []
    approved = activity_approve(activity=waiting, user=head)
    assert (approved.status, approved.approved_by) == (ActivityStatus.APPROVED, head)
    assert approved.approved_sha256 == approved.fingerprint()
    assert [p.code for p in selectors.purposes_of(school, draft_activity.code)] == ["xep-lop"]
    assert PrivacyAudit.objects.filter(object_ref=f"privacy.processingactivity:{approved.pk}").exists()


def test_an_activity_without_a_purpose_is_not_handed_in(school, chief):
    empty = ProcessingActivity.objects.create(institution=school, code="x", name="X")
    with pytest.raises(ValidationError, match=r"at least one purpose|ít nhất một mục đích"):
        activity_submit(activity=empty, user=chief)


def test_handing_in_writes_to_who_approves_and_the_decision_to_who_handed_in(draft_activity, chief, head):
    activity = activity_submit(activity=draft_activity, user=chief)
    assert list(Letter.objects.values_list("kind", "user")) == [("privacy.submitted", head.pk)]
    activity_approve(activity=activity, user=head)
    assert Letter.objects.get(kind="privacy.decided").user == chief


def test_who_wrote_it_does_not_approve_it_where_somebody_else_can(draft_activity, chief, head):
    activity_write(activity=draft_activity, content=content_of(draft_activity, text="khác"), user=head)
    activity_submit(activity=draft_activity, user=head)
    with pytest.raises(RefusedError, match=r"nobody approves what they wrote|không ai tự duyệt"):
        activity_approve(activity=draft_activity, user=head)
    assert activity_approve(activity=draft_activity, user=chief).approved_by == chief


def test_a_chief_who_is_alone_approves_alone(draft_activity, chief):
    activity_write(activity=draft_activity, content=content_of(draft_activity, text="khác"), user=chief)
    activity_submit(activity=draft_activity, user=chief)
    assert activity_approve(activity=draft_activity, user=chief).approved_by == chief


def test_an_officer_is_the_second_person_of_a_chief(school, draft_activity, chief):
    officer = make_member(school, "editor")
    appoint(school, officer)
    activity_write(activity=draft_activity, content=content_of(draft_activity, text="khác"), user=chief)
    activity_submit(activity=draft_activity, user=chief)
    with pytest.raises(RefusedError):
        activity_approve(activity=draft_activity, user=chief)
    assert activity_approve(activity=draft_activity, user=officer).approved_by == officer


@pytest.mark.parametrize("role", ["author", "editor", "superuser", "other"])
def test_nobody_else_approves(school, other_school, draft_activity, chief, head, role):
    person = {
        "superuser": make_superuser,
        "other": lambda: make_member(other_school, "head"),
    }.get(role, lambda: make_member(school, role))()
    activity_submit(activity=draft_activity, user=chief)
    with pytest.raises(RefusedError):
        activity_approve(activity=draft_activity, user=person)


def test_a_change_to_one_in_force_is_shown_with_its_approval(school, activity, chief, head, told):
    content = content_of(activity, text="trả lời phản ánh", retention_days=30)
    activity_write(activity=activity, content=content, user=chief)
    activity.refresh_from_db()
    assert activity.status == ActivityStatus.APPROVED
    assert Purpose.objects.get(institution=school, form="feedback", code="handle").retention_days == 365
    activity_submit(activity=activity, user=chief)
    assert selectors.purposes_of(school, "feedback")
    activity_approve(activity=activity, user=head)
    purpose = Purpose.objects.get(institution=school, form="feedback", code="handle")
    assert (purpose.text, purpose.retention_days) == ("trả lời phản ánh", 30)
    assert told == [("feedback", ActivityChange.PURPOSE)]


def test_a_purpose_left_out_is_out_of_use_and_stays_for_its_consents(school, activity, chief, head):
    content = activity.described()
    content["purposes"] = content["purposes"][:1]
    activity_write(activity=activity, content=content, user=chief)
    activity_submit(activity=activity, user=chief)
    activity_approve(activity=activity, user=head)
    assert not Purpose.objects.get(institution=school, form="feedback", code="contact").is_active
    assert [p.code for p in selectors.purposes_of(school, "feedback")] == ["handle"]


def test_a_recipient_of_another_institution_is_not_taken_in(school, activity, chief, head, other_school):
    foreign = other_school.privacy_recipients.first()
    activity_write(activity=activity, content=content_of(activity, recipients=[foreign.pk]), user=chief)
    activity_submit(activity=activity, user=chief)
    activity_approve(activity=activity, user=head)
    assert not Purpose.objects.get(institution=school, form="feedback", code="handle").recipients.exists()


def test_nothing_new_is_not_handed_in(activity, chief):
    activity_write(activity=activity, content=activity.described(), user=chief)
    with pytest.raises(RefusedError, match=r"Nothing has changed|Không có gì thay đổi"):
        activity_submit(activity=activity, user=chief)


def test_what_changed_since_it_was_read_is_not_approved(draft_activity, chief, head):
    activity_submit(activity=draft_activity, user=chief)
    seen = draft_activity.waiting_fingerprint()
    draft_activity.purposes.update(retention_days=9)
    with pytest.raises(RefusedError):
        activity_approve(activity=draft_activity, user=head, seen=seen)


def test_a_returned_activity_is_a_draft_again_with_the_reason(draft_activity, chief, head):
    activity_submit(activity=draft_activity, user=chief)
    with pytest.raises(ValidationError):
        activity_return(activity=draft_activity, user=head, reason=" ")
    activity_return(activity=draft_activity, user=head, reason="Giữ lâu quá")
    draft_activity.refresh_from_db()
    assert draft_activity.status == ActivityStatus.DRAFT
    assert draft_activity.events.first().note == "Giữ lâu quá"


def test_it_can_be_taken_back_while_nobody_has_decided(draft_activity, chief):
    activity_submit(activity=draft_activity, user=chief)
    assert activity_recall(activity=draft_activity, user=chief).status == ActivityStatus.DRAFT
    with pytest.raises(RefusedError):
        activity_recall(activity=draft_activity, user=chief)


def test_a_changed_form_makes_it_outdated_and_the_form_goes_on(school, activity, told):
    touched = activity_touch(institution=school, code="feedback", what="form")
    assert touched.status == ActivityStatus.OUTDATED
    assert selectors.purposes_of(school, "feedback")
    assert not touched.may_be_published
    assert told == [("feedback", ActivityChange.FORM)]
    assert touched.events.first().act == RegisterAct.CHANGED


def test_an_outdated_one_is_approved_again_without_stopping(school, activity, chief, head):
    activity_touch(institution=school, code="feedback", what="form", user=chief)
    activity_submit(activity=activity, user=chief)
    assert selectors.purposes_of(school, "feedback")
    assert activity_approve(activity=activity, user=head).may_be_published


def test_a_touch_takes_a_waiting_activity_back_to_its_writer(school, draft_activity, chief):
    activity_submit(activity=draft_activity, user=chief)
    touched = activity_touch(institution=school, code=draft_activity.code, what="purpose", user=chief)
    assert (touched.status, touched.submitted_at) == (ActivityStatus.DRAFT, None)


def test_a_touch_of_what_is_not_in_the_register_answers_none(school):
    assert activity_touch(institution=school, code="khong-co", what="form") is None


def test_an_ended_activity_takes_nothing_and_does_not_come_back(school, activity, chief):
    activity_close(activity=activity, user=chief)
    assert selectors.purposes_of(school, "feedback") == []
    assert activity_touch(institution=school, code="feedback", what="form").status == ActivityStatus.CLOSED
    with pytest.raises(RefusedError):
        activity_submit(activity=activity, user=chief)


def test_an_author_ends_no_activity(school, activity):
    with pytest.raises(RefusedError):
        activity_close(activity=activity, user=make_member(school, "author"))
