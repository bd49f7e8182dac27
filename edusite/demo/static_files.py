"""The demonstration's static files, compressed in a second: brotli's highest quality, which a server that is installed once can
afford, takes twelve."""

from __future__ import annotations

import brotli
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage

QUALITY = 9


class QuickCompressor(Compressor):
    @staticmethod
    def compress_brotli(data: bytes) -> bytes:
        return brotli.compress(data, quality=QUALITY)


class QuickStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """As in production but for the quality of the compression."""

    def create_compressor(self, **kwargs) -> Compressor:
        return QuickCompressor(**kwargs)
