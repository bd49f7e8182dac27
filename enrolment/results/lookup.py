"""A candidate looks up their own results: number and second keys in, one row out, and nothing else ever.

Hit and miss take the same road: one statement reads by the key, something is opened (a decoy where nothing was found), one
statement counts. What is counted are misses of a number and of a network; tries of a network have a limit of their own, far
above what a school's computer room or the many phones behind one address of a mobile network need.
"""

from __future__ import annotations

import threading
import time
import uuid
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db import connection
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from enrolment.choices import Scheme, VersionState
from enrolment.models import ExaminationPage, ResultRow, ResultVersion
from enrolment.results.keys import ABSENT, RowCipher, bare_birth, bare_code, bare_number, digest
from enrolment.results.subjects import Subject
from enrolment.results.versions import cipher_of, keys_of
from enrolment.tries import Counted, Plan, is_spent, tries_count

FRESH_SECONDS = 2.0
"""How long a process knows which version answers without asking again."""
LONGEST_ENTRY = 60
DECOY_SCORES = 4


@dataclass(frozen=True)
class Answers:
    """The version that answers for an examination, with its keys."""

    key: uuid.UUID
    version_id: int
    asks_birth: bool
    asks_code: bool
    subjects: tuple[Subject, ...]
    index_key: bytes
    cipher: RowCipher
    opens_at: datetime
    closes_on: date
    hosts: frozenset[str]
    decoy: tuple[bytes, bytes]

    def is_open(self, now: datetime) -> bool:
        return self.opens_at <= now and timezone.localdate(now) <= self.closes_on


@dataclass(frozen=True)
class Result:
    """What somebody sees: the number as the list has it, then subject and score. Without a number nothing was found,
    and `rows` are none that anybody may see; `is_locked`: too many misses."""

    number: str = ""
    rows: tuple[tuple[Subject, str], ...] = ()
    is_locked: bool = False

    @property
    def is_found(self) -> bool:
        return bool(self.number)


_known: dict[uuid.UUID, tuple[float, Answers | None]] = {}
_lock = threading.Lock()


def answers_of(key: uuid.UUID) -> Answers | None:
    """What answers for an examination, whatever its language (`key`: its translation key); None where nothing does. Asked of the
    database every FRESH_SECONDS at the most."""
    found = _known.get(key)
    if found is None or time.monotonic() - found[0] > FRESH_SECONDS:
        answers = _read(key)
        with _lock:
            if len(_known) > 1000:
                _known.clear()
            _known[key] = found = (time.monotonic(), answers)
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
        subjects=subjects,
        index_key=index_key,
        cipher=cipher,
        opens_at=version.exam.results_at,
        closes_on=version.exam.closes_on,
        hosts=frozenset({version.institution.site.hostname}),
        decoy=(nothing, decoy),
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
    found = digest(answers.index_key, bare, second, third)
    misses = _misses(answers, bare, network)
    sealed, numbers = _asked(answers, found, misses, now)
    is_hit = sealed is not None
    values = answers.cipher.open(*((found, sealed) if is_hit else answers.decoy))
    is_hit = is_hit and values is not None
    locked = is_spent(misses, numbers, was_miss=not is_hit)
    rows = tuple(zip(answers.subjects, (values or [""])[1:], strict=False))
    return Result(values[0], rows) if is_hit and not locked else Result("", rows, is_locked=locked)


def _asked(
    answers: Answers, found: bytes, misses: tuple[Counted, ...], now: datetime
) -> tuple[bytes | None, list[int]]:
    """The sealed row, by the key alone whatever the database has noticed of a million new rows, and the counters after this try;
    one statement on PostgreSQL. A row of another version is none."""
    if connection.vendor == "postgresql":
        plan = Plan(misses, now)
        parameters = [value for key in plan.written for value in (key, plan.until)]
        with connection.cursor() as cursor:
            cursor.execute(
                _ONE.format(rows=", ".join([_COUNTER] * len(plan.written))),
                [found.hex(), answers.version_id, *parameters, plan.read],
            )
            answered = cursor.fetchall()
        sealed = answered[0][2]
        numbers = plan.numbers((key, number) for key, number, _sealed in answered)
        return (None if sealed is None else bytes(sealed)), numbers
    row = ResultRow.objects.filter(digest=uuid.UUID(bytes=found), version_id=answers.version_id)
    sealed = row.values_list("sealed", flat=True).first()
    numbers = tries_count(misses, add=1 if sealed is None else 0, now=now)
    return (None if sealed is None else bytes(sealed)), numbers


_COUNTER = "(%s::uuid, %s::timestamptz)"
_ONE = """
WITH found AS (SELECT sealed FROM enrolment_resultrow WHERE digest = %s::uuid AND version_id + 0 = %s),
counted AS (
  INSERT INTO enrolment_lookuptry AS t (key, number, until)
  SELECT v.key, CASE WHEN EXISTS (SELECT 1 FROM found) THEN 0 ELSE 1 END, v.until
  FROM (VALUES {rows}) AS v (key, until)
  ON CONFLICT (key) DO UPDATE SET number = t.number + excluded.number RETURNING key, number
)
SELECT key, number, (SELECT sealed FROM found) FROM counted
UNION ALL SELECT key, number, NULL FROM enrolment_lookuptry WHERE key = ANY(%s)
"""
"""``version_id + 0``: no index but that of the key is of use."""


def _misses(answers: Answers, bare: str, network: str) -> tuple[Counted, ...]:
    return (
        Counted(f"result:{answers.key}", bare, settings.EDUSITE_LOOKUP_MISSES_NUMBER),
        Counted("network", network, settings.EDUSITE_LOOKUP_MISSES_NETWORK, is_busy=True),
    )


def shown_rows(result: Result, language: str, absent: str) -> list[tuple[str, str]]:
    """(subject, score) of the subjects that the candidate took or was absent from. Where two programmes stand side by side, a
    subject of one of them says so."""
    return [
        (_label(subject, language, result), absent if value == ABSENT else _written(value, language))
        for subject, value in result.rows
        if value
    ]


def _label(subject: Subject, language: str, result: Result) -> str:
    label = subject.label(language)
    if subject.scheme in (Scheme.NEW, Scheme.OLD) and _is_mixed(result):
        return f"{label} ({subject.scheme})"
    return label


def _is_mixed(result: Result) -> bool:
    return any(subject.scheme == Scheme.BOTH and subject.kind == "score" for subject, _value in result.rows)


def _written(value: str, language: str) -> str:
    return value.replace(".", ",") if language == "vi" and value.replace(".", "", 1).isdigit() else value
