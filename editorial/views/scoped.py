"""Views of Wagtail's in whose lists the people, tags, sites and workflows of all institutions stand, narrowed to the
person's own. They answer under Wagtail's addresses (``editorial.urls.scoped``).
"""

from __future__ import annotations

import django_filters
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import HttpRequest, JsonResponse
from django.utils.functional import cached_property
from taggit.models import Tag
from wagtail.admin.filters import BaseMediaFilterSet
from wagtail.admin.views import chooser
from wagtail.admin.views.reports import audit_logging, workflows
from wagtail.admin.views.tags import TAGS_AUTOCOMPLETE_LIMIT
from wagtail.documents import get_document_model
from wagtail.documents.views import documents
from wagtail.images import get_image_model
from wagtail.images.views import chooser as image_chooser
from wagtail.images.views import images
from wagtail.models import Page, Site
from wagtail.permissions import policy_registry

from editorial.reach import institutions_read_by, reach_of

POPULAR_TAGS = 10


def own_tags(user, *models):
    """The tags of the pictures and files that a person may choose."""
    items = Q(pk__in=())
    for model in models or (get_image_model(), get_document_model()):
        chosen = policy_registry.get_by_type(model).instances_user_has_any_permission_for(user, ["choose"])
        items |= Q(
            taggit_taggeditem_items__content_type=ContentType.objects.get_for_model(model),
            taggit_taggeditem_items__object_id__in=chosen.order_by().values("pk"),
        )
    return Tag.objects.filter(items)


def popular_tags(user, model):
    """The tags used most on what a person may choose, as Wagtail offers those of the whole installation."""
    counted = own_tags(user, model).annotate(item_count=Count("taggit_taggeditem_items"))
    return counted.order_by("-item_count", "name")[:POPULAR_TAGS]


def tag_autocomplete(request: HttpRequest, app_name: str = "", model_name: str = "") -> JsonResponse:
    """Tags that begin with ``?term=``, from the person's own pictures and files."""
    term = request.GET.get("term", "")
    found = (
        own_tags(request.user).filter(name__istartswith=term).order_by("name") if term else Tag.objects.none()
    )
    names = found.distinct().values_list("name", flat=True)[:TAGS_AUTOCOMPLETE_LIMIT]
    return JsonResponse(list(names), safe=False)


class ScopedMediaFilterSet(BaseMediaFilterSet):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "tag" in self.filters:
            found = popular_tags(self.request.user, self._meta.model)
            self.filters["tag"].extra["choices"] = [(tag.name, tag.name) for tag in found]


class ScopedImagesFilterSet(ScopedMediaFilterSet, images.ImagesFilterSet):
    class Meta(images.ImagesFilterSet.Meta):
        pass


class ScopedDocumentsFilterSet(ScopedMediaFilterSet, documents.DocumentsFilterSet):
    class Meta(documents.DocumentsFilterSet.Meta):
        pass


class ScopedImagesView(images.IndexView):
    filterset_class = ScopedImagesFilterSet


class ScopedDocumentsView(documents.IndexView):
    filterset_class = ScopedDocumentsFilterSet


class ScopedImageChooseView(image_chooser.ImageChooseView):
    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "popular_tags": popular_tags(self.request.user, self.model)
        }


class ScopedImageChooserViewSet(image_chooser.ImageChooserViewSet):
    choose_view_class = ScopedImageChooseView


image_chooser_viewset = ScopedImageChooserViewSet(
    "wagtailimages_chooser", model=get_image_model(), url_prefix="images/chooser"
)


class ScopedBrowseView(chooser.BrowseView):
    """Begins at the top of what the person may see, not at the common ancestor of all sites."""

    def get(self, request, parent_page_id=None):
        if parent_page_id is None:
            root = policy_registry.get_by_type(Page).explorable_root_instance(request.user)
            if root is None:
                raise PermissionDenied
            parent_page_id = root.pk
        return super().get(request, parent_page_id=parent_page_id)

    def filter_object_list(self, pages):
        # Wagtail would ask for the language, version and step of each row.
        found = super().filter_object_list(pages).select_related("locale", "latest_revision")
        return found.prefetch_workflow_states()


class ScopedExternalLinkView(chooser.ExternalLinkView):
    """An address of the own site becomes a link to the page; that of another site stays an address, as its drafts'
    titles are nobody else's."""

    def post(self, request):
        if not request.user.is_superuser:
            own = set(institutions_read_by(request.user).values_list("site_id", flat=True))
            # Wagtail reads the roots of the sites from here before it asks for all of them.
            request._wagtail_cached_site_root_paths = [
                p for p in Site.get_site_root_paths() if p.site_id in own
            ]
        return super().post(request)


def _colleagues(request):
    """The people of the person's own boards."""
    found = get_user_model().objects.filter(
        groups__board_group__institution__in=reach_of(request.user).boards
    )
    return found.distinct().order_by("last_name", "first_name")


class ScopedWorkflowFilterSet(workflows.WorkflowReportFilterSet):
    requested_by = django_filters.ModelChoiceFilter(field_name="requested_by", queryset=_colleagues)

    class Meta(workflows.WorkflowReportFilterSet.Meta):
        fields = ["reviewable", "status", "requested_by", "created_at"]


class ScopedTasksFilterSet(workflows.WorkflowTasksReportFilterSet):
    workflow = None
    task = None

    class Meta(workflows.WorkflowTasksReportFilterSet.Meta):
        fields = ["reviewable", "status", "started_at", "finished_at"]


class ScopedWorkflowView(workflows.WorkflowView):
    @cached_property
    def filterset_class(self):
        is_superuser = self.request.user.is_superuser
        return workflows.WorkflowReportFilterSet if is_superuser else ScopedWorkflowFilterSet


class ScopedTasksView(workflows.WorkflowTasksView):
    @cached_property
    def filterset_class(self):
        is_superuser = self.request.user.is_superuser
        return workflows.WorkflowTasksReportFilterSet if is_superuser else ScopedTasksFilterSet


class ScopedSiteHistoryFilterSet(audit_logging.SiteHistoryReportFilterSet):
    """Wagtail's offers everybody who appears in the history of any site."""

    def get_users_queryset(self):
        return audit_logging.get_users_for_filter(self.request.user)

    class Meta(audit_logging.SiteHistoryReportFilterSet.Meta):
        pass


class ScopedSiteHistoryView(audit_logging.LogEntriesView):
    filterset_class = ScopedSiteHistoryFilterSet
