from feedback.models import FormTally
from privacy.choices import ActivityStatus
from privacy.models import ProcessingActivity, Submission
from tests.feedback.built import Filler, make_draft, make_live

LEAVE_PUPIL = {
    "Họ và tên học sinh": "Lê Minh Châu",
    "Lớp": "4A",
    "Họ và tên của bạn": "Trần Thị Hoa",
    "Số điện thoại": "0912 345 678",
}
LEAVE_DAYS = {"Nghỉ từ ngày": "05/10/2026", "Đến hết ngày": "06/10/2026"}


def test_a_ready_form_becomes_a_draft_with_its_entry_in_the_register(school):
    page = make_draft(school, "leave")
    activity = ProcessingActivity.objects.get(institution=school, code=page.form_code)
    assert activity.status == ActivityStatus.DRAFT
    assert [row["label"] for row in activity.fields][:2] == ["Họ và tên học sinh", "Lớp"]
    assert [p.is_sensitive for p in activity.purposes.all()] == [True]


def test_a_parent_goes_through_all_steps_to_the_receipt(school):
    page = make_live(school, "leave")
    filler = Filler(page, school).open()
    filler.answer(LEAVE_PUPIL)
    filler.answer(LEAVE_DAYS | {"Lý do": "Lý do khác"})
    assert "Giấy khám bệnh" not in filler.html
    filler.answer({"Nêu rõ lý do khác": "Về quê dự giỗ"})
    assert "Về quê dự giỗ" in filler.html
    filler.send()
    assert "nhạy cảm" in filler.html
    filler.consent()
    assert len(filler.codes()) == 2
    answers = Submission.objects.get().unseal_field("sealed_answers")
    assert "Về quê dự giỗ" in answers.values()
    assert FormTally.received_by(page.form_code) == 1
