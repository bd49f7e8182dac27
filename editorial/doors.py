"""Which addresses of the admin are closed to boards, and which objects an address may name.

Wagtail refuses a foreign page with a message, which tells that there is one; some views of its own and of its
packages ask for a permission on the model, not on the object. This table is asked before any view runs
(``editorial.middleware``): what is not in a person's sight does not exist for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, UploadedFile
from wagtail.permissions import policy_registry

from editorial.reach import may_see_path

CLOSED_NAMESPACES = frozenset(
    {
        "wagtail_localize",
        "wagtailadmin_collections",
        "wagtailadmin_workflows",
        "wagtailforms",
        "wagtaillocales",
        "wagtailredirects",
        "wagtailsettings",
        "wagtailsites",
        "wagtailsnippets",
        "wagtailusers_groups",
        "wagtailusers_users",
    }
)
"""The administration of the installation. What a board needs of it has screens of its own."""

CLOSED = frozenset(
    {
        "wagtailadmin_api:documents:detail",
        "wagtailadmin_api:documents:find",
        "wagtailadmin_api:documents:listing",
        "wagtailadmin_api:images:detail",
        "wagtailadmin_api:images:find",
        "wagtailadmin_api:images:listing",
        "wagtailadmin_reports:aging_pages",
        "wagtailadmin_reports:aging_pages_results",
        "wagtailadmin_reports:locked_pages",
        "wagtailadmin_reports:locked_pages_results",
        "wagtailadmin_reports:page_types_usage",
        "wagtailadmin_reports:page_types_usage_results",
    }
)
"""Reports that count the pages of all sites, and listings that the admin's own screens do not use."""

OPEN = frozenset({"wagtail_localize:javascript_catalog"})
"""Exceptions to the closed namespaces: texts of the editor's own script."""

PAGE, IMAGE, DOCUMENT, UPLOAD = "page", "image", "document", "upload"

PARAMETERS = {
    "page_id": PAGE,
    "page_pk": PAGE,
    "parent_page_id": PAGE,
    "page_to_move_id": PAGE,
    "destination_id": PAGE,
    "image_id": IMAGE,
    "document_id": DOCUMENT,
    "doc_id": DOCUMENT,
    "uploaded_file_id": UPLOAD,
}
"""Parameter of an address → what it names, in every view of the admin, those of later versions included."""

NAMED_PK = {
    "wagtailadmin_pages:revisions_compare": PAGE,
    "wagtailadmin_api:pages:detail": PAGE,
    "wagtailadmin_api:pages:action": PAGE,
    "wagtailimages_chooser:chosen": IMAGE,
    "wagtaildocs_chooser:chosen": DOCUMENT,
}
"""Addresses whose parameter is called ``pk``."""

SENT = {
    "new_parent_page": PAGE,
    "parent_page": PAGE,
    "chooser": PAGE,
    "childOf": PAGE,
    "target_pages[]": PAGE,
}
"""Names under which Wagtail's forms send a page: its answers name the page that they refuse."""

CHOSEN = {
    "wagtailadmin_choose_page_chosen_multiple": PAGE,
    "wagtailimages_chooser:chosen_multiple": IMAGE,
    "wagtaildocs_chooser:chosen_multiple": DOCUMENT,
}
"""Addresses that answer with the objects whose numbers stand in ``?id=``."""


def bulk_models() -> dict[tuple[str, str], str]:
    """Models with bulk actions for boards; those of all others are closed."""
    image, document = get_image_model()._meta, get_document_model()._meta
    return {
        ("wagtailcore", "page"): PAGE,
        (image.app_label, image.model_name): IMAGE,
        (document.app_label, document.model_name): DOCUMENT,
    }


def is_closed(view_name: str) -> bool:
    """Whether an address is for administrators of the installation only."""
    namespace = view_name.partition(":")[0]
    return view_name in CLOSED or (namespace in CLOSED_NAMESPACES and view_name not in OPEN)


def named_objects(
    view_name: str, kwargs: Mapping[str, object], query: Mapping, sent: Mapping
) -> Iterable[tuple[str, str]]:
    """The pairs (what, number) that a request names. `query` and `sent` are QueryDicts."""
    for name, what in PARAMETERS.items():
        if name in kwargs:
            yield what, str(kwargs[name])
    if "pk" in kwargs and view_name in NAMED_PK:
        yield NAMED_PK[view_name], str(kwargs["pk"])
    for data in (query, sent):
        for name, what in SENT.items():
            yield from ((what, value) for value in data.getlist(name) if value)
    if view_name in CHOSEN:
        yield from ((CHOSEN[view_name], value) for value in query.getlist("id"))


def is_in_sight(user, what: str, numbers: Iterable[str]) -> bool:
    """Whether all of the objects exist for a person; True for numbers that belong to nothing, as the view answers
    those. One query for any number of objects, and one more where they are a member's."""
    ids = {int(number) for number in numbers if number.isdecimal() and len(number) < 19}
    if not ids:
        return True
    if what == PAGE:
        paths = Page.objects.filter(pk__in=ids).values_list("path", flat=True)
        return all(may_see_path(user, path) for path in _trees(paths))
    if what == UPLOAD:
        return not UploadedFile.objects.filter(pk__in=ids).exclude(uploaded_by_user=user).exists()
    model = get_image_model() if what == IMAGE else get_document_model()
    policy = policy_registry.get_by_type(model)
    items = model.objects.filter(pk__in=ids).select_related("collection")
    return all(
        policy.user_has_any_permission_for_instance(user, ["choose", "change", "delete"], item)
        for item in items
    )


def _trees(paths: Iterable[str]) -> set[str]:
    """Paths less those below another of them that is deep enough to decide for both."""
    decided = sorted(set(paths))
    return {
        p for p in decided if not any(p != q and p.startswith(q) and len(q) > Page.steplen for q in decided)
    }
