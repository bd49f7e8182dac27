"""The way off the site: withdrawing a page, proposing it, deciding on a proposal. The page of another site does
not exist for the person who asks."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.models import Page

from common.page_rules import PageAction, refusal
from editorial.forms.boards import AnswerForm, ProposeForm, WithdrawForm
from editorial.models import ChainRefusedError, WithdrawalProposal
from editorial.selectors import proposals_of, waiting_proposal
from editorial.services.withdrawals import (
    may_decide,
    may_propose,
    may_withdraw,
    page_withdraw,
    withdrawal_accept,
    withdrawal_propose,
    withdrawal_refuse,
)
from privacy.selectors import unfiled_below


def withdraw(request: HttpRequest, page_id: int) -> HttpResponse:
    """Take a page off the site, with a reason. For its chief editor."""
    page = _page_on_board(request, page_id)
    if not may_withdraw(request.user, page):
        raise PermissionDenied
    if refused := _refused(request, page):
        return refused
    form = WithdrawForm(request.POST or None)
    is_sent = request.method == "POST" and form.is_valid()
    reason = form.cleaned_data["reason"] if is_sent else ""
    if is_sent and _done(form, lambda: page_withdraw(page=page, user=request.user, reason=reason)):
        _say_withdrawn(request, page)
        return _to_editor(page_id)
    context = {"page": page, "form": form, "proposal": waiting_proposal(page)}
    return render(request, "editorial/admin/withdraw.html", context)


def propose(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask the chief editor to take a page off the site. For everybody else on the board."""
    page = _page_on_board(request, page_id)
    if not may_propose(request.user, page):
        raise PermissionDenied
    if refused := _refused(request, page):
        return refused
    form = ProposeForm(request.POST or None)
    is_sent = request.method == "POST" and form.is_valid()
    reason = form.cleaned_data["reason"] if is_sent else ""
    if is_sent and _done(form, lambda: withdrawal_propose(page=page, user=request.user, reason=reason)):
        messages.success(request, _("Your proposal waits for the chief editor."))
        return redirect("editorial_withdrawals")
    return render(request, "editorial/admin/propose.html", {"page": page, "form": form})


def proposals(request: HttpRequest) -> HttpResponse:
    """What is proposed to be withdrawn on the person's own boards, and what the person decides."""
    rows = proposals_of(request.user)
    for row in rows:
        row.is_mine = may_decide(request.user, row)
    return render(request, "editorial/admin/proposals.html", {"proposals": rows})


def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept a proposal, or refuse it with a reason. For the chief editor who decides."""
    found = get_object_or_404(
        WithdrawalProposal.objects.select_related("institution", "page", "proposed_by"), pk=pk
    )
    if not may_decide(request.user, found):
        raise Http404
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        is_accepted = form.cleaned_data["decision"] == AnswerForm.ACCEPT
        answer = form.cleaned_data["answer"]
        decide = (
            (lambda: withdrawal_accept(proposal=found, user=request.user))
            if is_accepted
            else (lambda: withdrawal_refuse(proposal=found, user=request.user, answer=answer))
        )
        if _done(form, decide):
            if is_accepted:
                _say_withdrawn(request, found.page)
            else:
                messages.success(request, _("The page stays on the site. Who proposed it is told why."))
            return redirect("editorial_withdrawals")
    return render(request, "editorial/admin/proposal.html", {"proposal": found, "form": form})


def _page_on_board(request: HttpRequest, page_id: int) -> Page:
    page = get_object_or_404(Page, pk=page_id).specific
    if not (may_propose(request.user, page) or may_withdraw(request.user, page)):
        raise Http404
    return page


def _refused(request: HttpRequest, page: Page) -> HttpResponse | None:
    """What the law requires is not withdrawn by anybody."""
    if reason := refusal(page=page, action=PageAction.EXPIRE, user=request.user):
        messages.error(request, reason)
        return _to_editor(page.pk)
    return None


def _done(form, write) -> bool:
    """Whether the service did it; what it refused stands on the form."""
    try:
        write()
    except ValidationError as error:
        form.add_error(None, " ".join(error.messages))
    except ChainRefusedError as error:
        form.add_error(None, str(error))
    else:
        return True
    return False


def _say_withdrawn(request: HttpRequest, page: Page) -> None:
    text = _("The page “%(title)s” is no longer on the site.") % {"title": page.get_admin_display_title()}
    messages.success(request, text)
    if number := unfiled_below(page):
        still = ngettext(
            "One form that was sent there before is being filed. It is not lost.",
            "%(number)d forms that were sent there before are being filed. None of them is lost.",
            number,
        )
        messages.warning(request, still % {"number": number})


def _to_editor(page_id: int) -> HttpResponse:
    return redirect("wagtailadmin_pages:edit", page_id)
