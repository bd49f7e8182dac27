"""A resource as machines read it in its page: LearningResource of schema.org with the properties of LRMI."""

from __future__ import annotations

from typing import Any

from common.structured_data import without_blanks
from resources.choices import EDUCATIONAL_ROLES, SCHEMA_TYPES, ResourceKind
from resources.curriculum import EARLY, curriculum_of
from resources.models import ResourcePage
from resources.presentation import parts_of


def learning_resource(page: ResourcePage, origin: str) -> dict[str, Any]:
    """`origin` stands before the addresses of the site's own files. What of it is not known is not stated."""
    kind = ResourceKind(page.kind)
    extra = SCHEMA_TYPES.get(kind)
    terms = page.terms
    parts = parts_of(page)
    first, last = page.grades
    return {
        "@type": ["LearningResource", extra] if extra else "LearningResource",
        "name": page.title,
        "abstract": page.summary,
        "learningResourceType": str(kind.label),
        "teaches": page.objective,
        "about": str(page.get_subject_display()),
        "educationalLevel": page.grades_text,
        "educationalAlignment": _alignment(page),
        "audience": [
            {"@type": "EducationalAudience", "educationalRole": EDUCATIONAL_ROLES[each]}
            for each in page.audiences
        ],
        # A child enters grade 1 in the year in which it becomes six (law on education 43/2019/QH14, article 28).
        "typicalAgeRange": ""
        if first is None
        else "3-6"
        if last == EARLY
        else f"{max(first + 5, 3)}-{last + 6}",
        "timeRequired": f"PT{page.minutes}M" if page.minutes else "",
        "inLanguage": "" if page.language == "zxx" else page.language,
        "license": (terms.licence or terms.url or str(terms.label)) if terms else "",
        "isAccessibleForFree": True,
        "dateCreated": page.date.isoformat() if page.date else "",
        "encoding": [_encoding(part, origin) for part in parts if "file" in part],
        "sameAs": [part["url"] for part in parts if part["template"].endswith("link.html")],
        "accessibilityFeature": _features(parts),
    }


def _alignment(page: ResourcePage) -> list[dict[str, Any]]:
    first, _last = page.grades
    curriculum = curriculum_of(first, page.shown_on) if page.shown_on else None
    rows = [("educationalSubject", page.get_subject_display()), ("educationalLevel", page.grades_text)]
    if page.curriculum_topic:
        rows.append(("teaches", page.curriculum_topic))
    return [
        without_blanks(
            {
                "@type": "AlignmentObject",
                "alignmentType": kind,
                "educationalFramework": curriculum.title_vi if curriculum else "",
                "targetName": str(name),
            }
        )
        for kind, name in rows
        if name
    ]


def _encoding(part: dict[str, Any], origin: str) -> dict[str, Any]:
    url = part["file"]["url"]
    return without_blanks(
        {
            "@type": "MediaObject",
            "name": part["title"],
            "contentUrl": origin + url if url.startswith("/") else url,
            "encodingFormat": part.get("media_type") or part["file"]["type"],
            "contentSize": f"{part['file']['size']} B" if part["file"]["size"] else "",
        }
    )


def _features(parts: list[dict[str, Any]]) -> list[str]:
    found = []
    if any(part.get("captions_url") for part in parts):
        found.append("captions")
    if any(part.get("transcript") for part in parts):
        found.append("transcript")
    return found
