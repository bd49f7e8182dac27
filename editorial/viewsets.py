"""The explorer and the page views of every page type."""

from __future__ import annotations

from wagtail.admin.views.pages.listing import GenericPageFilterSet
from wagtail.admin.viewsets.pages import PageViewSet

from editorial.views.pages import ChainActionView, ChainCreateView, ChainEditView
from editorial.views.reading import (
    ReadComparisonView,
    ReadDraftView,
    ReadHistoryView,
    ReadRevisionView,
    ReadWorkflowDetailView,
    ReadWorkflowHistoryView,
)


class ScopedPageFilterSet(GenericPageFilterSet):
    """Without the filters that list the sites and the people of all institutions."""

    site = None
    owner = None
    edited_by = None

    class Meta(GenericPageFilterSet.Meta):
        pass


class ScopedPageViewSet(PageViewSet):
    filterset_class = ScopedPageFilterSet
    add_view_class = ChainCreateView
    edit_view_class = ChainEditView
    workflow_action_view_class = ChainActionView
    view_draft_view_class = ReadDraftView
    history_view_class = ReadHistoryView
    revisions_view_class = ReadRevisionView
    revisions_compare_view_class = ReadComparisonView
    workflow_history_view_class = ReadWorkflowHistoryView
    workflow_history_detail_view_class = ReadWorkflowDetailView
