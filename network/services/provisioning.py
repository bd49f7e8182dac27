"""A list of institutions becomes member sites (W3.1c): one service behind the command, the admin screen and
the task.

Every row is taken in a transaction of its own, so a bad row never stops the others and a list that was
interrupted goes on where it stopped. Running a list again changes nothing; a changed row changes only what
changed in the list, and never what the board wrote.
"""

from __future__ import annotations

import logging
import time
import traceback
from collections.abc import Callable, Iterable

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils.translation import gettext as _
from wagtail.models import Site
from wagtail.search.backends import get_search_backend

from common.spreadsheets import Table
from network.choices import RowStatus
from network.models import Institution, InstitutionHost
from network.provisioning import MemberSite, ProvisioningRun, steps
from network.provisioning.columns import ColumnMapping
from network.provisioning.known import KnownInstitution, KnownTable
from network.provisioning.outcomes import ProvisioningResult, RowOutcome
from network.provisioning.rows import InstitutionRow, ParsedRow, in_tree_order, parse_rows
from network.steps import check_template, plan_labels

__all__ = ["institution_provision", "list_provision", "listed_values"]

logger = logging.getLogger(__name__)

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
OF_THE_AUTHORITY = frozenset({"name", "type", "ownership"})
"""Fields that a list decides; the others are the board's as soon as it has changed them."""
PALETTE = ("#0b5c8c", "#1f6b3a", "#9c2f2f", "#5b3f92", "#8a4b08", "#0f6a6a", "#7a2a5e", "#34495e")
"""Brand colours for institutions that have not chosen theirs; each passes the contrast rules on white."""
COMPUTED = ["path", "depth", "numchild", "kind"]


def known_institutions() -> KnownTable:
    """What the installation knows, for checking a list: three queries, whatever their number."""
    rows = list(Institution.objects.order_by("path").values_list("path", "code", "name", "type"))
    codes = {path: code for path, code, *_rest in rows}
    institutions = [
        KnownInstitution(code, name, type_, codes.get(path[: -Institution.steplen]))
        for path, code, name, type_ in rows
    ]
    return KnownTable(institutions, hosts_in_use())


def hosts_in_use() -> dict[str, str]:
    """Host name → code of the institution it leads to, empty for a site of no institution."""
    hosts = dict(Site.objects.order_by().values_list("hostname", "institution__code"))
    former = InstitutionHost.objects.values_list("hostname", "institution__code")
    return {host: code or "" for host, code in [*hosts.items(), *former]}


def list_provision(
    *,
    table: Table,
    mapping: ColumnMapping,
    parent_code: str | None,
    run: ProvisioningRun,
    dry_run: bool = False,
    type_change: bool = False,
    within: str = "",
    taken: Iterable[RowOutcome] = (),
    record: Callable[[RowOutcome], None] | None = None,
    progress: Callable[[int, int, RowOutcome], None] | None = None,
) -> ProvisioningResult:
    """Take a list in. Raises MappingError or ValidationError where no row can be right.

    `within` is the tree path of the authority whose members alone may be touched, empty for all. `taken` are
    the outcomes of the rows that an interrupted run has taken already. `record` is called once with the
    outcome of each other row, for a row that is taken inside its transaction. `progress` is called after
    each row with how many are done, how many there are, and the outcome.
    """
    started = time.monotonic()
    check_template(run.domain)
    parsed = parse_rows(
        table, mapping, known=known_institutions(), default_parent=parent_code, type_change=type_change
    )
    finished = {outcome.row: outcome for outcome in taken}
    result = ProvisioningResult()
    ordered = in_tree_order(parsed)
    run.labels = _labels(ordered, run.domain)
    record = record or (lambda outcome: None)

    def add(outcome: RowOutcome) -> None:
        result.outcomes.append(outcome)
        if progress:
            progress(len(result.outcomes), len(parsed), outcome)

    def settle(outcome: RowOutcome) -> RowOutcome:
        if outcome.row not in finished:
            record(outcome)
        return outcome

    for row in parsed:
        if row.errors or row.duplicate_of is not None:
            add(settle(_outcome(row, RowStatus.REJECTED if row.errors else RowStatus.UNCHANGED)))
    refused: set[str] = set()
    for row in ordered:
        outcome = finished.get(row.number) or _refused_place(row, refused, within)
        if outcome is None and not dry_run:
            outcome = _taken(row, run, mapping, record)
        else:
            outcome = settle(outcome or _foreseen(row))
        if outcome.status == RowStatus.REJECTED:
            refused.add(row.row.code.casefold())
        add(outcome)
    result.outcomes.sort(key=lambda outcome: outcome.row)
    result.seconds = time.monotonic() - started
    return result


def _labels(rows: Iterable[ParsedRow], template: str) -> dict:
    named = [(row.row.name, row.row.code, row.row.type) for row in rows if not row.row.domain]
    return plan_labels(named, template=template, hosts=hosts_in_use())


def _outcome(row: ParsedRow, status: str) -> RowOutcome:
    findings = [*row.errors, *row.notes]
    messages = [
        f"[{f.column or f.field}] {f.message}" if f.column or f.field else str(f.message) for f in findings
    ]
    values = row.values
    return RowOutcome(row.number, values.get("code", ""), values.get("name", ""), str(status), messages)


def _refused_place(row: ParsedRow, refused: set[str], within: str) -> RowOutcome | None:
    """Refuse a row whose parent was refused and is not stored, or that reaches outside the authority's own
    tree.
    """
    code, parent = row.row.code, row.row.parent_code
    reason = ""
    if within:
        rows = Institution.objects.with_code(code, parent or "")
        outside = [found.code for found in rows if not found.path.startswith(within)]
        if outside or not parent:
            reason = _("“%(code)s” does not belong to the authority of this list.")
            reason %= {"code": outside[0] if outside else code}
    is_below_refused = parent and parent.casefold() in refused
    if is_below_refused and not reason and not Institution.objects.with_code(parent).exists():
        reason = _("Its parent authority “%(code)s” is not taken.") % {"code": parent}
    return _refused(_outcome(row, RowStatus.REJECTED), reason) if reason else None


def _foreseen(row: ParsedRow) -> RowOutcome:
    """What a real run would do with the row, without writing."""
    institution = Institution.objects.with_code(row.row.code).first()
    if institution is None:
        return _outcome(row, RowStatus.CREATED)
    if reason := _not_active(institution):
        return _refused(_outcome(row, RowStatus.REJECTED), reason)
    applied, kept = _sorted_changes(institution, row.row)
    is_changed = bool(applied) or _moves(institution, row.row)
    outcome = _outcome(row, RowStatus.UPDATED if is_changed else RowStatus.UNCHANGED)
    outcome.host = institution.hostname
    outcome.messages += _kept_notes(kept)
    return outcome


def _taken(
    row: ParsedRow, run: ProvisioningRun, mapping: ColumnMapping, record: Callable[[RowOutcome], None]
) -> RowOutcome:
    outcome = _outcome(row, RowStatus.UNCHANGED)
    try:
        with transaction.atomic():
            member, status = institution_provision(row=row.row, run=run)
            outcome.status, outcome.pages, outcome.host = (
                str(status),
                member.pages,
                member.institution.hostname,
            )
            outcome.messages += member.notes
            record(outcome)
        return outcome
    except ValidationError as error:
        reasons = _in_words(error, mapping)
    except Exception as error:
        if not connection.is_usable():
            raise
        _log_refusal(row, error)
        reason = _("The row could not be stored (%(kind)s); nothing of it was kept.")
        reasons = [reason % {"kind": type(error).__name__}]
    run.shared.clear()
    outcome = _refused(_outcome(row, RowStatus.REJECTED), *reasons)
    record(outcome)
    return outcome


def _log_refusal(row: ParsedRow, error: Exception) -> None:
    # The text of an exception may quote values of the row, so only its place is logged.
    place = traceback.extract_tb(error.__traceback__)[-1]
    text = "Row %s of a list was refused: %s in %s, line %s"
    logger.error(text, row.number, type(error).__name__, place.name, place.lineno)


def _refused(outcome: RowOutcome, *reasons: str) -> RowOutcome:
    outcome.status = str(RowStatus.REJECTED)
    outcome.messages[:0] = reasons
    return outcome


def _in_words(error: ValidationError, mapping: ColumnMapping) -> list[str]:
    """The messages of an error with the column of the list that each is about."""
    fields = {attribute: name for name, attribute in LISTED_FIELDS.items()}
    if hasattr(error, "error_dict"):
        found = [
            (fields.get(attribute, attribute), message)
            for attribute, messages in error.message_dict.items()
            for message in messages
        ]
    else:
        found = [
            ("domain" if str(part.code).startswith("domain") else "", message)
            for part in error.error_list
            for message in part.messages
        ]
    return [
        f"[{mapping.column_name(name) or name}] {message}" if name in {*LISTED_FIELDS, "domain"} else message
        for name, message in found
    ]


def institution_provision(*, row: InstitutionRow, run: ProvisioningRun) -> tuple[MemberSite, str]:
    """Make or bring up to date one institution with its site. Call inside a transaction; ValidationError
    names what is wrong.
    """
    institution = Institution.objects.with_code(row.code).select_related("site").first()
    if institution is None:
        member = MemberSite(institution=_create(row), run=run, domain=row.domain or "", is_new=True)
        status = RowStatus.CREATED
    else:
        if reason := _not_active(institution):
            raise ValidationError(reason, code="not-active")
        member = MemberSite(institution=institution, run=run, domain=row.domain or "", is_new=False)
        _update(member, row)
        status = RowStatus.UNCHANGED
    for step in steps():
        step.apply(member)
    pages = run.shared.pop("pages_to_index", [])
    if pages:
        get_search_backend().add_mixed(pages)
    if status == RowStatus.UNCHANGED and member.changes:
        status = RowStatus.UPDATED
    return member, status


def _not_active(institution: Institution) -> str:
    if institution.is_active:
        return ""
    text = _("“%(code)s” was closed or merged on %(date)s; a list does not bring it back.")
    return text % {"code": institution.code, "date": institution.status_since.strftime("%d/%m/%Y")}


def _active_authority(code: str) -> Institution:
    parent = Institution.objects.with_code(code).get()
    if reason := _not_active(parent):
        raise ValidationError(reason, code="parent-not-active")
    return parent


def _create(row: InstitutionRow) -> Institution:
    institution = Institution(code=row.code, brand_colour=PALETTE[sum(row.code.encode()) % len(PALETTE)])
    for name, attribute in LISTED_FIELDS.items():
        setattr(institution, attribute, getattr(row, name) or "")
    institution.complaints_email = institution.email
    institution.listed = listed_values(row)
    parent = _active_authority(row.parent_code) if row.parent_code else None
    institution.full_clean(exclude=COMPUTED)
    return parent.add_child(instance=institution) if parent else Institution.add_root(instance=institution)


def listed_values(row: InstitutionRow) -> dict[str, str]:
    """What a row says, as it is kept for comparing with the next list."""
    named = {name: getattr(row, name) for name in (*LISTED_FIELDS, "domain")}
    return {name: value for name, value in named.items() if value is not None}


def _sorted_changes(institution: Institution, row: InstitutionRow) -> tuple[dict[str, str], dict[str, str]]:
    """What the list says otherwise than it did last time: what is to be applied, and what the board's own
    value outweighs.
    """
    # A list that is the first to say anything about a field finds there what was entered by hand.
    listed = {"name": institution.name, "type": institution.type} | institution.listed
    applied, kept = {}, {}
    for name, value in listed_values(row).items():
        before = listed.get(name, "")
        attribute = LISTED_FIELDS.get(name)
        present = getattr(institution, attribute) if attribute else before
        if before == value or (attribute and present == value):
            continue
        is_boards = name not in OF_THE_AUTHORITY and attribute and present != before
        (kept if is_boards else applied)[name] = value
    return applied, kept


def _kept_notes(kept: dict[str, str]) -> list[str]:
    text = _("The site's own value of “%(field)s” stays, because the board has changed it.")
    labels = {name: Institution._meta.get_field(LISTED_FIELDS[name]).verbose_name for name in kept}
    return [text % {"field": label} for label in labels.values()]


def _moves(institution: Institution, row: InstitutionRow) -> bool:
    if not row.parent_code:
        return False
    parent = institution.parent
    return parent is None or parent.code.casefold() != row.parent_code.casefold()


def _update(member: MemberSite, row: InstitutionRow) -> None:
    institution = member.institution
    applied, kept = _sorted_changes(institution, row)
    for name, value in applied.items():
        attribute = LISTED_FIELDS.get(name)
        present = getattr(institution, attribute) if attribute else institution.listed.get(name, "")
        member.before[name] = present
        if attribute:
            setattr(institution, attribute, value)
        if name == "email" and institution.complaints_email == present:
            institution.complaints_email = value
    said = institution.listed | listed_values(row)
    if said != institution.listed:
        institution.listed = said
        institution.full_clean(exclude=COMPUTED)
        institution.save()
    if applied:
        member.changes.append("institution")
    member.notes += _kept_notes(kept)
    if _moves(institution, row):
        member.before["parent"] = institution.parent.code if institution.parent else ""
        institution.move(_active_authority(row.parent_code), "last-child")
        member.institution = Institution.objects.select_related("site").get(pk=institution.pk)
        member.changes.append("parent")
