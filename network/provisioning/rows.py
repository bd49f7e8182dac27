"""A list of institutions, row by row: read, checked against itself and against what is stored.

Nothing is guessed silently: a row is taken (with notes on harmless repairs), is a doubled row of the
list, or carries the errors that name its column and the value that stands there.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from common.spreadsheets import Row, Table
from common.text import Message, fold
from network.choices import InstitutionType, type_in_name
from network.provisioning.columns import FIELDS, ColumnMapping, MappingError
from network.provisioning.known import NOTHING_KNOWN, KnownInstitution, KnownInstitutions
from network.provisioning.parents import check_place, find_cycles, find_parent, reject_below_rejected
from network.provisioning.parsed import Checker, InstitutionRow, ParsedRow, RowError, numbers, type_label
from network.provisioning.values import Value, read_value

__all__ = ["InstitutionRow", "ParsedRow", "RowError", "conflict_with_existing", "in_tree_order", "parse_rows"]


def parse_rows(
    table: Table,
    mapping: ColumnMapping,
    *,
    known: KnownInstitutions = NOTHING_KNOWN,
    default_parent: str | None = None,
    type_change: bool = False,
) -> list[ParsedRow]:
    """Return every row of the table, taken or with its errors, in the order of the table.

    `default_parent` is the code of the authority for rows that name none. An institution that is stored
    already keeps its parent unless its row names another. `type_change` lets rows change the type of
    stored institutions. Raises MappingError where the constants or `default_parent` cannot be right for
    any row.
    """
    checker = Checker(mapping, known, default_parent)
    constants = _constants(mapping)
    checker.rows = [_read_row(checker, row, constants) for row in table.rows]
    _find_doubled_codes(checker)
    _check_top(checker)
    _find_doubled_hosts(checker)
    for parsed in checker.by_code.values():
        find_parent(checker, parsed)
    find_cycles(checker)
    for parsed in checker.by_code.values():
        check_place(checker, parsed)
        _compare_with_stored(checker, parsed, type_change)
    reject_below_rejected(checker)
    for parsed in checker.rows:
        if not parsed.errors:
            parsed.row = _finished(checker, parsed)
    return checker.rows


def conflict_with_existing(
    existing: KnownInstitution, row: InstitutionRow, *, type_change: bool = False
) -> RowError | None:
    """Return the error of a row that gives a stored institution another type, None where it may be taken.

    A school of several levels stands in the list of each level; the last list must not decide what it is.
    """
    if type_change or existing.type == row.type:
        return None
    text = _(
        "“%(code)s” is stored as “%(stored)s”, but this row says “%(given)s”. A school of several levels "
        "needs the type “universal” (and the permission to change types); otherwise correct the row."
    )
    params = {"code": existing.code, "stored": type_label(existing.type), "given": type_label(row.type)}
    return RowError("type", "", "type_conflict", Message(text, params))


def in_tree_order(rows: Iterable[ParsedRow]) -> list[ParsedRow]:
    """Return the rows that can be taken, without doubled ones, parents before their members."""
    taken = {
        parsed.row.code.casefold(): parsed for parsed in rows if parsed.row and parsed.duplicate_of is None
    }
    ordered: dict[str, ParsedRow] = {}
    for key in taken:
        path = []
        while key in taken and key not in ordered and key not in path:
            path.append(key)
            key = (taken[key].parent_code or "").casefold()
        ordered.update((step, taken[step]) for step in reversed(path))
    return list(ordered.values())


def _constants(mapping: ColumnMapping) -> dict[str, Value]:
    constants = {name: read_value(name, text) for name, text in mapping.constants.items()}
    wrong = [
        (value.error[0], _with_field(name, value.error[1]))
        for name, value in constants.items()
        if value.error
    ]
    if wrong:
        raise MappingError(wrong)
    return constants


def _with_field(name: str, message: Message) -> Message:
    return Message(
        _("The value for all rows of the field “%(field)s”: %(reason)s"), {"field": name, "reason": message}
    )


def _read_row(checker: Checker, row: Row, constants: dict[str, Value]) -> ParsedRow:
    parsed = ParsedRow(row.number)
    columns = {column: name for name, column in checker.mapping.columns.items()}
    spoilt = set()
    for issue in row.issues:
        name = columns.get(issue.column, "")
        if issue.is_repair and name:
            parsed.notes.append(checker.finding(name, issue.code, issue.message))
        elif not issue.is_repair and (name or issue.code == "beyond_header"):
            parsed.errors.append(checker.finding(name, issue.code, issue.message))
            spoilt.add(name)
    for name in FIELDS:
        if name in checker.mapping.columns:
            value = read_value(name, row.cells[checker.mapping.columns[name]])
            parsed.values[name] = value.text
            parsed.notes += [checker.finding(name, code, message) for code, message in value.notes]
            if value.error and name not in spoilt:
                parsed.errors.append(checker.finding(name, *value.error))
        elif name in constants:
            parsed.values[name] = constants[name].text
    _compare_name_and_type(checker, parsed)
    return parsed


def _compare_name_and_type(checker: Checker, parsed: ParsedRow) -> None:
    says = type_in_name(parsed.values.get("name", ""))
    given = parsed.values.get("type")
    if says and given in InstitutionType.values and given != says:
        checker.note(
            parsed,
            "type",
            "name_says_otherwise",
            _("The name reads like “%(says)s”, the type is “%(given)s”; it was taken as “%(given)s”."),
            says=says.label,
            given=type_label(given),
        )


def _find_doubled_codes(checker: Checker) -> None:
    groups: dict[str, list[ParsedRow]] = {}
    for parsed in checker.rows:
        if parsed.key:
            groups.setdefault(parsed.key, []).append(parsed)
    for key, group in groups.items():
        first, *others = group
        differing = sorted(
            {name for other in others for name in FIELDS if name != "code" and _differs(first, other, name)},
            key=list(FIELDS).index,
        )
        if differing:
            for parsed in group:
                _fail_doubled(checker, parsed, group, differing)
            checker.doubled[key] = first
            continue
        for other in others:
            other.duplicate_of = first.number
            checker.note(
                other, "code", "duplicate", _("This row says the same as row %(row)s."), row=first.number
            )
        checker.by_code[key] = first
        checker.by_name.setdefault(fold(first.values.get("name", "")), []).append(first)


def _differs(first: ParsedRow, other: ParsedRow, name: str) -> bool:
    return first.values.get(name) != other.values.get(name)


def _fail_doubled(
    checker: Checker, parsed: ParsedRow, group: Sequence[ParsedRow], differing: list[str]
) -> None:
    checker.fail(
        parsed,
        "code",
        "doubled_code",
        _("The code “%(code)s” stands in the rows %(rows)s, which differ in: %(columns)s. Keep one of them."),
        code=parsed.values["code"],
        rows=numbers(group),
        columns=", ".join(checker.mapping.column_name(name) or name for name in differing),
    )


def _check_top(checker: Checker) -> None:
    code = checker.default_parent
    if not code:
        return
    stored, listed = checker.known.with_code(code), checker.by_code.get(code.casefold())
    if not stored and not listed:
        message = Message(_("There is no authority with the code “%(code)s”."), {"code": code})
        raise MappingError([("unknown_parent", message)])
    checker.default_parent = stored.code if stored else listed.values["code"]


def _find_doubled_hosts(checker: Checker) -> None:
    groups: dict[str, list[ParsedRow]] = {}
    for parsed in checker.rows:
        if parsed.values.get("domain") and parsed.duplicate_of is None and not parsed.failed("domain"):
            groups.setdefault(parsed.values["domain"], []).append(parsed)
    for host, group in groups.items():
        if len(group) > 1:
            for parsed in group:
                text = _("The domain name “%(host)s” stands in several rows: %(rows)s.")
                checker.fail(parsed, "domain", "doubled_domain", text, host=host, rows=numbers(group))
        owner = checker.known.owner_of_host(host)
        for parsed in group:
            if owner is not None and owner.casefold() != parsed.key:
                text = _("The domain name “%(host)s” is in use by another site (%(owner)s).")
                checker.fail(parsed, "domain", "domain_in_use", text, host=host, owner=owner or "–")


def _compare_with_stored(checker: Checker, parsed: ParsedRow, type_change: bool) -> None:
    stored = checker.known.with_code(parsed.key)
    if stored is None:
        return
    if stored.code != parsed.values["code"]:
        text = _("The code is stored as “%(code)s”; upper and lower case make no difference.")
        checker.note(parsed, "code", "code_case", text, code=stored.code)
        parsed.values["code"] = stored.code
    if not parsed.failed("type") and "type" in parsed.values:
        said = InstitutionRow(stored.code, stored.name, parsed.values["type"])
        conflict = conflict_with_existing(stored, said, type_change=type_change)
        if conflict:
            parsed.errors.append(replace(conflict, column=checker.mapping.column_name("type")))


def _finished(checker: Checker, parsed: ParsedRow) -> InstitutionRow:
    first = checker.by_code[parsed.key] if parsed.duplicate_of is not None else parsed
    optional = ("ownership", "address", "phone", "email", "head", "domain")
    return InstitutionRow(
        code=first.values["code"],
        name=parsed.values["name"],
        type=parsed.values["type"],
        parent_code=first.parent_code,
        **{name: parsed.values[name] for name in optional if name in parsed.values},
    )
