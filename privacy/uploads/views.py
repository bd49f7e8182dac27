"""A file that came with a submission, for staff: a purpose first, then the file as a download."""

from __future__ import annotations

from urllib.parse import quote

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.decorators.debug import sensitive_variables
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from privacy import readers
from privacy.encryption import EncryptionError
from privacy.forms import PurposeForm
from privacy.models import SubmissionFile
from privacy.services import access_denied, file_read
from privacy.services.access import reference_of
from privacy.services.files import OpenedFile

NO_STORE = "no-store, private"


class FileView(WagtailAdminTemplateMixin, View):
    """Whoever may not open the submission gets a 404, and the attempt is on record."""

    template_name = "privacy/files/file.html"
    page_title = gettext_lazy("File of a submission")
    header_icon = "doc-full"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        request.sensitive_post_parameters = "__ALL__"
        self.file = self.found(request, kwargs["uid"])
        response = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = NO_STORE
        return response

    def found(self, request: HttpRequest, uid) -> SubmissionFile:
        files = SubmissionFile.objects.filter(uid=uid, submission__isnull=False)
        file = files.select_related("submission__institution", "institution").first()
        if file is None:
            raise Http404("No such file")
        if not readers.may_open(request.user, file.submission):
            access_denied(institution=file.institution, object_ref=reference_of(file), user=request.user)
            raise Http404("No such file")
        return file

    def get_breadcrumbs_items(self):
        return [
            {"url": reverse_lazy("wagtailadmin_home"), "label": _("Home")},
            {"url": "", "label": self.file.submission.reference},
        ]

    def get(self, request: HttpRequest, uid) -> HttpResponse:
        return self.show(PurposeForm())

    @sensitive_variables()
    def post(self, request: HttpRequest, uid) -> HttpResponse:
        form = PurposeForm(request.POST)
        if not form.is_valid():
            return self.show(form, status=422)
        try:
            opened = file_read(file=self.file, user=request.user, purpose=form.cleaned_data["purpose"])
        except ValidationError as error:
            form.add_error("purpose", error)
            return self.show(form, status=422)
        except EncryptionError:
            form.add_error(
                None, _("The file cannot be opened: what is stored is damaged. Tell your administrator.")
            )
            return self.show(form, status=422)
        return download(opened)

    def show(self, form: PurposeForm, *, status: int = 200) -> HttpResponse:
        values = self.get_context_data(form=form, file=self.file)
        return TemplateResponse(self.request, self.get_template_names(), values, status=status)


def download(opened: OpenedFile) -> HttpResponse:
    """A file that the browser stores and does not show: nothing in it runs under the site's address."""
    return HttpResponse(
        opened.data,
        content_type=opened.content_type,
        headers={
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(opened.name)}",
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "sandbox; default-src 'none'",
            "Cache-Control": NO_STORE,
        },
    )
