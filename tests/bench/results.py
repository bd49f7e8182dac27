"""A million results: ``python -m tests.bench.results [rows]`` on the database of the environment, which holds the
demonstration or any department. Prints as JSON how long a plain COPY of as many bytes takes, the dry run and the
import, the same for a workbook of a province's size, and look-ups in the loaded rows; takes back what it made."""

from __future__ import annotations

import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from openpyxl import Workbook

FIRST = 28_000_000
WORKBOOK_ROWS = 50_000
"""Candidates of a larger province."""
HEADER = (
    "SBD,NGAY_SINH,Mã tra cứu,TOAN,VAN,NGOAI_NGU,LI,HOA,SINH,SU,DIA,GIAO_DUC_CONG_DAN,TIN_HOC,CN_CONG_NGHIEP,"
    "CN_NONG_NGHIEP,GDKT_PL"
)


def code_of(number: int) -> str:
    return f"{number * 2654435761 % 2**32:08X}"


def birth_of(number: int) -> str:
    return f"{number % 28 + 1:02}/{number % 12 + 1:02}/{2007 + number % 2}"


def write_list(path: Path, rows: int) -> None:
    """As CSV, or as a workbook where the path says so."""
    if path.suffix == ".xlsx":
        book = Workbook(write_only=True)
        sheet = book.create_sheet()
        sheet.append(HEADER.split(","))
        for line in lines(rows):
            sheet.append([*line[:3], *(float(score) for score in line[3:])])
        book.save(path)
        return
    with path.open("w", encoding="utf-8-sig") as file:
        file.write(HEADER + "\n")
        file.writelines(",".join(line) + "\n" for line in lines(rows))


def lines(rows: int) -> Iterator[list[str]]:
    """Four subjects of thirteen each, the others “not taken”, as the official files have it."""
    chance = random.Random(1)
    for number in range(FIRST, FIRST + rows):
        scores = ["-1"] * 13
        for place in (0, 1, chance.randrange(2, 8), chance.randrange(8, 13)):
            scores[place] = f"{chance.randrange(0, 41) / 4:g}"
        yield [f"{number:08}", birth_of(number), code_of(number), *scores]


def make_exam():
    from django.utils import timezone

    from editorial.services.guard import system_publication
    from enrolment.models import ExaminationPage, ExaminationResultsPage
    from network.models import Institution
    from network.selectors import home_pages, institution_for_page

    for institution in Institution.objects.exclude(home_key=None):
        section = ExaminationResultsPage.objects.descendant_of(home_pages(institution)[0]).first()
        if section:
            break
    else:
        raise SystemExit("No site has a section of examination results.")
    now = timezone.now()
    page = ExaminationPage(
        title="bench",
        slug=f"bench-{os.getpid()}",
        year=2026,
        scheme="both",
        results_at=now - timedelta(days=1),
        closes_on=timezone.localdate(now) + timedelta(days=30),
        author_name="bench",
        source_name="bench",
    )
    with system_publication(reason="bench"):
        section.add_child(instance=page)
    return page, institution_for_page(page)


def plain_copy(rows: int, width: int) -> float | None:
    """Seconds for COPY of random keys and as many bytes into a table of the same shape; None where there is no COPY."""
    from django.db import connection, transaction

    from enrolment.results.services.loading import _HEAD, _ROW

    if connection.vendor != "postgresql":
        return None
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bench_copy (digest uuid PRIMARY KEY, version_id bigint, sealed bytea)")
        cursor.execute("CREATE INDEX ON bench_copy (version_id)")
        blocks = []
        for _block in range(20):
            block = [
                _ROW.pack(3, 16, os.urandom(16), 8, 1, width) + os.urandom(width)
                for _row in range(rows // 20)
            ]
            blocks.append(b"".join(block))
        began = time.perf_counter()
        with cursor.copy("COPY bench_copy (digest, version_id, sealed) FROM STDIN (FORMAT BINARY)") as copy:
            copy.write(_HEAD)
            for block in blocks:
                copy.write(block)
            copy.write(b"\xff\xff")
        seconds = time.perf_counter() - began
        cursor.execute("DROP TABLE bench_copy")
    return round(seconds, 1)


def load(rows: int, page, name: str = "results.csv"):
    """Take in, try and load a list; answers the job and the seconds of each step."""
    from django.core.files import File

    from enrolment.choices import ResultWork
    from enrolment.models import ResultImport
    from enrolment.results.services import imports
    from enrolment.results.services.loading import import_run

    imports._refuse = lambda user, institution_id: None
    imports.run_result_import = SimpleNamespace(enqueue=lambda *args: None)
    imports.log = lambda *args, **kwargs: None
    seconds = {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        write_list(path, rows)
        began = time.perf_counter()
        with path.open("rb") as file:
            job = imports.import_create(file=File(file, name=name), exam=page, user=None)
        imports.import_map(job=job, columns=job.columns, user=None)
        seconds["upload"] = round(time.perf_counter() - began, 1)
    for work in ResultWork:
        imports.import_start(job=job, work=work, user=None)
        began = time.perf_counter()
        import_run(import_id=job.pk)
        seconds[str(work.value)] = round(time.perf_counter() - began, 1)
        job = ResultImport.objects.select_related("version").get(pk=job.pk)
        if job.state != "done" or job.wrong:
            raise SystemExit(f"The list was not taken: {job.error} {job.faults[:3]}")
    return job, seconds


def take_back(page) -> None:
    from editorial.services.guard import system_publication
    from enrolment.models import ResultVersion
    from enrolment.results.services.publishing import rows_erase

    for version in ResultVersion.objects.filter(exam=page):
        rows_erase(version.pk)
    with system_publication(reason="bench"):
        page.delete()


def look_up(page, institution, rows: int, seconds: int) -> dict[str, Any]:
    """Publish what was loaded and ask for it."""
    from django.db import connections
    from django.utils import timezone

    from enrolment.choices import VersionState
    from enrolment.models import ResultVersion
    from tests.bench.result_lookups import answered

    newest = ResultVersion.objects.filter(exam=page, rows_count=rows).first()
    newest.state, newest.published_at = VersionState.PUBLISHED, timezone.now()
    newest.save(update_fields=["state", "published_at"])
    connections.close_all()
    path = f"/ket-qua-thi/{page.translation_key}/"
    return answered(host=institution.site.hostname, path=path, first=FIRST, rows=rows, seconds=seconds)


def main(rows: int = 1_000_000, seconds: int = 2) -> None:
    import django

    django.setup()
    from django.db import connection

    page, institution = make_exam()
    try:
        job, spent = load(rows, page)
        width = len(bytes(job.version.rows.first().sealed))
        copied = plain_copy(rows, width)
        result = {
            "database": connection.vendor,
            "rows": job.version.rows.count(),
            "bytes_a_row": width,
            "plain_copy": copied,
            "ratio": round(spent["load"] / copied, 1) if copied else None,
        }
        result |= {f"seconds_{name}": value for name, value in spent.items()}
        in_sheet = min(WORKBOOK_ROWS, rows)
        result["workbook"] = {"rows": in_sheet} | load(in_sheet, page, "results.xlsx")[1]
        result["lookups"] = look_up(page, institution, rows, seconds)
        print(json.dumps(result))
    finally:
        take_back(page)
    if result["rows"] != rows:
        raise SystemExit("Rows are missing.")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
