"""What several lists of records share: columns, and what a row names in the tree of institutions or in its section."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from network.models import Institution
from network.selectors import institution_for_page
from sections.community.exchange import ONE_A_LINE, summary_column, title_column
from sections.exchange import Field, Parser
from sections.exchange.parsers import choice, day, integer, moment, text, url
from sections.introduction.exchange import block

__all__ = [
    "ONE_A_LINE",
    "amount",
    "block_column",
    "choice_column",
    "day_column",
    "decision_columns",
    "institution_cell",
    "institution_named",
    "line",
    "moment_column",
    "page_cell",
    "page_named",
    "summary_column",
    "title_column",
    "url_column",
]

MOST_DONG = 10**16
NAMED = 3


def line(name: str, label: Any, length: int, example: str = "", *aliases: str, **more: Any) -> Field:
    return Field(name, label, aliases=aliases, example=example, parse=text(max_length=length), **more)


def day_column(name: str, label: Any, example: str, *aliases: str, **more: Any) -> Field:
    return Field(name, label, aliases=aliases, example=example, help=_("A day."), parse=day, **more)


def moment_column(name: str, label: Any, example: str, *aliases: str, **more: Any) -> Field:
    return Field(name, label, aliases=aliases, example=example, help=_("Day and hour."), parse=moment, **more)


def amount(name: str, label: Any, example: str, *aliases: str) -> Field:
    return Field(
        name,
        label,
        aliases=aliases,
        example=example,
        help=_("In đồng, figures only."),
        parse=integer(maximum=MOST_DONG),
    )


def choice_column(name: str, label: Any, choices: Any, example: str, *aliases: str, **more: Any) -> Field:
    spellings = more.pop("spellings", None)
    return Field(
        name,
        label,
        aliases=aliases,
        example=example,
        help=_("One of the choices."),
        parse=choice(choices, spellings),
        **more,
    )


def url_column(name: str, label: Any, example: str, *aliases: str, length: int = 200) -> Field:
    return Field(name, label, aliases=aliases, example=example, parse=url(max_length=length))


def block_column(name: str, label: Any, example: str, *aliases: str, **more: Any) -> Field:
    return Field(name, label, aliases=aliases, example=example, help=ONE_A_LINE, parse=block, **more)


def decision_columns(*, required: bool = False) -> tuple[Field, ...]:
    return (
        line(
            "decision_number",
            _("Decision"),
            80,
            "512/QĐ-SGDĐT",
            "Số quyết định",
            "Quyết định",
            required=required,
            help=_("Number and symbol."),
        ),
        day_column(
            "decision_on",
            _("Day of the decision"),
            "20/05/2026",
            "Ngày quyết định",
            "Ngày ký",
            required=required,
        ),
        line(
            "decision_issuer",
            _("Issued by"),
            200,
            "Sở Giáo dục và Đào tạo",
            "Cơ quan ban hành",
            "Cơ quan cấp",
            help=_("Who issued it."),
        ),
    )


def _code(value: Any) -> Any:
    return value.code if isinstance(value, Institution) else value


def _title(value: Any) -> Any:
    return (getattr(value, "code", "") or value.title) if isinstance(value, Page) else value


institution_cell = Parser("institution", lambda source: text(source, max_length=200), _code)
"""Code or name of an institution; ``institution_named`` finds it. The export writes the code."""

page_cell = Parser("page", lambda source: text(source, max_length=255), _title)
"""Code or title of a page of the section; ``page_named`` finds it. The export writes the code where there is one."""


def institution_named(section: Page, name: str) -> Institution:
    """The institution under the authority of the section's site that has the code, or alone the words of the name.

    Raises ValidationError: none, or several.
    """
    own = institution_for_page(section)
    within = Institution.objects.within(own) if own is not None else Institution.objects.none()
    if found := within.with_code(name).first():
        return found
    named = list(within.named_like(name)[: NAMED + 1])
    exact = [one for one in named if one.name.casefold() == name.casefold()]
    if len(named) == 1 or len(exact) == 1:
        return (exact or named)[0]
    if not named:
        raise ValidationError(
            gettext("None of your institutions has the code or the name “%(text)s”.") % {"text": name}
        )
    names = "; ".join(f"{one.name} ({one.code})" for one in named[:NAMED])
    raise ValidationError(
        gettext("Several institutions are meant by “%(text)s”: %(names)s. Enter the code.")
        % {"text": name, "names": names}
    )


def page_named(section: Page, page_type: type[Page], name: str) -> Page:
    """The page of a type in the section that has the code or the title. Raises ValidationError where there is none."""
    own = page_type.objects.child_of(section)
    found = own.filter(code__iexact=name).first() or own.filter(title__iexact=name).first()
    if found is None:
        raise ValidationError(
            gettext("The section has no project with the code or the title “%(text)s”.") % {"text": name}
        )
    return found
