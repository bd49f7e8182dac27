"""A candidate looks up their own results: number and second keys in, one row out, and nothing else ever.

Hit and miss take the same road: one statement reads by the key and counts, something is opened (a decoy where nothing was
found). What is counted are misses of a number and of a network; the limit of a network is far above what a school's computer
room or the many phones behind one address of a mobile network need.
"""

from __future__ import annotations

import threading
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from time import monotonic

from django.conf import settings
from django.utils import timezone
from django.utils.html import escape
from django.views.decorators.debug import sensitive_variables

from enrolment.choices import Scheme, VersionState
from enrolment.keyed_hash import KeyedHash
from enrolment.models import ExaminationPage, ResultVersion
from enrolment.results.asking import row_and_numbers
from enrolment.results.keys import ABSENT, RowCipher, bare_birth, bare_code, bare_number, row_key
from enrolment.results.subjects import Subject
from enrolment.results.versions import cipher_of, keys_of
from enrolment.tries import Counted, is_spent, misses_of_network, misses_of_number

FRESH_SECONDS, LONGEST_SECONDS = 2.0, 4.0
"""How long a process knows which version answers without asking again, and how long it answers so while it asks."""
LONGEST_ENTRY = 60
DECOY_SCORES = 4


@dataclass(frozen=True)
class Answers:
    """The version that answers for an examination, with its keys."""

    key: uuid.UUID
    version_id: int
    asks_birth: bool
    asks_code: bool
    is_code_drawn: bool
    """The codes come from us and not from the list, where they may be short."""
    subjects: tuple[Subject, ...]
    index: KeyedHash
    cipher: RowCipher
    opens_at: datetime
    closes_on: date
    hosts: frozenset[str]
    decoy: tuple[bytes, bytes]
    labels: Mapping[str, tuple[str, ...]]
    """What subjects are called in a page, by language."""

    def is_open(self, now: datetime) -> bool:
        return self.opens_at <= now < self.ends_at

    @cached_property
    def ends_at(self) -> datetime:
        """The midnight after the closing day."""
        day = datetime.combine(self.closes_on + timedelta(days=1), time.min)
        return timezone.make_aware(day)


@dataclass(frozen=True)
class Result:
    """What somebody sees: the number as the list has it, then the value of each subject. Without a number nothing was found,
    and `values` are none that anybody may see; `is_locked`: too many misses."""

    number: str = ""
    values: Sequence[str] = ()
    is_locked: bool = False

    @property
    def is_found(self) -> bool:
        return bool(self.number)


_known: dict[uuid.UUID, tuple[float, Answers | None]] = {}
_lock = threading.Lock()


def answers_of(key: uuid.UUID) -> Answers | None:
    """What answers for an examination, whatever its language (`key`: its translation key); None where nothing does. Asked of the
    database every FRESH_SECONDS at the most, and LONGEST_SECONDS old at the most."""
    found = _known.get(key)
    age = monotonic() - found[0] if found else LONGEST_SECONDS
    if age < FRESH_SECONDS:
        return found[1]
    # One of those who come at this moment asks; the others are told what was known, or wait where that is too old.
    if not _lock.acquire(blocking=age >= LONGEST_SECONDS):
        return found[1]
    try:
        found = _known.get(key)
        if found is None or monotonic() - found[0] >= FRESH_SECONDS:
            if len(_known) > 1000:
                _known.clear()
            asked_at = monotonic()
            _known[key] = found = (asked_at, _read(key))
    finally:
        _lock.release()
    return found[1]


def answers_forget() -> None:
    """Ask again at once; for tests and for the process that published."""
    _known.clear()


def exams_of(key: uuid.UUID):
    """The pages of an examination in all languages that everybody may read."""
    return ExaminationPage.objects.live().public().filter(translation_key=key)


@sensitive_variables()
def _read(key: uuid.UUID) -> Answers | None:
    version = (
        ResultVersion.objects.select_related("exam", "institution__site")
        .filter(exam__translation_key=key, state=VersionState.PUBLISHED)
        .first()
    )
    if version is None or version.institution.site is None or not exams_of(key).exists():
        return None
    cipher, index_key = cipher_of(version), keys_of(version)[1]
    subjects = tuple(version.subject_list)
    nothing = bytes(16)
    # As many scores as most candidates have: drawn in vain for a miss, so that it takes as long.
    values = ["8.25" if place < DECOY_SCORES else "" for place in range(len(subjects))]
    decoy = cipher.seal(nothing, ["0" * 8, *values], bytes(12))
    return Answers(
        key=key,
        version_id=version.pk,
        asks_birth=version.asks_birth,
        asks_code=version.asks_code,
        is_code_drawn=version.asks_code and version.code_book_id is not None,
        subjects=subjects,
        index=KeyedHash(index_key),
        cipher=cipher,
        opens_at=version.exam.results_at,
        closes_on=version.exam.closes_on,
        hosts=frozenset({version.institution.site.hostname}),
        decoy=(nothing, decoy),
        labels=_labels(subjects),
    )


@sensitive_variables()
def result_find(
    *, answers: Answers, number: str, birth: str, code: str, network: str, now: datetime | None = None
) -> Result:
    """The result of whoever knows all keys; an empty one otherwise. `network`: a name of the sender's network, of which an HMAC
    is counted."""
    now = now or timezone.now()
    bare = bare_number(number[:LONGEST_ENTRY])
    second = bare_birth(birth[:LONGEST_ENTRY]) if answers.asks_birth else ""
    third = bare_code(code[:LONGEST_ENTRY]) if answers.asks_code else ""
    found = row_key(answers.index, bare, second, third)
    misses = _misses(answers, bare, network)
    sealed, numbers = row_and_numbers(answers.version_id, found, *misses, now)
    is_hit = sealed is not None
    values = answers.cipher.open(*((found, sealed) if is_hit else answers.decoy))
    is_hit = is_hit and values is not None
    locked = is_spent(misses, numbers, was_miss=not is_hit)
    number, *rest = values or [""]
    return Result(number if is_hit and not locked else "", rest, is_locked=locked)


def _misses(answers: Answers, bare: str, network: str) -> tuple[Counted, Counted]:
    return (
        misses_of_number(f"result:{answers.key}", bare, has_code=answers.is_code_drawn),
        misses_of_network(network, has_code=answers.is_code_drawn),
    )


def shown_rows(answers: Answers, result: Result, language: str, absent: str) -> list[tuple[str, str]]:
    """(subject, score), as they stand in a page, of the subjects that the candidate took or was absent from."""
    return [
        (label, absent if value == ABSENT else _written(value, language))
        for label, value in zip(answers.labels[language], result.values, strict=False)
        if value
    ]


def _labels(subjects: tuple[Subject, ...]) -> dict[str, tuple[str, ...]]:
    """Names of subjects by language, escaped. Where two programmes stand side by side, a subject of one of them says so."""
    is_mixed = any(subject.scheme == Scheme.BOTH and subject.kind == "score" for subject in subjects)
    return {
        language: tuple(escape(_label(subject, language, is_mixed=is_mixed)) for subject in subjects)
        for language, _name in settings.LANGUAGES
    }


def _label(subject: Subject, language: str, *, is_mixed: bool) -> str:
    label = subject.label(language)
    return f"{label} ({subject.scheme})" if is_mixed and subject.scheme in (Scheme.NEW, Scheme.OLD) else label


def _written(value: str, language: str) -> str:
    """A score with the comma of the language; what is none, escaped."""
    if value.replace(".", "", 1).isdigit():
        return value.replace(".", ",") if language == "vi" else value
    return escape(value)
