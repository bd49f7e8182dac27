"""Who works on results, appeals, certificates and applications: editors and the chief editor of the institution's own board, and
nobody else, an administrator of the installation included. What one of them hands in another one confirms. Authors enter
applications from paper and see nothing of those that came before."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from django.db.models import Exists, OuterRef, Q, QuerySet

from common.models import site_path
from editorial.choices import BoardRole
from editorial.selectors import board_roles
from enrolment.models import Application, CampaignPage, Wish
from enrolment.models.campaigns import ADMISSION
from enrolment.models.examinations import APPEAL
from network.models import Institution
from network.selectors import institutions_for_paths
from privacy.models import Submission

OFFICERS = frozenset({str(BoardRole.EDITOR), str(BoardRole.CHIEF)})
CLERKS = OFFICERS | {str(BoardRole.AUTHOR)}


class Reach(StrEnum):
    """How much of an application a person may see."""

    NONE = ""
    WISH = "wish"
    """Officers of a school named in a later wish: the child and that wish, neither evidence nor the other wishes."""
    FULL = "full"
    """Officers of the school that checks it, and of the institution whose campaign it is."""


def offices_of(user) -> frozenset[int]:
    """Ids of the institutions whose results, appeals and certificates a person works on."""
    if not (user.is_authenticated and user.is_active):
        return frozenset()
    return frozenset(pk for pk, role in board_roles(user) if role in OFFICERS)


def is_officer(user, institution_id: int) -> bool:
    return institution_id in offices_of(user)


def institutions_for(user):
    return Institution.objects.filter(pk__in=offices_of(user)).order_by("path")


def may_open_appeal(user, submission: Submission) -> bool:
    """Whether a person may open this appeal (``privacy.readers``)."""
    return submission.form == APPEAL and is_officer(user, submission.institution_id)


def desk_institutions(user) -> frozenset[int]:
    """Ids of the institutions whose applications a person checks, decides on, and opens with a purpose."""
    return offices_of(user)


def entry_institutions(user) -> frozenset[int]:
    """Ids of the institutions for which a person enters applications from paper: officers and authors."""
    if not (user.is_authenticated and user.is_active):
        return frozenset()
    return frozenset(pk for pk, role in board_roles(user) if role in CLERKS)


def application_reach(user, application: Application) -> Reach:
    """How much of this application a person may see; at most one query besides the roles."""
    offices = offices_of(user)
    if not offices:
        return Reach.NONE
    if application.handler_id in offices or application.submission.institution_id in offices:
        return Reach.FULL
    return Reach.WISH if application.wishes.filter(school__in=offices).exists() else Reach.NONE


def may_open_application(user, application: Application) -> bool:
    """Whether a person may open this application at all; `application_reach` says how much of it."""
    return application_reach(user, application) != Reach.NONE


def may_work_on(user, application: Application) -> bool:
    """Whether a person checks and decides it: for the school that checks it, or for the institution of the campaign."""
    return application_reach(user, application) == Reach.FULL


def may_open_sent_application(user, submission: Submission) -> bool:
    """Whether a person may open everything that was sent with an application, files included (``privacy.readers``)."""
    if submission.form != ADMISSION:
        return False
    found = Application.objects.select_related("submission").filter(submission=submission).first()
    return found is not None and may_work_on(user, found)


def applications_for(user) -> QuerySet[Application]:
    """The applications that a person may open, in whatever measure."""
    offices = offices_of(user)
    named = Wish.objects.filter(application=OuterRef("pk"), school__in=offices)
    return Application.objects.filter(
        Q(handler__in=offices) | Q(submission__institution__in=offices) | Exists(named)
    )


def campaign_institution(campaign: CampaignPage) -> Institution | None:
    """Whose campaign it is; one query."""
    return institutions_for_paths([campaign.path]).get(site_path(campaign.path))


def campaign_institutions(campaigns: Iterable[CampaignPage]) -> dict[int, int]:
    """Id of a campaign → id of its institution; one query."""
    paths = {campaign.pk: site_path(campaign.path) for campaign in campaigns}
    owners = institutions_for_paths(list(paths.values())) if paths else {}
    return {pk: owners[path].pk for pk, path in paths.items() if path in owners}
