"""How a file is refused."""

from __future__ import annotations

from django.core.exceptions import ValidationError


def refused(code: str, message: str, **params: object) -> ValidationError:
    """One message with its parameters; `code` is for tests and counts."""
    return ValidationError(message, code=code, params=params or None)
