"""What tests of consultations and questions need: a consultation with two points, people who answer and ask."""

from __future__ import annotations

from datetime import timedelta

from django.test import Client
from django.utils import timezone

from feedback.models import ConsultationPage, ConsultationPoint, ConsultationsPage, QuestionsPage
from tests.factories import home_of, make_page, section_of
from tests.privacy.sender import Sender

OPINION = "DẤUÝKIẾN7 nên lùi giờ vào lớp"
NAME = "Hoàng Thị Thu Sương"
ASKED = "DẤUCÂUHỎI7 con tôi tên Tí học lớp 3 thì nộp đơn ở đâu"


def make_consultation(school, *, opens: int = -5, closes: int = 5, **fields) -> ConsultationPage:
    """`opens` and `closes`: days from now."""
    now = timezone.now()
    values = {
        "title": "Dự thảo giờ học mùa đông",
        "slug": "gio-hoc",
        "asked": "Cha mẹ học sinh",
        "summary": "Lùi giờ vào lớp 15 phút trong mùa đông.",
        "opens_at": now + timedelta(days=opens),
        "closes_at": now + timedelta(days=closes),
        "author_name": "Tổ Văn phòng",
        "source_name": school.name,
        "points": [
            ConsultationPoint(label="Điều 1. Giờ vào lớp", text="Vào lớp lúc 7 giờ 30?", sort_order=0),
            ConsultationPoint(label="Điều 2. Bữa sáng", asks_stance=False, sort_order=1),
        ],
    } | fields
    return make_page(section_of(school, ConsultationsPage), ConsultationPage, **values)


def answer(school, page: ConsultationPage, *, share: str = "no", **entered: str) -> Sender:
    """Someone answers a consultation to the end; without a name unless told otherwise."""
    about = {"whom": "nobody"} | {k: entered.pop(k) for k in ("whom", "name", "email") if k in entered}
    point = str(page.points.first().key)
    said = entered or {f"text-{point}": OPINION, f"stance-{point}": "agree"}
    sender = Sender(school, f"/lay-y-kien/{page.slug}/gop-y/").open().send(said).send(about).send()
    consents = {"consent-collect": "on"} | ({"consent-contact": "on"} if about.get("email") else {})
    sender.send(consents)
    return sender.send(dict.fromkeys(sender.share_names(), share)) if sender.share_names() else sender


def ask(school, *, publish: bool = True, **entered: str) -> Sender:
    """Someone asks a question to the end."""
    questions_section(school)
    asked = {
        "topic": "admission",
        "subject": "Nộp đơn nhập học ở đâu?",
        "question": ASKED,
        "name": NAME,
        "phone": "0912 345 678",
    } | entered
    sender = Sender(school, "/hoi-dap/dat-cau-hoi/").open().send(asked).send()
    consents = {"consent-answer": "on", "consent-contact": "on"}
    return sender.send(consents | ({"consent-publish": "on"} if publish else {}))


def questions_section(school) -> QuestionsPage:
    """The section, made where it is not there: sites have it if they want it."""
    home = home_of(school)
    found = QuestionsPage.objects.descendant_of(home).first()
    return found or make_page(home, QuestionsPage, title="Hỏi – đáp", slug="hoi-dap")


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client
