"""How columns of a list are read into a procedure and written from it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from common.choice_sets import ChoiceSet
from common.text import fold
from sections.exchange import Field
from sections.exchange.parsers import Parser, text
from sections.procedures import cells, national
from sections.procedures.choices import Status

PORTAL = "Cổng Dịch vụ công quốc gia"


def portal_text(limit: int) -> Parser:
    plain = text(max_length=limit, multiline=True)
    return Parser("text", lambda source: plain(national.plain(source)))


def result_text(source: str) -> str:
    return text(max_length=6000, multiline=True)(national.result_in(source))


def value_of(parser: Parser) -> Parser:
    """A choice as the text that the column holds."""
    return Parser("choice", lambda source: parser(source).value, parser.show)


def write_title(page: Any, value: str | None) -> None:
    page.title = value or ""
    page.full_name = page.title if len(page.title) > 255 else ""


def write_ways(page: Any, rows: list[dict] | None) -> None:
    """What all ways have in common is said of the procedure, where the list says nothing of it."""
    cells.WAYS.write("channels")(page, rows)
    limits = {row.get("time_limit", "") for row in rows or ()}
    fees = {fold(row.get("fee", "")) for row in rows or ()}
    if not page.time_limit and len(limits) == 1:
        page.time_limit = limits.pop()
    if not page.fees and fees == {"mien phi"}:
        page.is_free = True


def write_source_url(page: Any, value: str | None) -> None:
    page.source_url = (value or "")[:200]
    if "dichvucong.gov.vn" in page.source_url:
        page.source_name = PORTAL


def write_status(page: Any, value: str | None) -> None:
    """A list of repealed procedures names the decision that repealed them and its day."""
    if value == Status.REPEALED and not page.repealed_on:
        page.repealed_on, page.repeal_decision = page.decided_on, page.decision


def row_faults(values: dict[str, Any]) -> dict[str, Any]:
    found = {}
    is_repealed = values.get("status") == Status.REPEALED
    if is_repealed and not (values.get("repealed_on") or values.get("decided_on")):
        found["status"] = _("A repealed procedure needs the day from which it is repealed.")
    if is_repealed and not (values.get("repeal_decision") or values.get("decision")):
        found["status"] = _("A repealed procedure needs the decision that repeals it.")
    if values.get("repealed_on") and not values.get("repeal_decision"):
        found["repealed_on"] = _("Name the decision that repeals it.")
    if values.get("repeal_decision") and not values.get("repealed_on"):
        found["repeal_decision"] = _("Give the day from which it is repealed.")
    if values.get("is_free") and any(row.get("amount") for row in values.get("fees") or ()):
        found["is_free"] = _("There is an amount among the fees: empty one of the two cells.")
    return found


def rows_field(
    name: str, label: Any, rows: cells.Rows, aliases: tuple[str, ...], example: str, write: Any = None
) -> Field:
    return Field(
        name,
        label,
        aliases=aliases,
        example=example,
        help=_("A row a line; further values behind a bar."),
        parse=rows.parser,
        write=write or rows.write(name),
        read=rows.read(name),
        nested=True,
    )


def set_field(
    name: str, label: Any, choices: Any, names: dict[str, str], aliases: tuple[str, ...], **more: Any
) -> Field:
    return Field(
        name,
        label,
        aliases=aliases,
        parse=cells.choice_set(choices, names),
        write=lambda page, value: setattr(page, name, value or ChoiceSet((), choices)),
        read=lambda page: getattr(page, name) or None,
        **more,
    )
