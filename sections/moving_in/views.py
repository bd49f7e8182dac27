"""Moving in, in the admin: upload of the former site, its sections; the rest is the screen of every list."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from common.spreadsheets import TableError
from network.models import Institution
from sections.exchange.choices import Source, Work
from sections.exchange.services.batches import batch_start, may_work_on
from sections.exchange.views import BatchView, ExchangeView
from sections.moving_in.forms import FormerSiteForm, PlacesForm
from sections.moving_in.services import site_create, site_place
from sections.moving_in.source import read_site


class MovingInView(ExchangeView):
    """Upload the export of the former site of one institution."""

    page_title = _("Moving in")
    template_name = "sections/exchange/moving_in.html"

    def setup(self, request, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.institution = get_object_or_404(Institution.objects.active(), pk=kwargs["institution_id"])
        if not may_work_on(request.user, self.institution):
            raise Http404

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context.setdefault("form", FormerSiteForm())
        return context | {"institution": self.institution}

    def post(self, request, *args: Any, **kwargs: Any):
        form = FormerSiteForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                batch = site_create(
                    institution=self.institution,
                    source=Source(form.cleaned_data["source"]),
                    file=form.cleaned_data["file"],
                    files=form.cleaned_data["files"],
                    user=request.user,
                    language=get_language() or "vi",
                )
            except TableError as error:
                form.add_error(
                    "files" if error.code in ("no_archive", "too_many_files") else "file", str(error)
                )
            else:
                return redirect("moving_in_places", batch.uid)
        return self.render_to_response(self.get_context_data(form=form), status=422)


class PlacesView(BatchView):
    """Which section takes which kind of content."""

    template_name = "sections/exchange/places.html"

    def setup(self, request, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if self.batch.source == Source.LIST:
            raise Http404

    def get(self, request, *args: Any, **kwargs: Any):
        if self.batch.is_busy or self.batch.is_applied:
            return redirect("exchange_batch", self.batch.uid)
        return super().get(request, *args, **kwargs)

    def _form(self, data=None) -> PlacesForm:
        self.content = read_site(self.batch)
        return PlacesForm(
            data,
            institution=self.batch.institution,
            counts=self.content.counts(),
            chosen=self.batch.mapping.get("sections", {}),
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.pop("form", None) or self._form()
        return super().get_context_data(**kwargs) | {"form": form, "left": len(self.content.leftovers)}

    def post(self, request, *args: Any, **kwargs: Any):
        form = self._form(request.POST)
        if form.is_valid():
            try:
                site_place(batch=self.batch, sections=form.sections, user=request.user)
                batch_start(batch=self.batch, work=Work.CHECK, user=request.user)
            except ValidationError as error:
                form.add_error(None, error.messages)
            else:
                return redirect("exchange_batch", self.batch.uid)
        return self.render_to_response(self.get_context_data(form=form), status=422)
