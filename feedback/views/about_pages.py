"""What readers say about a page: useful or not, or that something in it is wrong."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views import View
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_variables
from wagtail.models import Page

from feedback.choices import NotUseful
from feedback.forms.errors import PageErrorForm
from feedback.models import PAGE_ERROR
from feedback.services.errors import error_report
from feedback.services.usefulness import useful_count
from network.selectors import institution_for_page, institution_for_request
from privacy import encryption, flood, throttle
from privacy.forms import GuardForm
from privacy.registry import not_public_form
from privacy.views import CollectingView

ANSWERS_AN_HOUR = 20
"""About one page from one network: a class in a computer room gets through."""


def install() -> None:
    not_public_form(
        "feedback.views.about_pages.UsefulView",
        _("It adds one to a number for a page and a day; nothing about anybody is asked or kept."),
    )


def public_page(request: HttpRequest, page_id: int) -> Page:
    """A page that everybody may read on this site."""
    institution = institution_for_request(request)
    page = Page.objects.live().filter(pk=page_id, depth__gt=1).select_related("locale").first()
    if institution is None or page is None or institution_for_page(page) != institution:
        raise Http404("No such page")
    if page.get_view_restrictions().exists():
        raise Http404("Not everybody may read this page")
    return page


def comes_from_this_site(request: HttpRequest) -> bool:
    """Whether a form of this very site sent the request: what browsers say of its origin, since a page that is stored for
    everybody carries no token and sets no cookie. A request that says nothing is refused."""
    if named := request.headers.get("Origin") or request.headers.get("Referer"):
        try:
            return tuple(urlsplit(named)[:2]) == (request.scheme, request.get_host())
        except ValueError:
            return False  # no address at all
    return request.headers.get("Sec-Fetch-Site") == "same-origin"


@method_decorator(csrf_exempt, name="dispatch")
class UsefulView(View):
    """One press of a button. No cookie, no token, nothing about the reader: a number of the page's day grows by one."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        page = public_page(request, page_id)
        context = {"page": None, "about": page, "about_url": page.get_url(request)}
        return TemplateResponse(request, "feedback/useful_thanks.html", context)

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        if not comes_from_this_site(request):
            return HttpResponseForbidden("Not from a page of this site.", content_type="text/plain")
        page = public_page(request, page_id)
        answer = request.POST.get("useful", "")
        if answer != "yes" and answer != "no" and answer not in NotUseful.values:
            return HttpResponse("yes or no", status=400, content_type="text/plain")
        if throttle.allow(request, use=f"useful:{page.translation_key}", limit=ANSWERS_AN_HOUR):
            useful_count(
                institution=institution_for_page(page),
                page_key=page.translation_key,
                is_useful=answer == "yes",
                reason=answer if answer in NotUseful.values else "",
            )
        return redirect("page_useful", page_id=page.pk)


class PageErrorView(CollectingView):
    """Says what is asked and kept, takes kind and place of the error, answers with thanks and both codes."""

    form_code = PAGE_ERROR
    form_class = PageErrorForm
    template_name = "feedback/error_form.html"
    http_method_names = ["get", "head", "post", "options"]

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        self.about = public_page(request, kwargs["page_id"])

    def _refusal(self, request: HttpRequest) -> HttpResponse | None:
        if not encryption.is_ready():
            return self.response_class(request, ["privacy/form/closed.html"], {"page": None}, status=503)
        return super()._refusal(request)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"auto_id": "id_%s"}

    def get_context_data(self, **kwargs):
        guard = GuardForm(page_id=self.about.pk)
        sent = self.request.POST.get("stamp", "")
        form = kwargs.get("form")
        keeps = form is not None and form.is_bound and not getattr(self, "is_stale", False)
        return super().get_context_data(**kwargs) | {
            "page": None,
            "about": self.about,
            "about_url": self.about.get_url(self.request),
            "trap": guard["website"],
            "stamp": sent if keeps and sent else guard.fresh_stamp,
            "has_errors": bool(form is not None and form.is_bound and form.errors),
        }

    @sensitive_variables()
    def form_valid(self, form: PageErrorForm) -> HttpResponse:
        guard = GuardForm(self.request.POST, page_id=self.about.pk)
        if not guard.is_valid():
            self.is_stale = guard.has_error("stamp", "stale")
            for errors in guard.errors.values():
                form.add_error(None, errors)
            return self.form_invalid(form)
        use = f"send:{PAGE_ERROR}:{self.institution.pk}"
        if not throttle.allow(self.request, use=use, limit=throttle.SUBMISSIONS_AN_HOUR):
            return self._answer("privacy/form/busy.html", status=429)
        if not flood.may_take(self.institution, PAGE_ERROR):
            return self._answer("privacy/form/calm.html", status=503)
        submission, secret = error_report(
            kind=self.kind,
            institution=self.institution,
            page=self.about,
            notice=self.notice,
            purposes=self.purposes,
            fields=form.described(),
            answers=form.answers(),
            language=get_language(),
        )
        return self._answer("feedback/error_thanks.html", submission=submission, secret=secret)

    def _answer(self, template: str, *, status: int = 200, **context) -> HttpResponse:
        values = {"page": None, "about": self.about, "about_url": self.about.get_url(self.request)}
        return TemplateResponse(self.request, template, values | context, status=status)
