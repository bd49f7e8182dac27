"""What libmagic sees in the bytes of a file. Without the library the application starts, and takes no files."""

from __future__ import annotations

try:
    import magic
except ImportError:  # python-magic raises it where the library of the system is missing
    magic = None

HEAD = 256 * 1024


class NotInstalledError(Exception):
    """libmagic is not on this machine."""


def is_installed() -> bool:
    return magic is not None


def content_type(data: bytes) -> str:
    """The media type by the first bytes. Raises NotInstalledError."""
    if magic is None:
        raise NotInstalledError
    return magic.from_buffer(data[:HEAD], mime=True)
