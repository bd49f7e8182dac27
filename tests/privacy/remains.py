"""What is left of a person anywhere: in tables as they are written, behind seals, on storages, in caches, in letters, behind the
ids of proof."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from django.apps import apps
from django.core import mail
from django.core.cache import caches
from django.core.files.storage import Storage, storages
from django.db.models import Model

from network.models import Letter
from privacy.models import ConsentEvent, Disclosure, PrivacyAudit, SealedModel, Submission
from tests.privacy.sender import tables_holding

PRIVATE = "private"
_UID = re.compile(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}")


def remains_of(words: Iterable[str]) -> list[str]:
    """Where a word of a person still stands; each place in words."""
    found = []
    for word in words:
        found += [f"{word}: table {name}" for name in tables_holding(word)]
        found += [f"{word}: sealed in {place}" for place in _sealed_holding(word)]
        found += [f"{word}: cache {name}" for name in caches_holding(word)]
    return found


def _sealed_holding(word: str) -> Iterator[str]:
    for model in apps.get_models():
        if not issubclass(model, SealedModel):
            continue
        for row in model._base_manager.all():
            for field in model.sealed_fields:
                if word in str(row.unseal_field(field)):
                    yield f"{model._meta.label}.{field}"


def caches_holding(word: str) -> list[str]:
    """The stores in which a word stands as a name or in a value (pickled texts are UTF-8)."""
    needle = word.encode()
    return [
        name
        for name in ("default", "pages")
        for key, value in caches[name]._cache.items()
        if needle in key.encode() or needle in value
    ]


def stored_files(storage: Storage | None = None, folder: str = "") -> list[str]:
    """All names on the private storage."""
    storage = storage or storages[PRIVATE]
    if folder and not storage.exists(folder):
        return []
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return []
    inside = [name for inner in folders for name in stored_files(storage, f"{folder}/{inner}".lstrip("/"))]
    return [f"{folder}/{name}".lstrip("/") for name in files] + inside


def storage_holding(word: str) -> list[str]:
    """The files, public and private, in whose name or bytes a word stands as it was written."""
    found = []
    for alias in ("default", PRIVATE):
        storage = storages[alias]
        for name in stored_files(storage):
            with storage.open(name) as stored:
                if word in name or word.encode() in stored.read():
                    found.append(f"{alias}:{name}")
    return found


def proof_that_leads_to_a_row() -> list[str]:
    """Entries that stay for good whose random number still belongs to something that a person sent."""
    ids = {str(uid) for model in _personal() for uid in model._base_manager.values_list("uid", flat=True)}
    found = [f"audit {ref}" for ref in _refs() if ids & set(_UID.findall(ref))]
    for model in (ConsentEvent, Disclosure):
        rows = model._base_manager.all()
        found += [
            f"{model.__name__} {row.pk}" for row in rows if row.submission_id or str(row.subject) in ids
        ]
    return found


def _refs() -> Iterable[str]:
    return PrivacyAudit.objects.values_list("object_ref", flat=True)


def _personal() -> list[type[Model]]:
    """What a person sent, and what hangs on it; requests about it stand on their own."""
    return [
        model
        for model in apps.get_models()
        if issubclass(model, SealedModel)
        and (model is Submission or any(f.related_model is Submission for f in model._meta.fields))
        and model._meta.model_name != "subjectrequest"
    ]


def letters_about(pks: Iterable[int]) -> list[Letter]:
    return list(Letter.objects.filter(about__submission__in=list(pks)))


def mail_holding(words: Iterable[str]) -> list[str]:
    """Words that stand in subject or text of a letter that has left."""
    texts = [f"{message.subject}\n{message.body}" for message in mail.outbox]
    return [word for word in words if any(word in text for text in texts)]
