"""Where each row of a list belongs: parents by code or name, circles, and who may have members."""

from django.utils.translation import gettext_lazy as _

from common.text import fold
from network.choices import InstitutionType
from network.provisioning.parsed import Checker, ParsedRow, numbers, type_label

__all__ = ["check_place", "find_cycles", "find_parent", "reject_below_rejected"]


def find_parent(checker: Checker, parsed: ParsedRow) -> None:
    """Resolve the parent a row names (by code, else by name), or the one it has or gets."""
    stored = checker.known.with_code(parsed.key)
    text = parsed.values.get("parent", "")
    if parsed.failed("parent"):
        return
    if text and not (text.casefold() == parsed.key and "parent" in checker.mapping.constants):
        _resolve_parent(checker, parsed, text)
    elif stored and stored.parent_code:
        parsed.parent_code = stored.parent_code
        if checker.default_parent and checker.default_parent.casefold() != stored.parent_code.casefold():
            checker.note(
                parsed,
                "parent",
                "parent_kept",
                _("It belongs to “%(parent)s” already and stays there."),
                parent=stored.parent_code,
            )
    elif stored:
        parsed.parent_code = None
    elif checker.default_parent and checker.default_parent.casefold() != parsed.key:
        parsed.parent_code = checker.default_parent
    elif (
        parsed.values.get("type") in InstitutionType.values
        and parsed.values["type"] != InstitutionType.DEPARTMENT
    ):
        checker.fail(
            parsed,
            "parent",
            "parent_required",
            _("The parent authority is missing; only a department can do without."),
        )


def _resolve_parent(checker: Checker, parsed: ParsedRow, text: str) -> None:
    key = text.casefold()
    found = checker.known.with_code(text)
    if key in checker.by_code or found:
        parsed.parent_code = found.code if found else checker.by_code[key].values["code"]
        return
    if key in checker.doubled:
        _fail_below(checker, parsed, checker.doubled[key])
        return
    named = {row.values["code"].casefold(): row.values["code"] for row in checker.by_name.get(fold(text), ())}
    named |= {institution.code.casefold(): institution.code for institution in checker.known.with_name(text)}
    if len(named) == 1:
        parsed.parent_code = next(iter(named.values()))
        checker.note(
            parsed,
            "parent",
            "parent_by_name",
            _("The parent authority was found by its name; its code is “%(code)s”."),
            code=parsed.parent_code,
        )
    elif named:
        text_ = _("Several authorities are called “%(value)s”: %(codes)s. Write the code.")
        checker.fail(
            parsed, "parent", "ambiguous_parent", text_, value=text, codes=", ".join(sorted(named.values()))
        )
    else:
        text_ = _("There is no authority with the code or name “%(value)s”, neither stored nor in this list.")
        checker.fail(parsed, "parent", "unknown_parent", text_, value=text)


def _parent_key(checker: Checker, key: str) -> str:
    if key in checker.by_code:
        return (checker.by_code[key].parent_code or "").casefold()
    stored = checker.known.with_code(key)
    return (stored.parent_code or "").casefold() if stored else ""


def find_cycles(checker: Checker) -> None:
    """Fail the rows whose parents lead back to themselves, through the list or what is stored."""
    done: set[str] = set()
    for start in checker.by_code:
        path: dict[str, None] = {}
        key = start
        while key and key not in done and key not in path:
            path[key] = None
            key = _parent_key(checker, key)
        if key in path:
            steps = list(path)
            _fail_cycle(checker, steps[steps.index(key) :])
        done.update(path)


def _fail_cycle(checker: Checker, cycle: list[str]) -> None:
    members = [checker.by_code[key] for key in cycle if key in checker.by_code]
    names = [_code_of(checker, key) for key in cycle]
    for parsed in members:
        checker.fail(
            parsed,
            "parent",
            "parent_cycle",
            _("The parents go round in a circle: %(circle)s (rows %(rows)s)."),
            circle=" → ".join([*names, names[0]]),
            rows=numbers(members),
        )


def _code_of(checker: Checker, key: str) -> str:
    stored = checker.known.with_code(key)
    return stored.code if stored else checker.by_code[key].values["code"]


def check_place(checker: Checker, parsed: ParsedRow) -> None:
    """Fail a row whose parent cannot have members of its kind."""
    if not parsed.parent_code or parsed.failed("parent"):
        return
    parent_type = _type_of(checker, parsed.parent_code)
    if parent_type is None:
        return
    if parent_type not in {InstitutionType.DEPARTMENT, InstitutionType.AGENCY}:
        checker.fail(
            parsed,
            "parent",
            "facility_parent",
            _("“%(parent)s” is a facility (%(type)s); only a department or an agency can have members."),
            parent=parsed.parent_code,
            type=type_label(parent_type),
        )
    elif parsed.values.get("type") == InstitutionType.DEPARTMENT and parent_type == InstitutionType.AGENCY:
        text = _("A department cannot belong to the agency “%(parent)s”.")
        checker.fail(parsed, "parent", "department_below_agency", text, parent=parsed.parent_code)


def _type_of(checker: Checker, code: str) -> str | None:
    parsed = checker.by_code.get(code.casefold())
    if parsed:
        return None if parsed.failed("type") else parsed.values.get("type")
    stored = checker.known.with_code(code)
    return stored.type if stored else None


def reject_below_rejected(checker: Checker) -> None:
    """Fail the rows whose parent is neither stored nor taken, down the whole tree."""
    members: dict[str, list[ParsedRow]] = {}
    for parsed in checker.by_code.values():
        if parsed.parent_code:
            members.setdefault(parsed.parent_code.casefold(), []).append(parsed)
    rejected = [parsed for parsed in checker.by_code.values() if parsed.errors]
    while rejected:
        parent = rejected.pop()
        if checker.known.with_code(parent.key):
            continue
        for parsed in members.get(parent.values["code"].casefold(), ()):
            if not parsed.errors:
                _fail_below(checker, parsed, parent)
                rejected.append(parsed)


def _fail_below(checker: Checker, parsed: ParsedRow, parent: ParsedRow) -> None:
    text = _("Its parent authority “%(code)s” (row %(row)s) is not taken.")
    checker.fail(parsed, "parent", "parent_rejected", text, code=parent.values["code"], row=parent.number)
