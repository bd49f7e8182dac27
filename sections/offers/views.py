"""The screens of offers. A person sees what the boards on which they serve offered and were offered; anything else does not
exist for them."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.models import Page

from editorial.selectors import board_roles, institutions_of
from network.models import Institution
from network.selectors import institution_for_page
from sections.models import ArticleOffer, OfferAnswer
from sections.offers import selectors, services
from sections.offers.forms import DeclineForm, OfferForm
from sections.offers.selectors import Standing

PAGE_SIZE = 50


def _boards(request: HttpRequest) -> list[Institution]:
    found = institutions_of(request.user).active().select_related("site")
    return list(found.order_by("path"))


def offers(request: HttpRequest) -> HttpResponse:
    """What the person's boards were offered, what is out of date, what they offered themselves."""
    boards = _boards(request)
    if not boards:
        raise Http404
    made = Paginator(selectors.offers_made(boards), PAGE_SIZE).get_page(request.GET.get("p"))
    context = {
        "received": selectors.received_by(boards, on=timezone.localdate()),
        "outdated": selectors.outdated(boards),
        "made": made,
        "named": len(boards) > 1,
    }
    return render(request, "sections/offers/list.html", context)


def offer_new(request: HttpRequest, page_id: int) -> HttpResponse:
    """Offer an article that is on the site."""
    page = get_object_or_404(Page, pk=page_id).specific
    institution = institution_for_page(page)
    if institution is None or not any(institution.pk == pk for pk, _role in board_roles(request.user)):
        raise Http404
    if not services.may_offer(request.user, page):
        messages.error(request, services.NOT_PUBLISHED if not page.live else services.NOT_ON_BOARD)
        return redirect("wagtailadmin_pages:edit", page.pk)
    form = OfferForm(request.POST or None, institution=institution)
    if request.method == "POST" and form.is_valid():
        try:
            offer = services.offer_make(page=page, user=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("The article is offered."))
            return redirect("sections_offer", offer.pk)
    return render(
        request, "sections/offers/new.html", {"page": page, "form": form, "institution": institution}
    )


def offer(request: HttpRequest, pk: int) -> HttpResponse:
    """What became of an offer, member by member; for the board that made it."""
    found = _own(request, pk)
    on = timezone.localdate()
    rows = selectors.standing_of_members(found, on=on) if found.direction == "down" else None
    standing = request.GET.get("standing", "")
    context = {"offer": found, "standing": standing, "choices": Standing.choices}
    if rows is not None:
        context["counts"] = [
            (value, label, number)
            for (value, label), number in zip(
                Standing.choices, selectors.standing_counts(found, on=on).values(), strict=True
            )
        ]
        if standing in Standing.values:
            rows = rows.filter(standing=standing)
        context["rows"] = Paginator(rows.order_by("path"), PAGE_SIZE).get_page(request.GET.get("p"))
        for row in context["rows"]:
            row.standing_label = Standing(row.standing).label
    else:
        context["answer"] = found.answers.select_related("page").first()
    return render(request, "sections/offers/detail.html", context)


def _own(request: HttpRequest, pk: int) -> ArticleOffer:
    rows = ArticleOffer.objects.select_related("institution", "receiver", "page")
    return get_object_or_404(rows, pk=pk, institution__in=_boards(request))


@require_POST
def offer_end(request: HttpRequest, pk: int) -> HttpResponse:
    found = _own(request, pk)
    try:
        services.offer_end(offer=found, user=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("The article is offered no longer. What was taken over stays."))
    return redirect("sections_offer", pk)


def received(request: HttpRequest, pk: int, institution_id: int) -> HttpResponse:
    """An offer as one board has it: read, take over, decline."""
    board = next((one for one in _boards(request) if one.pk == institution_id), None)
    found = get_object_or_404(ArticleOffer.objects.select_related("institution", "page"), pk=pk)
    if board is None or not found.is_for(board):
        raise Http404
    form = DeclineForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        answer = _act(request, found, board, form)
        if answer is not None:
            return answer
    answer = (
        OfferAnswer.objects.select_related("page", "offer__page")
        .filter(offer=found, institution=board)
        .first()
    )
    context = {
        "offer": found,
        "board": board,
        "answer": answer,
        "form": form,
        "source": found.page.specific if found.page_id else None,
        "address": found.page.full_url if found.page_id and found.page.live else "",
        "received": selectors.Received(found, board, answer, timezone.localdate()),
    }
    return render(request, "sections/offers/received.html", context)


def _act(
    request: HttpRequest, found: ArticleOffer, board: Institution, form: DeclineForm
) -> HttpResponse | None:
    """What the button says; the refusal stands on the form."""
    values = {"offer": found, "institution": board, "user": request.user}
    try:
        if "take" in request.POST:
            page = services.offer_take_over(**values)
            messages.success(
                request, _("It is a draft of your board now. Change what you like and submit it.")
            )
            return redirect("wagtailadmin_pages:edit", page.pk)
        if "decline" in request.POST:
            services.offer_decline(**values, reason=form.cleaned_data["reason"])
            messages.success(request, _("The board that offered it reads your reason."))
        else:
            services.offer_read(**values)
            messages.success(request, _("It is on record that your board has read it."))
    except ValidationError as error:
        form.add_error(None, " ".join(error.messages))
        return None
    return redirect("sections_offers")


@require_POST
def renew(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the newer text of the source over into the board's own draft."""
    rows = OfferAnswer.objects.select_related("institution", "page")
    answer = get_object_or_404(rows, pk=pk, institution__in=_boards(request), page__isnull=False)
    try:
        services.article_renew(answer=answer, user=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("sections_offers")
    messages.success(request, _("The newer text is in your draft. Read it and submit it."))
    return redirect("wagtailadmin_pages:edit", answer.page_id)
