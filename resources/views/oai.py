"""The address at which libraries harvest the resources of an institution and of all below it (OAI-PMH 2.0)."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from network.selectors import institution_for_request
from resources.oai.answers import Repository, answered, base_url_of, refused
from resources.oai.arguments import ProtocolError, read_question


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def oai(request: HttpRequest) -> HttpResponse:
    """Answers questions and changes nothing; the protocol asks for POST as well (3.1.1), and harvesters know no token.

    Errors of the protocol are answers with the status 200 (3.1.3).
    """
    institution = institution_for_request(request)
    if institution is None:
        raise Http404("No repository here")
    now = timezone.now()
    repository = Repository(institution, base_url_of(institution, reverse("oai")), now)
    given = request.POST if request.method == "POST" else request.GET
    with translation.override("vi"):
        try:
            question = read_question(given, scope=institution.pk, now=now)
            body = answered(repository, question)
        except ProtocolError as error:
            body = refused(repository, error, {name: values[0] for name, values in given.lists()})
    return HttpResponse(body, content_type="text/xml; charset=utf-8", headers={"Cache-Control": "no-store"})
