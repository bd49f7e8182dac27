"""What an activity says as one piece of data: written into the rows, and compared."""

from __future__ import annotations

from typing import Any

from privacy.models import ProcessingActivity, Purpose, Recipient
from privacy.models.activities import content_sha256

FIXED = frozenset({"code", "position"})


def content_apply(activity: ProcessingActivity, content: dict[str, Any]) -> None:
    """Make activity, purposes and their recipients say what `content` says (``ProcessingActivity.described``). The activity
    itself is not saved. A purpose that is no longer named is out of use, not deleted: consents refer to it.
    """
    for name in ProcessingActivity.DESCRIBED:
        if name in content and name not in FIXED:
            setattr(activity, name, content[name])
    if "subjects" in content:
        activity.subjects_en = content.get("subjects_en", "")
    have = {p.code: p for p in Purpose.objects.filter(institution=activity.institution, form=activity.code)}
    own = set(Recipient.objects.filter(institution=activity.institution).values_list("pk", flat=True))
    for position, row in enumerate(content["purposes"]):
        purpose = have.pop(row["code"], None) or Purpose(
            institution=activity.institution, form=activity.code, code=row["code"]
        )
        purpose.activity = activity
        for name in Purpose.DESCRIBED:
            if name in row and name not in FIXED:
                setattr(purpose, name, row[name])
        purpose.position, purpose.is_active = position, True
        purpose.full_clean(exclude=["institution", "activity", "recipients"])
        purpose.save()
        purpose.recipients.set(set(row.get("recipients", ())) & own)
    for purpose in have.values():
        if purpose.is_active:
            purpose.is_active = False
            purpose.save(update_fields=["is_active"])


def same_content(first: dict[str, Any], second: dict[str, Any]) -> bool:
    """Whether two contents say the same, the order of recipients and numbers of positions aside."""
    return content_sha256(_normal(first)) == content_sha256(_normal(second))


def _normal(content: dict[str, Any]) -> dict[str, Any]:
    purposes = [
        {name: value for name, value in row.items() if name != "position"}
        | {"recipients": sorted(row.get("recipients", ()))}
        for row in content["purposes"]
    ]
    return content | {"purposes": purposes}
