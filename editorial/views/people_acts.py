"""Acts on one person of one board, each a page with its consequences, a reason and a button; the record; the head's
review."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from common.spreadsheets.report import write_xlsx
from editorial.choices import BoardRole, ReviewDecision
from editorial.forms.people import ReasonForm, RolesForm, SuccessorForm
from editorial.models import AccessReview
from editorial.selectors.boards import board_members
from editorial.selectors.people import (
    access_review_due,
    acts_as_authority,
    assignable_roles,
    events_of,
    people_of,
    place_of,
)
from editorial.services import people as services
from editorial.services.reviews import access_review_decide, access_review_open, may_review
from editorial.views.people import PER_PAGE, PeopleView
from network.models import Institution

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Act:
    """One act: its words, its service, whether the reason is always needed, and which form it has."""

    title: Promise
    lead: Promise
    button: Promise
    done: Promise
    service: Callable
    always_reason: bool = True
    form: str = "reason"
    serious: bool = False


ACTS = {
    "roles": Act(
        gettext_lazy("Change the roles"),
        gettext_lazy("The roles hold from the next click of the person. Who loses one is signed out."),
        gettext_lazy("Change the roles"),
        gettext_lazy("The roles were changed."),
        services.board_member_roles_set,
        always_reason=False,
        form="roles",
    ),
    "suspend": Act(
        gettext_lazy("Suspend"),
        gettext_lazy(
            "The person loses the roles on this board until further notice and is signed out. "
            "Other boards are not touched; an account without any board is closed."
        ),
        gettext_lazy("Suspend"),
        gettext_lazy("The person is suspended."),
        services.board_member_suspend,
        serious=True,
    ),
    "reinstate": Act(
        gettext_lazy("Reinstate"),
        gettext_lazy("The person gets back the roles from before the suspension."),
        gettext_lazy("Reinstate"),
        gettext_lazy("The person is reinstated."),
        services.board_member_reinstate,
        always_reason=False,
    ),
    "handover": Act(
        gettext_lazy("Hand over work"),
        gettext_lazy("What the person owns on this site moves to the successor; the roles stay."),
        gettext_lazy("Hand over"),
        gettext_lazy("The work was handed over."),
        services.handover,
        always_reason=False,
        form="successor",
    ),
    "leave": Act(
        gettext_lazy("Remove from the board"),
        gettext_lazy(
            "The person loses all roles on this board and is signed out. "
            "Name a successor, so that nothing is left without a person."
        ),
        gettext_lazy("Remove"),
        gettext_lazy("The person is not on this board any more."),
        services.board_member_dismiss,
        form="leave",
        serious=True,
    ),
    "factor": Act(
        gettext_lazy("Take away the lost second factor"),
        gettext_lazy(
            "Do this only when you know that it is the person who asks: call them back. "
            "They are signed out, get a letter, and set up a new second factor at the next sign-in."
        ),
        gettext_lazy("Take it away"),
        gettext_lazy("The second factor was taken away."),
        services.board_member_factor_reset,
        serious=True,
    ),
    "open": Act(
        gettext_lazy("Open the account again"),
        gettext_lazy("The person can sign in again; the time without use counts from today."),
        gettext_lazy("Open the account again"),
        gettext_lazy("The account is open."),
        services.board_member_account_reopen,
        always_reason=False,
    ),
}


class ActView(PeopleView):
    template_name = "editorial/admin/people_form.html"

    def dispatch(self, request, *args: Any, **kwargs: Any):
        if kwargs["act"] not in ACTS:
            raise Http404
        self.act = ACTS[kwargs["act"]]
        return super().dispatch(request, *args, **kwargs)

    def _find(self) -> None:
        self.institution = self.institution_or_404(self.kwargs["institution_pk"])
        scope = Institution.objects.filter(pk=self.institution.pk)
        self.person = get_object_or_404(people_of(scope), pk=self.kwargs["pk"])

    def get_page_title(self):
        return self.act.title

    def get_page_subtitle(self):
        return f"{services.name_of(self.person)} – {self.institution.name}"

    def _form(self, data=None) -> ReasonForm:
        actor = self.request.user
        needs = self.act.always_reason or acts_as_authority(actor, self.institution)
        if self.act.form == "roles":
            place = place_of(self.person, self.institution)
            roles = assignable_roles(actor, self.institution)
            return RolesForm(data, place=place, roles=roles, needs_reason=needs)
        if self.act.form in ("successor", "leave"):
            candidates = board_members(self.institution).exclude(pk=self.person.pk)
            return SuccessorForm(
                data,
                candidates=candidates.order_by("last_name", "first_name"),
                needs_reason=needs,
                needs_successor=self.act.form == "successor",
            )
        return ReasonForm(data, needs_reason=needs)

    def get(self, request, *args: Any, **kwargs: Any):
        self._find()
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "form": kwargs.get("form") or self._form(),
            "lead": self.act.lead,
            "button": self.act.button,
            "is_serious": self.act.serious,
            "back": reverse("editorial_person", args=[self.person.pk]),
        }

    def post(self, request, *args: Any, **kwargs: Any):
        self._find()
        form = self._form(request.POST)
        if form.is_valid():
            try:
                result = self.act.service(
                    actor=request.user, institution=self.institution, person=self.person, **self._wanted(form)
                )
            except ValidationError as error:
                form.add_error(None, error)
            except PermissionDenied as error:
                form.add_error(None, str(error) or _("You may not do this."))
            else:
                messages.success(request, self._said(result))
                return redirect(self._after())
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def _wanted(self, form) -> dict[str, Any]:
        wanted = {"reason": form.cleaned_data["reason"]}
        if self.act.form == "roles":
            wanted["roles"] = [BoardRole(role) for role in form.cleaned_data["roles"]]
        if self.act.form in ("successor", "leave"):
            wanted["successor"] = form.cleaned_data["successor"]
        return wanted

    def _said(self, result) -> str:
        if isinstance(result, dict) and result:
            count = sum(result.values())
            return str(self.act.done) + " " + _("Moved to the successor: %(count)s.") % {"count": count}
        return str(self.act.done)

    def _after(self) -> str:
        if people_of(self.institutions).filter(pk=self.person.pk).exists():
            return reverse("editorial_person", args=[self.person.pk])
        return reverse("editorial_people")


class HistoryView(PeopleView):
    """The record of acts on the boards in reach; as a workbook for the head."""

    page_title = gettext_lazy("Record of the boards")
    template_name = "editorial/admin/people_history.html"

    def get(self, request, *args: Any, **kwargs: Any):
        rows = events_of(self.institutions)
        if request.GET.get("institution", "").isdecimal():
            rows = rows.filter(institution=self.institution_or_404(int(request.GET["institution"])))
        if request.GET.get("export") == "xlsx":
            return workbook("acts-on-boards", self._cells(rows))
        paginator = Paginator(rows, PER_PAGE)
        page = paginator.get_page(request.GET.get("p"))
        context = self.get_context_data() | {
            "page_obj": page,
            "elided_page_range": paginator.get_elided_page_range(page.number),
        }
        return self.render_to_response(context)

    def _cells(self, rows):
        yield [
            _("When"),
            _("Institution"),
            _("Act"),
            _("Who"),
            _("Whom"),
            _("Roles before"),
            _("Roles after"),
            _("Reason"),
            _("By the authority"),
        ]
        for row in rows.iterator():
            yield [
                timezone.localtime(row.at).strftime("%Y-%m-%d %H:%M"),
                row.institution.name,
                row.get_kind_display(),
                row.actor_name,
                row.person_name,
                row.before_shown,
                row.after_shown,
                row.reason,
                _("yes") if row.as_authority else "",
            ]


class ReviewView(PeopleView):
    """The rights of one board, for its head: confirm or end each."""

    page_title = gettext_lazy("Review of access")
    template_name = "editorial/admin/access_review.html"

    def _find(self) -> None:
        self.institution = self.institution_or_404(self.kwargs["institution_pk"])
        if not may_review(self.request.user, self.institution):
            raise PermissionDenied
        self.review = AccessReview.objects.filter(institution=self.institution, closed_at=None).first()

    def get_page_subtitle(self):
        return self.institution.name

    def get(self, request, *args: Any, **kwargs: Any):
        self._find()
        if request.GET.get("export") == "xlsx":
            latest = self.review or AccessReview.objects.filter(institution=self.institution).first()
            if latest is None:
                raise Http404
            return workbook(f"access-review-{self.institution.code}", self._cells(latest))
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "institution": self.institution,
            "review": self.review,
            "items": list(self.review.items.all()) if self.review else [],
            "due": access_review_due(self.institution),
            "own_id": self.request.user.pk,
            "former": AccessReview.objects.filter(institution=self.institution, closed_at__isnull=False)[:6],
            "error": kwargs.get("error"),
        }

    def post(self, request, *args: Any, **kwargs: Any):
        self._find()
        if self.review is None:
            access_review_open(actor=request.user, institution=self.institution)
            return redirect(request.path)
        decisions = {
            item.pk: request.POST.get(f"item-{item.pk}")
            for item in self.review.items.filter(decision="")
            if request.POST.get(f"item-{item.pk}") in ReviewDecision.values
        }
        try:
            is_closed = access_review_decide(actor=request.user, review=self.review, decisions=decisions)
        except (ValidationError, PermissionDenied) as error:
            said = " ".join(getattr(error, "messages", [str(error)]))
            return self.render_to_response(self.get_context_data(error=said), status=422)
        messages.success(
            request,
            _("The review is closed.") if is_closed else _("Kept. Some people are still to be decided on."),
        )
        return redirect(request.path)

    def _cells(self, review: AccessReview):
        yield [_("Person"), _("Roles"), _("Last sign-in"), _("Second factor"), _("Decision")]
        for item in review.items.all():
            seen = timezone.localtime(item.last_sign_in).strftime("%Y-%m-%d") if item.last_sign_in else ""
            factor = _("yes") if item.has_second_factor else _("no")
            yield [item.person_name, item.roles_shown, seen, factor, item.get_decision_display()]


def workbook(name: str, rows) -> HttpResponse:
    output = io.BytesIO()
    write_xlsx(rows, output)
    response = HttpResponse(output.getvalue(), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{name}-{timezone.localdate().isoformat()}.xlsx"'
    response["Cache-Control"] = "no-store, private"
    return response
