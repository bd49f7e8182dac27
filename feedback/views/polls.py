"""Voting and results of a poll, without script."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_safe

from common.charts import bar_chart
from common.spreadsheets import write_csv
from feedback.choices import PollState
from feedback.forms.polls import BallotForm
from feedback.models import POLL, PollPage
from feedback.selectors.polls import has_voted, may_see_result, poll_result
from feedback.services.polls import vote_cast
from network.selectors import institution_for_page, institution_for_request
from privacy import encryption, selectors, throttle
from privacy.views import CollectingView

COOKIE = "phieu"


def install() -> None:
    PollPage.voting = staticmethod(voting)


def cookie_name(page: PollPage) -> str:
    return f"{COOKIE}-{page.translation_key.hex[:12]}"


def voting(page: PollPage, request: HttpRequest, form: BallotForm | None = None) -> dict[str, Any]:
    """What the page of a poll shows: the ballot to whom may vote, the result to whom may see it."""
    now = timezone.now()
    state = page.state_at(now)
    institution = institution_for_page(page)
    voted = state == PollState.OPEN and has_voted(page, request.COOKIES.get(cookie_name(page), ""))
    context: dict[str, Any] = {"poll_state": state, "voted": voted, "ballot": None, "result": None}
    if state == PollState.OPEN and not voted and institution:
        context["is_closed"] = not (
            encryption.is_ready()
            and selectors.current_notice(institution)
            and selectors.purposes_of(institution, POLL)
        )
        if not context["is_closed"]:
            form = form or BallotForm(page=page)
            stale = not form.is_bound or form.is_stale
            context |= {"ballot": form, "paper": form.fresh_paper if stale else form["paper"].value()}
    if may_see_result(page, voted=voted, now=now):
        result = poll_result(page, now=now)
        context |= {"result": result, "chart": _chart(result), "table": _table(result)}
    return context


def _chart(result):
    return bar_chart(((row.label, row.percent, f"{row.percent} %") for row in result.rows), full=100)


def _table(result) -> list[list[object]]:
    return [[row.label, row.votes, f"{row.percent} %"] for row in result.rows]


def _poll(request: HttpRequest, page_id: int) -> PollPage:
    """A published poll of this site."""
    institution = institution_for_request(request)
    page = PollPage.objects.live().filter(pk=page_id).first()
    if institution is None or page is None or institution_for_page(page) != institution:
        raise Http404("No such poll")
    return page


class VoteView(CollectingView):
    """Takes one ballot paper and leads back to the poll. The browser is given the paper's number as a cookie, so that it does not
    vote again; nobody gets a cookie for reading."""

    form_code = POLL
    form_class = BallotForm
    http_method_names = ["get", "head", "post", "options"]

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        self.page = _poll(request, kwargs["page_id"])

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Whoever loads the page again after a mistake sees the poll."""
        return self.page.serve(request)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"page": self.page}

    @sensitive_variables()
    def form_valid(self, form: BallotForm) -> HttpResponse:
        if has_voted(self.page, self.request.COOKIES.get(cookie_name(self.page), "")):
            return redirect(self._after())
        try:
            vote_cast(
                page=self.page,
                institution=self.institution,
                options=form.chosen(),
                nonce=form.nonce,
                network=throttle.network_of(self.request),
            )
        except ValidationError as error:
            form.add_error(None, error)
            return self.form_invalid(form)
        response = redirect(self._after())
        response.set_cookie(
            cookie_name(self.page),
            form.nonce,
            expires=self.page.closes_at,
            path="/",
            secure=settings.CSRF_COOKIE_SECURE,
            httponly=True,
            samesite="Strict",
        )
        return response

    def _after(self) -> str:
        return f"{self.page.get_url(self.request)}#ket-qua"

    def form_invalid(self, form: BallotForm) -> HttpResponse:
        context = self.page.get_context(self.request) | voting(self.page, self.request, form)
        context["has_errors"] = True
        return TemplateResponse(self.request, self.page.get_template(self.request), context, status=422)


@require_safe
def poll_csv(request: HttpRequest, page_id: int) -> HttpResponse:
    """The result as CSV, to whom may see it on the page."""
    page = _poll(request, page_id)
    context = voting(page, request)
    result = context["result"]
    if result is None or result.votes is None:
        raise Http404("No result to see")
    rows = [
        [page.title],
        [_("Voted"), result.votes],
        [_("State"), _("final") if result.is_final else _("while the poll is open")],
        [],
        [_("Answer"), _("Votes"), _("Per cent")],
        *([row.label, row.votes, row.percent] for row in result.rows),
    ]
    response = HttpResponse(write_csv(rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(page.slug)}.csv"
    response["Cache-Control"] = "no-store, private"
    return response
