"""Provisions N invented institutions on the database of DATABASE_URL and prints one JSON object.

`python -m tests.bench.provision N`. The first row is the department; a tenth of the rows are agencies' own schools.
"""

from __future__ import annotations

import csv
import json
import os
import sys
import tempfile
import time
from pathlib import Path

import django

FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ")
MIDDLE = ("Văn", "Thị", "Đức", "Quang", "Minh", "Ngọc", "Hữu", "Thanh", "Xuân", "Bá")
GIVEN = ("An", "Bình", "Cường", "Dũng", "Hạnh", "Khánh", "Lan", "Mai", "Nam", "Phúc")
TYPES = ("Trường mầm non", "Trường tiểu học", "Trường trung học cơ sở", "Trường trung học phổ thông")


def write_list(path: Path, count: int) -> None:
    """A department and `count` - 1 schools below it."""
    with path.open("w", newline="", encoding="utf-8-sig") as handle:
        rows = csv.writer(handle)
        rows.writerow(["mã", "tên", "loại trường", "địa chỉ", "đơn vị quản lý"])
        rows.writerow(["BM", "Sở Giáo dục và Đào tạo tỉnh Thử Nghiệm", "Sở Giáo dục và Đào tạo", "", ""])
        for number in range(count - 1):
            kind = TYPES[number % 4]
            name = f"{FAMILY[number % 10]} {MIDDLE[number // 10 % 10]} {GIVEN[number // 100 % 10]}"
            title = f"{kind} {name} {number // 1000 + 1}"
            address = f"Số {number} đường Thử Nghiệm, xã Mẫu {number % 97}"
            rows.writerow([f"BM{number:06}", title, kind, address, "BM"])


def main(count: int) -> dict:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "edusite.settings.demo")
    django.setup()
    from django.core.management import call_command
    from wagtail.models import Page

    from common.spreadsheets import read_table
    from network.provisioning import ProvisioningRun
    from network.provisioning.columns import ColumnMapping
    from network.services.provisioning import list_provision

    call_command("migrate", verbosity=0)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.csv"
        write_list(path, count)
        table = read_table(path)
    mapping = ColumnMapping.from_arguments(table.header)
    times: list[float] = []
    run = ProvisioningRun(domain="{slug}.localhost", send_invitations=False)
    result = list_provision(
        table=table,
        mapping=mapping,
        parent_code=None,
        run=run,
        progress=lambda done, total, outcome: times.append(time.monotonic()),
    )
    part = min(100, count // 2)
    first, last = times[part] - times[0], times[-1] - times[-1 - part]
    problems = [len(found) for found in Page.find_problems()] if count <= 1000 else []
    return result.summary() | {
        "institutions_per_second": round(count / result.seconds, 1),
        "pages_per_second": round(result.summary()["pages"] / result.seconds, 1),
        "last_part_over_first": round(last / first, 2),
        "tree_problems": sum(problems),
    }


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]))))
