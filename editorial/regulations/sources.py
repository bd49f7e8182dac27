"""The facts that this package and those below it give: institution, board, chain, upkeep, notice, purposes.

What stands higher (the deadlines of the catalogue) registers its own source.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from editorial.choices import BoardRole, Meetings
from editorial.models import BoardGroup, Upkeep, chain_settings_for
from editorial.regulations.facts import Fact, Facts, FactSource, register_facts
from network.models import Institution
from network.models.institutions import OperationMode
from privacy.models import Notice, Purpose, Recipient

LANGUAGES = ("vi", "en")

LABELS: dict[str, Promise] = {
    "institution.name": _("Name of the institution"),
    "institution.authority": _("Authority above"),
    "institution.address": _("Address"),
    "institution.phone": _("Phone"),
    "institution.email": _("E-mail for information"),
    "institution.complaints_email": _("E-mail for complaints"),
    "institution.opening_hours": _("Opening hours"),
    "institution.head": _("Head of the institution"),
    "institution.site": _("Address of the site"),
    "institution.mode": _("Way the site is run"),
    "institution.provider": _("Provider"),
    "board.chief": _("Chief editor"),
    "board.editors": _("Editors"),
    "chain.steps": _("Steps of the approval chain"),
    "chain.editor": _("Appraisal by an editor"),
    "chain.withdrawal": _("Withdrawal of what is published"),
    "chain.escalation": _("Escalation to the authority"),
    "upkeep.department": _("Standing department"),
    "upkeep.contact": _("Technical contact official"),
    "upkeep.mail_contact": _("Contact official for e-mail"),
    "upkeep.mail_domain": _("Domain of the e-mail addresses"),
    "upkeep.mail_service": _("Provider of the e-mail service"),
    "upkeep.meetings": _("Meetings of the board"),
    "upkeep.news_days": _("Time for dealing with a submitted article"),
    "upkeep.answer_days": _("Time for answering feedback"),
    "upkeep.plan": _("Upgrade and maintenance plan"),
    "upkeep.plan_review": _("Review date of the plan"),
    "notice.version": _("Notice on personal information"),
    "notice.address": _("Address of the notice"),
    "purposes.list": _("Purposes for which personal information is collected"),
    "purposes.recipients": _("To whom personal information may be passed on"),
}


def both(words) -> tuple[str, str]:
    """A lazy text, or what a function answers, in Vietnamese and in English."""
    made = []
    for language in LANGUAGES:
        with translation.override(language):
            made.append(str(words() if callable(words) and not isinstance(words, Promise) else words))
    return made[0], made[1]


def institution_facts(institutions: Sequence[Institution], day: date) -> Mapping[int, Facts]:
    """Name, contacts, head, and the way the site is run. Two queries: hosts, authorities."""
    hosts = dict(
        Institution.objects.filter(pk__in=[i.pk for i in institutions]).values_list("pk", "site__hostname")
    )
    step = Institution.steplen
    paths = {i.path[:-step] for i in institutions if i.depth > 1}
    parents = {
        path: (name, english)
        for path, name, english in Institution.objects.filter(path__in=paths).values_list(
            "path", "name", "english_name"
        )
    }
    modes = {mode: both(OperationMode(mode).label) for mode in OperationMode.values}
    found = {}
    for i in institutions:
        head = f"{i.head_title} {i.head_name}".strip() if i.head_name else ""
        authority = parents.get(i.path[:-step], ("", ""))
        found[i.pk] = {
            "institution.name": Fact.of(i.name, i.english_name),
            "institution.authority": Fact.of(*authority),
            "institution.address": Fact.of(i.address),
            "institution.phone": Fact.of(i.phone),
            "institution.email": Fact.of(i.email),
            "institution.complaints_email": Fact.of(i.complaints_email),
            "institution.opening_hours": Fact.of(i.opening_hours),
            "institution.head": Fact.of(head),
            "institution.site": Fact.of(hosts.get(i.pk) or ""),
            "institution.mode": Fact.of(*modes[i.operation_mode]),
            "institution.provider": Fact.of(i.provider),
        }
    return found


def board_facts(institutions: Sequence[Institution], day: date) -> Mapping[int, Facts]:
    """The office-holders of the board by name: who appraises and who approves. One query.

    Authors are not named: a text that a site publishes for years needs no list of everybody who may write.
    """
    names: dict[tuple[int, str], list[str]] = defaultdict(list)
    rows = BoardGroup.objects.filter(
        institution__in=[i.pk for i in institutions],
        role__in=[BoardRole.CHIEF, BoardRole.EDITOR],
        group__user__is_active=True,
    ).values_list(
        "institution_id", "role", "group__user__first_name", "group__user__last_name", "group__user__username"
    )
    for pk, role, first, last, username in rows:
        names[pk, role].append(f"{first} {last}".strip() or username)
    return {
        i.pk: {
            "board.chief": Fact.of(sorted(names[i.pk, BoardRole.CHIEF])),
            "board.editors": Fact.of(sorted(names[i.pk, BoardRole.EDITOR])),
        }
        for i in institutions
    }


STEP_WRITE = Fact.of("Tác giả soạn bài và chuyển duyệt", "the author writes and submits")
STEP_EDITOR = Fact.of("Biên tập viên thẩm định", "an editor appraises")
STEP_CHIEF = Fact.of(
    "Trưởng Ban biên tập đồng ý đăng hoặc trả lại",
    "the chief editor agrees to publication or returns the article",
)
STEP_HEAD = Fact.of(
    "đối với mục do Người đứng đầu trực tiếp phê duyệt, Người đứng đầu đồng ý sau cùng",
    "in the sections that the head approves in person, the head agrees last",
)
WITHDRAWAL = Fact.of(
    "Trưởng Ban biên tập quyết định gỡ bài; Tác giả, Biên tập viên có thể đề nghị gỡ bài",
    "The chief editor decides to withdraw what is published; authors and editors may propose it",
)
YES, NO = Fact.of("có", "yes"), Fact.of("không", "no")


def chain_facts(institutions: Sequence[Institution], day: date) -> Mapping[int, Facts]:
    """The approval chain as it is configured, and where a step goes that nobody on the board can take. Two queries."""
    chains = chains_of(institutions)
    step = Institution.steplen
    paths = {i.path[:-step] for i in institutions if i.depth > 1}
    above = dict(Institution.objects.filter(path__in=paths).values_list("path", "name"))
    found = {}
    for i in institutions:
        with_editor, with_head = chains[i.pk]
        steps = [
            STEP_WRITE,
            *([STEP_EDITOR] if with_editor else []),
            STEP_CHIEF,
            *([STEP_HEAD] if with_head else []),
        ]
        found[i.pk] = {
            "chain.steps": Fact.of([s.vi[0] for s in steps], [s.en[0] for s in steps]),
            "chain.editor": YES if with_editor else NO,
            "chain.withdrawal": WITHDRAWAL,
            "chain.escalation": _escalation(above.get(i.path[:-step], "")),
        }
    return found


def _escalation(authority: str) -> Fact:
    if not authority:
        return Fact(())
    return Fact.of(
        "Khi Ban biên tập không còn ai có quyền quyết định một bước, bước đó được chuyển công khai lên Ban biên tập của "
        f"{authority}",
        f"A step that nobody on the board may take goes, visibly, to the board of {authority}",
    )


def chains_of(institutions: Sequence[Institution]) -> dict[int, tuple[bool, bool]]:
    """Institution id → whether an editor appraises, whether the head approves some sections."""
    found = chain_settings_for(institutions)
    return {pk: (settings.with_editor, bool(settings.head_sections)) for pk, settings in found.items()}


def upkeep_facts(institutions: Sequence[Institution], day: date) -> Mapping[int, Facts]:
    """Contact officials, plan and the deadlines that the board sets itself. One query."""
    stored = {
        row.institution_id: row for row in Upkeep.objects.filter(institution__in=[i.pk for i in institutions])
    }
    meetings = {value: both(Meetings(value).label) for value in Meetings.values}
    return {i.pk: _upkeep(stored.get(i.pk) or Upkeep(institution=i), meetings) for i in institutions}


def _upkeep(row: Upkeep, meetings: Mapping[str, tuple[str, str]]) -> Facts:
    review = row.plan_review_on
    return {
        "upkeep.department": Fact.of(row.department),
        "upkeep.contact": Fact.of(row.contact),
        "upkeep.mail_contact": Fact.of(row.mail_contact),
        "upkeep.mail_domain": Fact.of(row.mail_domain),
        "upkeep.mail_service": Fact.of(row.mail_service),
        "upkeep.meetings": Fact.of(*meetings[row.meetings]),
        "upkeep.news_days": working_days(row.news_days),
        "upkeep.answer_days": working_days(row.answer_days),
        "upkeep.plan": Fact.of(row.plan.splitlines()),
        "upkeep.plan_review": Fact.of(f"{review:%d/%m/%Y}" if review else ""),
    }


def working_days(number: int) -> Fact:
    return Fact.of(f"{number:02d} ngày làm việc", f"{number} working day{'' if number == 1 else 's'}")


def calendar_days(number: int) -> Fact:
    return Fact.of(f"{number} ngày", f"{number} day{'' if number == 1 else 's'}")


def notice_facts(institutions: Sequence[Institution], day: date) -> Mapping[int, Facts]:
    """The notice on personal information that holds for each: its own, else the nearest authority's. One query."""
    step = Institution.steplen
    above = {i.path[:end] for i in institutions for end in range(step, len(i.path) + 1, step)}
    newest: dict[str, tuple[int, date, str]] = {}
    rows = (
        Notice.objects.published(day)
        .filter(institution__path__in=above)
        .order_by("institution__path", "number")
        .values_list("institution__path", "number", "in_force_from", "institution__name")
    )
    for path, number, since, name in rows:
        newest[path] = (number, since, name)
    with translation.override("vi"):
        address = reverse("privacy_notice")
    found = {}
    for i in institutions:
        paths = (i.path[:end] for end in range(len(i.path), 0, -step))
        notice = next((newest[path] for path in paths if path in newest), None)
        if notice:
            number, since, name = notice
            found[i.pk] = {
                "notice.version": Fact.of(
                    f"Quy chế bảo vệ thông tin cá nhân của {name}, phiên bản {number}, có hiệu lực từ {since:%d/%m/%Y}",
                    f"the regulation on personal information of {name}, version {number}, in force from {since:%d/%m/%Y}",
                ),
                "notice.address": Fact.of(address),
            }
    return found


def purpose_facts(institutions: Sequence[Institution], day: date) -> Mapping[int, Facts]:
    """For what forms collect, how long it is kept, who may receive it. Two queries."""
    ids = [i.pk for i in institutions]
    lists: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for purpose in Purpose.objects.filter(institution__in=ids, is_active=True):
        days = calendar_days(purpose.retention_days)
        english = purpose.text_en or purpose.text
        lists[purpose.institution_id].append(
            (f"{purpose.text} (lưu giữ {days.vi[0]})", f"{english} (kept for {days.en[0]})")
        )
    recipients: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for row in Recipient.objects.filter(
        institution__in=ids, is_active=True, purposes__is_active=True
    ).distinct():
        recipients[row.institution_id].append((row.name, row.name_en or row.name))
    return {
        i.pk: {
            "purposes.list": Fact.of(*_columns(lists[i.pk])),
            "purposes.recipients": Fact.of(*_columns(recipients[i.pk])),
        }
        for i in institutions
    }


def _columns(rows: Sequence[tuple[str, str]]) -> Iterator[list[str]]:
    yield [vi for vi, _en in rows]
    yield [en for _vi, en in rows]


def register() -> None:
    """Called by the app's ``ready()``."""
    gatherers = {
        "institution": institution_facts,
        "board": board_facts,
        "chain": chain_facts,
        "upkeep": upkeep_facts,
        "notice": notice_facts,
        "purposes": purpose_facts,
    }
    for name, gather in gatherers.items():
        register_facts(FactSource(name, gather, LABELS.get))
