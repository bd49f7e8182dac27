"""The keys of a version, and which version answers at the moment."""

from __future__ import annotations

import base64
import secrets

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from enrolment.models import CodeBook, ResultVersion
from enrolment.results.codes import CodeMaker, new_key
from enrolment.results.keys import RowCipher

KEY_BYTES = 32


@sensitive_variables()
def draw_keys(version: ResultVersion) -> None:
    """Give a new version keys of its own."""
    keys = {name: base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode() for name in ("seal", "index")}
    version.seal_field("sealed_keys", keys)


@sensitive_variables()
def keys_of(version: ResultVersion) -> tuple[bytes, bytes]:
    """The key that seals and the key of the index."""
    keys = version.unseal_field("sealed_keys")
    return base64.b64decode(keys["seal"]), base64.b64decode(keys["index"])


@sensitive_variables()
def cipher_of(version: ResultVersion) -> RowCipher:
    return RowCipher(keys_of(version)[0], version.uid.bytes, version.width)


@sensitive_variables()
def draw_book_key(book: CodeBook) -> None:
    """Give a new book the key from which its codes follow."""
    book.seal_field("sealed_key", base64.b64encode(new_key()).decode())


@sensitive_variables()
def code_maker(book: CodeBook | None) -> CodeMaker:
    """What makes the codes of a book. Raises ValidationError where they were erased."""
    if book is None or not book.sealed_key:
        raise ValidationError(
            _("The codes of this examination were erased: the list has to have them."), code="erased"
        )
    return CodeMaker(base64.b64decode(book.unseal_field("sealed_key")))
