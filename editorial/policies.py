"""Permission policies in place of Wagtail's: the same rights, found through ranges of paths, and reading of members.

Registered for all pages, pictures and files in ``AppConfig.ready()``; every view of Wagtail's asks the registry.
"""

from __future__ import annotations

from django.db.models import Q
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from editorial.reach import below_page, member_pages, reach_of

EXPLORE = {"add", "change", "publish", "lock", "unlock", "bulk_delete"}


class BoardPagePolicy(PagePermissionPolicy):
    """Rights come from the groups of the boards; what may be explored is wider by the members of an authority."""

    def instances_user_has_any_permission_for(self, user, actions):
        everything = self._base_queryset_for_user(user)
        if everything is not None:
            return everything
        found = self._with_right(user, set(actions))
        return self.model._default_manager.filter(found) if found else self.model._default_manager.none()

    def explorable_root_instance(self, user):
        if user.is_active and not user.is_superuser and reach_of(user).reads_members:
            if not hasattr(user, self._explorable_root_instance_cache_name):
                root = self.model.base_page_model.get_first_root_node()
                setattr(user, self._explorable_root_instance_cache_name, root)
            return getattr(user, self._explorable_root_instance_cache_name)
        return super().explorable_root_instance(user)

    def explorable_instances(self, user):
        everything = self._base_queryset_for_user(user)
        if everything is not None:
            return everything
        found = self._with_right(user, EXPLORE)
        if (members := member_pages(user)) is not None:
            found = members if found is None else found | members
        if found is None:
            return self.model._default_manager.none()
        return self.model._default_manager.filter(found | self._on_the_way(user))

    def _with_right(self, user, actions: set[str]) -> Q | None:
        wanted = self._get_permission_codenames(actions)
        add = self._get_permission_codename("add")
        found: Q | None = None
        for permission in self.get_cached_permissions_for_user(user):
            here = None
            if permission.permission.codename in wanted:
                here = below_page(permission.page)
            elif permission.permission.codename == add and "change" in actions:
                here = below_page(permission.page) & Q(owner=user)
            if here is not None:
                found = here if found is None else found | here
        return found

    def _on_the_way(self, user) -> Q:
        """The pages between the root of what a person explores and the places of their rights."""
        root = self.explorable_root_instance(user)
        if root is None:
            return Q(pk__in=())
        paths = set()
        for permission in self.get_cached_permissions_for_user(user):
            path = permission.page.path
            paths |= {path[:end] for end in range(len(root.path), len(path), Page.steplen)}
        if reach_of(user).reads_members:
            paths.add(root.path)
        return Q(path__in=sorted(paths))
