"""How the installation is, and the letters that could not be sent."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import log

from network.access import institutions_in_reach, may_see_health
from network.health import health_read
from network.letter_kinds import kind_named
from network.models import Letter
from network.models.letters import LetterState
from network.services.letters import letter_send_again
from network.views.base import NetworkView


class HealthView(NetworkView):
    """For superusers and for whoever leads the authority at the top: it tells how all sites run."""

    page_title = gettext_lazy("Health of the installation")
    header_icon = "view"
    template_name = "network/health.html"

    def dispatch(self, request, *args: Any, **kwargs: Any):
        if not may_see_health(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"health": health_read()}


def letters_in_reach(user):
    """The letters given up that concern the institutions of a person; all of them for a superuser."""
    letters = Letter.objects.filter(state=LetterState.FAILED).select_related("institution", "user")
    letters = letters.order_by("-created_at", "-pk")
    return letters if user.is_superuser else letters.filter(institution__in=institutions_in_reach(user))


class LettersView(NetworkView):
    """Letters that were given up: the chief looks after the address, then sends them again."""

    page_title = gettext_lazy("Letters not sent")
    header_icon = "mail"
    authorities_only = False
    template_name = "network/letters.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs) | self.paginated(letters_in_reach(self.request.user))
        for letter in context["page_obj"]:
            kind = kind_named(letter.kind)
            letter.label = kind.label if kind else letter.kind
        return context

    def post(self, request, *args: Any, **kwargs: Any):
        if not request.POST.get("letter", "").isdigit():
            raise Http404
        letter = get_object_or_404(letters_in_reach(request.user), pk=request.POST["letter"])
        if letter_send_again(letter=letter):
            if letter.institution:
                log(letter.institution, "network.letter_again", user=request.user, data={"kind": letter.kind})
            messages.success(request, _("The letter will be sent again in a minute."))
        else:
            messages.warning(request, _("The letter waits already, or was dealt with meanwhile."))
        return redirect("network:letters")
