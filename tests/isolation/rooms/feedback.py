"""What readers sent in: feedback, opinions, questions, votes, answers to forms of the board."""

from __future__ import annotations

from django.utils import timezone

from feedback.models import (
    CONSULTATION,
    ConsultationPage,
    ConsultationsPage,
    FeedbackCase,
    OpinionGroup,
    PollOption,
    PollPage,
    PollsPage,
    QuestionCase,
    UsefulCount,
)
from feedback.services.board_forms import form_create
from privacy.models import (
    FloodBreak,
    Notice,
    Submission,
)
from privacy.services import file_store
from privacy.uploads.checks import CheckedUpload
from tests.factories import make_page
from tests.isolation.houses import House


def furnish_feedback(house: House) -> None:
    _feedback(house, timezone.now())
    _poll(house)
    _participation(house)
    _built_form(house)


def _feedback(house: House, now) -> None:
    word, institution, objects = house.marker, house.institution, house.objects
    submission = Submission(
        reference=f"GY-{word}".upper(),
        institution=institution,
        form="feedback",
        notice=Notice.objects.filter(institution=institution).first(),
        sealed_answers="",
        expires_at=now + timezone.timedelta(days=30),
    )
    submission.save()
    FeedbackCase.objects.create(submission=submission)
    objects["case"] = submission
    paper = CheckedUpload(name=f"{word}.pdf", kind="pdf", content_type="application/pdf", data=word.encode())
    objects["sent_file"] = file_store(upload=paper, field="attachment", submission=submission)


def _participation(house: House) -> None:
    """A consultation with a group of opinions, and a question that waits."""
    word, now, institution = house.marker, timezone.now(), house.institution
    section = ConsultationsPage.objects.child_of(house.home).get()
    page = house.objects["consultation"] = make_page(
        section,
        ConsultationPage,
        title=f"Dự thảo {word}",
        slug=f"du-thao-{word}",
        author_name="Tổ Văn",
        source_name=f"Nguồn {word}",
        asked=word,
        opens_at=now,
        closes_at=now + timezone.timedelta(days=1),
    )
    house.objects["opinion_group"] = OpinionGroup.objects.create(
        institution=institution, consultation=page.translation_key, topic=f"Nhóm {word}"
    )
    submission = Submission(
        reference=f"HD-{word}".upper(),
        institution=institution,
        form="question",
        notice=Notice.objects.filter(institution=institution, number__gt=0).first(),
        sealed_answers="",
        expires_at=now + timezone.timedelta(days=30),
    )
    submission.save()
    house.objects["question"] = QuestionCase.objects.create(
        submission=submission,
        institution=institution,
        topic="fees",
        unit=f"Tổ {word}",
        due_on=timezone.localdate(now),
    )


def _built_form(house: House) -> None:
    word, institution = house.marker, house.institution
    page = form_create(parent=house.news, ready="leave", title=f"Biểu mẫu {word}", user=house.author)
    answer = Submission(
        reference=f"BM-{word}".upper(),
        institution=institution,
        page_id=page.pk,
        form=page.form_code,
        notice=Notice.objects.filter(institution=institution).first(),
        expires_at=timezone.now() + timezone.timedelta(days=30),
    )
    answer.seal_field("sealed_answers", {"q": word})
    answer.save()
    house.objects |= {"board_form": page, "answer": answer}


def _poll(house: House) -> None:
    word, now = house.marker, timezone.now()
    house.objects["flood"] = FloodBreak.objects.create(
        institution=house.institution, form=CONSULTATION, until=now + timezone.timedelta(hours=1)
    )
    UsefulCount.objects.create(
        institution=house.institution,
        page_key=house.live.translation_key,
        day=timezone.localdate(),
        is_useful=False,
        number=9,
    )
    section = make_page(house.home, PollsPage, title=f"Thăm dò {word}", slug=f"tham-do-{word}")
    house.objects["poll"] = make_page(
        section,
        PollPage,
        title=f"Câu hỏi {word}",
        slug=f"cau-hoi-{word}",
        author_name="Tổ Văn",
        source_name=f"Nguồn {word}",
        opens_at=now,
        closes_at=now + timezone.timedelta(days=1),
    )
    for label in ("Có", "Không"):
        PollOption.objects.create(page=house.poll, label=f"{label} {word}")
