"""The blocks from which the text of a page is built."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

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
    """A picture. Alternative text is required where the picture says something the text does not (W12.3)."""

    image = ImageChooserBlock(label=_("Picture"))
    alt = blocks.CharBlock(
        label=_("Description for those who cannot see it"),
        required=False,
        max_length=250,
        help_text=_("What the picture shows. Leave empty only for mere decoration."),
    )
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=250)
    credit = blocks.CharBlock(label=_("Author of the picture"), required=False, max_length=160)

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("A picture with caption and author")
        template = "blocks/figure.html"


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
        description = _("A file with its type and size")
        template = "blocks/file.html"


class BodyBlock(blocks.StreamBlock):
    """The text of an article, an item or a section."""

    heading = HeadingBlock()
    paragraph = blocks.RichTextBlock(
        label=_("Text"),
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
