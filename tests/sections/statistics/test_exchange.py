"""Figures as a spreadsheet."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone, translation
from openpyxl import Workbook

from editorial.choices import BoardRole
from sections.exchange.choices import RowResult, Work
from sections.exchange.exporting import Format, export
from sections.exchange.services.batches import batch_create, batch_map, batch_start
from sections.models import StatisticsPage, StatisticsYearPage
from sections.statistics.choices import Level
from sections.statistics.exchange import STATISTICS
from sections.statistics.figures import figures_of
from tests.factories import make_member, section_of
from tests.sections.statistics.making import FIGURES, make_year

P = Level.PRIMARY


def taken_in(school, data: bytes, name: str, user=None):
    user = user or make_member(school, BoardRole.AUTHOR)
    file = SimpleUploadedFile(name, data)
    batch = batch_create(
        file=file, exchange=STATISTICS, section=section_of(school, StatisticsPage), user=user
    )
    batch_map(batch=batch, columns=batch.mapping["columns"], constants={}, user=user)
    return batch, user


def do(batch, work, user):
    batch_start(batch=batch, work=work, user=user)
    batch.refresh_from_db()
    return batch


def test_what_is_handed_out_comes_back_unchanged(school, django_capture_on_commit_callbacks):
    make_year(school, 2024, figures=FIGURES | {("land_area", Level.WHOLE): "1234.5"})
    make_year(school, 2025, figures=FIGURES | {("teachers_ethnic", P): None})
    section = section_of(school, StatisticsPage)
    for format_ in Format:
        with translation.override("vi"):
            data = export(
                exchange=STATISTICS, section=section, format_=format_, drafts=False, now=timezone.now()
            )
        batch, user = taken_in(school, data, f"so-lieu.{format_.value}")
        with django_capture_on_commit_callbacks(execute=True):
            do(batch, Work.CHECK, user)
        found = [(row.status, row.messages) for row in batch.rows.all()]
        assert found == [(RowResult.UNCHANGED, [])] * 2, format_


def test_rows_become_drafts_with_their_figures(school, django_capture_on_commit_callbacks):
    book = Workbook()
    book.active.append(["Năm học", "Tiểu học – Nhóm, lớp", "Tiểu học – Trẻ em, học sinh", "Diện tích đất"])
    book.active.append(["2023-2024", 20, "1.600", 12500.5])
    book.active.append(["2024-2025", 21, "..", ""])
    output = BytesIO()
    book.save(output)
    batch, user = taken_in(school, output.getvalue(), "so-lieu.xlsx")
    with django_capture_on_commit_callbacks(execute=True):
        do(batch, Work.CHECK, user)
    assert [row.status for row in batch.rows.all()] == [RowResult.CREATED] * 2
    with django_capture_on_commit_callbacks(execute=True):
        do(batch, Work.APPLY, user)
    first, second = StatisticsYearPage.objects.order_by("school_year")
    assert not first.live
    assert "2023–2024" in first.title
    latest = first.get_latest_revision_as_object()
    assert figures_of(latest) == {
        ("classes", P): 20,
        ("pupils", P): 1600,
        ("land_area", Level.WHOLE): Decimal("12500.5"),
    }
    assert figures_of(second.get_latest_revision_as_object()) == {("classes", P): 21, ("pupils", P): None}


def test_an_impossible_row_is_refused_with_its_cell(school, django_capture_on_commit_callbacks):
    data = b"school_year,pupils_primary,pupils_female_primary\n2023-2024,600,601\n2024-2025,23.9,5\n"
    batch, user = taken_in(school, data, "so-lieu.csv")
    with django_capture_on_commit_callbacks(execute=True):
        do(batch, Work.CHECK, user)
    first, second = batch.rows.order_by("number")
    assert first.status == second.status == RowResult.FAULTY
    assert first.messages[0]["cell"] == "C2"
    assert second.messages[0]["cell"] == "B3"
