"""Registry of facts: what a regulation is drafted from, and what is compared with its text later.

A package registers a source in ``AppConfig.ready()``. A source reads the facts of any number of institutions in a fixed
number of queries. Facts are words, not numbers: they stand in a text that a head signs, in Vietnamese and in English.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from network.models import Institution

Words = tuple[str, ...]


@dataclass(frozen=True)
class Fact:
    """One fact as the text says it: a line, or several. Without English words the Vietnamese ones stand in both texts."""

    vi: Words
    en: Words = ()

    @classmethod
    def of(cls, vi: str | Iterable[str], en: str | Iterable[str] = ()) -> Fact:
        return cls(_lines(vi), _lines(en))

    def words(self, language: str) -> Words:
        return (self.en or self.vi) if language == "en" else self.vi

    def as_json(self) -> dict[str, list[str]]:
        return {"vi": list(self.vi), "en": list(self.en)}

    @classmethod
    def from_json(cls, value: Mapping[str, Sequence[str]]) -> Fact:
        return cls(tuple(value.get("vi", ())), tuple(value.get("en", ())))


Facts = dict[str, Fact]


def _lines(words: str | Iterable[str]) -> Words:
    lines = (words,) if isinstance(words, str) else tuple(words)
    return tuple(line.strip() for line in lines if line.strip())


@dataclass(frozen=True)
class FactSource:
    """`gather(institutions, day)` answers the facts of each institution by its id; a fact without words is left out.

    `label(key)` names a fact for the people who read what differs; None for a key that the source no longer has.
    """

    name: str
    gather: Callable[[Sequence[Institution], date], Mapping[int, Facts]]
    label: Callable[[str], str | Promise | None]


_sources: dict[str, FactSource] = {}


def register_facts(source: FactSource) -> None:
    """Add a source; its keys begin with its name and a full stop."""
    if _sources.setdefault(source.name, source) is not source:
        raise ValueError(f"A source of facts named {source.name!r} is registered already.")


def gather_facts(institutions: Iterable[Institution], *, on: date | None = None) -> dict[int, Facts]:
    """Institution id → its facts. The number of queries depends on the number of sources only."""
    found = list(institutions)
    facts: dict[int, Facts] = {institution.pk: {} for institution in found}
    if not found:
        return facts
    for source in _sources.values():
        gathered = source.gather(found, on or timezone.localdate())
        for pk, values in gathered.items():
            facts[pk].update({key: fact for key, fact in values.items() if fact.vi})
    return facts


def fact_label(key: str) -> str:
    """What a fact is called in the language of the reader."""
    source = _sources.get(key.partition(".")[0])
    label = source.label(key) if source else None
    return str(label) if label else _("Former entry %(key)s") % {"key": key}


def select(facts: Facts, names: Iterable[str]) -> Facts:
    """The facts that are named, or whose source is."""
    wanted = frozenset(names)
    return {key: fact for key, fact in facts.items() if key.partition(".")[0] in wanted or key in wanted}


def as_json(facts: Facts) -> dict[str, dict[str, list[str]]]:
    return {key: facts[key].as_json() for key in sorted(facts)}


def from_json(value: Mapping[str, Mapping[str, Sequence[str]]]) -> Facts:
    return {key: Fact.from_json(words) for key, words in value.items()}


def fingerprint(facts: Facts) -> str:
    """SHA-256 of the Vietnamese words of all facts, as canonical JSON."""
    text = json.dumps(
        {key: list(fact.vi) for key, fact in facts.items()},
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class Difference:
    """A fact that the text says otherwise than the configuration does now. Empty words: there was none, or is none."""

    key: str
    says: Words
    now: Words

    @property
    def label(self) -> str:
        return fact_label(self.key)


def differences(text: Facts, now: Facts) -> list[Difference]:
    """What differs, in the order of the facts now, then what is gone."""
    keys = [*now, *(key for key in text if key not in now)]
    nothing = Fact(())
    pairs = ((key, text.get(key, nothing).vi, now.get(key, nothing).vi) for key in keys)
    return [Difference(key, says, new) for key, says, new in pairs if says != new]


class FactReader:
    """The facts in one language, as the texts ask for them."""

    def __init__(self, facts: Facts, language: str):
        self._facts, self._language = facts, language

    def lines(self, key: str) -> Words:
        fact = self._facts.get(key)
        return fact.words(self._language) if fact else ()

    def __getitem__(self, key: str) -> str:
        """The words in one line; empty where there is no such fact."""
        return ", ".join(self.lines(key))

    def __contains__(self, key: str) -> bool:
        return key in self._facts

    def group(self, prefix: str) -> Words:
        """The words of all facts whose keys begin so, in their order."""
        keys = [key for key in self._facts if key.startswith(f"{prefix}.")]
        return tuple(line for key in keys for line in self.lines(key))
