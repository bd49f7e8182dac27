"""Chapters, articles, clauses and points: from the words of a kind to the text that is signed.

Articles are numbered through all chapters, as Vietnamese administrative texts are; a board's own provisions are the last
article of their chapter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

OWN_TITLE = {"vi": "Quy định riêng của đơn vị", "en": "Provisions of the institution's own"}
CHAPTER = {"vi": "Chương", "en": "Chapter"}
ARTICLE = {"vi": "Điều", "en": "Article"}
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@dataclass(frozen=True)
class Clause:
    """A numbered sentence, with lettered points below it where it lists something."""

    text: str
    points: tuple[str, ...] = ()


@dataclass(frozen=True)
class Article:
    """An article. A single clause stands without a number."""

    title: str
    clauses: tuple[Clause, ...] = field(default=())


def article(title: str, *clauses: str | tuple[str, Iterable[str]] | None) -> Article:
    """Short form for the texts: a clause is a sentence, or a sentence with its points; None is left out."""
    made = []
    for clause in clauses:
        if clause is None:
            continue
        text, points = (clause, ()) if isinstance(clause, str) else clause
        made.append(Clause(text, tuple(points)))
    return Article(title, tuple(made))


def articles_as_json(articles: Iterable[Article]) -> list[dict[str, Any]]:
    return [
        {
            "title": entry.title,
            "clauses": [{"text": c.text, "points": list(c.points)} for c in entry.clauses],
        }
        for entry in articles
    ]


def articles_from_json(value: Iterable[Mapping[str, Any]]) -> list[Article]:
    return [
        Article(
            entry["title"],
            tuple(Clause(c["text"], tuple(c["points"])) for c in entry["clauses"]),
        )
        for entry in value
    ]


@dataclass(frozen=True)
class Chapter:
    """One chapter as it is composed, with the board's own provisions."""

    title: str
    articles: tuple[Article, ...]
    own: tuple[Clause, ...] = ()


def own_clauses(text: str) -> tuple[Clause, ...]:
    """The board's own provisions as it types them: each line is a clause, a line that begins with a dash is a point of the
    clause above it."""
    clauses: list[Clause] = []
    for line in (raw.strip() for raw in text.splitlines()):
        point = line.lstrip("-–•+* ").strip()
        if line[:1] in tuple("-–•+*") and clauses:
            clauses[-1] = Clause(clauses[-1].text, (*clauses[-1].points, point))
        elif point:
            clauses.append(Clause(point))
    return tuple(clauses)


def compose(chapters: Iterable[Chapter], language: str) -> SafeString:
    """The text as HTML: a heading for each chapter and article, one running number for all articles."""
    pieces: list[SafeString] = []
    number = 0
    for roman, chapter in zip(ROMAN, chapters, strict=False):
        pieces.append(format_html("<h2>{} {}. <span>{}</span></h2>", CHAPTER[language], roman, chapter.title))
        for entry in chapter.articles:
            number += 1
            pieces.append(_heading(number, entry.title, language))
            pieces.append(_clauses(entry.clauses))
        if chapter.own:
            number += 1
            pieces.append(_heading(number, OWN_TITLE[language], language))
            pieces.append(_clauses(chapter.own))
    return mark_safe("".join(pieces))  # noqa: S308


def articles_html(articles: Iterable[Article]) -> SafeString:
    """Articles without numbers, for the form in which a board adds to them."""
    pieces = [format_html("<h4>{}</h4>{}", entry.title, _clauses(entry.clauses)) for entry in articles]
    return mark_safe("".join(pieces))  # noqa: S308


def _heading(number: int, title: str, language: str) -> SafeString:
    return format_html("<h3>{} {}. {}</h3>", ARTICLE[language], number, title)


def _clauses(clauses: tuple[Clause, ...]) -> SafeString:
    if len(clauses) == 1:
        only = clauses[0]
        return format_html("<p>{}</p>{}", only.text, _points(only.points))
    rows = ((c.text, _points(c.points)) for c in clauses)
    return format_html("<ol>{}</ol>", format_html_join("", "<li>{}{}</li>", rows))


def _points(points: tuple[str, ...]) -> SafeString:
    if not points:
        return mark_safe("")
    items = format_html_join("", "<li>{}</li>", ((point,) for point in points))
    return format_html('<ol type="a">{}</ol>', items)
