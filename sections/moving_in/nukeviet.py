"""NukeViet: its SQL dump, or the same tables as JSON (``{"tables": {"vi_news_rows": [{…}, …]}}``)."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from common.spreadsheets import TableError
from sections.moving_in.dump import read_dump
from sections.moving_in.items import Content, Item, Kind, Leftover, day_of, line, paragraph, paths

__all__ = ["read_nukeviet"]

_TABLE = re.compile(
    r"(?:^|_)(?P<language>vi|en)_(?P<module>about|page|siteterms|news|laws|voting|opinions|menu|freecontent|"
    r"co_cau_to_chuc|contact|organs|faq|videoclips?|download|photos|shops)(?P<rest>_\w+)?$"
)
Rows = Sequence[Mapping[str, Any]]
NEWS_FILES, PAGE_FILES, LAW_FILES = "uploads/news/", "uploads/{module}/", "uploads/laws/"

INSTEAD = {
    "co_cau_to_chuc_rows": _("Units and heads are entered in the introduction, in their own fields."),
    "organs_rows": _("Units and heads are entered in the introduction, in their own fields."),
    "contact_department": _("Addresses for questions and complaints are entered in the section “Contact”."),
    "voting": _("Polls have no place among pages: answers that were given cannot be taken over."),
    "opinions_row": _("Drafts for consultation are entered as consultations, with their own periods."),
    "freecontent_rows": _("Boxes of the former front page are not taken over."),
    "menu_rows": _("The menu is made from the sections that the circular names."),
    "siteterms": _("The notice on personal information of this site takes its place."),
    "faq": _("Questions and answers name citizens: enter those that are still right under questions."),
    "videoclip_clip": _("Films are linked from an article."),
    "videoclips_rows": _("Films are linked from an article."),
    "download": _("Files to download are entered as documents or resources."),
    "photos_rows": _("Photos are entered as albums, with their sources."),
    "shops_rows": _("A site of an institution sells nothing."),
}
"""Tables that have no place among drafts → where their content belongs."""


def read_nukeviet(data: bytes, filename: str) -> Content:
    """Read a dump or its JSON shape. Raises TableError where it is neither."""
    tables = _json_tables(data) if _is_json(data) else _sql_tables(data)
    found = {}
    for name, rows in tables.items():
        match = _TABLE.search(name)
        if match and (match["language"] == "vi" or match["module"] + (match["rest"] or "") not in found):
            found[match["module"] + (match["rest"] or "")] = rows
    if not found:
        raise TableError(
            "no_nukeviet",
            _("There are no tables of NukeViet in “%(name)s”, such as nv4_vi_news_rows."),
            name=filename,
        )
    content = Content()
    content.items += [_article(row, found) for row in found.get("news_rows", [])]
    content.items += [_document(row, found) for row in found.get("laws_row", [])]
    for module in ("about", "page"):
        content.items += [_page(row, module) for row in found.get(module, [])]
    for name, reason in INSTEAD.items():
        content.leftovers += [
            Leftover(line(row.get("title") or row.get("full_name") or row.get("question")), reason)
            for row in found.get(name, [])
        ]
    return content


def _is_json(data: bytes) -> bool:
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")


def _json_tables(data: bytes) -> dict[str, Rows]:
    try:
        # PostgreSQL keeps no NUL in a text.
        found = json.loads(data.decode("utf-8-sig").replace("\\u0000", ""))
    except (ValueError, RecursionError) as error:
        raise TableError("not_a_list", _("The file is not valid JSON.")) from error
    tables = found.get("tables", found) if isinstance(found, dict) else {}
    return {
        name: [row for row in rows if isinstance(row, dict)]
        for name, rows in tables.items()
        if isinstance(rows, list)
    }


def _sql_tables(data: bytes) -> dict[str, Rows]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TableError(
            "bad_encoding",
            _("The dump is not in UTF-8: byte %(position)s is wrong."),
            position=error.start + 1,
        ) from error
    return read_dump(text, _TABLE)


def _by(rows: Rows, key: str) -> dict[str, Mapping[str, Any]]:
    return {str(row.get(key)): row for row in rows}


def _is_public(row: Mapping[str, Any]) -> bool:
    return str(row.get("status", "1")) == "1"


def _notes(row: Mapping[str, Any]) -> list:
    return [] if _is_public(row) else [_("It was not public on the former site.")]


def _article(row: Mapping[str, Any], found: Mapping[str, Rows]) -> Item:
    number = str(row.get("id"))
    detail = _by(_bodies(found), "id").get(number, {})
    category = _by(found.get("news_cat", []), "catid").get(str(row.get("catid")), {})
    source = _by(found.get("news_sources", []), "sourceid").get(
        str(row.get("sourceid") or detail.get("sourceid")), {}
    )
    alias = str(row.get("alias") or "")
    image = str(row.get("homeimgfile") or "")
    link = str(source.get("link") or "")
    part = f"news/{category.get('alias', '')}/{alias}-{number}"
    return Item(
        kind=Kind.NEWS,
        number=f"nukeviet:news:{number}",
        title=line(row.get("title")),
        slug=alias,
        html=str(detail.get("bodyhtml") or detail.get("bodytext") or row.get("bodytext") or ""),
        summary=line(row.get("hometext")),
        day=day_of(row.get("publtime") or row.get("addtime")),
        author=line(row.get("author")),
        source_name=line(source.get("title") or detail.get("sourcetext")),
        source_url=link if link.startswith(("http://", "https://")) else "",
        topic=line(category.get("title")),
        image=image if "://" in image or not image else NEWS_FILES + image,
        image_alt=line(row.get("homeimgalt")),
        addresses=list(paths(_addresses(part, "news"))),
        notes=_notes(row),
    )


def _bodies(found: Mapping[str, Rows]) -> Rows:
    """NukeViet 4 keeps the texts in one table, NukeViet 3 in one for each two thousand articles."""
    older = [rows for name, rows in found.items() if re.fullmatch(r"news_bodyhtml_\d+", name)]
    return [*found.get("news_detail", []), *(row for rows in older for row in rows)]


def _document(row: Mapping[str, Any], found: Mapping[str, Rows]) -> Item:
    number = str(row.get("id"))
    area_ids = [
        str(r.get("area_id")) for r in found.get("laws_row_area", []) if str(r.get("row_id")) == number
    ]
    areas = _by(found.get("laws_area", []), "id")
    kind = _by(found.get("laws_cat", []), "id").get(str(row.get("cid")), {})
    issuer = _by(found.get("laws_subject", []), "id").get(str(row.get("sid")), {})
    alias = str(row.get("alias") or "")
    files = [part.strip() for part in re.split(r"[,;|]", str(row.get("files") or "")) if part.strip()]
    return Item(
        kind=Kind.DOCUMENT,
        number=f"nukeviet:laws:{number}",
        title=line(row.get("title")),
        slug=alias,
        html=str(row.get("bodytext") or ""),
        summary=line(row.get("introtext")),
        day=day_of(row.get("publtime")),
        files=[part if "://" in part or part.startswith("uploads/") else LAW_FILES + part for part in files],
        addresses=list(
            paths(_addresses(f"laws/detail/{alias}", "laws"), _addresses(f"laws/{alias}", "laws"))
        ),
        values={
            "number": line(row.get("code")),
            "document_type": line(kind.get("title")),
            "issuer": line(issuer.get("title")),
            "field": line(areas.get(area_ids[0], {}).get("title")) if area_ids else "",
            "issued_on": day_of(row.get("publtime")),
            "effective_on": day_of(row.get("startvalid")),
            "expires_on": day_of(row.get("exptime")),
        },
        notes=_notes(row),
    )


def _page(row: Mapping[str, Any], module: str) -> Item:
    alias, image = str(row.get("alias") or ""), str(row.get("image") or "")
    return Item(
        kind=Kind.PAGE,
        number=f"nukeviet:{module}:{row.get('id')}",
        title=line(row.get("title")),
        slug=alias,
        html=str(row.get("bodytext") or "") or paragraph(row.get("description")),
        summary=line(row.get("description")),
        day=day_of(row.get("edit_time") or row.get("add_time")),
        image=PAGE_FILES.format(module=module) + image if image else "",
        image_alt=line(row.get("imagealt")),
        addresses=list(paths(_addresses(f"{module}/{alias}", module))),
        notes=_notes(row),
    )


def _addresses(part: str, module: str) -> list[str]:
    """How NukeViet writes an address: with and without its language, and unwritten."""
    op = part.removeprefix(f"{module}/")
    if not op.strip("/-"):
        return []
    return [
        f"/{part}.html",
        f"/vi/{part}.html",
        f"/{part}/",
        f"/vi/{part}/",
        f"/index.php?language=vi&nv={module}&op={op}",
    ]
