"""What checking makes of the rows of a list."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.functional import Promise

from common.text import Message
from network.choices import InstitutionType
from network.provisioning.columns import ColumnMapping
from network.provisioning.known import KnownInstitutions

__all__ = ["Checker", "InstitutionRow", "ParsedRow", "RowError", "numbers", "type_label"]


@dataclass(frozen=True)
class RowError:
    """Why a row is not taken or, as a note, what was repaired; without `field`, it is about the whole row."""

    field: str
    column: str
    code: str
    message: Message


@dataclass(frozen=True)
class InstitutionRow:
    """What a row says about one institution.

    None: the list has no such column, so nothing is said. Empty: the cell is empty. `type` is a value of
    InstitutionType, `ownership` of Ownership; `parent_code` is None for the top of a tree only.
    """

    code: str
    name: str
    type: str
    parent_code: str | None = None
    ownership: str | None = None
    address: str | None = None
    phone: str | None = None
    email: str | None = None
    head: str | None = None
    domain: str | None = None


@dataclass
class ParsedRow:
    """One row of the list. `row` is set exactly when there are no errors; `values` holds the cleaned
    texts anyway.

    `duplicate_of` is the number of an earlier row that says the same: there is nothing to do for this
    one.
    """

    number: int
    values: dict[str, str] = field(default_factory=dict)
    errors: list[RowError] = field(default_factory=list)
    notes: list[RowError] = field(default_factory=list)
    row: InstitutionRow | None = None
    duplicate_of: int | None = None
    parent_code: str | None = None

    @property
    def key(self) -> str:
        """The code for comparison; empty where it is missing or refused."""
        return "" if self.failed("code") else self.values.get("code", "").casefold()

    def failed(self, name: str) -> bool:
        """Tell whether the field carries an error."""
        return any(error.field == name for error in self.errors)


class Checker:
    """The rows of one list with everything needed to place them and to speak about their columns."""

    def __init__(self, mapping: ColumnMapping, known: KnownInstitutions, default_parent: str | None) -> None:
        self.mapping = mapping
        self.known = known
        self.default_parent = default_parent
        self.rows: list[ParsedRow] = []
        self.by_code: dict[str, ParsedRow] = {}
        self.by_name: dict[str, list[ParsedRow]] = {}
        self.doubled: dict[str, ParsedRow] = {}

    def fail(self, parsed: ParsedRow, name: str, code: str, text: Promise, /, **params: object) -> None:
        """Record why the row is not taken."""
        parsed.errors.append(self.finding(name, code, Message(text, params)))

    def note(self, parsed: ParsedRow, name: str, code: str, text: Promise, /, **params: object) -> None:
        """Record a repair or a doubt."""
        parsed.notes.append(self.finding(name, code, Message(text, params)))

    def finding(self, name: str, code: str, message: Message) -> RowError:
        """Return the message with the heading its field is taken from."""
        return RowError(name, self.mapping.column_name(name), code, message)


def numbers(group: Iterable[ParsedRow]) -> str:
    """Return the numbers of the rows for a message."""
    return ", ".join(str(parsed.number) for parsed in group)


def type_label(institution_type: str) -> Promise | str:
    """Return the words for a type, the text itself for an unknown one."""
    return (
        InstitutionType(institution_type).label
        if institution_type in InstitutionType.values
        else institution_type
    )
