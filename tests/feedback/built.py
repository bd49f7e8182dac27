"""Makers of built forms, and a person who fills one in step by step."""

from __future__ import annotations

import re
import uuid
from typing import Any

from editorial.choices import BoardRole
from editorial.services.guard import system_publication
from feedback.models import BoardFormPage
from feedback.services.board_forms import form_create, form_register
from network.models import Institution
from privacy.services import activity_approve, activity_submit
from sections.models import NewsIndexPage
from tests.factories import make_member, section_of
from tests.privacy.sender import Sender


def make_draft(school: Institution, ready: str = "leave", *, user=None, title: str = "") -> BoardFormPage:
    user = user or make_member(school, BoardRole.AUTHOR)
    return form_create(parent=section_of(school, NewsIndexPage), ready=ready, title=title, user=user)


def approve(page: BoardFormPage, school: Institution, *, writer=None, approver=None):
    """The activity of a form goes through the register."""
    activity = form_register(page=page, user=writer)
    approver = approver or make_member(school, BoardRole.HEAD)
    activity_submit(activity=activity, user=writer)
    return activity_approve(activity=activity, user=approver)


def publish(page: BoardFormPage) -> BoardFormPage:
    with system_publication(reason="test"):
        page.save_revision().publish()
    return BoardFormPage.objects.get(pk=page.pk)


def make_live(school: Institution, ready: str = "leave", **fields: Any) -> BoardFormPage:
    page = make_draft(school, ready)
    for name, value in fields.items():
        setattr(page, name, value)
    approve(page, school)
    return publish(page)


def question(kind: str, label: str, **settings: Any) -> dict[str, Any]:
    """A question in the raw shape of the stream."""
    value = {
        "label": label,
        "hint": "",
        "data_class": "personal",
        "necessity": "service",
        "citation": "",
        "purposes": ["1"],
        "only_if_question": "",
        "only_if_answer": "",
    }
    return {"type": kind, "id": str(uuid.uuid5(uuid.NAMESPACE_URL, label)), "value": value | settings}


def step(title: str, *questions: dict[str, Any], **settings: Any) -> dict[str, Any]:
    value = {
        "title": title,
        "text": "",
        "questions": list(questions),
        "only_if_question": "",
        "only_if_answer": "",
    }
    return {"type": "step", "id": str(uuid.uuid5(uuid.NAMESPACE_URL, title)), "value": value | settings}


def purpose(text: str = "xếp lịch họp", **settings: Any) -> dict[str, Any]:
    value = {
        "text": text,
        "text_en": "",
        "retention_days": 30,
        "is_optional": False,
        "legal_basis": "consent",
    }
    return {"type": "purpose", "id": str(uuid.uuid5(uuid.NAMESPACE_URL, text)), "value": value | settings}


class Filler(Sender):
    """A person without script; answers are given by the words of the question."""

    def __init__(self, page: BoardFormPage, school: Institution):
        below_home = page.url_path.strip("/").split("/")[1:]
        super().__init__(school, f"/{'/'.join(below_home)}/")

    def names(self) -> dict[str, str]:
        """Words of the question → name of its field, on the page that is shown."""
        found = {}
        for label_for, words in re.findall(r'<label for="id_([^"]+)">(.*?)</label>', self.html, re.S):
            found[_plain(words)] = label_for
        for legend, body in re.findall(r"<legend>(.*?)</legend>(.*?)</fieldset>", self.html, re.S):
            if name := re.search(r'name="([^"]+)"', body):
                found[_plain(legend)] = name.group(1)
        return found

    def answer(self, given: dict[str, Any]) -> Filler:
        names = self.names()
        return self.send({names[words]: value for words, value in given.items()})

    def consent(self) -> Filler:
        boxes = set(re.findall(r'name="(consent-[^"]+)"', self.html))
        return self.send(dict.fromkeys(boxes, "on"))


def _plain(html: str) -> str:
    text = re.sub(r"<span.*?</span>", "", html, flags=re.S)
    return " ".join(re.sub(r"<[^>]+>", "", text).split())
