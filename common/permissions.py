"""What a user may do to one of our pages: Wagtail's answer, less what the page rules refuse to everybody."""

from __future__ import annotations

from wagtail.models.pages import PagePermissionTester

from common.page_rules import PageAction, refusal


class RulePermissionTester(PagePermissionTester):
    """Wagtail asks this object for every button, view, bulk action and action class, so a refusal here removes them all."""

    def refused(self, action: PageAction) -> bool:
        return bool(refusal(page=self.page, action=action, user=self.user))

    def can_delete(self, ignore_bulk=False):
        # can_move() asks can_delete(ignore_bulk=True), so moving must not be refused by mistake of another rule.
        return super().can_delete(ignore_bulk) and not self.refused(PageAction.DELETE)

    def can_add_subpage(self):
        # The parent class counts the children of every page type before it asks for the right.
        return (self.user.is_superuser or "add" in self.permissions) and super().can_add_subpage()

    def can_move(self):
        return super().can_move() and not self.refused(PageAction.MOVE)

    def can_move_to(self, destination):
        # The parent class answers True for a superuser before it asks can_move().
        return super().can_move_to(destination) and not self.refused(PageAction.MOVE)

    def can_copy(self):
        return super().can_copy() and not self.refused(PageAction.COPY)

    def can_publish(self):
        return super().can_publish() and not self.refused(PageAction.PUBLISH)

    def can_publish_subpage(self):
        return super().can_publish_subpage() and not self.refused(PageAction.PUBLISH)

    def can_unpublish(self):
        return super().can_unpublish() and not self.refused(PageAction.UNPUBLISH)

    def can_set_view_restrictions(self):
        # The parent class asks can_publish(), which the approval chain refuses to everybody.
        return self.may_publish_by_role() and not self.refused(PageAction.RESTRICT)

    def can_reorder_children(self):
        return super().can_reorder_children() and not self.refused(PageAction.REORDER)

    def may_publish_by_role(self) -> bool:
        """Wagtail's own answer for publishing, before any rule."""
        return super().can_publish()
