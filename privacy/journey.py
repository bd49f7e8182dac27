"""One form from its notice to its receipt (P5–P8, P11.2d), without script.

Notice and questions → check → consent for each purpose → sharing, on a page of its own → receipt. Each step
is sent by POST and answered with the next one. The answers wait sealed on the server; the page carries only
the token of the draft, in a hidden field. A decision that arrives in another step than its own is refused
with 400.
"""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.log import log_response
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from network.models import Institution
from privacy import encryption, entry, flood, question_walk, selectors, throttle
from privacy.choices import RetentionStart
from privacy.forms import (
    CONSENT_PREFIX,
    SHARE_PREFIX,
    ConsentForm,
    DecisionForm,
    GuardForm,
    QuestionForm,
    SafeFileField,
    SharingForm,
)
from privacy.journey_keeping import KEEP
from privacy.journey_parts import CHECK, CONSENT, QUESTIONS, SHARING
from privacy.journey_sending import Sending
from privacy.models import AbstractFormPage, FloodBreak, Notice
from privacy.services import draft_open, draft_save, file_delete, file_store
from privacy.services.drafts import WHOLE_LIFE, DraftSentError
from privacy.services.files import answer_of
from privacy.services.sent import form_file, sent_for_token
from privacy.uploads.checks import CheckedUpload

NO_STORE = "no-store, private"


def serve_form(page: AbstractFormPage, request: HttpRequest) -> HttpResponse:
    """Answer a request for a page with a form."""
    request.sensitive_post_parameters = "__ALL__"
    response = FormJourney(page, request).answer()
    response["Cache-Control"] = NO_STORE
    return response


def install() -> None:
    AbstractFormPage.journey = staticmethod(serve_form)


def notice_url(notice: Notice | None, institution: Institution | None) -> str:
    """Where a reader of this site finds exactly this version; an authority's stands on the page of what holds here."""
    if notice is None or institution is None or notice.institution_id != institution.pk:
        return reverse("privacy_notice")
    return reverse("privacy_notice_version", args=[notice.number])


class FormJourney(Sending):
    """The state of one request: the page, its institution, what was sent and the draft it belongs to."""

    def __init__(self, page: AbstractFormPage, request: HttpRequest):
        super().__init__(page, request)
        self.token = self.post.get("draft", "")

    # What the form is made of

    @property
    def steps(self) -> list[str]:
        """The steps in order, as far as the answers tell; questions may be several."""
        asked = question_walk.numbers(self.question_types, self.data["answers"])
        return [*(f"{QUESTIONS}{number}" for number in asked), *self.later_steps]

    @cached_property
    def later_steps(self) -> list[str]:
        return [CHECK, CONSENT, *([SHARING] if self.recipients else [])]

    def is_step(self, name: str) -> bool:
        questions = {f"{QUESTIONS}{number}" for number in range(len(self.question_types))}
        return name in questions or name in self.later_steps

    @property
    def open_number(self) -> int | None:
        """The first step of questions that was not answered yet."""
        return question_walk.first_open(self.question_types, self.data["answers"])

    @property
    def is_open(self) -> bool:
        if self.closed_text and not self.is_preview:
            return False
        return bool(self.notice and self.purposes and self.question_types and encryption.is_ready())

    # The request

    def answer(self) -> HttpResponse:
        try:
            return self.answer_method()
        except entry.EntryRefusedError as refused:
            return refused.response
        except DraftSentError:
            self.draft = None
            return self.without_draft()

    def answer_method(self) -> HttpResponse:
        if self.request.method not in ("GET", "HEAD", "POST"):
            return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
        if not self.is_open:
            return self.closed(self.closed_text)
        if found := flood.break_of(self.institution, self.page.form_code):
            return self.calm(found)
        if self.request.method != "POST":
            return self.turned_away or self.show_questions(0)
        return self.answer_post()

    @property
    def turned_away(self) -> HttpResponse | None:
        return None if self.is_preview else entry.refusal(self.page, self.request)

    def closed(self, text: str) -> HttpResponse:
        if self.request.method != "POST":
            return self.render("closed", closed_text=text)
        return self.expected(self.render("closed", closed_text=text, status=503))

    def calm(self, found: FloodBreak | None) -> HttpResponse:
        """The form takes nothing for a while (``privacy.flood``); a draft waits."""
        response = self.render("calm", flood_break=found, status=503)
        response["Retry-After"] = "900"
        return self.expected(response)

    def expected(self, response: HttpResponse) -> HttpResponse:
        """An answer with a status of 503 that is no fault of the server: Django would log it as an error."""
        log_response("Not open: %s", self.request.path, response=response, request=self.request, level="info")
        return response

    def answer_post(self) -> HttpResponse:
        step = self.post.get("step", "")
        if not self.is_step(step) or self.has_foreign_decisions(step):
            return self.render("refused", status=400)
        if not throttle.allow(
            self.request, use=f"step:{self.page.pk}", limit=throttle.STEPS_AN_HOUR * self.kind.networks
        ):
            return self.render("busy", status=429)
        if self.token:
            self.load()
            if self.draft is None:
                return self.without_draft()
        elif turned_away := self.turned_away:
            return turned_away
        if change := self.post.get("change"):
            return self.change(change)
        if step.startswith(QUESTIONS):
            return self.take_questions(int(step.removeprefix(QUESTIONS)))
        if self.draft is None or self.open_number is not None:
            return self.render("refused", status=400)
        return {CHECK: self.take_check, CONSENT: self.take_consent, SHARING: self.take_sharing}[step]()

    def has_foreign_decisions(self, step: str) -> bool:
        """Whether a decision came with another step than the one that asks for it (P8.2)."""
        shares = any(name.startswith(SHARE_PREFIX) for name in self.post)
        consents = any(name.startswith(CONSENT_PREFIX) for name in self.post)
        return (shares and step != SHARING) or (consents and step != CONSENT)

    @sensitive_variables()
    def load(self) -> None:
        draft = selectors.draft_for(token=self.token, page=self.page)
        if draft and self.kind.is_rushed and selectors.is_sent(draft):
            return
        if draft and draft.expires_at > timezone.now():
            self.draft = draft
            self.data = draft_open(draft=draft)
            self.data["answers"] = question_walk.kept(self.question_types, self.data["answers"])

    def without_draft(self) -> HttpResponse:
        """The form was sent already, or its draft is over."""
        if sent := sent_for_token(token=self.token, page_id=self.page.pk) if self.kind.is_rushed else None:
            form_file(pk=sent.pk)
        submission = selectors.submission_for_token(token=self.token, page=self.page)
        if submission and submission.created_at > timezone.now() - WHOLE_LIFE:
            return self.show_receipt(submission, repeated=True)
        if sent and sent.filed_at is None:
            return self.show_waiting(sent)
        self.token = ""
        return self.turned_away or self.show_questions(0, status=410, is_over=True)

    @sensitive_variables()
    def save(self, step: str) -> None:
        with transaction.atomic():
            self.draft, token = draft_save(
                page=self.page,
                institution=self.institution,
                step=step,
                data=self.data,
                draft=self.draft,
                is_rushed=self.kind.is_rushed,
            )
            if token and not self.is_replacing:
                entry.begun(self.page, self.request, self.draft)
        self.token = token or self.token

    # Questions

    @sensitive_variables()
    def take_questions(self, number: int) -> HttpResponse:
        if self.open_number is not None and number > self.open_number:
            return self.render("refused", status=400)
        form = self.question_form(number, self.post, self.request.FILES)
        valid = form.is_valid()
        if self.draft is None:
            guard = GuardForm(self.post, page_id=self.page.pk)
            for messages in guard.errors.values():
                form.add_error(None, messages)
            if guard.errors:
                stamp = "" if guard.has_error("stamp", "stale") else self.post.get("stamp", "")
                return self.show_questions(number, form=form, status=422, stamp=stamp)
        if uploads := form.uploads():
            if not throttle.allow(
                self.request, use=f"file:{self.page.pk}", limit=throttle.FILES_AN_HOUR * self.kind.networks
            ):
                return self.render("busy", status=429)
            form = self.keep_files(number, form, uploads)
            valid = form.is_valid()
        if KEEP in self.post and self.kept_until:
            return self.take_keep(number, form)
        if not valid:
            stamp = "" if self.draft else self.post.get("stamp", "")
            return self.show_questions(number, form=form, status=422, stamp=stamp)
        answers = self.data["answers"] | form.answers()
        self.data["answers"] = question_walk.kept(self.question_types, answers)
        self.data["consents"] = None
        self.save(f"{QUESTIONS}{number}")
        self.drop_files()
        if self.open_number is not None:
            return self.show_questions(self.open_number)
        return self.show_check()

    @sensitive_variables()
    def keep_files(self, number: int, form: QuestionForm, uploads: dict[str, CheckedUpload]) -> QuestionForm:
        """Store what came, sealed, with the draft; also where another field has to be put right, because no browser sends a file
        a second time by itself. Answers the form as it stands then."""
        refusals = {name: form.errors.as_data()[name] for name in form.errors if name in self.request.FILES}
        step = f"{QUESTIONS}{number}"
        with transaction.atomic():
            if self.draft is None:
                self.save(step)
            for name, upload in uploads.items():
                try:
                    row = file_store(draft=self.draft, field=name, upload=upload)
                except ValidationError as error:
                    refusals[name] = [error]
                else:
                    self.data["answers"][name] = answer_of(row, upload)
            self.save(step)
        form = self.question_form(number, self.post)
        form.full_clean()
        for name, errors in refusals.items():
            form.add_error(name, errors)
        return form

    def drop_files(self) -> None:
        """Remove the files that the person took away, or that are no longer asked for."""
        if any(
            isinstance(f, SafeFileField) for form in self.question_types for f in form.base_fields.values()
        ):
            kept = [a["file"] for a in self.data["answers"].values() if isinstance(a, dict) and a.get("file")]
            file_delete(files=self.draft.files.exclude(uid__in=kept))

    def change(self, target: str) -> HttpResponse:
        """Back to a field, or to a step, with what was entered."""
        if self.draft is None:
            return self.render("refused", status=400)
        if target == CHECK:
            return self.show_check()
        if target == CONSENT:
            return self.show_consent()
        answers = self.data["answers"]
        for number in question_walk.numbers(self.question_types, answers):
            asked = self.question_types[number].asked(answers)
            if target in asked or target == f"{QUESTIONS}{number}":
                return self.show_questions(number)
        return self.render("refused", status=400)

    def show_questions(
        self,
        number: int,
        *,
        form: QuestionForm | None = None,
        status: int = 200,
        is_over: bool = False,
        stamp: str = "",
    ) -> HttpResponse:
        guard = GuardForm(page_id=self.page.pk)
        return self.render(
            "questions",
            step=f"{QUESTIONS}{number}",
            status=status,
            title=self.question_types[number].title,
            form=form or self.question_form(number),
            trap=guard["website"],
            stamp=stamp or guard.fresh_stamp,
            notice=self.notice,
            purposes=self.purposes,
            recipients=self.recipients,
            fields=[label for form in self.question_types for label in form.personal_labels()],
            retention_days=max(purpose.retention_days for purpose in self.purposes),
            periods=[p for p in self.purposes if p.retention_starts != RetentionStart.SUBMIT]
            and self.purposes,
            is_over=is_over,
            is_first=number == 0,
            step_intro=self.question_types[number].intro,
            kept_until=self.kept_until,
        )

    # Check

    def take_check(self) -> HttpResponse:
        return self.show_consent() if self.recipients else (self.not_ready() or self.show_consent())

    def show_check(self) -> HttpResponse:
        rows = []
        for number in question_walk.numbers(self.question_types, self.data["answers"]):
            rows += self.question_form(number).rows(self.data["answers"])
        remarks = [text for form in self.question_types for text in form.remarks(self.data["answers"])]
        return self.render("check", step=CHECK, title=_("Check your answers"), rows=rows, remarks=remarks)

    # Consent

    def consent_form(self, data=None) -> ConsentForm:
        return ConsentForm(
            data,
            notice=self.notice,
            purposes=self.asked_purposes,
            institution_name=self.institution.local_name,
            about_children=self.is_about_children,
        )

    def take_consent(self) -> HttpResponse:
        form = self.consent_form(self.post)
        if not form.is_valid():
            return self.show_consent(form=form, status=422)
        self.data["consents"] = {"shown": form.cleaned_data["shown"], "decisions": form.decisions()}
        self.save(CONSENT)
        if not self.recipients:
            return self.send([])
        return self.not_ready() or self.show_sharing()

    def show_consent(self, *, form: ConsentForm | None = None, status: int = 200) -> HttpResponse:
        return self.render(
            "consent",
            step=CONSENT,
            status=status,
            title=_("Your consent"),
            form=form or self.consent_form(),
            shown=self.consent_form().fingerprint(),
            notice=self.notice,
            by_law=[purpose for purpose in self.asked_purposes if not purpose.needs_consent],
            is_last=not self.recipients,
        )

    # Sharing

    def sharing_form(self, data=None) -> SharingForm:
        return SharingForm(
            data,
            notice=self.notice,
            recipients=self.recipients,
            institution_name=self.institution.local_name,
        )

    def take_sharing(self) -> HttpResponse:
        consents = self.data["consents"]
        if not consents:
            return self.render("refused", status=400)
        if consents["shown"] != self.consent_form().fingerprint():
            # Purposes or notice changed since: what was agreed to is not what holds now.
            return self.show_consent(status=422, form=self.consent_form({"shown": consents["shown"]}))
        form = self.sharing_form(self.post)
        if not form.is_valid():
            return self.show_sharing(form=form, status=422)
        return self.send(form.decisions())

    def show_sharing(self, *, form: DecisionForm | None = None, status: int = 200) -> HttpResponse:
        return self.render(
            "sharing",
            step=SHARING,
            status=status,
            title=_("Passing on your information"),
            form=form or self.sharing_form(),
            shown=self.sharing_form().fingerprint(),
            is_last=True,
        )

    # Answers

    def render(self, template: str, *, status: int = 200, step: str = "", title="", **extra) -> HttpResponse:
        request = self.request
        name = self.page.form_template(request, template)
        number = self.steps.index(step) + 1 if step else 0
        context = (
            self.page.step_page_context(request)
            | self.page.form_context(template, self.data["answers"])
            | extra
            | {
                "step": step,
                "step_title": title,
                "step_number": number,
                "step_total": len(self.steps),
                "steps": self.steps,
                "draft_token": self.token,
                "is_replacing": self.is_replacing,
                "form_url": self.page.form_address(request) + ("" if self.token else entry.query(request)),
                "controller": self.institution.local_name if self.institution else "",
                "notice_url": notice_url(self.notice, self.institution),
                "has_errors": status == 422,
                "back_to": self.steps[number - 2] if number > 1 else "",
            }
        )
        return TemplateResponse(request, name, context, status=status)
