"""Reads of built forms: where each stands, who may see its answers, and the answers without their content."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Count, Max, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.permissions import policy_registry

from common.models import site_path
from common.text import Message
from editorial.choices import BoardRole
from editorial.models import PageReview
from editorial.selectors import board_roles
from feedback.board_forms import content as contents
from feedback.board_forms.faults import faults_of
from feedback.models import FAMILY, BoardFormPage, FormTally
from network.models import Institution
from network.selectors import institution_for_page
from privacy.choices import ActivityStatus
from privacy.models import ProcessingActivity, Submission

NOT_READY = _("The form is not ready: %(fault)s")
NO_ENTRY = _("The processing of personal information by this form is not in the register yet: save the form.")
WAITS = _(
    "The processing of personal information by this form waits for approval. Until it is in force the form is not published."
)
NOT_HANDED_IN = _(
    "The processing of personal information by this form has not been approved. It is handed in for approval with the page."
)
OUTDATED = _(
    "Questions, purposes or recipients have changed since the processing of personal information was approved: it has to be "
    "approved again before the form is published."
)
ENDED = _("The processing of personal information by this form has been ended in the register.")
OTHER_WORDS = _(
    "This version asks for other things than those that were approved in the register: save it and hand it in again."
)


def is_translation(page: BoardFormPage) -> bool:
    """Whether a page follows another in the main language, in which the form is registered."""
    if page.locale.language_code == settings.LANGUAGE_CODE:
        return False
    originals = BoardFormPage.objects.filter(translation_key=page.translation_key)
    return originals.filter(locale__language_code=settings.LANGUAGE_CODE).exists()


def form_page_of(code: str, page_id: int | None) -> BoardFormPage | None:
    """The page of a built form; None where it is gone."""
    try:
        key = UUID(code.removeprefix("board-"))
    except ValueError:
        return None
    return BoardFormPage.objects.filter(pk=page_id, translation_key=key).select_related("locale").first()


def activity_of_form(page: BoardFormPage) -> ProcessingActivity | None:
    institution = institution_for_page(page)
    if institution is None:
        return None
    return ProcessingActivity.objects.filter(institution=institution, code=page.form_code).first()


@dataclass
class Standing:
    """How far a form is from being on the site. `reason` is empty where it may be published."""

    activity: ProcessingActivity | None = None
    faults: dict[str, list[str]] = field(default_factory=dict)
    reason: str | Promise | Message = ""

    register_url: str = ""
    """Where the activity is approved."""

    @property
    def sentences(self) -> list[str]:
        return [text for texts in self.faults.values() for text in texts]


def standing_of_form(page: BoardFormPage) -> Standing:
    """Where a version of a form stands. Five queries at the most."""
    faults = faults_of(page)
    activity = activity_of_form(page)
    standing = Standing(activity=activity, faults=faults)
    if standing.faults:
        standing.reason = Message(NOT_READY, {"fault": standing.sentences[0]})
    else:
        standing.reason = _reason(page, activity)
    return standing


def _reason(page: BoardFormPage, activity: ProcessingActivity | None) -> str | Promise:
    if activity is None:
        return NO_ENTRY
    if activity.status == ActivityStatus.CLOSED:
        return ENDED
    if activity.is_waiting:
        return WAITS
    if activity.status == ActivityStatus.OUTDATED or activity.proposed:
        return OUTDATED
    if not activity.may_be_published:
        return NOT_HANDED_IN
    return "" if _is_approved(page, activity) else OTHER_WORDS


def _is_approved(page: BoardFormPage, activity: ProcessingActivity) -> bool:
    approved = activity.described()
    keys = sorted({key for row in approved["purposes"] for key in row["recipients"]})
    said = contents.content_of(page, recipients=keys)
    if is_translation(page):
        return contents.bare(approved) == contents.bare(said)
    rows = contents.recipient_rows(page, page.form_code.removeprefix("board-")[:12])
    named = {row["code"] for row in rows}
    recipients = activity.institution.privacy_recipients.filter(pk__in=keys).values_list("code", flat=True)
    return contents.same(approved, said) and named == set(recipients)


def publication_refusal(page) -> str | Promise | None:
    """Rule of publication (``editorial.publication_rules``): a form waits until its activity is in force (P5.1)."""
    if not isinstance(page, BoardFormPage) or institution_for_page(page) is None:
        return None
    return str(standing_of_form(page).reason) or None


def submission_refusal(page) -> str | Message | None:
    """Rule of submission: a form with faults stays a draft."""
    if not isinstance(page, BoardFormPage):
        return None
    sentences = [text for texts in faults_of(page).values() for text in texts]
    return " ".join(sentences) or None


# Whose answers


def answer_institutions(user) -> frozenset[int]:
    """Ids of the institutions all of whose built forms the user may open: those whose chief editor they are."""
    if not (user.is_authenticated and user.is_active):
        return frozenset()
    return frozenset(pk for pk, role in board_roles(user) if role == BoardRole.CHIEF)


def kept_forms(user) -> frozenset[tuple[int, UUID]]:
    """(institution, key of the page) of the built forms for which a member of the board answers (upkeep)."""
    members = {pk for pk, _role in board_roles(user)}
    if not members:
        return frozenset()
    kept = PageReview.objects.filter(institution__in=members, responsible=user) | PageReview.objects.filter(
        institution__in=members, second=user
    )
    keys = BoardFormPage.objects.order_by().values("translation_key")
    return frozenset(kept.filter(translation_key__in=keys).values_list("institution_id", "translation_key"))


def may_open_answers(user, page: BoardFormPage) -> bool:
    """The chief editor, and who answers for the form; nobody else, an administrator of the installation included."""
    institution = institution_for_page(page)
    if institution is None or not (user.is_authenticated and user.is_active):
        return False
    if institution.pk in answer_institutions(user):
        return True
    return (institution.pk, page.translation_key) in kept_forms(user)


def may_open_built(user, submission: Submission) -> bool:
    """Whether a person may open this answer to a built form (``privacy.readers``)."""
    if not submission.form.startswith(FAMILY) or not (user.is_authenticated and user.is_active):
        return False
    if submission.institution_id in answer_institutions(user):
        return True
    try:
        key = UUID(submission.form.removeprefix(FAMILY))
    except ValueError:
        return False
    return (submission.institution_id, key) in kept_forms(user)


def answers_of(page: BoardFormPage) -> QuerySet[Submission]:
    """What was sent through a form in all its languages, newest first; sealed."""
    institution = institution_for_page(page)
    return (
        Submission.objects.of([institution])
        .filter(form=page.form_code)
        .select_related("institution", "notice")
        .order_by("-created_at", "-pk")
    )


def sections_open_to(user, institutions: Iterable[Institution]) -> list[tuple[int, str]]:
    """(key, words) of the sections below which a person may make a form, in the order of the tree; two queries more than the
    permissions of the person cost."""
    institutions = list(institutions)
    by_key = {institution.home_key: institution for institution in institutions if institution.home_key}
    homes = list(Page.objects.filter(translation_key__in=by_key).select_related("locale"))
    if not homes:
        return []
    reach = Q()
    for home in homes:
        reach |= Q(path__gt=home.path, path__lt=home._inc_path(), depth=home.depth + 1)
    pages = Page.objects.filter(reach).type(*BoardFormPage.clean_parent_page_models()).order_by("path")
    allowed = policy_registry.get_by_type(Page).explorable_instances(user)
    names = {home.path: (by_key[home.translation_key].name, home.locale.language_code) for home in homes}
    several = len(names) > 1
    found = []
    for page in pages.filter(pk__in=allowed.order_by().values("pk")):
        owner, language = names[site_path(page.path)]
        found.append((page.pk, f"{page.title} – {owner} ({language})" if several else page.title))
    return found


@dataclass
class FormRow:
    """One form in the list of a board."""

    page: BoardFormPage
    institution: Institution
    activity: ProcessingActivity | None
    received: int
    stored: int
    latest: Any
    may_open: bool


def forms_for(user, institutions: Iterable[Institution]) -> list[FormRow]:
    """The built forms of these institutions, by institution and title, each once, in the main language where it is there; ten
    queries at the most, at any number of institutions and forms."""
    chiefs, kept = answer_institutions(user), kept_forms(user)
    found = _pages_by_institution(list(institutions))
    codes = [page.form_code for _institution, page in found]
    activities = {a.code: a for a in ProcessingActivity.objects.filter(code__in=codes)}
    tallies = dict(FormTally.objects.filter(code__in=codes).values_list("code", "received"))
    stored = {
        row["form"]: row
        for row in Submission.objects.filter(form__in=codes)
        .order_by()
        .values("form")
        .annotate(number=Count("pk"), latest=Max("created_at"))
    }
    return [
        FormRow(
            page=page,
            institution=institution,
            activity=activities.get(page.form_code),
            received=tallies.get(page.form_code, 0),
            stored=stored.get(page.form_code, {}).get("number", 0),
            latest=stored.get(page.form_code, {}).get("latest"),
            may_open=institution.pk in chiefs or (institution.pk, page.translation_key) in kept,
        )
        for institution, page in found
    ]


def _pages_by_institution(institutions: list[Institution]) -> list[tuple[Institution, BoardFormPage]]:
    by_key = {institution.home_key: institution for institution in institutions if institution.home_key}
    homes = {
        home.path: by_key[home.translation_key]
        for home in Page.objects.filter(translation_key__in=by_key).only("path", "translation_key")
    }
    if not homes:
        return []
    reach = Q()
    for path in homes:
        reach |= Q(path__gte=path, path__lt=Page(path=path)._inc_path())
    rows = BoardFormPage.objects.filter(reach, alias_of=None).select_related("locale")
    chosen: dict[UUID, BoardFormPage] = {}
    for page in rows.order_by("title", "pk"):
        if page.translation_key not in chosen or page.locale.language_code == settings.LANGUAGE_CODE:
            chosen[page.translation_key] = page
    pairs = [(homes[site_path(page.path)], page) for page in chosen.values()]
    return sorted(pairs, key=lambda pair: (pair[0].path, pair[1].title, pair[1].pk))


# Totals

FEW = 5
"""Fewer answers than this may point at a person: such a number is not meant to be passed on."""
COUNTED = frozenset({"choice", "choices", "yes_no"})


@dataclass
class Total:
    """How often each choice of one question was given; `answered` of all."""

    label: str
    rows: list[tuple[str, int]]
    answered: int
    numbers: dict[str, float] = field(default_factory=dict)

    @property
    def has_few(self) -> bool:
        return any(0 < count < FEW for _label, count in self.rows)


def totals_of(answers: Iterable[tuple[Mapping[str, Any], Mapping[str, Any]]]) -> list[Total]:
    """Totals from (snapshot, answers) of each submission: choices are counted, numbers are summed up; texts are left out."""
    entries: dict[str, Mapping[str, Any]] = {}
    counted: dict[str, Counter] = {}
    numbers: dict[str, list[float]] = {}
    for snapshot, given in answers:
        for entry in snapshot.get("fields", []):
            name, kind = entry["name"], entry.get("kind")
            value = given.get(name)
            if kind in COUNTED:
                entries[name] = entry
                counts = counted.setdefault(name, Counter())
                for each in value if isinstance(value, list) else [value]:
                    if each not in (None, ""):
                        counts[each] += 1
                counts[""] += value not in (None, "", [])
            elif kind == "number":
                entries[name] = entry
                numbers.setdefault(name, []).extend([value] if isinstance(value, int) else [])
    return [_total(entry, counted.get(name), numbers.get(name)) for name, entry in entries.items()]


def _total(entry: Mapping[str, Any], counts: Counter | None, numbers: list[float] | None) -> Total:
    if counts is None:
        values = numbers or []
        facts = {"sum": sum(values), "min": min(values), "max": max(values)} if values else {}
        if values:
            facts["mean"] = round(sum(values) / len(values), 2)
        return Total(label=entry["label"], rows=[], answered=len(values), numbers=facts)
    options = entry.get("options") or ()
    if entry.get("kind") == "yes_no":
        rows = [(label, counts[value == "yes"]) for value, label in options]
    else:
        rows = [(label, counts[value]) for value, label in options]
    return Total(label=entry["label"], rows=rows, answered=counts[""])
