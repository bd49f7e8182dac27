"""From facts to a draft: the articles of each chapter, in Vietnamese and, for an authority, in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from editorial.regulations.composing import articles_as_json
from editorial.regulations.facts import FactReader, Facts, select
from editorial.regulations.kinds import RegulationKind

Own = Mapping[str, Mapping[str, str]]
"""Key of the chapter → ``own`` and ``own_en``, the board's own provisions as it typed them."""


def facts_for(kind: RegulationKind, facts: Facts) -> Facts:
    """What the text of a kind is drafted from, and nothing that it does not say."""
    return select(facts, kind.facts)


def draft_parts(kind: RegulationKind, facts: Facts, *, english: bool, own: Own) -> list[dict[str, Any]]:
    """One entry for each chapter, with the board's own provisions kept."""
    vietnamese = kind.writers["vi"](FactReader(facts, "vi"))
    translated = kind.writers["en"](FactReader(facts, "en")) if english else {}
    return [
        {
            "key": category.key,
            "articles": articles_as_json(vietnamese[category.key]),
            "articles_en": articles_as_json(translated.get(category.key, ())),
            "own": own.get(category.key, {}).get("own", ""),
            "own_en": own.get(category.key, {}).get("own_en", "") if english else "",
        }
        for category in kind.categories
    ]


def own_of(parts: list[dict[str, Any]]) -> Own:
    return {part["key"]: {"own": part["own"], "own_en": part["own_en"]} for part in parts}


def titles(kind: RegulationKind, facts: Facts, *, english: bool) -> tuple[str, str]:
    """The title in Vietnamese, and in English where there is such a text."""
    vietnamese = f"Quy chế {kind.subject_vi} của {FactReader(facts, 'vi')['institution.name']}"
    if not english:
        return vietnamese, ""
    return vietnamese, f"Regulation {kind.subject_en} of {FactReader(facts, 'en')['institution.name']}"
