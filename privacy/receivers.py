"""The bytes of a file go with its row, however the row went."""

from __future__ import annotations

from functools import partial

from django.db import transaction

from privacy.models import SubmissionFile
from privacy.services.files import storage


def remove_bytes(sender: type[SubmissionFile], instance: SubmissionFile, **kwargs: object) -> None:
    transaction.on_commit(partial(storage().delete, instance.stored_as))
