"""A list of institutions becomes member sites (W3.1c): one service behind the command, the admin screen and the task.

Every row is taken in a transaction of its own, so a bad row never stops the others and a list that was interrupted goes on
where it stopped. Running a list again changes nothing; a changed row changes only what changed in the list.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Site
from wagtail.search.backends import get_search_backend

from common.spreadsheets import Table
from common.spreadsheets import write_csv as csv_bytes
from common.text import Message
from network.models import Institution, InstitutionHost
from network.provisioning import MemberSite, ProvisioningRun, steps
from network.provisioning.columns import ColumnMapping
from network.provisioning.known import KnownInstitution, KnownTable
from network.provisioning.rows import InstitutionRow, ParsedRow, in_tree_order, parse_rows

logger = logging.getLogger(__name__)

CREATED, UPDATED, UNCHANGED, REJECTED = "created", "updated", "unchanged", "rejected"
LISTED_FIELDS = {
    "name": "name",
    "type": "type",
    "ownership": "ownership",
    "address": "address",
    "phone": "phone",
    "email": "email",
    "head": "head_name",
}
"""Field of a list → field of the institution."""
PALETTE = ("#0b5c8c", "#1f6b3a", "#9c2f2f", "#5b3f92", "#8a4b08", "#0f6a6a", "#7a2a5e", "#34495e")
"""Brand colours for institutions that have not chosen theirs; each passes the contrast rules on white."""


@dataclass
class RowOutcome:
    """What became of one row. `messages` name the column in the language that was active."""

    row: int
    code: str
    name: str
    status: str
    messages: list[str] = field(default_factory=list)
    host: str = ""
    pages: int = 0


@dataclass
class ProvisioningResult:
    outcomes: list[RowOutcome] = field(default_factory=list)
    seconds: float = 0.0

    def count(self, status: str) -> int:
        return sum(outcome.status == status for outcome in self.outcomes)

    def summary(self) -> dict[str, Any]:
        """The totals as the command prints them."""
        return {
            "rows": len(self.outcomes),
            "created": self.count(CREATED),
            "updated": self.count(UPDATED),
            "unchanged": self.count(UNCHANGED),
            "rejected": self.count(REJECTED),
            "pages": sum(outcome.pages for outcome in self.outcomes),
            "seconds": round(self.seconds, 2),
        }

    def report(self) -> bytes:
        """The report as CSV: one line a row of the list, with what became of it and why."""
        head = [
            _("Row"),
            _("Code"),
            _("Name"),
            _("Result"),
            _("Address of the site"),
            _("Pages"),
            _("Remarks"),
        ]
        labels = {
            CREATED: _("created"),
            UPDATED: _("updated"),
            UNCHANGED: _("unchanged"),
            REJECTED: _("not taken"),
        }
        rows = [
            [o.row, o.code, o.name, labels[o.status], o.host, o.pages, " ".join(o.messages)]
            for o in self.outcomes
        ]
        return csv_bytes([head, *rows])

    def as_rows(self) -> list[dict[str, Any]]:
        return [asdict(outcome) for outcome in self.outcomes]


def known_institutions() -> KnownTable:
    """What the installation knows, for checking a list: two queries, whatever their number."""
    rows = list(
        Institution.objects.order_by("path").values_list("path", "code", "name", "type", "site_id", "pk")
    )
    codes = {path: code for path, code, *_rest in rows}
    institutions = [
        KnownInstitution(code, name, type_, codes.get(path[: -Institution.steplen]))
        for path, code, name, type_, _site, _pk in rows
    ]
    owners = {site: code for _path, code, _name, _type, site, _pk in rows if site}
    hosts = {
        hostname: owners.get(pk, "") for pk, hostname in Site.objects.order_by().values_list("pk", "hostname")
    }
    by_pk = {pk: code for _path, code, _name, _type, _site, pk in rows}
    hosts |= {
        host: by_pk[pk] for host, pk in InstitutionHost.objects.values_list("hostname", "institution_id")
    }
    return KnownTable(institutions, hosts)


def list_provision(
    *,
    table: Table,
    mapping: ColumnMapping,
    parent_code: str | None,
    run: ProvisioningRun,
    dry_run: bool = False,
    type_change: bool = False,
    done: Iterable[int] = (),
    progress: Callable[[int, int, RowOutcome], None] | None = None,
) -> ProvisioningResult:
    """Take a list in. Raises MappingError where no row can be right.

    `done` are numbers of rows that an interrupted run has taken already; `progress` is called after each row with how many
    are done, how many there are, and the outcome.
    """
    started = time.monotonic()
    parsed = parse_rows(
        table, mapping, known=known_institutions(), default_parent=parent_code, type_change=type_change
    )
    result = ProvisioningResult()
    finished = set(done)
    total = len(parsed)

    def add(outcome: RowOutcome) -> None:
        result.outcomes.append(outcome)
        if progress:
            progress(len(result.outcomes), total, outcome)

    for row in parsed:
        if row.errors or row.duplicate_of is not None:
            add(_outcome(row, REJECTED if row.errors else UNCHANGED))
    for row in in_tree_order(parsed):
        if row.number in finished:
            add(_outcome(row, UNCHANGED))
        elif dry_run:
            add(_foreseen(row))
        else:
            add(_taken(row, run))
    result.outcomes.sort(key=lambda outcome: outcome.row)
    result.seconds = time.monotonic() - started
    return result


def _outcome(row: ParsedRow, status: str) -> RowOutcome:
    findings = [*row.errors, *row.notes]
    messages = [
        f"[{f.column or f.field}] {f.message}" if f.column or f.field else str(f.message) for f in findings
    ]
    return RowOutcome(row.number, row.values.get("code", ""), row.values.get("name", ""), status, messages)


def _foreseen(row: ParsedRow) -> RowOutcome:
    """What a real run would do with the row, without writing."""
    institution = Institution.objects.filter(code__iexact=row.row.code).first()
    if institution is None:
        return _outcome(row, CREATED)
    return _outcome(
        row, UPDATED if changed_fields(institution, row.row) or _moves(institution, row.row) else UNCHANGED
    )


def _taken(row: ParsedRow, run: ProvisioningRun) -> RowOutcome:
    outcome = _outcome(row, UNCHANGED)
    try:
        with transaction.atomic():
            member, status = institution_provision(row=row.row, run=run)
    except ValidationError as error:
        return _refused(outcome, row, " ".join(error.messages))
    except DatabaseError as error:
        logger.exception("A row of a list was refused by the database (row %s)", row.number)
        return _refused(
            outcome, row, _("The database refused the row: %(kind)s.") % {"kind": type(error).__name__}
        )
    outcome.status, outcome.pages, outcome.host = status, member.pages, member.institution.hostname
    return outcome


def _refused(outcome: RowOutcome, row: ParsedRow, reason: str) -> RowOutcome:
    outcome.status = REJECTED
    outcome.messages.insert(0, reason)
    return outcome


def institution_provision(*, row: InstitutionRow, run: ProvisioningRun) -> tuple[MemberSite, str]:
    """Make or bring up to date one institution with its site. Call inside a transaction; ValidationError names what is wrong."""
    institution = Institution.objects.select_related("site").filter(code__iexact=row.code).first()
    if institution is None:
        member = MemberSite(institution=_create(row), run=run, domain=row.domain or "", is_new=True)
        status = CREATED
    else:
        member = MemberSite(institution=institution, run=run, domain=row.domain or "", is_new=False)
        _update(member, row)
        status = UPDATED if member.changes else UNCHANGED
    for step in steps():
        step.apply(member)
    _index(run)
    if status == UNCHANGED and member.changes:
        status = UPDATED
    return member, status


def _create(row: InstitutionRow) -> Institution:
    institution = Institution(code=row.code, brand_colour=PALETTE[sum(row.code.encode()) % len(PALETTE)])
    for name, attribute in LISTED_FIELDS.items():
        setattr(institution, attribute, getattr(row, name) or "")
    institution.complaints_email = institution.email
    institution.listed = listed_values(row)
    parent = Institution.objects.get(code__iexact=row.parent_code) if row.parent_code else None
    institution.full_clean(exclude=["path", "depth", "kind"])
    return parent.add_child(instance=institution) if parent else Institution.add_root(instance=institution)


def listed_values(row: InstitutionRow) -> dict[str, str]:
    """What a row says, as it is kept for comparing with the next list."""
    named = {name: getattr(row, name) for name in (*LISTED_FIELDS, "domain")}
    return {name: value for name, value in named.items() if value is not None}


def changed_fields(institution: Institution, row: InstitutionRow) -> dict[str, str]:
    """The fields that the list says otherwise than it did last time; what the board wrote since does not count."""
    listed = {"name": institution.name, "type": institution.type} | institution.listed
    return {name: value for name, value in listed_values(row).items() if listed.get(name, "") != value}


def _moves(institution: Institution, row: InstitutionRow) -> bool:
    parent = institution.get_parent()
    return bool(row.parent_code) and (parent is None or parent.code.casefold() != row.parent_code.casefold())


def _update(member: MemberSite, row: InstitutionRow) -> None:
    institution = member.institution
    changed = changed_fields(institution, row)
    for name, value in changed.items():
        attribute = LISTED_FIELDS.get(name)
        member.before[name] = (
            getattr(institution, attribute) if attribute else institution.listed.get(name, "")
        )
        if attribute:
            setattr(institution, attribute, value)
    if changed:
        institution.listed = institution.listed | changed
        institution.full_clean(exclude=["path", "depth", "kind"])
        institution.save()
        member.changes.append("institution")
    if _moves(institution, row):
        institution.move(Institution.objects.get(code__iexact=row.parent_code), "last-child")
        member.institution = Institution.objects.select_related("site").get(pk=institution.pk)
        member.before["parent"] = row.parent_code
        member.changes.append("parent")


def _index(run: ProvisioningRun) -> None:
    """Put the pages that the steps wrote into the search index, in the transaction that wrote them."""
    pages = run.shared.pop("pages_to_index", [])
    backend = get_search_backend()
    by_type: dict[type, list] = {}
    for page in pages:
        by_type.setdefault(type(page), []).append(page)
    for page_type, group in by_type.items():
        backend.add_bulk(page_type, group)


STATUS_LABELS = {
    CREATED: gettext_lazy("created"),
    UPDATED: gettext_lazy("updated"),
    UNCHANGED: gettext_lazy("unchanged"),
    REJECTED: gettext_lazy("not taken"),
}

__all__ = [
    "Message",
    "ProvisioningResult",
    "RowOutcome",
    "institution_provision",
    "known_institutions",
    "list_provision",
]
