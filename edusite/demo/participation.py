"""Consultations and answered questions of the demonstration: one open, one that waits for its result, one with a result."""

from __future__ import annotations

import hashlib
import html
import json
from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone, translation
from wagtail.documents import get_document_model
from wagtail.models import Page

from common.text import slug
from editorial.services.guard import system_publication
from edusite.demo import content as source
from edusite.demo.odt import odt
from feedback.models import (
    ConsultationFile,
    ConsultationPage,
    ConsultationPoint,
    ConsultationReply,
    ConsultationResultPage,
    ConsultationsPage,
    QuestionPage,
    QuestionsPage,
)
from network.models import Institution
from network.selectors import home_pages

FILE = source.ROOT / "content" / "participation.json"
REASON = "nội dung minh họa"
MORNING, EVENING = {"hour": 8, "minute": 0}, {"hour": 17, "minute": 0}


def participation_create() -> int:
    """Write what the institutions of the demonstration do not have yet; answers how many pages."""
    data = json.loads(FILE.read_text("utf-8"))
    made = 0
    with translation.override("vi"), system_publication(reason=REASON):
        for entry in data["consultations"]:
            for institution in Institution.objects.filter(code__in=entry["institutions"]):
                made += _consultation(institution, entry)
        for institution in Institution.objects.filter(code__in=data["asked_at"]):
            made += _questions(institution, data["questions"])
    return made


def _home(institution: Institution) -> Page:
    return home_pages(institution)[0].specific


def _moment(days: int, **time: int):
    return (timezone.localtime() + timedelta(days=days)).replace(second=0, microsecond=0, **time)


def _by(institution: Institution, unit: str = "") -> dict[str, Any]:
    name = institution.short_name or institution.name
    return {"author_name": (unit or name)[:160], "source_name": institution.name[:200]}


def _consultation(institution: Institution, entry: dict[str, Any]) -> int:
    section = ConsultationsPage.objects.child_of(_home(institution)).first()
    if section is None or section.get_children().filter(slug=entry["slug"]).exists():
        return 0
    page = ConsultationPage(
        title=entry["title"],
        slug=entry["slug"],
        locale=section.locale,
        field=entry["field"],
        asked=entry["asked"],
        unit=entry["unit"],
        summary=entry["summary"],
        body=source.blocks(entry["text"]),
        opens_at=_moment(entry["opens"], **MORNING),
        closes_at=_moment(entry["closes"], **EVENING),
        **_by(institution, entry["unit"]),
    )
    page.points = [
        ConsultationPoint(label=label, text=text, asks_stance=stance, sort_order=number)
        for number, (label, text, stance) in enumerate(entry["points"])
    ]
    page.files = [
        ConsultationFile(
            kind=kind,
            version=version,
            dated_on=timezone.localdate() + timedelta(days=days),
            file=_file(institution, f"{version}: {entry['title']}", entry),
            sort_order=number,
        )
        for number, (kind, version, days) in enumerate(entry["files"])
    ]
    section.add_child(instance=page)
    page.save_revision().publish()
    if result := entry.get("result"):
        _result(institution, page, result)
    return 1


def _file(institution: Institution, title: str, entry: dict[str, Any]):
    points = [f"{label}. {text}" for label, text, _stance in entry["points"]]
    data = odt(title, [entry["summary"], source.plain(entry["text"]), *points])
    document = get_document_model()(
        title=title[:255],
        collection=institution.collection,
        file=ContentFile(data, name=f"{slug(title, max_length=60, fallback='du-thao')}.odt"),
        file_size=len(data),
        file_hash=hashlib.sha1(data, usedforsecurity=False).hexdigest(),
        author_name=entry["unit"][:160],
        source_name=institution.name[:200],
        reuse_terms="state",
    )
    document.save()
    return document


def _result(institution: Institution, page: ConsultationPage, entry: dict[str, Any]) -> None:
    numbers = {name: entry[name] for name in ("answers", "on_paper", "unnamed", "organisations")}
    result = ConsultationResultPage(
        title=f"Kết quả lấy ý kiến: {page.title}",
        slug="ket-qua",
        locale=page.locale,
        date=timezone.localdate(page.closes_at) + timedelta(days=20),
        summary=entry["summary"],
        **numbers,
        **_by(institution, page.unit),
    )
    result.replies = [
        ConsultationReply(
            point=point,
            topic=topic,
            summary=said,
            opinions=number,
            kind=kind,
            reason=reason,
            sort_order=place,
        )
        for place, (point, topic, said, number, kind, reason) in enumerate(entry["replies"])
    ]
    page.add_child(instance=result)
    result.save_revision().publish()


def _questions(institution: Institution, entries: list[list[Any]]) -> int:
    home = _home(institution)
    section = QuestionsPage.objects.child_of(home).first()
    if section is None:
        section = QuestionsPage(title="Hỏi – đáp", slug="hoi-dap", locale=home.locale)
        home.add_child(instance=section)
        section.save_revision().publish()
    if section.get_children().exists():
        return 0
    for topic, title, question, answer, days in entries:
        page = QuestionPage(
            title=title,
            slug=slug(title, max_length=80, fallback="cau-hoi"),
            locale=section.locale,
            topic=topic,
            question=question,
            summary=answer[:200],
            body=[("paragraph", f"<p>{html.escape(answer)}</p>")],
            unit="Văn phòng",
            date=timezone.localdate() + timedelta(days=days),
            **_by(institution, "Văn phòng"),
        )
        section.add_child(instance=page)
        page.save_revision().publish()
    return len(entries)
