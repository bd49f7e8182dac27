"""docs/catalogue.md, written from the catalogue itself."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from django.utils import translation

from network.choices import InstitutionKind
from sections.catalogue.entries import Answer, Clause, Section
from sections.catalogue.registry import all_clauses, registered_page_types

LETTERS = {InstitutionKind.DEPARTMENT: "D", InstitutionKind.AGENCY: "A", InstitutionKind.FACILITY: "F"}

HEAD = """\
# The catalogue

What the circulars ask of a site, clause by clause, as the software holds it. This page is written by
`manage.py catalogue_docs` from `sections/catalogue/`; change the data there, not the text here
(`manage.py catalogue_docs --check` fails where the two differ).

**Who**: D department of education and training, A education agency, F education facility. **Answer**: a *section* is a
page (or several) directly below the home page; a *record* is kept in the admin; the *platform* answers on every site by
itself. **Fresh**: after how many days without any change a section counts as stale; the circular asks for "official,
adequate, accurate and timely" (W6.2) and leaves figures to each site's regulation (W11.2c), so these are defaults of ours.
"""


def catalogue_document() -> str:
    """The whole page as Markdown: one table an article, and one of the sections with their titles and addresses."""
    with translation.override("en"):
        return "\n".join([HEAD, *_circulars()]).rstrip() + "\n"


def _circulars() -> Iterator[str]:
    for source, clauses in groupby(all_clauses(), key=lambda entry: entry.source):
        until = f" to {source.valid_to:%d/%m/%Y}" if source.valid_to else ""
        yield f"## {source.number}\n\n{source.title_vi}<br>\n*{source.title_en}*<br>\nIn force from {source.valid_from:%d/%m/%Y}{until}.\n"
        for article, entries in groupby(clauses, key=lambda entry: int(entry.reference.partition(".")[0])):
            yield from _article(article, list(entries))


def _article(article: int, entries: list[Clause]) -> Iterator[str]:
    yield f"### Article {article}\n"
    yield "| id | legal reference | who | binding | answer | asks for |\n|---|---|---|---|---|---|"
    yield from (_clause_row(entry) for entry in entries)
    yield ""
    sections = [s for entry in entries for s in entry.sections]
    if sections:
        yield "| section | page type | title | address | in English for foreigners | fresh |\n|---|---|---|---|---|---|"
        yield from (_section_row(s) for s in sections)
        yield ""


def _clause_row(entry: Clause) -> str:
    who = " ".join(letter for kind, letter in LETTERS.items() if kind in entry.binds)
    required = "required" if entry.required else "optional"
    until = f" (to {entry.valid_to:%d/%m/%Y})" if entry.valid_to else ""
    return (
        f"| {entry.id} | {entry.legal_reference('vi')}{until} | {who} | {required} | {_answer(entry)} "
        f"| {entry.summary_vi}<br>*{entry.summary_en}* |"
    )


def _answer(entry: Clause) -> str:
    if entry.answer != Answer.SECTION:
        return f"{entry.answer}: {entry.room}"
    if entry.answered_by:
        return f"section {entry.answered_by}"
    return "section"


def _section_row(section: Section) -> str:
    page_type = registered_page_types().get(section.key)
    name = f"`{page_type._meta.label}`" if page_type else "–"
    days = f"{section.freshness.days} days" if section.freshness.days else "does not age"
    replaces = f" (replaces {section.replaces})" if section.replaces else ""
    return (
        f"| {section.key}{replaces} | {name} | {section.title_vi}<br>*{section.title_en}* "
        f"| `/{section.slug_vi}/`<br>`/en/{section.slug_en}/` | {'yes' if section.english else ''} | {days} |"
    )
