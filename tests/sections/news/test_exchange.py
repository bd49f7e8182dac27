"""Lists of articles, events and entries for the press come back unchanged (W8.2, W9.2, W10.4)."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from sections.exchange import exchange
from sections.exchange.choices import Work
from sections.exchange.exporting import Format, export
from sections.exchange.services.batches import batch_create, batch_map, batch_start
from sections.exchange.services.runner import batch_run
from sections.models import (
    ArticlePage,
    EventIndexPage,
    EventPage,
    EventSkip,
    NewsIndexPage,
    PressItemPage,
    PressPage,
)
from tests.factories import home_of, make_page, section_of
from tests.sections.news.test_calendar import at

MADE_BY = {"author_name": "Văn phòng", "source_name": "Trường"}


def articles(net):
    section = section_of(net.a, NewsIndexPage)
    body = [("paragraph", "<p>Một <b>hai</b>.</p><p>Ba.</p>")]
    make_page(
        section,
        ArticlePage,
        title="Lịch nghỉ Tết",
        date=date(2026, 1, 5),
        kind="notice",
        topic="Lịch",
        summary="Bảy ngày.",
        body=body,
        **MADE_BY,
    )
    return section


def events(net):
    section = section_of(net.a, EventIndexPage)
    page = make_page(
        section,
        EventPage,
        title="Chào cờ",
        starts_at=at(2026, 9, 7, 7),
        ends_at=at(2026, 9, 7, 7, 45),
        repeats="biweekly",
        repeat_until=date(2026, 12, 28),
        place="Sân trường",
        **MADE_BY,
    )
    EventSkip.objects.create(page=page, day=date(2026, 9, 21), sort_order=0)
    make_page(
        section, EventPage, title="Hội thao", starts_at=at(2026, 9, 12, 8), state="cancelled", **MADE_BY
    )
    return section


def press(net):
    section = make_page(home_of(net.a), PressPage, title="Báo chí", slug="bao-chi")
    make_page(
        section,
        PressItemPage,
        title="Phỏng vấn",
        date=date(2026, 1, 5),
        kind="interview",
        outlet="Báo Hoa Sơn",
        outlet_url="https://bao.example.vn/1",
        **MADE_BY,
    )
    return section


@pytest.mark.parametrize(("name", "write"), [("articles", articles), ("events", events), ("press", press)])
@pytest.mark.parametrize("format_", [Format.XLSX, Format.CSV])
def test_what_went_out_comes_back_unchanged(net, people, name, write, format_):
    section = write(net)
    found = exchange(name)
    content = export(exchange=found, section=section, format_=format_, drafts=False, now=timezone.now())
    file = SimpleUploadedFile(f"list.{format_.value}", content)
    batch = batch_create(file=file, exchange=found, section=section, user=people.author)
    batch_map(batch=batch, columns=batch.mapping["columns"], constants={}, user=people.author)
    batch_start(batch=batch, work=Work.CHECK, user=people.author, comment="")
    assert batch_run(batch_id=batch.pk)
    assert set(batch.rows.values_list("status", flat=True)) == {"unchanged"}, [
        row.messages for row in batch.rows.all()
    ]
