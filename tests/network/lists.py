"""Lists of institutions for tests, and what runs them."""

from __future__ import annotations

import io
from pathlib import Path

from common.spreadsheets import read_table
from network.models import Institution
from network.provisioning import ProvisioningRun
from network.provisioning.columns import HEADER_NAMES, ColumnMapping
from network.provisioning.outcomes import ProvisioningResult
from network.services.provisioning import list_provision

HEAD = "code,name,type,parent,address,phone,email,head,domain"
DEPARTMENT = (
    "HS,Sở Giáo dục và Đào tạo tỉnh Hòa Sơn,department,,Phường Hòa Bình,0200 1,so@hs.example.edu.vn,,"
)
AGENCY = "HSP,Phòng Văn hóa – Xã hội phường Tân Lập,agency,HS,,,,,"
PRIMARY = "HS01,Trường Tiểu học Lê Lợi,primary,HS,Số 1 đường Hoa Ban,0200 2,c1@hs.example.edu.vn,Lò Thị Hoa,"
SECONDARY = "HS02,Trường THPT Bùi Thị Xuân,upper_secondary,HS,,,,,"
ALL = (DEPARTMENT, AGENCY, PRIMARY, SECONDARY)


def text_of(*rows: str, head: str = HEAD) -> str:
    return "\n".join([head, *rows]) + "\n"


def write_list(directory: Path, *rows: str, head: str = HEAD, name: str = "list.csv") -> Path:
    path = directory / name
    path.write_text(text_of(*rows, head=head), encoding="utf-8")
    return path


def take(
    *rows: str, parent: str | None = None, run: ProvisioningRun | None = None, **options
) -> ProvisioningResult:
    """Take a list in, without invitations unless `run` says so."""
    table = read_table(io.BytesIO(text_of(*rows).encode()), filename="list.csv", header_names=HEADER_NAMES)
    mapping = ColumnMapping.from_arguments(table.header)
    run = run or ProvisioningRun(domain="{slug}.hs.example.edu.vn", send_invitations=False)
    return list_provision(table=table, mapping=mapping, parent_code=parent, run=run, **options)


def statuses(result: ProvisioningResult) -> dict[str, str]:
    return {outcome.code: outcome.status for outcome in result.outcomes}


def institution(code: str) -> Institution:
    return Institution.objects.select_related("site").get(code=code)
