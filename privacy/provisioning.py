"""The provisioning step that gives a new site its regulation, purposes and recipients (P10, P11)."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from network.models import Institution
from network.provisioning import MemberSite
from privacy.choices import ActivityStatus
from privacy.models import Notice, ProcessingActivity, Purpose, Recipient
from privacy.notice_text import CHANGES, CHANGES_EN, default_texts
from privacy.registry import FormKind, PurposeTemplate, RecipientTemplate, form_kinds

ANNOUNCED = timedelta(days=14)
"""How long the site announces that the notice has a new version."""


class NoticeStep:
    """Notice no. 1 from the template, and what each kind of form starts with. Four queries for a site that
    has all of it.

    A published notice never changes: where name, address or contact changed and the board has written no
    version of its own, the template is issued again as the next number. Purposes that the board edited stay
    as they are.
    """

    name = "privacy.notice"
    order = 60

    def apply(self, member: MemberSite) -> None:
        institution = member.institution
        self._know_parent(member)
        if self._issue_notice(institution):
            member.changes.append("notice")
        activities = self._activities(institution)
        if self._add_purposes(institution, self._recipients(institution), activities):
            member.changes.append("purposes")

    def _know_parent(self, member: MemberSite) -> None:
        """Institutions of one list share few parents: each is read once."""
        institution = member.institution
        if institution.depth == 1:
            return
        path = institution.path[: -institution.steplen]
        parents = member.run.shared.setdefault("privacy.parents", {})
        if path not in parents:
            parents[path] = Institution.objects.get(path=path)
        institution.__dict__["parent"] = parents[path]

    def _issue_notice(self, institution: Institution) -> bool:
        newest = (
            Notice.objects.filter(institution=institution, published_at__isnull=False)
            .order_by("-number")
            .first()
        )
        texts = default_texts(institution)
        if newest and (
            not newest.is_generated or all(getattr(newest, name) == text for name, text in texts.items())
        ):
            return False
        changes = {"changes": CHANGES, "changes_en": CHANGES_EN} if newest else {}
        Notice(
            institution=institution,
            number=newest.number + 1 if newest else 1,
            in_force_from=timezone.localdate(),
            published_at=timezone.now(),
            is_generated=True,
            announced_until=timezone.localdate() + ANNOUNCED if newest else None,
            **texts,
            **changes,
        ).save(force_insert=True)
        return True

    def _recipients(self, institution: Institution) -> dict[tuple[str, str], Recipient]:
        """(form, code of the template) → the active recipient; made, renamed or replaced where the tree
        changed."""
        have = {
            r.code: r for r in Recipient.objects.filter(institution=institution, is_active=True) if r.code
        }
        found, new = {}, []
        for kind in form_kinds():
            for template in kind.recipients:
                code = f"{kind.code}-{template.code}"
                target = template.target(institution)
                known = have.get(code)
                if known and (target is None or known.target_id != target.pk):
                    known.is_active = False
                    known.save(update_fields=["is_active"])
                    known = None
                if target is None:
                    continue
                if known is None:
                    known = _recipient(institution, code, template, target)
                    new.append(known)
                elif known.name != target.name:
                    known.name, known.name_en = target.name, target.english_name
                    known.save(update_fields=["name", "name_en"])
                found[kind.code, template.code] = known
        if new:
            Recipient.objects.bulk_create(new)
        return found

    def _activities(self, institution: Institution) -> dict[str, ProcessingActivity]:
        """Code of the form → its entry in the register; those of a new form are made, in force."""
        have = {a.code: a for a in ProcessingActivity.objects.filter(institution=institution)}
        new = [
            _activity(institution, kind) for kind in form_kinds() if kind.purposes and kind.code not in have
        ]
        if new:
            ProcessingActivity.objects.bulk_create(new)
        return have | {a.code: a for a in new}

    def _add_purposes(
        self,
        institution: Institution,
        recipients: dict[tuple[str, str], Recipient],
        activities: dict[str, ProcessingActivity],
    ) -> bool:
        have = {(p.form, p.code): p for p in Purpose.objects.filter(institution=institution)}
        new, wanted = [], []
        for kind in form_kinds():
            for position, template in enumerate(kind.purposes):
                purpose = have.get((kind.code, template.code))
                if purpose is None:
                    purpose = _purpose(activities[kind.code], kind, template, position)
                    new.append(purpose)
                wanted += [
                    (purpose, recipients[kind.code, code])
                    for code in template.recipients
                    if (kind.code, code) in recipients
                ]
        if new:
            Purpose.objects.bulk_create(new)
        fresh = {p.pk for p in new}
        through = Purpose.recipients.through
        # A link that the board removed stays removed: only new purposes and new recipients are linked.
        links = [
            through(purpose=purpose, recipient=recipient)
            for purpose, recipient in wanted
            if purpose.pk in fresh or getattr(recipient, "is_new", False)
        ]
        if links:
            through.objects.bulk_create(links)
        return bool(new or links)


def _recipient(
    institution: Institution, code: str, template: RecipientTemplate, target: Institution
) -> Recipient:
    recipient = Recipient(
        institution=institution,
        code=code,
        name=target.name,
        name_en=target.english_name,
        kind=template.kind,
        what_for=template.what_for,
        what_for_en=template.what_for_en,
        target=target,
    )
    recipient.is_new = True
    return recipient


def _activity(institution: Institution, kind: FormKind) -> ProcessingActivity:
    return ProcessingActivity(
        institution=institution,
        code=kind.code,
        name=kind.name or str(kind.label),
        name_en=kind.name_en,
        description=kind.description,
        description_en=kind.description_en,
        subjects=kind.subjects,
        subjects_en=kind.subjects_en,
        includes_children=kind.includes_children,
        status=ActivityStatus.APPROVED,
        is_generated=True,
        approved_at=timezone.now(),
    )


def _purpose(
    activity: ProcessingActivity, kind: FormKind, template: PurposeTemplate, position: int
) -> Purpose:
    return Purpose(
        institution_id=activity.institution_id,
        activity=activity,
        form=kind.code,
        code=template.code,
        text=template.text,
        text_en=template.text_en,
        legal_basis=template.legal_basis,
        citation=template.citation,
        retention_days=template.retention_days,
        retention_starts=template.retention_starts,
        at_end=template.at_end,
        is_publication=template.is_publication,
        is_optional=template.is_optional,
        is_sensitive=template.is_sensitive,
        position=position,
    )
