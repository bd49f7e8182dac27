"""docs/catalogue.md, written from the catalogue itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path

from django.conf import settings
from django.urls import get_resolver
from django.utils import translation

from network.choices import InstitutionKind
from sections import tree
from sections.catalogue.entries import Answer, Clause, Section
from sections.catalogue.feeds import feeds_of
from sections.catalogue.registry import all_clauses, clause, registered_page_types
from sections.exchange.registry import exchanges
from sections.models import InformationPage

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

The second table of an article says how each of its sections is worked with. **Entries**: the page types that a board adds below
it, in the admin under Pages or by the button “Add” of the section. **Import**: the columns of a spreadsheet that go in, under
“Import and export”. **Export**: what comes out, there and below the public list. **Tests**: those whose first lines cite the
clause, journeys in a browser first. All of it is read from the page types, the registries and the tests.
"""
MOST_TESTS = 4


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
        yield "| section | page type | entries (admin place) | feed | import | export | tests |\n|---|---|---|---|---|---|---|"
        yield from (_work_row(s) for s in sections)
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


def _work_row(section: Section) -> str:
    page_type = registered_page_types().get(section.key)
    if page_type is None:
        return f"| {section.key} | – | – | – | – | – | – |"
    shared = {*tree.entry_types(), InformationPage}
    entries = [model for model in page_type.clean_subpage_models() if model not in shared]
    lists = exchanges(page_type)
    listing = getattr(page_type, "listing", None)
    export = [f"XLSX, CSV, JSON of {found.name}" for found in lists]
    if listing is not None:
        export.append(
            f"public list as CSV, XLSX, JSON ({len(listing.columns)} columns, {len(listing.filters)} filters)"
        )
    cells = [
        section.key,
        f"`{page_type._meta.label}`",
        "<br>".join(f"`{model._meta.object_name}`" for model in entries)
        or (
            "entries of any kind"
            if InformationPage in page_type.clean_subpage_models()
            else "the page itself"
        ),
        "<br>".join(f"`/{address}`" for name in feeds_of(page_type) for address in _addresses(name)) or "–",
        "<br>".join(
            f"{found.name}: {len(found.columns)} columns, known by {', '.join(found.key)}" for found in lists
        )
        or "–",
        "<br>".join(export) or "–",
        "<br>".join(f"`{path}`" for path in tests_of(section)) or "–",
    ]
    return f"| {' | '.join(cells)} |"


def _addresses(route: str) -> list[str]:
    """The pattern of a named route, without what the language adds."""
    with translation.override("vi"):
        found = get_resolver().reverse_dict.getlist(route)
    return sorted(
        {re.sub(r"%\((\w+)\)s", r"<\1>", pattern) for ways, *_rest in found for pattern, _names in ways}
    )


@cache
def _openings() -> dict[str, str]:
    """Path → first lines (docstring) of each module of tests; journeys in a browser come first."""
    root = Path(settings.BASE_DIR)
    paths = sorted((root / "tests").rglob("test_*.py"), key=lambda path: ("browser" not in path.parts, path))
    found = {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in paths}
    return {path: text.split('"""', 2)[1] for path, text in found.items() if text.count('"""') > 1}


def tests_of(section: Section) -> list[str]:
    """The tests that say of themselves which clause they are about, so that no other test changes the document."""
    cited = re.compile(rf"\b{re.escape(clause(section.key).id)}(?!\w|\.\d)")
    return [path for path, text in _openings().items() if cited.search(text)][:MOST_TESTS]
