"""The board of a site: four groups with rights in the trees and the collection of their own institution,
and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils import translation
from wagtail.models import GroupCollectionPermission, GroupPagePermission, Page

from editorial.choices import BoardRole
from editorial.models import BoardGroup
from network.models import Institution

GROUP_NAME_LENGTH = Group._meta.get_field("name").max_length

PAGE_RIGHTS = {
    BoardRole.AUTHOR: ("add_page",),
    BoardRole.EDITOR: ("add_page", "change_page"),
    BoardRole.CHIEF: ("add_page", "change_page"),
    BoardRole.HEAD: ("add_page", "change_page"),
}
FILE_RIGHTS = {
    BoardRole.AUTHOR: ("add_image", "choose_image", "add_document", "choose_document"),
    BoardRole.EDITOR: (
        "add_image",
        "change_image",
        "choose_image",
        "add_document",
        "change_document",
        "choose_document",
    ),
}
FILE_RIGHTS[BoardRole.CHIEF] = FILE_RIGHTS[BoardRole.HEAD] = FILE_RIGHTS[BoardRole.EDITOR]
"""An author may change the own pages and files: Wagtail lets whoever may add change what they own."""

NEEDED = {
    ("wagtailadmin", "access_admin"),
    *(("wagtailcore", name) for names in PAGE_RIGHTS.values() for name in names),
    *(("wagtailimages", name) for names in FILE_RIGHTS.values() for name in names if name.endswith("_image")),
    *(
        ("wagtaildocs", name)
        for names in FILE_RIGHTS.values()
        for name in names
        if name.endswith("_document")
    ),
}
SHARED_KEY = "editorial.permissions"


def board_create(*, institution: Institution, shared: dict[str, Any] | None = None) -> list[str]:
    """Make the board, or complete one: groups and names, rights on every language's tree, rights on the
    collection.

    `shared` keeps the ids of permissions between the rows of a run. Returns what was made or changed, in
    words; empty where all was right. Rights are never taken away here.
    """
    permissions = _permission_ids({} if shared is None else shared)
    with transaction.atomic():
        groups, changes = _groups(institution)
        is_new = "board" in changes
        roots = list(
            Page.objects.filter(translation_key=institution.home_key).values_list("pk", flat=True)
            if institution.home_key
            else ()
        )
        made = _add_missing(
            Group.permissions.through,
            ("group_id", "permission_id"),
            {(group_id, permissions["access_admin"]) for group_id in groups.values()},
            groups.values(),
            is_new=is_new,
        )
        made |= _add_missing(
            GroupPagePermission,
            ("group_id", "page_id", "permission_id"),
            {
                (group_id, root, permissions[name])
                for role, group_id in groups.items()
                for root in roots
                for name in PAGE_RIGHTS[role]
            },
            groups.values(),
            is_new=is_new,
        )
        made |= _add_missing(
            GroupCollectionPermission,
            ("group_id", "collection_id", "permission_id"),
            {
                (group_id, institution.collection_id, permissions[name])
                for role, group_id in groups.items()
                for name in FILE_RIGHTS[role]
                if institution.collection_id
            },
            groups.values(),
            is_new=is_new,
        )
        if made and not is_new:
            changes.append("board rights")
    return changes


def board_group_name(institution: Institution, role: BoardRole) -> str:
    """A name that is unique, says whose group it is, and is in Vietnamese whoever provisions."""
    with translation.override(settings.LANGUAGE_CODE):
        head = f"{institution.code} – {role.label}"
    return f"{head} – {institution.name}"[:GROUP_NAME_LENGTH]


def board_member_add(*, institution: Institution, role: BoardRole, user) -> None:
    """Put a person on the board. The rights of this and of any other board of theirs hold from the next
    request."""
    BoardGroup.objects.get(institution=institution, role=role).group.user_set.add(user)
    _forget_roles(user)


def board_member_remove(*, institution: Institution, role: BoardRole, user) -> None:
    BoardGroup.objects.get(institution=institution, role=role).group.user_set.remove(user)
    _forget_roles(user)


FORGOTTEN = (
    "_edusite_board_institutions",
    "_edusite_board_roles",
    "_edusite_duty_institutions",
    "_edusite_led",
    "_edusite_mandate",
    "_edusite_own_home",
    "_edusite_privacy_duties",
    "_edusite_reach",
    "_perm_cache",
    "_group_perm_cache",
    "_page_permission_cache",
    "_collection_permission_cache",
    "_explorable_root_page_cache",
)
"""What is kept on a user object for the request and depends on their roles."""


def _forget_roles(user) -> None:
    for name in FORGOTTEN:
        user.__dict__.pop(name, None)


def _permission_ids(shared: dict[str, Any]) -> dict[str, int]:
    if SHARED_KEY not in shared:
        rows = Permission.objects.filter(
            content_type__app_label__in={app for app, _name in NEEDED},
            codename__in={name for _app, name in NEEDED},
        ).values_list("content_type__app_label", "codename", "pk")
        shared[SHARED_KEY] = {name: pk for app, name, pk in rows if (app, name) in NEEDED}
    return shared[SHARED_KEY]


def _groups(institution: Institution) -> tuple[dict[BoardRole, int], list[str]]:
    """Role → id of its group, made or renamed where necessary."""
    have = {
        BoardRole(row.role): row.group
        for row in BoardGroup.objects.filter(institution=institution).select_related("group")
    }
    changes = []
    for role, group in have.items():
        name = board_group_name(institution, role)
        if group.name != name:
            Group.objects.filter(pk=group.pk).update(name=name)
            changes.append("board name")
    missing = [role for role in BoardRole if role not in have]
    if missing:
        groups = Group.objects.bulk_create(
            Group(name=board_group_name(institution, role)) for role in missing
        )
        BoardGroup.objects.bulk_create(
            BoardGroup(institution=institution, role=role, group=group)
            for role, group in zip(missing, groups, strict=True)
        )
        have |= dict(zip(missing, groups, strict=True))
        changes.append("board")
    return {role: have[role].pk for role in BoardRole}, changes


def _add_missing(
    model, fields: tuple[str, ...], wanted: set[tuple], group_ids: Iterable[int], *, is_new: bool
) -> bool:
    """Insert the rows of `wanted` that are not there; rows of a new board need not be looked for."""
    rows = wanted if is_new else wanted - set(_rows_of(model, fields, group_ids))
    model.objects.bulk_create(
        (model(**dict(zip(fields, row, strict=True))) for row in sorted(rows)), ignore_conflicts=True
    )
    return bool(rows)


def _rows_of(model, fields: tuple[str, ...], group_ids: Iterable[int]):
    return model.objects.filter(group_id__in=list(group_ids)).values_list(*fields)
