"""The public pages of rights: one address, no account, nothing personal in an address (P7, P8.3)."""

from __future__ import annotations

import hmac
import io
import json
from typing import Any

from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.generic import TemplateView

from network.selectors import institution_for_request
from privacy import throttle
from privacy.choices import Actor, Method, RequestKind
from privacy.forms import GuardForm
from privacy.models import Certificate, RevisionNotice
from privacy.pdf import PdfError
from privacy.rights.acts import ACTS, NotPossibleError
from privacy.rights.attempts import Attempts
from privacy.rights.certificates import certificate_issue
from privacy.rights.forms import LostForm, OpenForm
from privacy.rights.opening import Opened, file_of, file_open, token_for
from privacy.rights.reach import acknowledge_token
from privacy.rights.registration import RIGHTS
from privacy.rights.regrant import regrant_request, ticket
from privacy.rights.requests import request_done_at_once
from privacy.rights.revisions import revision_acknowledge
from privacy.rights.rules import RULES
from privacy.rights.selectors import answered, file_contents, personal_file
from privacy.services.files import file_read_by_sender
from privacy.services.incidents import incidents_shown
from privacy.views import CollectingView

LOST_AN_HOUR = 10


class RightsBase(CollectingView):
    """Open also where the institution takes nothing in at the moment: what was sent before can always be asked about."""

    form_code = RIGHTS
    form_class = OpenForm

    def _refusal(self, request: HttpRequest) -> HttpResponse | None:
        use = f"view:{self.form_code}:{self.institution.pk}"
        if request.method == "POST" and not throttle.allow(request, use=use, limit=throttle.STEPS_AN_HOUR):
            return self.page("busy", status=429)
        return None

    def page(self, name: str, *, status: int = 200, **context: Any) -> HttpResponse:
        values = {
            "notice": self.notice,
            "institution": self.institution,
            "has_errors": status == 422,
            "view": self,
        }
        return TemplateResponse(self.request, f"privacy/rights/{name}.html", values | context, status=status)

    @property
    def browser(self) -> str:
        """What ties an opened file to the browser that opened it."""
        return self.request.META.get("CSRF_COOKIE") or ""


class RightsView(RightsBase):
    """Start page, the opened file, and every act on it."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return self.start()

    @sensitive_variables()
    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        act, _colon, what = request.POST.get("act", "").partition(":")
        if act == "open":
            return self.open()
        opened = file_of(request.POST.get("file", ""), institution=self.institution, browser=self.browser)
        if opened is None:
            return self.start(status=410, is_over=True)
        if act == "leave":
            return self.page("left")
        if act in ("", "file"):
            return self.show(opened)
        if act == "attachment":
            return self.download_file(opened, what)
        if act in DOWNLOADS:
            return DOWNLOADS[act](self, opened)
        return self.act(opened, act, what)

    def start(self, *, form: OpenForm | None = None, status: int = 200, **context: Any) -> HttpResponse:
        form = form or OpenForm(auto_id="id_%s")
        return self.page("start", form=form, rules=_rules_in_force(), status=status, **context)

    # Opening

    @sensitive_variables()
    def open(self) -> HttpResponse:
        form = OpenForm(self.request.POST, auto_id="id_%s")
        if not form.is_valid():
            return self.start(form=form, status=422)
        attempts = Attempts(self.request, form.cleaned_data["reference"])
        if attempts.are_spent():
            return self.page("busy", status=429)
        opened = file_open(
            institution=self.institution,
            reference=form.cleaned_data["reference"],
            secret=form.cleaned_data["secret"],
            actor=form.actor,
        )
        if opened is None:
            attempts.count_miss()
            form.add_error(
                None,
                _(
                    "No file opens with these two codes. Check both; what was erased or is past its time can no longer be "
                    "opened."
                ),
            )
            return self.start(form=form, status=422)
        return self.show(opened)

    def show(self, opened: Opened, *, said: str = "", status: int = 200) -> HttpResponse:
        token = token_for(opened, browser=self.browser)
        if opened.submission is None:
            asked = answered([opened.request])[0]
            return self.page("request", asked=asked, file_token=token, said=said, status=status)
        return self.page(
            "file",
            file=personal_file(opened.submission),
            submission=opened.submission,
            incidents=incidents_shown(opened.submission),
            file_token=token,
            said=said,
            is_representative=opened.actor == Actor.REPRESENTATIVE,
            status=status,
        )

    # Acts

    @sensitive_variables()
    def act(self, opened: Opened, name: str, what: str) -> HttpResponse:
        try:
            act = ACTS[name](opened, what)
        except (KeyError, NotPossibleError):
            return self.show(opened, said=_("That is not possible with this file any more."), status=409)
        if "go" not in self.request.POST:
            return self.step(opened, act, act.form())
        form = act.form(self.request.POST)
        if not form.is_valid():
            return self.step(opened, act, form, status=422)
        try:
            said = act.carry_out(form)
        except ValidationError as error:
            form.add_error(None, error)
            return self.step(opened, act, form, status=422)
        return self.afterwards(opened, said)

    def step(self, opened: Opened, act, form, *, status: int = 200) -> HttpResponse:
        return self.page(
            "act",
            form=form,
            act_name=act.name,
            act_value=f"{act.name}:{act.what}",
            file_token=token_for(opened, browser=self.browser),
            status=status,
            **act.context(),
        )

    def afterwards(self, opened: Opened, said: str) -> HttpResponse:
        """The file as it stands now; the last page where nothing of it is left."""
        token = token_for(opened, browser=self.browser)
        again = file_of(token, institution=self.institution, browser=self.browser)
        return self.show(again, said=said) if again else self.page("gone", said=said)

    # Downloads

    @sensitive_variables()
    def download_json(self, opened: Opened) -> HttpResponse:
        if opened.submission is None:
            return self.show(opened)
        contents = file_contents(opened.submission)
        self.put_on_record(opened)
        text = json.dumps(contents, ensure_ascii=False, indent=2)
        return _attachment(text.encode(), "application/json", f"{opened.submission.reference}.json")

    @sensitive_variables()
    def download_html(self, opened: Opened) -> HttpResponse:
        if opened.submission is None:
            return self.show(opened)
        context = {
            "file": personal_file(opened.submission),
            "submission": opened.submission,
            "institution": self.institution,
            "language": get_language(),
            "now": timezone.now(),
        }
        self.put_on_record(opened)
        text = render_to_string("privacy/rights/copy.html", context)
        return _attachment(text.encode(), "text/html; charset=utf-8", f"{opened.submission.reference}.html")

    @sensitive_variables()
    def download_certificate(self, opened: Opened) -> HttpResponse:
        if opened.submission is None:
            return self.show(opened)
        try:
            issued = certificate_issue(submission=opened.submission, actor=opened.actor)
        except PdfError:
            said = _("The certificate cannot be made at the moment. Please try again later or write to us.")
            return self.show(opened, said=said, status=503)
        return _attachment(issued.content, "application/pdf", issued.filename)

    @sensitive_variables()
    def download_file(self, opened: Opened, what: str) -> HttpResponse:
        files = opened.submission.files.filter(field=what) if opened.submission else []
        found = next(iter(files), None)
        if found is None:
            return self.show(opened, said=_("That is not possible with this file any more."), status=409)
        read = file_read_by_sender(file=found)
        return FileResponse(
            io.BytesIO(read.data),
            as_attachment=True,
            filename=read.name,
            content_type="application/octet-stream",
        )

    def put_on_record(self, opened: Opened) -> None:
        request_done_at_once(submission=opened.submission, kind=RequestKind.COPY, actor=opened.actor)


DOWNLOADS = {
    "json": RightsView.download_json,
    "html": RightsView.download_html,
    "certificate": RightsView.download_certificate,
}


class LostCodeView(RightsBase):
    """For who has lost a code. The answer is the same whether something is found or not: only staff learn it."""

    form_class = LostForm
    http_method_names = ["get", "head", "post", "options"]
    stamp_id = 0

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return self.ask(LostForm(auto_id="id_%s"))

    def ask(self, form: LostForm, *, status: int = 200, stamp: str = "") -> HttpResponse:
        guard = GuardForm(page_id=self.stamp_id)
        return self.page(
            "lost", form=form, trap=guard["website"], stamp=stamp or guard.fresh_stamp, status=status
        )

    @sensitive_variables()
    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        form = LostForm(request.POST, auto_id="id_%s")
        guard = GuardForm(request.POST, page_id=self.stamp_id)
        for messages in guard.errors.values():
            form.add_error(None, messages)
        if not form.is_valid():
            stamp = "" if guard.has_error("stamp", "stale") else request.POST.get("stamp", "")
            return self.ask(form, status=422, stamp=stamp)
        if not throttle.allow(request, use=f"lost:{self.institution.pk}", limit=LOST_AN_HOUR):
            return self.page("busy", status=429)
        secret = ticket()
        asked = regrant_request(
            institution=self.institution,
            contact=form.cleaned_data["contact"],
            explanation=form.cleaned_data["explanation"],
            secret=secret,
            language=get_language() or "vi",
            actor=Actor.REPRESENTATIVE if form.cleaned_data["is_representative"] else Actor.SELF,
        )
        return self.page("lost_sent", asked=asked, secret=secret)


class CertificateView(TemplateView):
    """Whether a certificate is genuine and still holds: its date, and nothing about anybody."""

    template_name = "privacy/rights/verify.html"
    http_method_names = ["get", "head", "options"]

    def get_context_data(self, **kwargs):
        institution = institution_for_request(self.request)
        if institution is None:
            raise Http404("No site")
        serial = kwargs.pop("serial").upper()
        found = Certificate.objects.filter(serial=serial, institution=institution).first()
        return super().get_context_data(**kwargs) | {"certificate": found, "serial": serial}

    def render_to_response(self, context, **kwargs):
        status = 200 if context["certificate"] else 404
        response = super().render_to_response(context, status=status, **kwargs)
        response["Cache-Control"] = "no-store"
        response["X-Robots-Tag"] = "noindex"
        return response


class RevisionView(RightsBase):
    """The link in the letter to a recipient: it says that something was revised, and takes the acknowledgement. What is new
    stands only behind the sign-in of the recipient's own staff."""

    http_method_names = ["get", "head", "post", "options"]

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        rows = RevisionNotice.objects.select_related("institution", "disclosure")
        self.revision = rows.filter(uid=kwargs["uid"]).first()
        if self.revision is None or not hmac.compare_digest(
            kwargs["token"], acknowledge_token(self.revision)
        ):
            raise Http404("No such notice")
        if institution_for_request(request) != self.revision.institution:
            raise Http404("Another institution's notice")
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return self.page("revision", revision=self.revision, labels=_labels(self.revision))

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        revision_acknowledge(notice=self.revision, method=Method.WEB, token=kwargs["token"])
        self.revision.refresh_from_db()
        return self.page("revision", revision=self.revision, labels=[])


def _labels(notice: RevisionNotice) -> list[str]:
    """The fields concerned, as their form names them."""
    submission = notice.disclosure.submission
    stated = {f["name"]: f["label"] for f in submission.snapshot.get("fields", [])} if submission else {}
    return [stated.get(name, name) for name in notice.fields]


def _rules_in_force() -> list:
    today = timezone.localdate()
    return [r for r in RULES if r.valid_from <= today and (r.valid_to is None or today <= r.valid_to)]


def _attachment(content: bytes, content_type: str, name: str) -> HttpResponse:
    disposition = f'attachment; filename="{name}"'
    return HttpResponse(content, content_type=content_type, headers={"Content-Disposition": disposition})
