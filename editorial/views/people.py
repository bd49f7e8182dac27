"""The people of the boards that a person manages. Whoever is on none of these boards does not exist here: 404."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic.base import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from editorial.choices import BoardRole
from editorial.forms.people import InviteForm, PeopleFilterForm
from editorial.models import SuspendedRole
from editorial.selectors.people import (
    assignable_roles,
    events_of,
    invitations_of,
    managed_by,
    people_of,
    person_rows,
)
from editorial.services.people import board_invite, invitation_renew, invitation_withdraw
from network.models import Institution

PER_PAGE = 50
EVENTS_SHOWN = 20


class PeopleView(WagtailAdminTemplateMixin, View):
    """A page of the admin about people, for those who manage a board."""

    header_icon = "group"

    def dispatch(self, request, *args: Any, **kwargs: Any):
        self.institutions = managed_by(request.user)
        if not self.institutions.exists():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, *args: Any, **kwargs: Any):
        return self.render_to_response(self.get_context_data(**kwargs))

    def get_breadcrumbs_items(self):
        listing = {"url": reverse("editorial_people"), "label": _("People")}
        return [*self.breadcrumbs_items, listing, {"url": "", "label": self.get_page_title()}]

    def institution_or_404(self, pk: int) -> Institution:
        return get_object_or_404(self.institutions.select_related("site"), pk=pk)

    def person_or_404(self, pk: int, institutions=None):
        return get_object_or_404(people_of(institutions or self.institutions), pk=pk)


class PeopleListView(PeopleView):
    """Everybody on the boards in reach; filters by institution, role, state and name."""

    page_title = gettext_lazy("People")
    template_name = "editorial/admin/people.html"

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = PeopleFilterForm(self.request.GET, institutions=self.institutions)
        scope, users = self._found(form)
        paginator = Paginator(users, PER_PAGE)
        page = paginator.get_page(self.request.GET.get("p"))
        return super().get_context_data(**kwargs) | {
            "form": form,
            "rows": person_rows(list(page), scope),
            "page_obj": page,
            "elided_page_range": paginator.get_elided_page_range(page.number),
            "invitations": invitations_of(scope)[:PER_PAGE],
        }

    def _found(self, form):
        scope = self.institutions
        if not form.is_valid():
            return scope, people_of(scope)
        wanted = form.cleaned_data
        if wanted["institution"]:
            scope = scope.filter(pk=wanted["institution"].pk)
        users = people_of(scope)
        for word in wanted["q"].replace("\x00", "").split():
            users = users.filter(
                Q(first_name__icontains=word)
                | Q(last_name__icontains=word)
                | Q(username__icontains=word)
                | Q(email__icontains=word)
            )
        if wanted["role"]:
            membership = users.model.groups.through.objects.filter(
                user_id=OuterRef("pk"),
                group__board_group__institution__in=scope,
                group__board_group__role=wanted["role"],
            )
            users = users.filter(Exists(membership))
        return scope, self._in_state(users, scope, wanted["state"])

    def _in_state(self, users, scope, state: str):
        suspended = SuspendedRole.objects.filter(user_id=OuterRef("pk"), institution__in=scope)
        factors = Authenticator.objects.filter(user_id=OuterRef("pk"), type__in=["totp", "webauthn"])
        if state == "active":
            return users.filter(~Exists(suspended), is_active=True)
        if state == "suspended":
            return users.filter(Exists(suspended))
        if state == "closed":
            return users.filter(is_active=False)
        if state == "factor":
            return users.filter(~Exists(factors))
        return users


class PersonView(PeopleView):
    """One person: roles on the boards that the reader manages, and what was done to them there."""

    template_name = "editorial/admin/person.html"

    def dispatch(self, request, *args: Any, **kwargs: Any):
        self.person = None
        if request.user.is_authenticated:
            self.person = get_object_or_404(people_of(managed_by(request.user)), pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self):
        return self.person.get_full_name() or self.person.get_username()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        row = person_rows([self.person], self.institutions)[0]
        user = self.request.user
        places = []
        for place in row.places:
            roles = set(assignable_roles(user, place.institution))
            may = self.person.pk != user.pk and set(place.roles + place.suspended) <= roles
            places.append({"place": place, "may": may, "may_hand_over": may or self.person.pk == user.pk})
        events = events_of(self.institutions).filter(person=self.person)
        return super().get_context_data(**kwargs) | {
            "person": self.person,
            "row": row,
            "places": places,
            "is_self": self.person.pk == user.pk,
            "events": events[:EVENTS_SHOWN],
        }


class InviteView(PeopleView):
    page_title = gettext_lazy("Invite somebody")
    template_name = "editorial/admin/people_form.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "form": kwargs.get("form") or self._form(),
            "lead": _("A letter with a link goes to this address. Who has an account already keeps it."),
            "button": _("Send the invitation"),
            "back": reverse("editorial_people"),
        }

    def _form(self, data=None) -> InviteForm:
        # The widest choice; what this person may give on the chosen board is asked where it is done.
        first = self.institutions.order_by("path").first()
        return InviteForm(
            data,
            institutions=self.institutions,
            roles=list(BoardRole),
            initial={"institution": self.request.GET.get("institution") or first, "role": BoardRole.AUTHOR},
        )

    def post(self, request, *args: Any, **kwargs: Any):
        form = self._form(request.POST)
        if form.is_valid():
            wanted = form.cleaned_data
            try:
                board_invite(
                    actor=request.user,
                    institution=wanted["institution"],
                    role=BoardRole(wanted["role"]),
                    email=wanted["email"],
                    reason=wanted["reason"],
                )
            except ValidationError as error:
                form.add_error(None, error)
            except PermissionDenied as error:
                form.add_error("role", str(error))
            else:
                messages.success(request, _("The invitation is on its way."))
                return redirect("editorial_people")
        return self.render_to_response(self.get_context_data(form=form, **kwargs), status=422)


class InvitationActView(PeopleView):
    """Send again, or withdraw; by a button in the list."""

    def get(self, request, *args: Any, **kwargs: Any):
        return redirect("editorial_people")

    def post(self, request, pk: int, act: str, **kwargs: Any):
        invitation = get_object_or_404(invitations_of(self.institutions), pk=pk)
        acts = {"renew": invitation_renew, "withdraw": invitation_withdraw}
        if act not in acts:
            raise Http404
        try:
            acts[act](actor=request.user, invitation=invitation)
        except (PermissionDenied, ValidationError) as error:
            messages.error(request, " ".join(getattr(error, "messages", [str(error)])))
        else:
            said = {
                "renew": _("The invitation is sent again."),
                "withdraw": _("The invitation is withdrawn."),
            }
            messages.success(request, said[act])
        return redirect("editorial_people")
