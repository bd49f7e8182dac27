"""What the board does with a consultation: answers come in, are read, grouped and replied to, and the result is handed to the
approval chain."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from feedback.choices import AnswerSource, Stance, Whom
from feedback.models import (
    CONSULTATION,
    ConsultationAnswer,
    ConsultationPage,
    ConsultationReply,
    ConsultationResultPage,
    Opinion,
    OpinionGroup,
)
from feedback.selectors.consultations import counts_of, groups_of, opinions_of, point_labels
from feedback.services.consultation_answers import TEXT
from network.models import Institution
from network.selectors import institution_for_page
from privacy import codes
from privacy.choices import AccessPurpose, Actor, AuditAction, Decision, Method
from privacy.exports import ExportFormat, export_table
from privacy.models import Purpose, Submission
from privacy.selectors import current_notice, purposes_of
from privacy.services import audit_record, form_snapshot, submission_create
from privacy.services.submissions import Decided

PAPER = "paper"
RESULT_SLUGS = {"vi": "ket-qua", "en": "result"}


@dataclass
class ReadOpinion:
    """An opinion with its words, for the one answer that shows it."""

    opinion: Opinion
    text: str
    sender: str = ""
    contact: list[str] = field(default_factory=list)

    @property
    def stance(self) -> str:
        return Stance(self.opinion.stance).label if self.opinion.stance else ""


@sensitive_variables()
def opinions_read(
    *,
    page: ConsultationPage,
    institution: Institution,
    opinions: Iterable[Opinion],
    user: AbstractBaseUser,
    purpose: str,
) -> list[ReadOpinion]:
    """The words of these opinions, after the reading is on record with their number. `opinions` come with their answers and
    submissions. Raises ValidationError for a purpose that does not exist."""
    opinions = [o for o in opinions if o.answer.institution_id == institution.pk]
    with transaction.atomic():
        _record(institution, page, AuditAction.READ, user, purpose, len({o.answer_id for o in opinions}))
        return [_read(opinion) for opinion in opinions]


@sensitive_variables()
def _read(opinion: Opinion) -> ReadOpinion:
    answers = opinion.answer.submission.unseal_field("sealed_answers")
    name = ", ".join(v for v in (answers.get("name"), answers.get("organisation")) if v)
    contact = [v for v in (answers.get("email"), answers.get("phone")) if v]
    return ReadOpinion(opinion, answers.get(TEXT + opinion.point) or "", name, contact)


def _record(institution, page, action, user, purpose, count) -> None:
    if purpose not in AccessPurpose.values:
        raise ValidationError(
            _("Say for what you open this: there is no access without a purpose."), code="purpose"
        )
    audit_record(
        institution=institution,
        action=action,
        object_ref=f"{CONSULTATION}:{page.translation_key}",
        user=user,
        purpose=purpose,
        count=count,
    )


@sensitive_variables()
def consultation_export(
    *,
    page: ConsultationPage,
    institution: Institution,
    user: AbstractBaseUser,
    purpose: str,
    fmt: str = ExportFormat.XLSX,
) -> bytes:
    """All opinions as a table, one a row, after the export is on record. Raises ValidationError without a purpose."""
    columns = [
        _("Reference code"),
        _("Received"),
        _("How it came"),
        _("Article or topic"),
        _("Position"),
        _("Opinion"),
        _("Sender"),
        _("Group"),
    ]
    labels = point_labels(page)
    found = opinions_of(institution, page.translation_key).order_by(
        "answer__submission__created_at", "answer_id", "pk"
    )
    return export_table(
        institution=institution,
        rows=(_row(_read(opinion), labels) for opinion in found),
        columns=columns,
        purpose=purpose,
        user=user,
        kind=f"{CONSULTATION}:{page.translation_key}",
        fmt=fmt,
        title=page.title,
    )


@sensitive_variables()
def _row(read: ReadOpinion, labels: dict[str, str]) -> list[object]:
    answer, submission = read.opinion.answer, read.opinion.answer.submission
    return [
        submission.reference,
        f"{timezone.localtime(submission.created_at):%Y-%m-%d %H:%M}",
        answer.get_source_display(),
        labels.get(read.opinion.point, ""),
        read.stance,
        read.text,
        read.sender,
        read.opinion.group.topic if read.opinion.group else "",
    ]


@sensitive_variables("answers", "secret")
def paper_answer_add(
    *,
    page: ConsultationPage,
    institution: Institution,
    user: AbstractBaseUser,
    received_on: date,
    answers: dict[str, Any],
    described: list[dict[str, Any]],
    agreed: bool,
    now: datetime | None = None,
) -> tuple[Submission, str]:
    """Enter an answer that came on paper: stored like one of the website, the decision as one on paper. Without the sender's
    consent (`agreed`) nothing that names them is stored. Answers the submission and its secret code, for the sender.

    Raises ValidationError where no notice is in force, or where the letter came after the deadline.
    """
    now = now or timezone.now()
    notice, purposes = current_notice(institution), purposes_of(institution, CONSULTATION)
    if notice is None or not purposes:
        raise ValidationError(_("This form is not open at the moment. Please write to us or call us."))
    _check_day(page, received_on)
    if not agreed:
        answers = answers | {"whom": Whom.NOBODY} | dict.fromkeys(("name", "organisation"), "")
    answers = {name: value for name, value in answers.items() if agreed or name not in ("email", "phone")}
    named = agreed and answers.get("whom") != Whom.NOBODY
    decisions = _decided_on_paper(purposes, named)
    secret = codes.secret_for(codes.new_token())
    with transaction.atomic():
        submission, _is_new = submission_create(
            kind=page.kind_of_form,
            institution=institution,
            page=page,
            notice=notice,
            snapshot=form_snapshot(
                form=CONSULTATION,
                title=page.title,
                language=page.locale.language_code,
                institution=institution,
                notice=notice,
                fields=described,
                purposes=purposes,
                source=PAPER,
            ),
            answers=answers,
            decisions=decisions,
            retention_days=max(p.retention_days for p in purposes),
            secret=secret,
            language=translation.get_language() or "vi",
            now=now,
        )
        ConsultationAnswer.objects.filter(submission=submission).update(source=AnswerSource.PAPER)
        _record(institution, page, AuditAction.CHANGE, user, AccessPurpose.HANDLE, 1)
    return submission, secret


def _decided_on_paper(purposes: Iterable[Purpose], named: bool) -> list[Decided]:
    """The decisions of a letter: consent in writing where it names its sender, to what is not left to choose."""
    wording = _("Agreed in writing, on paper, to: %(purpose)s")
    return [
        Decided(
            purpose=purpose,
            decision=Decision.GIVEN if named and not purpose.is_optional else Decision.NOT_ASKED,
            wording=wording % {"purpose": purpose.local_text} if named and not purpose.is_optional else "",
            step=PAPER,
            method=Method.PAPER,
            actor=Actor.SELF if named else Actor.STAFF,
        )
        for purpose in purposes
    ]


def _check_day(page: ConsultationPage, received_on: date) -> None:
    first, last = timezone.localdate(page.opens_at), timezone.localdate(page.closes_at)
    if not first <= received_on <= last:
        raise ValidationError(
            {
                "received_on": _("The consultation takes answers from %(first)s to %(last)s.")
                % {"first": f"{first:%d/%m/%Y}", "last": f"{last:%d/%m/%Y}"}
            }
        )


@transaction.atomic
def opinions_group(
    *,
    page: ConsultationPage,
    institution: Institution,
    opinions: Iterable[Opinion],
    user: AbstractBaseUser,
    purpose: str,
    group: OpinionGroup | None = None,
    topic: str = "",
) -> OpinionGroup | None:
    """Put opinions into a group, into a new one of that `topic`, or (neither) into none. Raises ValidationError where they are
    of several points: a group replies to one."""
    opinions = list(opinions)
    points = {opinion.point for opinion in opinions}
    if group is None and topic:
        if len(points) != 1:
            raise ValidationError(_("The opinions of one group are about the same article or topic."))
        group = OpinionGroup.objects.create(
            institution=institution,
            consultation=page.translation_key,
            point=points.pop(),
            topic=topic.strip()[:160],
        )
    elif group is not None and points != {group.point}:
        raise ValidationError(_("The opinions of one group are about the same article or topic."))
    own = Opinion.objects.filter(
        pk__in=[o.pk for o in opinions],
        answer__institution=institution,
        answer__consultation=page.translation_key,
    )
    own.update(group=group)
    _record(institution, page, AuditAction.CHANGE, user, purpose, len(opinions))
    return group


def group_save(*, group: OpinionGroup) -> None:
    """Keep topic, summary and reply of a group. Raises ValidationError."""
    group.full_clean(exclude=["institution"])
    group.save()


def group_delete(*, group: OpinionGroup) -> None:
    """Its opinions are in no group again."""
    group.delete()


@transaction.atomic
def result_draft(
    *, page: ConsultationPage, user: AbstractBaseUser, now: datetime | None = None
) -> ConsultationResultPage:
    """Write the groups with their replies into the result page, as a draft: made below the consultation where there is none,
    else a new version of it. It is published through the approval chain and in no other way.

    Raises ValidationError before the deadline, and where an opinion is in no group or a group has no reply.
    """
    now = now or timezone.now()
    institution = institution_for_page(page)
    _check_complete(page, institution, now)
    groups = list(_groups_in_order(page, institution))
    numbers = counts_of(institution, [page.translation_key])[page.translation_key]
    existing = ConsultationResultPage.objects.child_of(page).order_by("path").first()
    result = existing.get_latest_revision_as_object() if existing else _new_result(page, institution)
    result.answers, result.on_paper = numbers.answers, numbers.on_paper
    result.unnamed, result.organisations = numbers.unnamed, numbers.organisations
    labels = point_labels(page)
    result.replies = [
        ConsultationReply(
            sort_order=number,
            point=labels.get(group.point, ""),
            topic=group.topic,
            summary=group.summary,
            opinions=group.number,
            kind=group.kind,
            reason=group.reason,
        )
        for number, group in enumerate(groups)
    ]
    if existing is None:
        result.owner = user
        page.add_child(instance=result)
    result.save_revision(user=user, log_action=True)
    return result


def _new_result(page: ConsultationPage, institution: Institution) -> ConsultationResultPage:
    with translation.override(page.locale.language_code):
        title = _("Result of the consultation: %(title)s") % {"title": page.title}
    return ConsultationResultPage(
        title=title[:255],
        slug=RESULT_SLUGS.get(page.locale.language_code, "ket-qua"),
        live=False,
        locale=page.locale,
        date=timezone.localdate(),
        author_name=(page.unit or institution.local_name)[:160],
        source_name=institution.local_name[:200],
    )


def _groups_in_order(page: ConsultationPage, institution: Institution):
    order = list(point_labels(page))
    groups = groups_of(institution, page.translation_key)
    place = {key: number for number, key in enumerate(order)}
    return sorted(groups, key=lambda group: (place.get(group.point, len(order)), group.pk))


def _check_complete(page: ConsultationPage, institution: Institution, now: datetime) -> None:
    if now < page.closes_at:
        raise ValidationError(_("The consultation is still open: its result is written after the deadline."))
    loose = Opinion.objects.filter(
        answer__institution=institution,
        answer__consultation=page.translation_key,
        group=None,
        has_text=True,
    ).count()
    if loose:
        raise ValidationError(
            _("%(count)s opinions are in no group yet."), params={"count": loose}, code="loose"
        )
    for group in OpinionGroup.objects.filter(institution=institution, consultation=page.translation_key):
        if not group.is_replied:
            raise ValidationError(
                _("The group “%(topic)s” has no summary or no reply yet."), params={"topic": group.topic}
            )
