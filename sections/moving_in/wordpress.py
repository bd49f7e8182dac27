"""WordPress: its export file (WXR 1.0 to 1.2). Entities, document types and anything external are refused by the parser."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException, ElementTree
from django.utils.translation import gettext_lazy as _

from common.spreadsheets import TableError
from common.text import fold
from sections.moving_in.items import VIETNAM, Content, Item, Kind, Leftover, line, paths

__all__ = ["read_wordpress"]

_SPACE = re.compile(r"^\{(.*)\}")
_WP = re.compile(r"^https?://wordpress\.org/export/[\d.]+/$")
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
_NUMBER = ("so_hieu", "so-hieu", "so_ky_hieu", "ky_hieu", "number", "code")
_ISSUER = ("co_quan_ban_hanh", "co-quan-ban-hanh", "issuer", "co_quan")
_ISSUED = ("ngay_ban_hanh", "ngay-ban-hanh", "issued_on")
_TYPE = ("loai_van_ban", "loai-van-ban", "document_type")
DOCUMENT_TYPES = ("vanban", "van_ban", "van ban", "document", "documents", "legal")
PASSED_OVER = {"attachment", "nav_menu_item", "revision", "custom_css", "wp_global_styles", "wp_navigation"}
DRAFT_NOTES = {
    "draft": _("It was a draft on the former site."),
    "pending": _("It was a draft on the former site."),
    "future": _("It was not public on the former site yet."),
    "private": _("It was not public on the former site."),
}


def read_wordpress(data: bytes, filename: str) -> Content:
    """Read an export. Raises TableError where it is none, or holds what an export never does."""
    try:
        root = ElementTree.fromstring(data, forbid_dtd=True, forbid_entities=True, forbid_external=True)
    except DefusedXmlException as error:
        raise TableError(
            "unsafe_xml", _("The file defines entities of its own, which an export of WordPress never does.")
        ) from error
    except (ParseError, ValueError, LookupError) as error:
        raise TableError("broken_xml", _("The file is not valid XML. Export it again.")) from error
    channel = root.find("channel")
    space = _namespace(root)
    if channel is None or not space:
        raise TableError("no_wordpress", _("“%(name)s” is no export of WordPress (WXR)."), name=filename)
    return _Reader(channel, space).content()


def _namespace(root: Element) -> str:
    for element in root.iter():
        found = _SPACE.match(element.tag) if isinstance(element.tag, str) else None
        if found and _WP.match(found[1]):
            return found[0]
    return ""


class _Reader:
    def __init__(self, channel: Element, space: str):
        self.channel, self.wp = channel, space
        self.excerpt = space.rstrip("}") + "excerpt/}"
        self.entries = channel.findall("item")
        self.authors = {
            self._text(author, "author_login"): line(self._text(author, "author_display_name"))
            for author in channel.findall(f"{space}author")
        }
        self.attachments = {
            self._text(entry, "post_id"): entry
            for entry in self.entries
            if self._text(entry, "post_type") == "attachment"
        }

    def _text(self, element: Element, name: str) -> str:
        return (element.findtext(f"{self.wp}{name}") or "").strip()

    def content(self) -> Content:
        content = Content()
        address = self._text(self.channel, "base_blog_url") or self._text(self.channel, "base_site_url")
        if host := urlsplit(address).hostname:
            content.hosts |= {host, f"www.{host}", host.removeprefix("www.")}
        for entry in self.entries:
            found = self._entry(entry)
            if isinstance(found, Item):
                content.items.append(found)
            elif found is not None:
                content.leftovers.append(found)
        return content

    def _entry(self, entry: Element) -> Item | Leftover | None:
        post_type, status = self._text(entry, "post_type"), self._text(entry, "status")
        title = line(entry.findtext("title"))
        if post_type in PASSED_OVER or status in ("auto-draft", "inherit"):
            return None
        if status == "trash":
            return Leftover(title, _("It was in the waste basket of the former site."))
        if self._text(entry, "post_password"):
            return Leftover(title, _("It was protected by a password on the former site."))
        kind = {"post": Kind.NEWS, "page": Kind.PAGE}.get(post_type)
        if kind is None and fold(post_type.replace("-", " ")).replace("_", " ") in DOCUMENT_TYPES:
            kind = Kind.DOCUMENT
        if kind is None:
            return Leftover(
                title, _("Entries of the type “%(type)s” have no place of their own.") % {"type": post_type}
            )
        return self._item(entry, kind, title, status)

    def _item(self, entry: Element, kind: Kind, title: str, status: str) -> Item:
        number, meta = self._text(entry, "post_id"), self._meta(entry)
        login = (entry.findtext(CREATOR) or "").strip()
        thumbnail = self.attachments.get(meta.get("_thumbnail_id", ""))
        day = self._day(entry)
        return Item(
            kind=kind,
            number=f"wordpress:{number}",
            title=title or line(self._text(entry, "post_name")) or f"#{number}",
            slug=self._text(entry, "post_name"),
            html=with_paragraphs(entry.findtext(CONTENT) or ""),
            summary=line(re.sub(r"<[^>]*>", " ", entry.findtext(self.excerpt) or "")),
            day=day,
            author=self.authors.get(login, ""),
            topic=self._topic(entry),
            image=self._text(thumbnail, "attachment_url") if thumbnail is not None else "",
            image_alt=line(self._meta(thumbnail).get("_wp_attachment_image_alt"))
            if thumbnail is not None
            else "",
            addresses=list(paths([_path(entry.findtext("link"))])),
            values=self._document_values(meta, day, entry) if kind == Kind.DOCUMENT else {},
            notes=[DRAFT_NOTES[status]] if status in DRAFT_NOTES else [],
        )

    def _meta(self, entry: Element) -> dict[str, str]:
        return {
            self._text(meta, "meta_key"): self._text(meta, "meta_value")
            for meta in entry.findall(f"{self.wp}postmeta")
        }

    def _topic(self, entry: Element) -> str:
        names = [
            line(each.text)
            for each in entry.findall("category")
            if each.get("domain") == "category" and each.get("nicename") != "uncategorized"
        ]
        return names[0] if names else ""

    def _day(self, entry: Element) -> date | None:
        """WordPress keeps Greenwich time beside that of the site; drafts have zeros there."""
        for name, zone in (("post_date_gmt", UTC), ("post_date", VIETNAM)):
            try:
                moment = datetime.fromisoformat(self._text(entry, name)).replace(tzinfo=zone)
            except ValueError:
                continue
            return moment.astimezone(VIETNAM).date()
        return None

    def _document_values(self, meta: dict[str, str], day: date | None, entry: Element) -> dict:
        def first(names: tuple[str, ...]) -> str:
            return next((line(meta[name]) for name in names if meta.get(name)), "")

        return {
            "number": first(_NUMBER),
            "issuer": first(_ISSUER),
            "document_type": first(_TYPE) or self._topic(entry),
            "issued_on": _plain_day(first(_ISSUED)) or day,
        }


def _plain_day(text: str) -> date | None:
    found = re.fullmatch(r"(\d{4})-?(\d{2})-?(\d{2})", text)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _path(link: str | None) -> str:
    parts = urlsplit((link or "").strip())
    return parts.path if not parts.query else ""


_BLOCK = re.compile(r"<(p|div|h[1-6]|ul|ol|table|blockquote|figure|pre|hr)\b", re.IGNORECASE)


def with_paragraphs(text: str) -> str:
    """What the classic editor stores has no paragraphs: an empty line ends one."""
    if re.search(r"<p\b", text, re.IGNORECASE):
        return text
    parts = (part.strip() for part in re.split(r"\r?\n\s*\r?\n", text))
    return "".join(
        part if _BLOCK.match(part) else "<p>" + re.sub(r"\r?\n", "<br>", part) + "</p>"
        for part in parts
        if part
    )
