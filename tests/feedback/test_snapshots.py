"""What was shown stands with everything that was sent, whichever way it came in (P4.3, P11.2d)."""

from __future__ import annotations

import pytest
from django.utils import timezone

from editorial.choices import BoardRole
from feedback.services import paper_answer_add
from privacy.models import Notice, Purpose, Submission
from privacy.services import notice_approve, notice_draft, notice_edit, notice_publish, notice_submit
from tests.factories import make_member
from tests.feedback.participation import OPINION, answer, make_consultation
from tests.feedback.test_about_pages import article
from tests.privacy.sender import Sender


@pytest.fixture
def base(school):
    """The authority's text, which holds for its members."""
    texts = {"title": "Quy chế của Sở", "summary": "T", "body": "<p>Điều chung</p>", "covers_members": True}
    return notice_publish(institution=school.get_parent(), texts=texts, approved_by=None)


@pytest.fixture
def addition(school, base):
    """What the school adds to it, in force."""
    chief, head = make_member(school, BoardRole.CHIEF), make_member(school, BoardRole.HEAD)
    draft = notice_draft(institution=school, user=chief, is_addition=True)
    values = {"body": "<p>Mục riêng</p>", "body_en": "", "changes": "Thêm mục máy quay"}
    notice_edit(notice=draft, user=chief, values=values)
    notice_submit(notice=draft, user=chief)
    draft.refresh_from_db()
    today = timezone.localdate()
    return notice_approve(notice=draft, user=head, seen=draft.sha256, in_force_from=today, announced_days=14)


def on_paper(school) -> None:
    page = make_consultation(school)
    paper_answer_add(
        page=page,
        institution=school,
        user=make_member(school, BoardRole.CHIEF),
        received_on=timezone.localdate(),
        answers={f"text-{page.points.first().key}": OPINION, "whom": "nobody"},
        described=[],
        agreed=False,
    )


def on_the_site(school) -> None:
    answer(school, make_consultation(school))


def as_an_error(school) -> None:
    sender = Sender(school, f"/bao-loi/{article(school).pk}/").open()
    sender.send({"kind": "wrong", "message": "Sai giờ thi"})


@pytest.mark.parametrize("send", [on_paper, on_the_site, as_an_error])
def test_names_the_addition_the_text_it_adds_to_and_what_is_sensitive(school, base, addition, send):
    assert Notice.objects.current(school) == addition
    Purpose.objects.filter(institution=school).update(is_sensitive=True)
    send(school)
    snapshot = Submission.objects.get().snapshot
    assert snapshot["notice"] == {
        "number": addition.number,
        "sha256": addition.sha256,
        "base": {"number": base.number, "sha256": base.sha256},
    }
    assert {purpose["sensitive"] for purpose in snapshot["purposes"]} == {True}
