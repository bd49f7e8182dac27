"""The institutions in a person's reach: list, record, reorganisations."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.log_actions import log, registry

from network.access import institutions_in_reach, led_institutions, may_reorganise
from network.forms import (
    InstitutionFilterForm,
    InstitutionForm,
    MergeForm,
    MoveForm,
    ReasonForm,
    RenameForm,
)
from network.models import Institution
from network.services.institutions import (
    institution_close,
    institution_merge,
    institution_move,
    institution_rename,
)
from network.site_roots import public_origin
from network.views.base import NetworkView


def site_url(institution: Institution) -> str:
    """The address of an institution's site, empty where it has none."""
    return public_origin(institution.site.hostname) + "/" if institution.site_id else ""


class InstitutionListView(NetworkView):
    """Search by name, place or code, with or without diacritics."""

    page_title = _("Institutions")
    template_name = "network/institutions.html"
    authorities_only = False

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        form = InstitutionFilterForm(self.request.GET)
        found = institutions_in_reach(user).select_related("site")
        if form.is_valid():
            wanted = form.cleaned_data
            found = found.named_like(wanted["q"])
            for name in ("type", "status"):
                if wanted[name]:
                    found = found.filter(**{name: wanted[name]})
        context = super().get_context_data(**kwargs) | self.paginated(found) | {"form": form}
        rows = list(context["page_obj"])
        paths = {row.path[: -Institution.steplen] for row in rows}
        parents = {i.path: i for i in Institution.objects.filter(path__in=paths)}
        context["rows"] = [
            {
                "institution": row,
                "parent": parents.get(row.path[: -Institution.steplen]),
                "url": site_url(row),
            }
            for row in rows
        ]
        context["may_upload"] = user.is_superuser or any(i.is_authority for i in led_institutions(user))
        return context


class InstitutionView(NetworkView):
    """A page about one institution in reach; any other does not exist for this person."""

    authorities_only = False

    def setup(self, request, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.institution: Institution | None = None

    def dispatch(self, request, *args: Any, **kwargs: Any):
        if request.user.is_superuser or led_institutions(request.user):
            rows = institutions_in_reach(request.user).select_related("site", "merged_into")
            self.institution = get_object_or_404(rows, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "institution": self.institution,
            "site_url": site_url(self.institution),
        }


class InstitutionEditView(InstitutionView):
    """The record: contact data, looks, way of running the site."""

    template_name = "network/institution.html"

    def get_page_title(self):
        return self.institution.name

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        institution = self.institution
        form = kwargs.pop("form", None) or InstitutionForm(instance=institution, user=self.request.user)
        entries = registry.get_logs_for_instance(institution).select_related("user")[:10]
        return super().get_context_data(**kwargs) | {
            "form": form,
            "media": form.media,
            "parent": institution.parent,
            "former_hosts": institution.former_hosts.order_by("since"),
            "entries": entries,
            "may_reorganise": institution.is_active and may_reorganise(self.request.user, institution),
        }

    def post(self, request, *args: Any, **kwargs: Any):
        form = InstitutionForm(request.POST, instance=self.institution, user=request.user)
        if not form.is_valid():
            messages.error(request, _("The record was not saved: correct the fields that are marked."))
            return self.render_to_response(self.get_context_data(form=form), status=422)
        if form.has_changed():
            form.save()
            log(self.institution, "wagtail.edit", user=request.user, data={"fields": form.changed_data})
        messages.success(request, _("The record was saved."))
        return redirect("network:institution", pk=self.institution.pk)


class ReorganiseView(InstitutionView):
    """One step that asks for what is needed and says what will happen."""

    template_name = "network/reorganise.html"
    form_class: type
    button: Promise | str = ""
    done: Promise | str = ""
    consequences: tuple = ()

    def _check(self) -> None:
        if not self.institution.is_active or not may_reorganise(self.request.user, self.institution):
            raise Http404

    def trail(self):
        url = reverse("network:institution", args=[self.institution.pk])
        return [{"url": url, "label": self.institution.name}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.pop("form", None) or self.form_class(
            institution=self.institution, user=self.request.user
        )
        context = super().get_context_data(**kwargs)
        return context | {"form": form, "button": self.button, "consequences": self.consequences}

    def get(self, request, *args: Any, **kwargs: Any):
        self._check()
        return super().get(request, *args, **kwargs)

    def post(self, request, *args: Any, **kwargs: Any):
        self._check()
        form = self.form_class(request.POST, institution=self.institution, user=request.user)
        if form.is_valid():
            try:
                self.act(form.cleaned_data)
            except ValidationError as error:
                form.add_error(None, error.messages)
            else:
                messages.success(request, self.done)
                return redirect("network:institution", pk=self.institution.pk)
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def act(self, data: dict[str, Any]) -> None:
        """Call the service; a ValidationError is shown above the form."""
        raise NotImplementedError


class CloseView(ReorganiseView):
    page_title = _("Close the institution")
    form_class = ReasonForm
    button = _("Close the institution")
    done = _("The institution is closed.")
    consequences = (
        _("Every address of its site shows that it is closed, since when and why, and who answers now."),
        _("Its content is kept, but its board may no longer write; open invitations are withdrawn."),
    )

    def act(self, data):
        institution_close(institution=self.institution, reason=data["reason"], user=self.request.user)


class RenameView(ReorganiseView):
    page_title = _("Rename the institution")
    form_class = RenameForm
    button = _("Rename")
    done = _("The institution has its new name.")
    consequences = (
        _("The site, its home page, its board and its collection take the new name."),
        _("With a new host name, every old address leads to the same page on the new one."),
    )

    def act(self, data):
        institution_rename(institution=self.institution, user=self.request.user, **data)


class MergeView(ReorganiseView):
    page_title = _("Merge the institution into another")
    form_class = MergeForm
    button = _("Merge")
    done = _("The institution is merged.")
    consequences = (
        _("Every old address leads to the same page of the other site, or to the nearest one there."),
        _("Members of a merged authority belong to the other authority."),
        _("Its content is kept, but its board may no longer write; open invitations are withdrawn."),
    )

    def act(self, data):
        institution_merge(source=self.institution, user=self.request.user, **data)


class MoveView(ReorganiseView):
    page_title = _("Move to another authority")
    form_class = MoveForm
    button = pgettext_lazy("institution", "Move")
    done = _("The institution has moved.")
    consequences = (_("Its addresses stay; its site links to the new authority."),)

    def act(self, data):
        institution_move(institution=self.institution, user=self.request.user, **data)
