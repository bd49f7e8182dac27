"""Where the one who asked reads the answer: reference and secret, no account (W10.5)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.template.response import TemplateResponse
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_variables

from feedback.forms import ReplyForm
from feedback.models import QUESTION, QuestionsPage
from feedback.services import answer_shown
from feedback.services.questions import question_for_codes
from network.selectors import institution_for_page
from privacy import throttle
from privacy.journey import NO_STORE

TRIES_AN_HOUR = 20


def question_reply(page: QuestionsPage, request: HttpRequest) -> HttpResponse:
    """Answer a request for the look-up of a section; the codes come by POST and stand in no address."""
    request.sensitive_post_parameters = "__ALL__"
    response = _reply(request, page=page)
    response["Cache-Control"] = NO_STORE
    return response


@csrf_protect
@sensitive_variables()
def _reply(request: HttpRequest, page: QuestionsPage) -> HttpResponse:
    if request.method in ("GET", "HEAD"):
        return _show(page, request, form=ReplyForm())
    if request.method != "POST":
        return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
    form = ReplyForm(request.POST)
    if not form.is_valid():
        return _show(page, request, form=form, status=422)
    if not throttle.allow(request, use=f"{QUESTION}-reply:{page.pk}", limit=TRIES_AN_HOUR):
        return _show(page, request, form=form, status=429, error=form.TOO_MANY)
    submission = question_for_codes(
        institution=institution_for_page(page),
        reference=form.cleaned_data["reference"],
        secret=form.cleaned_data["secret"],
    )
    if submission is None:
        return _show(page, request, form=form, status=422, error=form.UNKNOWN)
    return _show(page, request, shown=answer_shown(submission))


def _show(page: QuestionsPage, request: HttpRequest, *, status: int = 200, error="", **extra) -> HttpResponse:
    if error:
        extra["form"].add_error(None, error)
    context = page.get_context(request) | {"form_url": page.reply_address(request)} | extra
    return TemplateResponse(request, "pages/feedback/question_reply.html", context, status=status)
