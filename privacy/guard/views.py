"""The screens of the reviewer: what waits, what was found, the decision."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from privacy.duties import Duty, is_in_charge
from privacy.guard.deciding import check_mask, check_refuse, check_release, checks_for
from privacy.guard.forms import LookupForm, RefuseForm, ReleaseForm
from privacy.guard.lookup import columns_of_list, lookup_create, lookups_of
from privacy.guard.masked_copies import MASKABLE
from privacy.guard.reviewers import may_decide, object_of
from privacy.models import GuardDecision, GuardState, LookupKeyKind
from privacy.models.guard import DECIDABLE

PAGE_SIZE = 50
SHOWN_STATES = tuple(state for state in GuardState if state not in (GuardState.CLEAR, GuardState.LAPSED))


class GuardView(WagtailAdminTemplateMixin, View):
    """For who protects personal information in some institution, or approves there; for all others there is no such screen."""

    header_icon = "view"
    page_title = gettext_lazy("Checks before publication")

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not is_in_charge(request.user, Duty.REVIEW, Duty.APPROVE):
            raise Http404("No duty")
        response = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = "no-store, private"
        return response

    def get_breadcrumbs_items(self):
        home = [{"url": reverse_lazy("wagtailadmin_home"), "label": _("Home")}]
        return [*home, {"url": reverse("privacy_guard"), "label": self.page_title}, *self.trail()]

    def trail(self) -> list[dict]:
        return []

    def show(self, *, status: int = 200, **context) -> HttpResponse:
        values = self.get_context_data(**context)
        return TemplateResponse(self.request, self.get_template_names(), values, status=status)


class GuardListView(GuardView):
    """What waits for a decision; with ``?state=``, what was decided."""

    template_name = "privacy/guard/list.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        state = request.GET.get("state", GuardState.WAITING)
        state = state if state in {str(each) for each in SHOWN_STATES} else GuardState.WAITING
        rows = checks_for(request.user).filter(state=state)
        number = request.GET.get("p", "1")
        return self.show(
            rows=Paginator(rows, PAGE_SIZE).get_page(number if number.isdecimal() and len(number) < 9 else 1),
            state=state,
            states=[(each.value, each.label) for each in SHOWN_STATES],
            lookups=lookups_of(request.user),
        )


class GuardCheckView(GuardView):
    """One file or page: what was found, masked, and what may be done."""

    template_name = "privacy/guard/check.html"

    def trail(self) -> list[dict]:
        return [{"url": "", "label": self.check.title}]

    def get(self, request: HttpRequest, uid) -> HttpResponse:
        self.check = get_object_or_404(checks_for(request.user), uid=uid)
        return self.answer()

    def post(self, request: HttpRequest, uid) -> HttpResponse:
        self.check = get_object_or_404(checks_for(request.user), uid=uid)
        acts = {"release": self.release, "refuse": self.refuse, "mask": self.mask}
        act = acts.get(request.POST.get("act", ""))
        if act is None:
            return self.answer(status=422)
        if not may_decide(request.user, self.check):
            raise PermissionDenied
        return act()

    def answer(self, *, status: int = 200, **forms) -> HttpResponse:
        instance = object_of(self.check)
        ending = "" if self.check.is_page or instance is None else instance.file_extension.lower()
        decisions = GuardDecision.objects.filter(institution=self.check.institution, check_uid=self.check.uid)
        is_open = self.check.state in DECIDABLE and may_decide(self.request.user, self.check)
        return self.show(
            status=status,
            check=self.check,
            instance=instance,
            findings=self.check.found,
            decisions=decisions.select_related("user"),
            may_decide=is_open,
            is_own=self.request.user.pk in self.check.authors,
            release_form=forms.get("release_form") or ReleaseForm(prefix="release"),
            refuse_form=forms.get("refuse_form") or RefuseForm(prefix="refuse"),
            is_maskable=ending in MASKABLE,
            is_pdf=ending == "pdf",
            may_look_up=bool(is_open and instance and not self.check.is_page),
        )

    def done(self, text: str) -> HttpResponse:
        messages.success(self.request, text)
        return redirect("privacy_guard")

    def release(self) -> HttpResponse:
        form = ReleaseForm(self.request.POST, prefix="release")
        if form.is_valid():
            try:
                check_release(check=self.check, user=self.request.user, **form.cleaned_data)
            except ValidationError as error:
                form.add_error(None, error)
            else:
                return self.done(_("“%(title)s” may be published.") % {"title": self.check.title})
        return self.answer(status=422, release_form=form)

    def refuse(self) -> HttpResponse:
        form = RefuseForm(self.request.POST, prefix="refuse")
        if form.is_valid():
            try:
                check_refuse(check=self.check, user=self.request.user, note=form.cleaned_data["note"])
            except ValidationError as error:
                form.add_error(None, error)
            else:
                return self.done(_("“%(title)s” is not published.") % {"title": self.check.title})
        return self.answer(status=422, refuse_form=form)

    def mask(self) -> HttpResponse:
        try:
            copy = check_mask(check=self.check, user=self.request.user)
        except ValidationError as error:
            messages.error(self.request, " ".join(error.messages))
            return self.answer(status=422)
        return self.done(_("The masked copy “%(title)s” stands among the files.") % {"title": copy.title})


class GuardLookupView(GuardView):
    """Turn a list into an individual look-up. The answer holds the codes once; they are stored nowhere."""

    template_name = "privacy/guard/lookup_form.html"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.check = get_object_or_404(checks_for(request.user), uid=kwargs["uid"])
        if (
            not may_decide(request.user, self.check)
            or self.check.state not in DECIDABLE
            or self.check.is_page
        ):
            raise Http404("Nothing to decide")
        self.columns = columns_of_list(self.check)
        return super().dispatch(request, *args, **kwargs)

    def trail(self) -> list[dict]:
        return [{"url": "", "label": self.check.title}]

    def get(self, request: HttpRequest, uid) -> HttpResponse:
        initial = {"title": self.check.title}
        return self.show(check=self.check, form=LookupForm(initial=initial, columns=self.columns))

    def post(self, request: HttpRequest, uid) -> HttpResponse:
        form = LookupForm(request.POST, columns=self.columns)
        if not form.is_valid():
            return self.show(status=422, check=self.check, form=form)
        data = form.cleaned_data
        try:
            made = lookup_create(
                check=self.check,
                user=request.user,
                title=data["title"],
                reference=int(data["reference"]),
                key_kind=LookupKeyKind(data["key_kind"]),
                birth=int(data["birth"]) if data["birth"] else None,
                shown=[int(place) for place in data["shown"]],
                ends_on=data["ends_on"],
            )
        except ValidationError as error:
            form.add_error(None, error)
            return self.show(status=422, check=self.check, form=form)
        return self.show(check=self.check, made=made)
