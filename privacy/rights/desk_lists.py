"""The desk's further lists: notices of revision, for sender and recipient; numbers of members."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_variables
from wagtail.admin import messages

from privacy.choices import Method
from privacy.duties import Duty
from privacy.models import RevisionNotice
from privacy.rights.desk import PAGE_SIZE, RightsDeskView
from privacy.rights.revisions import revision_acknowledge, revision_read, revision_sent_by_hand
from privacy.rights.selectors import numbers_of, revisions_of


class RevisionsView(RightsDeskView):
    """Who was told of what, and who has not acknowledged."""

    template_name = "privacy/desk/revisions.html"
    page_title = gettext_lazy("Notices of revision")

    def trail(self):
        return [{"url": "", "label": _("Notices of revision")}]

    def get(self, request: HttpRequest) -> HttpResponse:
        is_open = request.GET.get("state") != "all"
        rows = revisions_of(self.institutions, is_open=is_open)
        return self.show(rows=Paginator(rows, PAGE_SIZE).get_page(request.GET.get("p")), is_open=is_open)

    def post(self, request: HttpRequest) -> HttpResponse:
        notice = get_object_or_404(
            revisions_of(self.institutions, is_open=False), uid=_uid(request.POST.get("notice"))
        )
        try:
            if request.POST.get("act") == "sent":
                revision_sent_by_hand(notice=notice, user=request.user)
                messages.success(request, _("Recorded: the notice was sent."))
            else:
                revision_acknowledge(notice=notice, method=Method.PHONE, user=request.user)
                messages.success(request, _("Recorded: the recipient has acknowledged it."))
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        return redirect("privacy_revisions")


class RevisionReceivedView(RightsDeskView):
    """For those who answer for personal information at the sender or the recipient: what is new, on record; then the
    acknowledgement."""

    template_name = "privacy/desk/revision.html"
    page_title = gettext_lazy("Notice of revision")

    def find(self, uid) -> RevisionNotice:
        rows = RevisionNotice.objects.select_related("institution", "disclosure__recipient__target")
        theirs = rows.filter(disclosure__recipient__target__in=self.institutions)
        return get_object_or_404(rows.filter(institution__in=self.institutions) | theirs, uid=uid)

    def trail(self):
        return [{"url": "", "label": _("Notice of revision")}]

    def get(self, request: HttpRequest, uid) -> HttpResponse:
        return self.show(notice=self.find(uid))

    @sensitive_variables()
    def post(self, request: HttpRequest, uid) -> HttpResponse:
        notice = self.find(uid)
        if request.POST.get("act") == "open":
            return self.show(
                notice=notice, values=revision_read(notice=notice, user=request.user), is_read=True
            )
        revision_acknowledge(notice=notice, method=Method.WEB, user=request.user)
        messages.success(request, _("Recorded: the recipient has acknowledged it."))
        return redirect("privacy_revision_received", uid=uid)


class MembersView(RightsDeskView):
    """How members stand with requests: numbers, nobody and nothing in them."""

    template_name = "privacy/desk/members.html"
    page_title = gettext_lazy("Requests at member institutions")
    duty = Duty.OVERSEE

    def trail(self):
        return [{"url": "", "label": _("Requests at member institutions")}]

    def get(self, request: HttpRequest) -> HttpResponse:
        rows = numbers_of(self.institutions, timezone.localdate())
        rows.sort(key=lambda row: (-row.overdue, -row.revisions_overdue, -row.waiting))
        return self.show(rows=Paginator(rows, PAGE_SIZE).get_page(request.GET.get("p")))


def _uid(text: str | None) -> str:
    bare = (text or "").replace("-", "")
    return bare if len(bare) == 32 and all(c in "0123456789abcdef" for c in bare) else "0" * 32
