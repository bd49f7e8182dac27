"""The blocks from which the text of a page is built."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from common.pictures import words_fault

TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link", "superscript", "subscript"]


class HeadingBlock(blocks.CharBlock):
    """A heading of the second level: the page's title is the only one of the first."""

    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("A heading inside the text")
        template = "blocks/heading.html"
        max_length = 160


class FigureBlock(blocks.StructBlock):
    """A picture. It is described in words, here or with the picture itself, or marked as decoration (W12.3); author,
    source and terms are the picture's own."""

    image = ImageChooserBlock(label=_("Picture"))
    alt = blocks.CharBlock(
        label=_("Description for those who cannot see it"),
        required=False,
        max_length=250,
        help_text=_("What the picture shows here. Left empty: the picture's own description."),
    )
    decorative = blocks.BooleanBlock(
        label=_("Decorative picture"),
        required=False,
        help_text=_("It says nothing that the text does not say; screen readers pass over it."),
    )
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=250)

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("A picture with caption, author and source")
        template = "blocks/figure.html"

    def clean(self, value):
        """A draft may lack the words, a submission may not."""
        cleaned = super().clean(value)
        if not self.is_deferred_validation and (fault := figure_fault(cleaned)):
            raise StructBlockValidationError(block_errors={"alt": ValidationError(fault)})
        return cleaned


def figure_fault(value: Any) -> Promise | None:
    """What is wrong with the words of a figure, or None. One whose picture was deleted shows nothing."""
    image = value.get("image")
    if image is None:
        return None
    return words_fault(image, value.get("alt") or "", decorative=bool(value.get("decorative")))


def figures_in(value: blocks.StreamValue | None) -> Iterator[tuple[int, Any]]:
    """The figures of a text, with the place of each: the number of its block, counted from one."""
    for place, child in enumerate(value or (), start=1):
        if isinstance(child.block, FigureBlock):
            yield place, child.value


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Quotation"))
    who = blocks.CharBlock(label=_("Who said it"), required=False, max_length=160)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        description = _("Words of a person, set apart")
        template = "blocks/quote.html"


class FileBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("File"))
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=200)

    class Meta:
        icon = "doc-full"
        label = _("File to download")
        description = _("A file with its type, size and source")
        template = "blocks/file.html"


class BodyBlock(blocks.StreamBlock):
    """The text of an article, an item or a section."""

    heading = HeadingBlock()
    paragraph = blocks.RichTextBlock(
        label=pgettext_lazy("block", "Text"),
        features=TEXT_FEATURES,
        icon="pilcrow",
        description=_("Paragraphs, lists and links"),
        template="blocks/paragraph.html",
    )
    figure = FigureBlock()
    quote = QuoteBlock()
    table = TableBlock(
        label=_("Table"),
        icon="table",
        description=_("Rows and columns with a header"),
        template="blocks/table.html",
    )
    file = FileBlock()

    class Meta:
        required = False
