"""The address to which the form of an examination is sent."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.views import View
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_variables

from enrolment.models import ExaminationPage
from enrolment.results import answering
from enrolment.results.lookup import exams_of
from enrolment.results.pages import LookupForm, appeals_now
from enrolment.waiting_room.doorkeeper import lookup_refusal
from network.selectors import institution_for_page, institution_for_request
from privacy import entry
from privacy.throttle import network_of


@method_decorator(csrf_exempt, name="dispatch")
class ResultView(View):
    """One candidate's results, by POST only. Nothing of what is entered is stored, shown again or in any address; without a
    look-up that is open, the page of the examination says why."""

    http_method_names = ["get", "head", "post", "options"]

    def page(self, key: uuid.UUID) -> ExaminationPage:
        """The page of the examination in the reader's language, on this very site."""
        institution = institution_for_request(self.request)
        language = get_language() or "vi"
        found = sorted(
            exams_of(key).select_related("locale"), key=lambda page: page.locale.language_code != language
        )
        if not found or institution is None or institution_for_page(found[0]) != institution:
            raise Http404("No such examination")
        return found[0]

    def get(self, request: HttpRequest, key: uuid.UUID) -> HttpResponse:
        return HttpResponseRedirect(self.page(key).get_url(request) + entry.query(request))

    @sensitive_variables()
    def post(self, request: HttpRequest, key: uuid.UUID) -> HttpResponse:
        request.sensitive_post_parameters = "__ALL__"
        page = self.page(key)
        if not answering.comes_from_this_site(request):
            return answering.refused()
        if turned_away := lookup_refusal(request, key):
            return turned_away
        answers = answering.open_answers(key, request.get_host())
        if answers is None:
            return HttpResponseRedirect(page.get_url(request), status=303)
        language = get_language() or "vi"
        context = {
            "page": None,
            "exam": page,
            "form": LookupForm(answers=answers),
            "appeals": appeals_now(page, request),
            "hole": answering.HOLE,
        }
        frame = render_to_string("enrolment/results/answer.html", context, request).encode()
        before, _hole, after = frame.partition(answering.HOLE.encode())
        filling, status = answering.outcome_of(request.POST, network_of(request), answers, language)
        response = answering.sealed_response(before + filling + after, status, language)
        if not request.user.is_authenticated:
            response.lookup_frame = (key, language, before, after)
        return response
