"""Which column of a list gives which field: explicit, constant, or guessed from the heading."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from common.spreadsheets import header_key
from common.text import Message, clean_line

__all__ = ["FIELDS", "HEADER_NAMES", "ColumnGuess", "ColumnMapping", "MappingError", "guess_columns"]

FIELDS: Mapping[str, Promise] = {
    "code": _("Code"),
    "name": _("Name"),
    "type": _("Type"),
    "ownership": _("Ownership"),
    "address": _("Address"),
    "phone": _("Telephone"),
    "email": _("E-mail"),
    "head": _("Head of the institution"),
    "domain": _("Domain name"),
    "parent": _("Parent authority"),
}
REQUIRED = ("code", "name", "type")
# One value for every row makes no sense where each institution has its own.
NOT_CONSTANT = ("code", "name", "domain")

_SURE: Mapping[str, str] = {
    "code": (
        "code, ma, ma truong, ma don vi, ma co so, ma co so giao duc, ma csgd, ma truong hoc, ma so truong, "
        "school code, institution code, unit code"
    ),
    "name": (
        "name, ten, ten truong, ten don vi, ten co so, ten co so giao duc, ten csgd, ten truong hoc, "
        "ten truong don vi, school name, institution name"
    ),
    "type": "type, loai truong, loai co so, loai co so giao duc, cap hoc, bac hoc, school type",
    "ownership": "ownership, loai hinh, loai hinh truong, hinh thuc so huu, loai hinh so huu",
    "address": "address, dc, dia chi, dia chi truong, dia chi tru so, tru so, dia chi don vi",
    "phone": (
        "phone, telephone, tel, sdt, dt, dien thoai, so dien thoai, so dt, dien thoai lien he, phone number, "
        "dien thoai truong"
    ),
    "email": "email, e mail, mail, thu dien tu, hop thu dien tu, dia chi email, email address",
    "head": (
        "head, principal, head teacher, hieu truong, ho ten hieu truong, ho va ten hieu truong, "
        "ten hieu truong, "
        "thu truong, thu truong don vi, nguoi dung dau, giam doc"
    ),
    "domain": "domain, domain name, host, hostname, host name, ten mien",
    "parent": (
        "parent, parent code, parent authority, ma don vi quan ly, don vi quan ly, co quan quan ly, "
        "co quan chu quan, don vi chu quan, truc thuoc, ma don vi cap tren, don vi cap tren"
    ),
}
_PERHAPS: Mapping[str, str] = {
    "code": "id, ma so, ma dinh danh",
    "name": "don vi, truong, school, institution, co so giao duc",
    "type": "loai, loai trg, phan loai, cap, khoi, level, kind",
    "ownership": "hinh thuc, cong lap tu thuc",
    "address": "dia diem, noi dat tru so, location",
    "phone": "hotline, di dong, mobile, lien he",
    "head": "lanh dao, phu trach, nguoi phu trach, director, manager, ho ten, ho va ten",
    "domain": "website, web, trang web, trang thong tin dien tu, url, dia chi website",
    "parent": "phong, phong gd, phong gddt, phong gd dt, phong giao duc, phong giao duc va dao tao, thuoc",
}


def _by_heading(lists: Mapping[str, str]) -> dict[str, str]:
    return {heading: name for name, headings in lists.items() for heading in headings.split(", ")}


_SURE_HEADINGS, _PERHAPS_HEADINGS = _by_heading(_SURE), _by_heading(_PERHAPS)
HEADER_NAMES = frozenset({*_SURE_HEADINGS, *_PERHAPS_HEADINGS, "stt", "tt"})


class MappingError(Exception):
    """Columns that cannot be used. `problems` are all of them, each a (stable code, message)."""

    def __init__(self, problems: Sequence[tuple[str, Message]]) -> None:
        super().__init__(", ".join(code for code, _message in problems))
        self.problems = tuple(problems)

    def __str__(self) -> str:
        return "\n".join(str(message) for _code, message in self.problems)


@dataclass(frozen=True)
class ColumnGuess:
    """A column that a heading suggests for a field; an unsure one is used only when a person confirms it."""

    column: int
    heading: str
    is_sure: bool


def guess_columns(header: Sequence[str]) -> dict[str, ColumnGuess]:
    """Return a guess for each field that a heading names; a heading that stands twice is not guessed."""
    keys = [header_key(heading) for heading in header]
    often = Counter(keys)
    guesses: dict[str, ColumnGuess] = {}
    for is_sure, headings in ((True, _SURE_HEADINGS), (False, _PERHAPS_HEADINGS)):
        claims: dict[str, list[int]] = {}
        for column, key in enumerate(keys):
            if key in headings and often[key] == 1:
                claims.setdefault(headings[key], []).append(column)
        for name, columns in claims.items():
            if len(columns) == 1 and name not in guesses:
                guesses[name] = ColumnGuess(columns[0], header[columns[0]], is_sure)
    return guesses


@dataclass(frozen=True)
class ColumnMapping:
    """The column (from 0) or the constant that gives each field. `header` names the columns in messages."""

    header: Sequence[str]
    columns: Mapping[str, int] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def from_arguments(
        cls,
        header: Sequence[str],
        *,
        maps: Iterable[str] = (),
        sets: Iterable[str] = (),
        guess: bool = True,
        is_confirmed: bool = False,
    ) -> "ColumnMapping":
        """Build the mapping from `FIELD=COLUMN` and `FIELD=VALUE` texts.

        An empty column (`phone=`) leaves the field out. With `guess`, fields that neither names are taken
        from their headings, unsure guesses only where `is_confirmed`. Raises MappingError with every
        problem found.
        """
        problems: list[tuple[str, Message]] = []
        columns = _chosen_columns(header, _pairs(maps, "map", problems), problems)
        constants = dict(_pairs(sets, "set", problems))
        for name in constants:
            if name in columns and columns[name] is not None:
                problems.append(_problem("conflict", _CONFLICT, field=name, column=header[columns[name]]))
            if name in NOT_CONSTANT:
                problems.append(_problem("not_constant", _NOT_CONSTANT, field=name))
        if guess:
            taken = {column for column in columns.values() if column is not None}
            for name, found in guess_columns(header).items():
                usable = found.is_sure or is_confirmed
                if usable and name not in columns and name not in constants and found.column not in taken:
                    columns[name] = found.column
        chosen = {name: column for name, column in columns.items() if column is not None}
        problems += _missing(header, {*chosen, *constants}, {problem[0] for problem in problems})
        if problems:
            raise MappingError(problems)
        return cls(tuple(header), chosen, constants)

    @classmethod
    def from_choice(
        cls, header: Sequence[str], *, columns: Mapping[str, int], constants: Mapping[str, str]
    ) -> "ColumnMapping":
        """Build the mapping from what a person chose: columns by number, from 0, and constants.

        Raises MappingError with every problem found.
        """
        problems: list[tuple[str, Message]] = []
        values = dict(_pairs([f"{name}={value}" for name, value in constants.items()], "set", problems))
        owners: dict[int, str] = {}
        for name, column in columns.items():
            if column in owners:
                params = {"column": header[column], "field": name, "other": owners[column]}
                problems.append(_problem("column_twice", _TWICE, **params))
            owners[column] = name
            if name in values:
                problems.append(_problem("conflict", _CONFLICT, field=name, column=header[column]))
        problems += [
            _problem("not_constant", _NOT_CONSTANT, field=name) for name in values if name in NOT_CONSTANT
        ]
        problems += _missing(header, {*columns, *values}, {problem[0] for problem in problems})
        if problems:
            raise MappingError(problems)
        return cls(tuple(header), dict(columns), values)

    @property
    def given(self) -> frozenset[str]:
        """The fields that the list says anything about."""
        return frozenset({*self.columns, *self.constants})

    @property
    def unused(self) -> list[str]:
        """The headings of the columns that no field is taken from."""
        used = set(self.columns.values())
        return [heading for column, heading in enumerate(self.header) if column not in used]

    def column_name(self, name: str) -> str:
        """Return the heading that a field is taken from, empty for a constant or a field left out."""
        return self.header[self.columns[name]] if name in self.columns else ""


_CONFLICT = _("The field “%(field)s” is given both a column (“%(column)s”) and one value for all rows.")
_NOT_CONSTANT = _("The field “%(field)s” differs for each institution and cannot be one value for all rows.")


def _problem(code: str, text: Promise, /, **params: object) -> tuple[str, Message]:
    return code, Message(text, params)


def _pairs(arguments: Iterable[str], kind: str, problems: list[tuple[str, Message]]) -> list[tuple[str, str]]:
    pairs: dict[str, str] = {}
    for argument in arguments:
        name, sign, value = (part.strip() for part in argument.partition("="))
        if not sign:
            problems.append(
                _problem("malformed", _("“%(argument)s” is not written as FIELD=VALUE."), argument=argument)
            )
        elif name not in FIELDS:
            problems.append(
                _problem(
                    "unknown_field",
                    _("There is no field “%(field)s”. The fields are: %(fields)s."),
                    field=name,
                    fields=", ".join(FIELDS),
                )
            )
        elif name in pairs:
            problems.append(_problem("given_twice", _("The field “%(field)s” is given twice."), field=name))
        elif kind == "set" and not clean_line(value):
            problems.append(
                _problem("empty_constant", _("The field “%(field)s” is given no value."), field=name)
            )
        else:
            pairs[name] = value
    return list(pairs.items())


def _chosen_columns(
    header: Sequence[str], pairs: Iterable[tuple[str, str]], problems: list[tuple[str, Message]]
) -> dict[str, int | None]:
    columns: dict[str, int | None] = {}
    owners: dict[int, str] = {}
    for name, heading in pairs:
        if not heading:
            columns[name] = None
            continue
        matches = _matching(header, heading)
        if len(matches) != 1:
            code, text = ("ambiguous_column", _AMBIGUOUS) if matches else ("unknown_column", _UNKNOWN)
            listed = ", ".join(header)
            problems.append(_problem(code, text, field=name, column=heading, columns=listed))
        elif matches[0] in owners:
            problems.append(
                _problem("column_twice", _TWICE, column=heading, field=name, other=owners[matches[0]])
            )
        else:
            columns[name] = matches[0]
            owners[matches[0]] = name
    return columns


_UNKNOWN = _("There is no column “%(column)s” for the field “%(field)s”. The columns are: %(columns)s.")
_AMBIGUOUS = _(
    "Several columns are called “%(column)s”; the field “%(field)s” needs one. The columns are: %(columns)s."
)
_TWICE = _("The column “%(column)s” is given to two fields: “%(other)s” and “%(field)s”.")


def _matching(header: Sequence[str], heading: str) -> list[int]:
    exact = [column for column, name in enumerate(header) if name == clean_line(heading)]
    if exact:
        return exact
    key = header_key(heading)
    return [column for column, name in enumerate(header) if key and header_key(name) == key]


def _missing(header: Sequence[str], given: set[str], found: set[str]) -> list[tuple[str, Message]]:
    if found & {"unknown_column", "ambiguous_column", "column_twice"}:
        return []
    text = _(
        "No column gives the field “%(field)s”. Name one with FIELD=COLUMN, or one value for all rows. "
        "The columns are: %(columns)s."
    )
    return [
        _problem("missing_column", text, field=name, columns=", ".join(header))
        for name in REQUIRED
        if name not in given
    ]
