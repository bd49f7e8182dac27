"""The parts of a digital resource. Each is a block of its own, so that a board asks for nothing that a part does not need."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock

from resources.packages.reading import NotAPackageError, package_of

VIDEO = ("mp4", "webm")
AUDIO = ("mp3", "m4a")
CAPTIONS = ("vtt",)
PACKAGES = ("zip", "h5p")

NEEDS_WORDS = _(
    "Add captions or the words that are spoken: some readers cannot hear, others have no sound on."
)
NOT_VIDEO = _("Choose a video: a file that ends in .mp4 or .webm.")
NOT_AUDIO = _("Choose a sound: a file that ends in .mp3 or .m4a.")
NOT_CAPTIONS = _("Captions are a file that ends in .vtt (WebVTT).")
NOT_PACKAGE = _("Choose a package: a file that ends in .zip (SCORM, HTML) or .h5p.")


def ending_of(document: Any) -> str:
    return (document.file_extension or "").lower() if document is not None else ""


class PartBlock(blocks.StructBlock):
    """A part whose file has to be of a certain kind. Drafts may lack the file, and the words of what is spoken."""

    endings: tuple[str, ...] = ()
    wrong: str | Promise = ""

    def clean(self, value):
        cleaned = super().clean(value)
        if faults := self.faults(cleaned):
            raise StructBlockValidationError(
                block_errors={name: ValidationError(text) for name, text in faults.items()}
            )
        return cleaned

    def faults(self, value: Any) -> dict[str, str | Promise]:
        document = value.get("document")
        if document is not None and ending_of(document) not in self.endings:
            return {"document": self.wrong}
        return {}


class FilePart(blocks.StructBlock):
    document = DocumentChooserBlock(
        label=_("File"),
        help_text=_(
            "For example a PDF, an EPUB book, slides or a ZIP of materials. Size and type are shown by themselves."
        ),
    )
    title = blocks.CharBlock(
        label=_("Title"),
        required=False,
        max_length=200,
        help_text=_("For example “Worksheets, pages 1–12”. Left empty: the title of the file."),
    )

    class Meta:
        icon = "doc-full"
        label = _("File to download")
        description = _("A file with its type and size")


class LinkPart(blocks.StructBlock):
    url = blocks.URLBlock(
        label=_("Address"),
        max_length=500,
        help_text=_(
            "For example https://phet.colorado.edu/vi/. Videos of known services are shown in the page when the reader "
            "asks for it."
        ),
    )
    title = blocks.CharBlock(
        label=_("Title"),
        max_length=200,
        help_text=_("What is found there, for example “Forces and motion: a simulation”."),
    )

    class Meta:
        icon = "link-external"
        label = _("Link")
        description = _("A resource on another website; it is checked whether it still answers")


class VideoPart(PartBlock):
    endings = VIDEO
    wrong = NOT_VIDEO

    document = DocumentChooserBlock(
        label=pgettext_lazy("kind of resource", "Video"),
        help_text=_("A file that ends in .mp4 or .webm, up to 50 MB."),
    )
    title = blocks.CharBlock(
        label=_("Title"), max_length=200, help_text=_("For example “Lesson 3: photosynthesis”.")
    )
    captions = DocumentChooserBlock(
        label=_("Captions"),
        required=False,
        help_text=_(
            "A file that ends in .vtt: what is spoken, with times. Most programs for subtitles save it."
        ),
    )
    transcript = blocks.TextBlock(
        label=_("What is said and shown"),
        required=False,
        rows=5,
        help_text=_(
            "The words of the video and what one has to see in it; needed where there are no captions."
        ),
    )

    class Meta:
        icon = "media"
        label = pgettext_lazy("kind of resource", "Video")
        description = _("A video of your own, with captions or its words")

    def faults(self, value):
        faults = super().faults(value)
        captions = value.get("captions")
        if captions is not None and ending_of(captions) not in CAPTIONS:
            faults["captions"] = NOT_CAPTIONS
        if (
            not self.is_deferred_validation
            and captions is None
            and not (value.get("transcript") or "").strip()
        ):
            faults["transcript"] = NEEDS_WORDS
        return faults


class AudioPart(PartBlock):
    endings = AUDIO
    wrong = NOT_AUDIO

    document = DocumentChooserBlock(
        label=pgettext_lazy("kind of resource", "Audio"),
        help_text=_("A file that ends in .mp3 or .m4a, up to 50 MB."),
    )
    title = blocks.CharBlock(
        label=_("Title"), max_length=200, help_text=_("For example “Listening 2: at the market”.")
    )
    transcript = blocks.TextBlock(
        label=_("What is said"),
        required=False,
        rows=5,
        help_text=_("The words, for those who cannot hear them."),
    )

    class Meta:
        icon = "media"
        label = pgettext_lazy("kind of resource", "Audio")
        description = _("A sound of your own, with its words")

    def faults(self, value):
        faults = super().faults(value)
        if not self.is_deferred_validation and not (value.get("transcript") or "").strip():
            faults["transcript"] = NEEDS_WORDS
        return faults


class PackagePart(PartBlock):
    endings = PACKAGES
    wrong = NOT_PACKAGE

    document = DocumentChooserBlock(
        label=_("Package"),
        help_text=_(
            "A lecture as the authoring program exports it: SCORM 1.2 or 2004, HTML with index.html, or H5P. SCORM and HTML "
            "run in the page, shut off from the rest of the site; H5P is offered for download."
        ),
    )
    title = blocks.CharBlock(
        label=_("Title"), max_length=200, help_text=_("For example “Interactive lecture: fractions”.")
    )

    class Meta:
        icon = "desktop"
        label = _("Interactive package")
        description = _("SCORM, HTML or H5P")

    def faults(self, value):
        faults = super().faults(value)
        document = value.get("document")
        if document is not None and not faults:
            try:
                package_of(document)
            except NotAPackageError as error:
                faults["document"] = str(error)
        return faults


class ContentBlock(blocks.StreamBlock):
    """What a resource consists of, in the order in which it is used. Other than the text of a page: each part is something
    to open or to take along, and becomes a format and an address for machines."""

    file = FilePart()
    link = LinkPart()
    video = VideoPart()
    audio = AudioPart()
    package = PackagePart()

    class Meta:
        min_num = 1
        max_num = 30
