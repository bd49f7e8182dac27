"""From the form that a board builds to its entry in the register, and what a built form does with an answer."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from wagtail.models import Page

from feedback.board_forms import content as contents
from feedback.board_forms.faults import faults_of
from feedback.board_forms.keys import keys_put
from feedback.board_forms.ready import READY, fields_for
from feedback.models import BoardFormPage, FormTally
from feedback.selectors.board_forms import answers_of, form_page_of, is_translation
from network.models import Institution
from network.selectors import institution_for_page
from privacy.choices import ActivityChange, ActivityStatus, RegisterAct
from privacy.exports import export_submissions
from privacy.forms import shown_answer
from privacy.models import ProcessingActivity, Recipient, Submission, Survey
from privacy.registry import SubmissionRefusedError
from privacy.selectors import IN_FORCE
from privacy.services import activity_submit, activity_touch, submission_close, submissions_export
from privacy.services.activity_content import content_apply
from privacy.services.approval import event_record
from privacy.services.retention import survey_close
from privacy.services.retention.surveys import survey_reopen

SOURCE = "Người gửi tự cung cấp qua biểu mẫu trên trang thông tin điện tử"
STORAGE = "Máy chủ của hệ thống trang thông tin điện tử, mã hóa ở tầng ứng dụng"
MEASURES = "Mã hóa từng bản ghi; chỉ người được giao xử lý mở, mỗi lần mở ghi mục đích và nhật ký; tự động xóa khi hết thời hạn."
CLOSE_BATCH = 500


@transaction.atomic
def form_register(
    *, page: BoardFormPage, user=None, now: datetime | None = None
) -> ProcessingActivity | None:
    """Write what a form asks, and for what, into the register: the draft of its activity, or the change to one in force, which
    is outdated from then on. A form with faults, and a translation of another, write nothing. None where there is no entry."""
    now = now or timezone.now()
    institution = institution_for_page(page)
    if institution is None:
        return None
    activity = _locked(institution, page.form_code)
    if faults_of(page) or is_translation(page) or (activity and activity.status == ActivityStatus.CLOSED):
        return activity
    content = contents.content_of(page, recipients=recipients_ensure(page=page, institution=institution))
    if activity is None:
        return _draft(institution, page, content, user, now)
    if activity.is_in_force:
        return _propose(activity, content, user, now)
    if not contents.same(activity.described(), content, contents.OWN):
        content_apply(activity, content)
        activity.save()
        activity_touch(
            institution=institution, code=activity.code, what=ActivityChange.FORM, user=user, now=now
        )
        activity.refresh_from_db()
    return activity


def form_hand_in(*, page: BoardFormPage, user, now: datetime | None = None) -> ProcessingActivity | None:
    """Hand the form's activity in for approval, with the page; where it waits already or nothing changed, nothing happens."""
    with transaction.atomic():
        activity = form_register(page=page, user=user, now=now)
        if activity is None or activity.is_waiting or faults_of(page):
            return activity
        is_settled = activity.status == ActivityStatus.APPROVED and not activity.proposed
        if is_settled or activity.status == ActivityStatus.CLOSED:
            return activity
        return activity_submit(activity=activity, user=user, now=now)


def form_follow(*, page: BoardFormPage, user, now: datetime | None = None) -> None:
    """After a version was saved. A draft changes nothing about what is in force; a version that the board has before it does,
    and is handed in for approval in the register with it."""
    if page.current_workflow_state is not None:
        form_hand_in(page=page, user=user, now=now)
        return
    institution = institution_for_page(page)
    in_force = ProcessingActivity.objects.filter(
        institution=institution, code=page.form_code, status__in=IN_FORCE
    )
    if institution is not None and not in_force.exists():
        form_register(page=page, user=user, now=now)


def recipients_ensure(*, page: BoardFormPage, institution: Institution) -> list[int]:
    """The recipients that a form names, made where they are missing; answers their keys."""
    rows = contents.recipient_rows(page, page.form_code.removeprefix("board-")[:12])
    have = {
        r.code: r
        for r in Recipient.objects.filter(institution=institution, code__in=[r["code"] for r in rows])
    }
    keys = []
    for position, row in enumerate(rows):
        recipient = have.get(row["code"])
        if recipient is None:
            recipient = Recipient.objects.create(institution=institution, position=position, **row)
            have[row["code"]] = recipient
        keys.append(recipient.pk)
    return list(dict.fromkeys(keys))


def _locked(institution: Institution, code: str) -> ProcessingActivity | None:
    rows = ProcessingActivity.objects.select_for_update(of=("self",)).select_related("institution")
    return rows.filter(institution=institution, code=code).first()


def _draft(
    institution: Institution, page: BoardFormPage, content: dict[str, Any], user, now: datetime
) -> ProcessingActivity:
    activity = ProcessingActivity.objects.create(
        institution=institution,
        code=page.form_code,
        name=page.title,
        description=page.summary,
        contact=institution.email,
        source=SOURCE,
        storage=STORAGE,
        measures=MEASURES,
        fields=content["fields"],
    )
    content_apply(activity, content)
    activity.save()
    event_record(activity, RegisterAct.WRITTEN, user, now)
    return activity


def _propose(
    activity: ProcessingActivity, content: dict[str, Any], user, now: datetime
) -> ProcessingActivity:
    """Put a change beside what is in force. The register applies it with the approval."""
    current = activity.described()
    if contents.same(current, content):
        if activity.proposed and not contents.same(activity.proposed, content):
            activity.proposed = {}
            activity.save()
        return activity
    if activity.proposed and contents.same(activity.proposed, content):
        return activity
    activity.proposed = current | content
    activity.save()
    what = _what_changed(current, content)
    activity_touch(institution=activity.institution, code=activity.code, what=what, user=user, now=now)
    activity.refresh_from_db()
    return activity


def _what_changed(current: dict[str, Any], content: dict[str, Any]) -> ActivityChange:
    """The weightiest of what changed."""

    def column(rows: list[dict[str, Any]], *names: str) -> list[list[Any]]:
        return [[row.get(name) for name in names] for row in rows]

    before, after = current["purposes"], content["purposes"]
    if column(before, "recipients") != column(after, "recipients"):
        return ActivityChange.RECIPIENT
    texts = ("code", "text", "legal_basis", "is_optional", "is_publication", "is_sensitive")
    if column(before, *texts) != column(after, *texts):
        return ActivityChange.PURPOSE
    periods = ("retention_days", "retention_starts", "at_end")
    if column(before, *periods) != column(after, *periods):
        return ActivityChange.RETENTION
    return ActivityChange.FORM


def answer_received(submission: Submission) -> None:
    """Count an answer, inside the transaction that stores it. Raises SubmissionRefusedError for one that comes when the form is
    over or full: the page may have been shown before."""
    tally, _new = FormTally.objects.get_or_create(
        code=submission.form, defaults={"institution": submission.institution}
    )
    tally = FormTally.objects.select_for_update().get(pk=tally.pk)
    page = form_page_of(submission.form, submission.page_id)
    if page is not None and (text := page.closed_text(submission.created_at)):
        raise SubmissionRefusedError(text)
    FormTally.objects.filter(pk=tally.pk).update(received=F("received") + 1)


def forms_close(*, now: datetime | None = None) -> int:
    """Begin the periods that are counted from the close of a form, for the answers to forms that are over; answers how many."""
    now = now or timezone.now()
    surveys_follow(now=now)
    over = BoardFormPage.objects.filter(closes_at__lte=now).values_list("translation_key", "closes_at")
    days = {f"board-{key.hex}": timezone.localdate(closes) for key, closes in over}
    if not days:
        return 0
    rows = Submission.objects.filter(form__in=days, closed_on__isnull=True).order_by("pk")[:CLOSE_BATCH]
    count = 0
    for submission in rows:
        submission_close(submission=submission, on=days[submission.form])
        count += 1
    return count


def surveys_follow(*, now: datetime | None = None) -> int:
    """Hand surveys that are over to the retention, which keeps totals and removes the rest (circular 25/2010, article 13(2)), and
    take back those that were opened again; answers how many changed. Four queries, and some for each change."""
    now = now or timezone.now()
    pages = BoardFormPage.objects.filter(is_survey=True, live=True, alias_of=None, closes_at__isnull=False)
    by_code = {page.form_code: page for page in pages.order_by("locale_id")}
    surveys = Survey.objects.filter(form__in=by_code)
    open_ones = {survey.form: survey for survey in surveys.filter(completed_at=None)}
    ended = set(surveys.exclude(completed_at=None).values_list("form", "closed_on"))
    institutions = dict(FormTally.objects.filter(code__in=by_code).values_list("code", "institution_id"))
    count = 0
    for code, page in by_code.items():
        day, is_over = timezone.localdate(page.closes_at), page.closes_at <= now
        waiting = open_ones.get(code)
        if waiting is not None and not is_over:
            survey_reopen(survey=waiting)
            count += 1
            continue
        is_new = (code, day) not in ended and (waiting is None or waiting.closed_on != day)
        if is_over and is_new and code in institutions:
            institution = Institution.objects.get(pk=institutions[code])
            survey_close(institution=institution, form=code, title=page.title, on=day)
            count += 1
    return count


def form_create(*, parent: Page, ready: str, title: str = "", user) -> BoardFormPage:
    """A new draft from a ready form, in the language of its section, with its draft in the register. Who may add a page there
    is the caller's policy. Raises KeyError for a ready form that does not exist."""
    values = fields_for(READY[ready], parent.locale.language_code)
    values["title"] = " ".join(title.split())[:255] or values["title"]
    page = BoardFormPage(live=False, owner=user, **values)
    keys_put(page)
    with transaction.atomic():
        parent.add_child(instance=page)
        page.save_revision(user=user, log_action="wagtail.create")
        form_register(page=page, user=user)
    return page


@sensitive_variables()
def answers_open(*, page: BoardFormPage, user, purpose: str) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """(snapshot, answers) of all that was sent through a form, for its totals; on record as one export of that many."""
    institution = institution_for_page(page)
    opened = submissions_export(
        institution=institution,
        submissions=answers_of(page),
        user=user,
        purpose=purpose,
        what=f"{page.form_code}:totals",
    )
    return [(submission.snapshot, answers) for submission, answers in opened]


@sensitive_variables()
def answers_export(*, page: BoardFormPage, user, purpose: str, fmt: str) -> bytes:
    """All answers as a file, a column for each question that any of them was asked."""

    def columns(opened) -> list[str]:
        for submission, _answers in opened:
            for entry in submission.snapshot.get("fields", []):
                labels.setdefault(entry["name"], entry["label"])
        return [_("Reference code"), _("Received"), _("Kept until"), *labels.values()]

    def row(submission: Submission, answers: dict[str, Any]) -> list[object]:
        entries = {entry["name"]: entry for entry in submission.snapshot.get("fields", [])}
        return [
            submission.reference,
            f"{timezone.localtime(submission.created_at):%d/%m/%Y %H:%M}",
            f"{timezone.localtime(submission.expires_at):%d/%m/%Y}",
            *(shown_answer(entries[name], answers.get(name)) if name in entries else "" for name in labels),
        ]

    labels: dict[str, str] = {}
    return export_submissions(
        institution=institution_for_page(page),
        submissions=answers_of(page),
        columns=columns,
        row=row,
        purpose=purpose,
        user=user,
        kind=page.form_code,
        fmt=fmt,
        title=page.title,
    )
