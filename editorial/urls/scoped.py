"""Addresses of Wagtail's admin that answer with our narrower views; they stand before Wagtail's own."""

from django.urls import path
from wagtail.admin.auth import require_admin_access
from wagtail.utils.urlpatterns import decorate_urlpatterns

from editorial.views import scoped

urlpatterns = decorate_urlpatterns(
    [
        path("choose-page/", scoped.ScopedBrowseView.as_view(), name="scoped_choose_page"),
        path(
            "choose-page/<int:parent_page_id>/",
            scoped.ScopedBrowseView.as_view(),
            name="scoped_choose_page_child",
        ),
        path("choose-external-link/", scoped.ScopedExternalLinkView.as_view(), name="scoped_external_link"),
        path("tag-autocomplete/", scoped.tag_autocomplete, name="scoped_tags"),
        path(
            "tag-autocomplete/<slug:app_name>/<slug:model_name>/",
            scoped.tag_autocomplete,
            name="scoped_model_tags",
        ),
        path("reports/workflow/", scoped.ScopedWorkflowView.as_view(), name="scoped_workflow"),
        path(
            "reports/workflow/results/",
            scoped.ScopedWorkflowView.as_view(results_only=True),
            name="scoped_workflow_results",
        ),
        path("reports/workflow_tasks/", scoped.ScopedTasksView.as_view(), name="scoped_workflow_tasks"),
        path(
            "reports/workflow_tasks/results/",
            scoped.ScopedTasksView.as_view(results_only=True),
            name="scoped_workflow_tasks_results",
        ),
        path("reports/site-history/", scoped.ScopedSiteHistoryView.as_view(), name="scoped_site_history"),
        path(
            "reports/site-history/results/",
            scoped.ScopedSiteHistoryView.as_view(results_only=True),
            name="scoped_site_history_results",
        ),
        path("images/", scoped.ScopedImagesView.as_view(), name="scoped_images"),
        path(
            "images/results/",
            scoped.ScopedImagesView.as_view(results_only=True),
            name="scoped_images_results",
        ),
        path("images/chooser/", scoped.image_chooser_viewset.choose_view, name="scoped_image_chooser"),
        path("documents/", scoped.ScopedDocumentsView.as_view(), name="scoped_documents"),
        path(
            "documents/results/",
            scoped.ScopedDocumentsView.as_view(results_only=True),
            name="scoped_documents_results",
        ),
    ],
    require_admin_access,
)
