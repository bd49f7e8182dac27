"""Drops the stored answers of a site when something that it shows changes."""

from __future__ import annotations

from wagtail.models import Page, PageViewRestriction, Site

from edusite.page_cache import drop
from enrolment.models import AdmissionNoticePage, CampaignPage
from network.models import Institution
from network.selectors import institution_for_page, institutions_for_paths
from sections.models import AlertPage

SHOWN_ON_MEMBERS = {"name", "english_name", "short_name", "site", "status"}
"""What the pages of the institutions below show of their authority."""


def page_changed(sender, instance, **kwargs) -> None:
    """A page was published, withdrawn, moved or deleted."""
    institution = institution_for_page(instance)
    if institution is None:
        return
    if isinstance(instance, AlertPage) and institution.is_authority:
        found = Institution.objects.within(institution).exclude(site=None)
        drop(found.values_list("site__hostname", flat=True))
    else:
        drop([institution.hostname, *_other_hostnames(instance)])


def _other_hostnames(page: Page) -> list[str]:
    """Where else quotas and days of an admission stand: a campaign shows the notices of schools, a notice its campaign (W9.4)."""
    if isinstance(page, AdmissionNoticePage) and page.campaign:
        paths = [page.campaign.path]
    elif isinstance(page, CampaignPage):
        notices = AdmissionNoticePage.objects.live().filter(campaign__translation_key=page.translation_key)
        paths = list(notices.values_list("path", flat=True))
    else:
        return []
    return [institution.hostname for institution in institutions_for_paths(paths).values()]


def restriction_changed(sender, instance: PageViewRestriction, raw: bool = False, **kwargs) -> None:
    """A page, and all below it, is for some readers only from now on, or for all again."""
    if not raw:
        page_changed(sender, instance.page)


def institution_changed(
    sender,
    instance: Institution,
    created: bool = False,
    raw: bool = False,
    update_fields: frozenset[str] | None = None,
    **kwargs,
) -> None:
    """A name, colour or address stands on every page of the site, and on pages of the authority above and the members
    below."""
    if raw or created or not instance.site_id:
        return
    hostnames = [instance.hostname]
    if parent := instance.parent:
        hostnames.append(parent.hostname)
    if (
        instance.is_authority
        and instance.numchild
        and (SHOWN_ON_MEMBERS & set(update_fields or SHOWN_ON_MEMBERS))
    ):
        members = Institution.objects.members_of(instance).exclude(site=None)
        hostnames += members.values_list("site__hostname", flat=True)
    drop(hostnames)


def site_changed(sender, instance: Site, **kwargs) -> None:
    drop([instance.hostname])


def notice_changed(sender, instance, raw: bool = False, **kwargs) -> None:
    """A notice, purpose or recipient is shown on the notice page of its institution and of all below it."""
    if not raw:
        found = Institution.objects.within(instance.institution).exclude(site=None)
        drop(found.values_list("site__hostname", flat=True))


def regulation_changed(sender, instance, raw: bool = False, **kwargs) -> None:
    """What is in force, or who keeps the site running; a draft is shown to no reader."""
    if not raw and getattr(instance, "is_approved", True):
        drop([instance.institution.hostname])


def board_changed(sender, instance, action: str, reverse: bool, pk_set, **kwargs) -> None:
    """``m2m_changed`` of the groups of accounts: the section of the board names its office-holders."""
    if action in {"post_add", "post_remove"}:
        groups = [instance.pk] if reverse else pk_set or ()
        found = Institution.objects.filter(board_groups__group__in=groups).exclude(site=None)
        drop(found.values_list("site__hostname", flat=True))


def file_changed(sender, instance, raw: bool = False, **kwargs) -> None:
    """A picture or a file in the collection of an institution."""
    if not raw:
        found = Institution.objects.filter(collection=instance.collection_id).exclude(site=None)
        drop(found.values_list("site__hostname", flat=True))


def sums_refreshed(authorities: list[Institution]) -> None:
    """Figures of the members were added up anew, or results and certificates changed: their sites show them."""
    drop(authority.hostname for authority in authorities)
