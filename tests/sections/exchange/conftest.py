"""A department whose board takes lists into its section on accreditation, and a stranger's school."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from openpyxl import Workbook

from editorial.choices import BoardRole
from network.models import Institution
from sections.exchange import Exchange, Field, register_exchange, registry
from sections.exchange.choices import Work
from sections.exchange.parsers import day, text
from sections.exchange.services.batches import batch_create, batch_map, batch_start
from sections.exchange.services.runner import batch_run
from sections.models import AccreditationPage, ImportBatch, InformationPage
from tests.factories import make_institution, make_member, section_of

ROLES = (BoardRole.AUTHOR, BoardRole.EDITOR, BoardRole.CHIEF)
HEAD = "Tiêu đề,Ngày,Tóm tắt"


def paragraph(page: InformationPage) -> str:
    return "".join(str(block.value.source) for block in page.body if block.block_type == "paragraph")


def write_paragraph(page: InformationPage, value: str | None) -> None:
    page.body = [("paragraph", value)] if value else []


ENTRIES = Exchange(
    name="test-entries",
    label="Entries",
    page_type=InformationPage,
    section_type=AccreditationPage,
    key=("title",),
    columns=(
        Field("title", "Title", ("Tiêu đề",), required=True, example="Kiểm định", parse=text(max_length=255)),
        Field("date", "Date", ("Ngày", "Ngày ban hành"), example="05/09/2025", parse=day),
        Field("summary", "Summary", ("Tóm tắt",), parse=text(max_length=300)),
        Field("text", "Body", ("Nội dung",), write=write_paragraph, read=paragraph),
    ),
)


@pytest.fixture(autouse=True)
def entries(monkeypatch):
    monkeypatch.setattr(registry, "_exchanges", {})
    register_exchange(ENTRIES)
    return ENTRIES


@dataclass
class House:
    institution: Any
    section: Any
    author: Any
    editor: Any
    chief: Any
    stranger: Any


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    """A department, a school of it and their people: made once for a module, each test leaves them as they were."""
    with django_db_blocker.unblock(), transaction.atomic():
        institution = make_institution()
        school = make_institution("THHM", "Trường Tiểu học Hoa Mai", "primary", institution)
        people = [make_member(institution, role).pk for role in ROLES]
        people.append(make_member(school, BoardRole.CHIEF).pk)
        yield institution.pk, people
        transaction.set_rollback(True)


@pytest.fixture
def house(db, built) -> House:
    pk, people = built
    institution = Institution.objects.select_related("site").get(pk=pk)
    users = [get_user_model().objects.get(pk=person) for person in people]
    return House(institution, section_of(institution, AccreditationPage), *users)


def upload(content: str | bytes, name: str = "list.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)


def workbook(*rows: list[Any], edit=None) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    if edit:
        edit(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def taken_in(house: House, content: str | bytes, name: str = "list.csv", user=None) -> ImportBatch:
    """A list that was tried."""
    user = user or house.author
    batch = batch_create(file=upload(content, name), exchange=ENTRIES, section=house.section, user=user)
    batch_map(batch=batch, columns=batch.mapping["columns"], constants={}, user=user)
    return do(batch, Work.CHECK, user)


def do(batch: ImportBatch, work: Work, user, comment: str = "") -> ImportBatch:
    batch_start(batch=batch, work=work, user=user, comment=comment)
    assert batch_run(batch_id=batch.pk)
    batch.refresh_from_db()
    return batch


def results(batch: ImportBatch) -> dict[int, str]:
    return dict(batch.rows.values_list("number", "status"))


def remarks(batch: ImportBatch) -> list[tuple[str, str]]:
    return [(m["cell"], m["text"]) for row in batch.rows.all() for m in row.messages]
