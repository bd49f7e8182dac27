"""The provisioning steps of this package: the collection for pictures and files, the site with its host name."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.models import Collection, Page, Site

from common.text import slug
from network.models import Institution, InstitutionHost
from network.provisioning import MemberSite, register_step

HOST = re.compile(r"^(?=.{1,253}$)(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*$")


class CollectionStep:
    """Pictures and files of an institution stand in a collection of its own."""

    name = "network.collection"
    order = 20

    def apply(self, member: MemberSite) -> None:
        institution = member.institution
        if institution.collection_id is None:
            root = Collection.get_first_root_node()
            institution.collection = root.add_child(name=_collection_name(institution))
            institution.save(update_fields=["collection"])
            member.changes.append("collection")
        elif "name" in member.before:
            Collection.objects.filter(pk=institution.collection_id).update(name=_collection_name(institution))


def _collection_name(institution: Institution) -> str:
    return f"{institution.name} ({institution.code})"[:255]


class SiteStep:
    """The site and its host name. A new host name in the list keeps the old one alive as a redirect."""

    name = "network.site"
    order = 40

    def apply(self, member: MemberSite) -> None:
        institution = member.institution
        if institution.site_id is None:
            hostname = choose_hostname(institution, domain=member.domain, template=member.run.domain)
            root = (
                Page.objects.filter(translation_key=institution.home_key)
                .order_by("locale_id", "path")
                .first()
            )
            # No site is the default one: a host name that nobody was given shows nobody's site.
            institution.site = Site.objects.create(
                hostname=hostname, port=443, site_name=institution.name, root_page=root
            )
            institution.save(update_fields=["site"])
            member.changes.append("site")
            return
        site = institution.site
        changed = []
        if member.domain and "domain" in member.before and member.domain != site.hostname:
            check_hostname_free(member.domain, institution=institution)
            InstitutionHost.objects.filter(hostname=member.domain).delete()
            InstitutionHost.objects.get_or_create(
                hostname=site.hostname, defaults={"institution": institution}
            )
            site.hostname = member.domain
            changed.append("hostname")
        if "name" in member.before and site.site_name != institution.name:
            site.site_name = institution.name
            changed.append("site_name")
        if changed:
            site.save(update_fields=changed)
            member.changes.append("site")


def choose_hostname(institution: Institution, *, domain: str, template: str) -> str:
    """The host name of the list, or one made from the template: the same in every run; the code settles a clash of names."""
    if domain:
        check_hostname_free(domain, institution=institution)
        return domain
    code = slug(institution.code, max_length=40, fallback="truong")
    base = slug(institution.short_name or institution.name, max_length=50, fallback=code)
    for candidate in (base, f"{base}-{code}"[:63].rstrip("-"), f"{code}-{institution.pk}"):
        hostname = template.format(slug=candidate, code=code).lower()
        if HOST.match(hostname) and not _taken(hostname):
            return hostname
    raise ValidationError(
        _("The address template “%(template)s” gives no usable host name for %(code)s."),
        params={"template": template, "code": institution.code},
        code="domain-template",
    )


def check_hostname_free(hostname: str, *, institution: Institution | None = None) -> None:
    """Raise ValidationError where a host name is malformed or leads to another institution."""
    if not HOST.match(hostname):
        raise ValidationError(
            _("“%(hostname)s” is not a host name: write it as truong.example.edu.vn."),
            params={"hostname": hostname},
            code="domain-malformed",
        )
    sites = Site.objects.filter(hostname=hostname)
    hosts = InstitutionHost.objects.filter(hostname=hostname)
    if institution is not None and institution.pk:
        sites = sites.exclude(pk=institution.site_id)
        hosts = hosts.exclude(institution=institution)
    if sites.exists() or hosts.exists():
        raise ValidationError(
            _("The host name “%(hostname)s” is in use by another institution."),
            params={"hostname": hostname},
            code="domain-in-use",
        )


def _taken(hostname: str) -> bool:
    return (
        Site.objects.filter(hostname=hostname).exists()
        or InstitutionHost.objects.filter(hostname=hostname).exists()
    )


def register() -> None:
    register_step(CollectionStep())
    register_step(SiteStep())
