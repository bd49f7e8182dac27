"""The forms of pictures and files: single and multiple upload, editing, and the upload tab of the choosers."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from common.pictures import FILE_NAME
from common.text import looks_like_file_name
from editorial.services.media_guard import reason_to_keep
from privacy.guard.uploads import UNREADABLE_PICTURE, can_be_stripped
from privacy.uploads.checks import check_upload

TITLE_IS_FILE_NAME = _("Give the file a title in words, as readers will see it: not the name of the file.")
DESCRIPTION_HELP = _("What the picture shows, for readers who cannot see it.")
OWN_HELP = {
    "author_name": _(
        "Left empty: your institution. Otherwise who made it, for example “Câu lạc bộ Nhiếp ảnh”."
    ),
    "source_name": _(
        "Left empty: your institution. Otherwise where it comes from, for example “Báo Hòa Sơn”."
    ),
}
"""What the fields say while something is uploaded: what is known is not asked."""


class OwnByDefault:
    """What is uploaded without a word on author and source is the institution's own; it is written into the fields,
    where the person sees it and may put it right."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance._state.adding:
            for name, text in OWN_HELP.items():
                if name in self.fields:
                    self.fields[name].help_text = text

    def save(self, commit: bool = True) -> Any:
        if self.instance._state.adding:
            if len(self.collections) == 1:
                self.instance.collection = self.collections[0]
            self.instance.claim_as_own()
        return super().save(commit=commit)


class KeptWhilePublished:
    """The file that published pages show is not exchanged; the refusal stands at the field."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "file" in self.changed_data and (reason := reason_to_keep(self.instance)):
            self.add_error("file", reason)
        return cleaned


class CheckedFile:
    """What the board uploads passes the same checks as what the public sends; a picture keeps its bytes."""

    kinds: tuple[str, ...] = ()
    max_bytes = 10 * 1024 * 1024

    def clean_file(self) -> Any:
        upload = self.cleaned_data["file"]
        if "file" in self.changed_data and upload:
            check_upload(upload, self.kinds, max_bytes=self.max_bytes, rewrite_images=False)
            upload.seek(0)
        return upload


class ImageForm(CheckedFile, KeptWhilePublished, OwnByDefault, BaseImageForm):
    """A picture. Words for those who cannot see it may be missing here; where it is placed they may not."""

    kinds = ("image",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "description" in self.fields:
            self.fields["description"].help_text = DESCRIPTION_HELP

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "file" in self.changed_data and cleaned.get("file") and not can_be_stripped(cleaned["file"]):
            self.add_error("file", UNREADABLE_PICTURE)
        return cleaned

    def clean_description(self) -> str:
        description = self.cleaned_data["description"].strip()
        if looks_like_file_name(description):
            raise ValidationError(FILE_NAME, code="file-name")
        return description


class DocumentForm(CheckedFile, KeptWhilePublished, OwnByDefault, BaseDocumentForm):
    """A file to download."""

    kinds = ("pdf", "office", "text", "archive", "package", "media", "captions")
    max_bytes = settings.WAGTAILDOCS_MAX_UPLOAD_SIZE

    def clean_title(self) -> str:
        title = self.cleaned_data["title"].strip()
        if looks_like_file_name(title) and (self.instance._state.adding or "title" in self.changed_data):
            raise ValidationError(TITLE_IS_FILE_NAME, code="file-name")
        return title
