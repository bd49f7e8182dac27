"""The provisioning steps of this package: the collection for pictures and files, the site with its host."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import F
from django.utils.translation import gettext as _
from wagtail.models import Collection, Page, Site

from common.text import slug
from network.models import Institution, InstitutionHost
from network.provisioning import MemberSite, ProvisioningRun, register_step
from network.provisioning.naming import assign_slugs, slug_with_code

HOST = re.compile(r"^(?=.{1,253}$)(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*$")


class CollectionStep:
    """Pictures and files of an institution stand in a collection of its own."""

    name = "network.collection"
    order = 20

    def apply(self, member: MemberSite) -> None:
        institution = member.institution
        if institution.collection_id is None:
            institution.collection = _add_collection(collection_name(institution))
            institution.save(update_fields=["collection"])
            member.changes.append("collection")
        elif "name" in member.before:
            Collection.objects.filter(pk=institution.collection_id).update(name=collection_name(institution))


def _add_collection(name: str) -> Collection:
    """Add a collection behind its siblings.

    ``add_child`` keeps siblings in the order of their names and so moves half of them, one statement each;
    the screens of this product find a collection by its institution, not by its place.
    """
    roots = Collection.objects.filter(depth=1)
    root = roots.select_for_update().get() if connection.features.has_select_for_update else roots.get()
    last = Collection.objects.filter(depth=2).order_by("path").last()
    path = last._inc_path() if last else Collection._get_path(root.path, 2, 1)
    collection = Collection.objects.bulk_create([Collection(path=path, depth=2, numchild=0, name=name)])[0]
    roots.update(numchild=F("numchild") + 1)
    return collection


def collection_name(institution: Institution) -> str:
    """The name under which an institution's pictures and files are listed."""
    return f"{institution.name} ({institution.code})"[:255]


class SiteStep:
    """The site and its host name. A new host name in the list keeps the old one alive as a redirect."""

    name = "network.site"
    order = 40

    def apply(self, member: MemberSite) -> None:
        institution = member.institution
        if institution.site_id is None:
            hostname = choose_hostname(institution, domain=member.domain, run=member.run)
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
            give_hostname(institution, member.domain)
            changed.append("hostname")
        if "name" in member.before and site.site_name != institution.name:
            site.site_name = institution.name
            changed.append("site_name")
        if changed:
            site.save(update_fields=changed)
            member.changes.append("site")


def choose_hostname(institution: Institution, *, domain: str, run: ProvisioningRun) -> str:
    """The host name that the list gives, or one made from the run's template.

    Whoever shares a name within the list, or finds it taken, gets the code behind it: the same in every run.
    """
    if domain:
        check_hostname_free(domain, institution=institution)
        return domain
    name, code, kind = institution.name, institution.code, institution.type
    planned = run.labels.get(code.casefold())
    label = assign_slugs([(name, code, kind)])[code]
    code_label = slug(code, max_length=40, fallback=str(institution.pk))
    candidates = [planned, label, slug_with_code(label, code), f"{code_label}-{institution.pk}"]
    for candidate in filter(None, candidates):
        hostname = fill_template(run.domain, label=candidate, code=code_label)
        if HOST.match(hostname) and not _taken(hostname):
            return hostname
    raise ValidationError(
        _("The address template “%(template)s” gives no usable host name for %(code)s."),
        params={"template": run.domain, "code": institution.code},
        code="domain-template",
    )


def fill_template(template: str, *, label: str, code: str) -> str:
    """Return the host name that an address template gives."""
    return template.replace("{slug}", label).replace("{code}", code).lower()


def check_template(template: str) -> None:
    """Raise ValidationError for an address template from which no host names of institutions can be made."""
    places = "{slug}" in template or "{code}" in template
    if not places or not HOST.match(fill_template(template, label="a", code="a")):
        raise ValidationError(
            _(
                "“%(template)s” is not an address template: write it as {slug}.example.edu.vn, "
                "with {slug} or {code}."
            ),
            params={"template": template},
            code="domain-template",
        )


def plan_labels(
    institutions: Iterable[tuple[str, str, str]], *, template: str, hosts: Mapping[str, str]
) -> dict[str, str]:
    """Return the label for each (name, code, type) of a list, by code in lower case.

    `hosts` gives the owner's code for each host name in use.
    """
    before, _place, after = fill_template(template, label="{slug}", code="{code}").partition("{slug}")
    taken = {
        host[len(before) : len(host) - len(after)]: owner
        for host, owner in hosts.items()
        if host.startswith(before) and host.endswith(after)
    }
    return {code.casefold(): label for code, label in assign_slugs(institutions, taken).items()}


def give_hostname(institution: Institution, hostname: str) -> None:
    """Set a new host name on the institution's site, without saving the site; the old one redirects."""
    check_hostname_free(hostname, institution=institution)
    site = institution.site
    InstitutionHost.objects.filter(hostname=hostname).delete()
    InstitutionHost.objects.get_or_create(hostname=site.hostname, defaults={"institution": institution})
    site.hostname = hostname


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
