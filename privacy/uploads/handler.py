"""How files of the public arrive: in memory and bounded, never in a temporary file that would hold them readably on the disk."""

from __future__ import annotations

import io

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopFutureHandlers

MAX_FILE = 26 * 1024 * 1024
MAX_REQUEST = 52 * 1024 * 1024
STAFF_PREFIXES = ("/admin/",)


class BoundedUploadHandler(FileUploadHandler):
    """Stands before Django's handlers (``FILE_UPLOAD_HANDLERS``). A file that grows beyond the bounds is read to its end and
    forgotten; ``is_cut`` then tells the field to say so. What staff upload goes on to the handlers behind."""

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):  # noqa: N803
        self.is_public = not self.request.path_info.startswith(STAFF_PREFIXES)
        self.total = 0

    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        self.is_cut = False
        if self.is_public:
            self.file = io.BytesIO()
            raise StopFutureHandlers

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        if not self.is_public:
            return raw_data
        self.total += len(raw_data)
        if self.is_cut or start + len(raw_data) > MAX_FILE or self.total > MAX_REQUEST:
            self.is_cut = True
            self.file = io.BytesIO()
        else:
            self.file.write(raw_data)
        return None

    def file_complete(self, file_size: int) -> InMemoryUploadedFile | None:
        if not self.is_public:
            return None
        self.file.seek(0)
        upload = InMemoryUploadedFile(
            file=self.file,
            field_name=self.field_name,
            name=self.file_name,
            content_type=self.content_type,
            size=file_size,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )
        upload.is_cut = self.is_cut
        return upload
