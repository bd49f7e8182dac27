"""The chief editor has the first steps put away."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages

from assessment.services.first_steps import first_steps_dismiss
from assessment.views.base import AssessmentView
from editorial.choices import BoardRole
from editorial.selectors import has_role


class DismissView(AssessmentView):
    """Only for the site's own chief editor."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, institution_id: int) -> HttpResponse:
        institution = self.institution(institution_id)
        if not has_role(request.user, institution, *BoardRole):
            raise Http404
        if not has_role(request.user, institution, BoardRole.CHIEF):
            raise PermissionDenied
        first_steps_dismiss(institution=institution, user=request.user, now=timezone.now())
        messages.success(request, _("The first steps are put away."))
        return redirect("wagtailadmin_home")
