"""Page views for the authority that reads its members: the draft as it would look, versions, history. The same views serve
the board itself; only who may open them is wider."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from wagtail.admin.views.generic.history import LogEntryUserColumn
from wagtail.admin.views.pages.history import (
    PageHistoryView,
    PageWorkflowHistoryViewMixin,
    WorkflowHistoryDetailView,
    WorkflowHistoryView,
)
from wagtail.admin.views.pages.preview import ViewDraftView
from wagtail.admin.views.pages.revisions import RevisionsCompareView, RevisionsView
from wagtail.models import Page

from editorial.reach import may_read_page


def readable_page(user, page_id) -> Page:
    """The page with its latest draft where the person may read it; PermissionDenied otherwise."""
    page = get_object_or_404(Page, pk=page_id).specific
    if not may_read_page(user, page):
        raise PermissionDenied
    return page


class ReadDraftView(ViewDraftView):
    def dispatch(self, request, page_id, *args, **kwargs):
        page = readable_page(request.user, page_id).get_latest_revision_as_object()
        try:
            mode = request.GET.get("mode", page.default_preview_mode)
        except IndexError as error:
            raise PermissionDenied from error
        return page.make_preview_request(request, mode)


class CapacityColumn(LogEntryUserColumn):
    """Who did it, and for which authority where it was done under a mandate."""

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        if authority := (instance.data or {}).get("acting_for"):
            context["display_name"] = f"{context['display_name']} ({authority})"
        return context


class ReadHistoryView(PageHistoryView):
    """Without the buttons that change something, for who may not."""

    def get_object(self):
        page = readable_page(self.request.user, self.pk)
        if not page.permissions_for_user(self.request.user).can_edit():
            self.edit_url_name = self.revisions_revert_url_name = None
        return page

    @cached_property
    def columns(self):
        return [
            CapacityColumn("user", label=column.label, width="25%") if column.name == "user" else column
            for column in super().columns
        ]

    @property
    def header_buttons(self):
        return super().header_buttons if self.edit_url_name else []


class ReadRevisionView(RevisionsView):
    def get_object(self):
        return readable_page(self.request.user, self.pk)


class ReadComparisonView(RevisionsCompareView):
    def get_object(self, queryset=None):
        return readable_page(self.request.user, self.pk)


class ReadWorkflowMixin:
    def dispatch(self, request, *args, **kwargs):
        if not may_read_page(request.user, self.object):
            raise PermissionDenied
        # Past the check of Wagtail's mixin, which asks for the right to change the page.
        return super(PageWorkflowHistoryViewMixin, self).dispatch(request, *args, **kwargs)


class ReadWorkflowHistoryView(ReadWorkflowMixin, WorkflowHistoryView):
    pass


class ReadWorkflowDetailView(ReadWorkflowMixin, WorkflowHistoryDetailView):
    pass
