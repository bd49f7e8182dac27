"""Guidance as a spreadsheet: one row a page (``sections.exchange``)."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from common.text import clean, clean_line
from sections.disclosure.choices import GuidanceAudience, GuidanceKind
from sections.exchange import Exchange, Field
from sections.exchange.parsers import Parser, choice, day, text
from sections.models import GuidanceBasis, GuidancePage, GuidanceQuestion, GuidanceStep, PublicInformationPage

__all__ = ["GUIDANCE"]


def _read_steps(source: str) -> list[str]:
    return [text(line, max_length=1000) for line in clean(source).splitlines() if line.strip()]


def _read_questions(source: str) -> list[tuple[str, str]]:
    """A line that ends with a question mark is a question, the lines below it are its answer."""
    found: list[tuple[str, list[str]]] = []
    for line in clean(source).splitlines():
        if line.strip().endswith("?"):
            found.append((text(line, max_length=300), []))
        elif found:
            found[-1][1].append(line.strip())
        elif line.strip():
            raise ValidationError(
                _("“%(value)s” stands before the first question. A question ends with a question mark."),
                params={"value": line.strip()},
            )
    rows = [(question, text("\n".join(lines), max_length=4000, multiline=True)) for question, lines in found]
    for question, answer in rows:
        if not answer:
            raise ValidationError(_("“%(value)s” has no answer below it."), params={"value": question})
    return rows


def _read_bases(source: str) -> list[tuple[str, str]]:
    """Lines such as “Nghị định 81/2021/NĐ-CP | khoản 1 Điều 15”."""
    rows = []
    for line in clean(source).splitlines():
        number, _bar, article = line.partition("|")
        if line.strip():
            rows.append((text(clean_line(number), max_length=120), text(clean_line(article), max_length=120)))
    return rows


steps = Parser("steps", _read_steps, "\n".join)
questions = Parser("questions", _read_questions, lambda rows: "\n".join(f"{q}\n{a}" for q, a in rows))
bases = Parser(
    "bases", _read_bases, lambda rows: "\n".join(f"{n} | {a}".removesuffix(" | ") for n, a in rows)
)


def _rows(values: list[Any], have: list[Any], make) -> list[Any]:
    """Rows in the order of the list; those that are there already keep their identity by their place."""
    rows = []
    for place, value in enumerate(values):
        row = make(have[place] if place < len(have) else None, value)
        row.sort_order = place
        rows.append(row)
    return rows


def _steps_write(page: GuidancePage, value: list[str] | None) -> None:
    def make(row, entry):
        row = row or GuidanceStep()
        row.text = entry
        return row

    page.steps = _rows(value or [], list(page.steps.all()), make)


def _questions_write(page: GuidancePage, value: list[tuple[str, str]] | None) -> None:
    def make(row, entry):
        row = row or GuidanceQuestion()
        row.question, row.answer = entry
        return row

    page.questions = _rows(value or [], list(page.questions.all()), make)


def _bases_write(page: GuidancePage, value: list[tuple[str, str]] | None) -> None:
    """A row that names a document of the site goes on to lead to it."""
    known = {base.name: base for base in page.bases.all()}

    def make(_row, entry):
        row = known.pop(entry[0], None) or GuidanceBasis(number=entry[0])
        row.article = entry[1]
        return row

    page.bases = _rows(value or [], [], make)


GUIDANCE = Exchange(
    name="guidance",
    label=pgettext_lazy("several", "guidance"),
    page_type=GuidancePage,
    section_type=PublicInformationPage,
    key=("title",),
    title="title",
    slug="huong-dan",
    columns=(
        Field(
            "title",
            pgettext_lazy("document", "Title"),
            aliases=("tieu_de", "Tiêu đề", "Tên"),
            required=True,
            example="Miễn, giảm học phí và hỗ trợ chi phí học tập",
            help=gettext_lazy("What is explained, in one sentence."),
            parse=text(max_length=255),
        ),
        Field(
            "kind",
            pgettext_lazy("guidance", "Kind"),
            aliases=("loai", "Loại"),
            example="Chính sách",
            help=gettext_lazy("Policy, regulation, law, or how it is done. Left empty: regulation."),
            parse=choice(GuidanceKind),
        ),
        Field(
            "subject",
            pgettext_lazy("guidance", "Subject"),
            aliases=("linh_vuc", "Lĩnh vực", "Chủ đề"),
            required=True,
            example="Học phí",
            help=gettext_lazy("What part of the work it belongs to."),
            parse=text(max_length=80),
        ),
        Field(
            "audience",
            pgettext_lazy("guidance", "For whom"),
            aliases=("doi_tuong", "Đối tượng"),
            example="Cha mẹ học sinh",
            help=gettext_lazy("Left empty: everybody."),
            parse=choice(GuidanceAudience),
        ),
        Field(
            "date",
            gettext_lazy("Date"),
            aliases=("ngay", "Ngày"),
            example="05/09/2025",
            help=gettext_lazy("The day from which it applies."),
            parse=day,
        ),
        Field(
            "summary",
            gettext_lazy("Summary"),
            aliases=("tom_tat", "Tóm tắt"),
            example="Ai được miễn, ai được giảm, nộp giấy tờ gì.",
            help=gettext_lazy("One or two sentences for lists."),
            parse=text(max_length=300),
        ),
        Field(
            "steps",
            gettext_lazy("Step by step"),
            aliases=("cac_buoc", "Các bước"),
            example="Nộp đơn cho nhà trường.",
            help=gettext_lazy("One step a line."),
            parse=steps,
            write=_steps_write,
            read=lambda page: [row.text.replace("\n", " ") for row in page.steps.all()],
            prefetch=("steps",),
        ),
        Field(
            "questions",
            gettext_lazy("Questions and answers"),
            aliases=("hoi_dap", "Hỏi đáp"),
            example="Ai được miễn học phí?\nHọc sinh tiểu học trường công lập.",
            help=gettext_lazy("A question that ends with a question mark on a line, its answer below it."),
            parse=questions,
            write=_questions_write,
            read=lambda page: [(row.question, row.answer) for row in page.questions.all()],
            prefetch=("questions",),
        ),
        Field(
            "bases",
            gettext_lazy("Legal basis"),
            aliases=("can_cu", "Căn cứ pháp lý"),
            example="Nghị định 81/2021/NĐ-CP | khoản 1 Điều 15",
            help=gettext_lazy("One text a line, its articles behind a bar."),
            parse=bases,
            write=_bases_write,
            read=lambda page: [(row.name, row.article) for row in page.bases.all()],
            prefetch=("bases__document",),
        ),
    ),
)
