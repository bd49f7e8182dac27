"""The text of an article for another board: its pictures and files come into that board's collection with author, source and
terms (W7.3), links into the first site become full addresses."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from wagtail.models import Page

from editorial.choices import ReuseTerms
from editorial.models import SiteDocument, SiteImage
from network.models import Institution
from sections.models import ArticleFile, ArticlePage

KEPT = ("title", "description", "is_decorative", "people_shown", "author_name", "source_name")


class Copier:
    """Takes one article over for one board. `address` is where it stands."""

    def __init__(self, source: ArticlePage, receiver: Institution, user):
        self.source, self.receiver, self.user = source, receiver, user
        self.address = source.source_url or source.full_url or ""
        self.media: dict[tuple[type, int], Any] = {}

    def write(self, page: ArticlePage) -> None:
        """Write text, picture, files and source into `page`; nothing of it is saved but the media."""
        source = self.source
        page.title, page.summary, page.kind = source.title, source.summary, source.kind
        page.topic = page.topic or source.topic
        page.body = self.body()
        page.image = self.medium(source.image) if source.image_id else None
        page.image_alt, page.image_decorative = source.image_alt, source.image_decorative
        page.files = [
            ArticleFile(file=self.medium(row.file), sort_order=row.sort_order)
            for row in source.files.select_related("file")
        ]
        page.author_name, page.source_name = source.author_name, source.source_name
        page.is_republished, page.source_url = True, self.address
        page.reuse_terms = source.reuse_terms or ReuseTerms.QUOTE_SOURCE

    def body(self) -> list[dict[str, Any]]:
        found = []
        for block in self.source.body.raw_data:
            raw = {"type": block["type"], "value": copy.deepcopy(block["value"])}
            value = raw["value"]
            if raw["type"] == "figure" and value.get("image"):
                value["image"] = self._number(SiteImage, value["image"])
            elif raw["type"] == "file" and value.get("document"):
                value["document"] = self._number(SiteDocument, value["document"])
            elif raw["type"] == "paragraph":
                raw["value"] = self._text(value)
            found.append(raw)
        return self.source.body.stream_block.to_python(found)

    def _number(self, model: type, pk: int) -> int | None:
        item = model.objects.filter(pk=pk).first()
        return self.medium(item).pk if item else None

    def _text(self, html: str) -> str:
        soup = BeautifulSoup(html or "", "html.parser")
        for link in soup.find_all("a", linktype=True):
            number = int(link.get("id") or 0)
            if link["linktype"] == "document":
                document = SiteDocument.objects.filter(pk=number).first()
                if document is None:
                    link.unwrap()
                else:
                    link["id"] = str(self.medium(document).pk)
                continue
            page = Page.objects.filter(pk=number, live=True).first() if link["linktype"] == "page" else None
            address = page.full_url if page else ""
            if address:
                link.attrs = {"href": address}
            else:
                link.unwrap()
        return str(soup)

    def medium(self, item: Any) -> Any:
        """The picture or file in the receiver's collection; one that is there already is not copied again."""
        model = type(item)
        key = (model, item.pk)
        if key not in self.media:
            digest = item.file_hash or item.get_file_hash()
            known = model.objects.filter(collection=self.receiver.collection, file_hash=digest).first()
            self.media[key] = known or self._copy(item)
        return self.media[key]

    def _copy(self, item: Any) -> Any:
        model = type(item)
        names = {field.name for field in model._meta.get_fields()}
        made = model(
            collection=self.receiver.collection,
            uploaded_by_user=self.user,
            is_republished=True,
            source_url=item.source_url or self.address,
            reuse_terms=item.reuse_terms or ReuseTerms.QUOTE_SOURCE,
            **{name: getattr(item, name) for name in KEPT if name in names},
        )
        with item.file.open("rb") as handle:
            made.file = ContentFile(handle.read(), name=Path(item.file.name).name)
        if isinstance(made, SiteDocument):
            made.file_size, made.file_hash = item.file_size, item.file_hash
        else:
            made.width, made.height, made.file_size = item.width, item.height, item.file_size
            made.file_hash = item.file_hash
        made.save()
        return made
