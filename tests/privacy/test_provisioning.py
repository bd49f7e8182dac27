import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from network.choices import InstitutionType
from network.provisioning import MemberSite, ProvisioningRun
from privacy.models import Notice, Purpose, Recipient
from privacy.provisioning import NoticeStep
from privacy.services import notice_publish
from tests.factories import apply_steps, make_institution

SHARED = "feedback-authority"


def step(institution, run=None):
    member = MemberSite(institution=institution, run=run or ProvisioningRun())
    with transaction.atomic():
        NoticeStep().apply(member)
    return member


def test_a_new_site_has_its_regulation_its_purposes_and_its_recipient(school, department):
    notice = Notice.objects.get(institution=school)
    assert (notice.number, notice.is_generated) == (1, True)
    assert notice.published_at
    for text in (notice.body, notice.summary):
        assert "Trường Tiểu học Đồi Chè" in text
    purposes = Purpose.objects.filter(institution=school, form="feedback")
    assert list(purposes.values_list("code", "is_optional")) == [("handle", False), ("contact", True)]
    assert list(purposes.get(code="handle").recipients.values_list("target", flat=True)) == [department.pk]


def test_an_authority_at_the_top_shares_with_nobody(department):
    assert not Recipient.objects.filter(institution=department).exists()


def test_a_second_run_changes_nothing(school):
    assert step(school).changes == []
    assert Notice.objects.filter(institution=school).count() == 1


@pytest.mark.parametrize(
    "change", [{"name": "Trường Đồi Chè Xanh"}, {"address": "Thôn 3"}, {"email": "m@example.vn"}]
)
def test_a_changed_institution_gets_the_next_number_and_the_first_stays(school, change):
    first = Notice.objects.get(institution=school)
    body = first.body
    for field, value in change.items():
        setattr(school, field, value)
    school.save()
    assert step(school).changes == ["notice"]
    second = Notice.objects.current(school)
    assert (second.number, bool(second.changes)) == (2, True)
    assert next(iter(change.values())) in second.body
    first.refresh_from_db()
    assert first.body == body


def test_what_the_board_wrote_is_never_written_over(school):
    texts = {"title": "Của trường", "summary": "Tóm tắt", "body": "<p>Của trường</p>"}
    notice_publish(institution=school, texts=texts, approved_by=None)
    school.name = "Tên mới"
    school.save()
    assert step(school).changes == []
    assert Notice.objects.current(school).title == "Của trường"


def test_purposes_that_the_board_changed_stay(school):
    Purpose.objects.filter(institution=school, code="handle").update(text="lời của trường", retention_days=30)
    Purpose.objects.get(institution=school, form="feedback", code="handle").recipients.clear()
    step(school)
    purpose = Purpose.objects.get(institution=school, form="feedback", code="handle")
    assert (purpose.text, purpose.retention_days, purpose.recipients.count()) == ("lời của trường", 30, 0)


def test_a_school_that_moves_shares_with_the_new_authority(school, department):
    agency = make_institution("HS.P", "Phòng Giáo dục", InstitutionType.AGENCY, department)
    school.move(agency, "last-child")
    school = type(school).objects.get(pk=school.pk)
    step(school)
    active = Recipient.objects.filter(institution=school, code=SHARED, is_active=True)
    assert list(active.values_list("target", flat=True)) == [agency.pk]
    assert Recipient.objects.filter(institution=school, code=SHARED, is_active=False).count() == 1
    assert active.get().purposes.count() == 1


def test_a_renamed_authority_is_named_right(school, department):
    department.name = "Sở Giáo dục Hòa Sơn"
    department.save()
    step(type(school).objects.get(pk=school.pk))
    assert Recipient.objects.get(institution=school, code=SHARED).name == "Sở Giáo dục Hòa Sơn"


def test_a_name_with_markup_is_text(department):
    school = make_institution("HS66", "<b>Trường</b> & {name}", InstitutionType.PRIMARY, department)
    body = Notice.objects.get(institution=school).body
    assert "&lt;b&gt;Trường&lt;/b&gt; &amp; {name}" in body


def test_the_step_is_cheap(department):
    run = ProvisioningRun(send_invitations=False)

    def cost(code):
        school = department.add_child(code=code, name=f"Trường {code}", type=InstitutionType.PRIMARY)
        with CaptureQueriesContext(connection) as caught:
            NoticeStep().apply(MemberSite(institution=school, run=run))
        return len(caught), school

    cost("HS70")
    new, school = cost("HS71")
    assert new <= 10
    with CaptureQueriesContext(connection) as caught:
        NoticeStep().apply(MemberSite(institution=school, run=run))
    assert len(caught) == 4


def test_the_whole_of_provisioning_is_idempotent(school):
    assert "notice" not in apply_steps(school).changes
