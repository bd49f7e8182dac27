"""What happens around a mandate beside its services: stamped log entries, sign-out, the letter, the desk."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib.auth.signals import user_logged_out
from django.db.models import Q
from django.db.models.signals import pre_save
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import BaseLogEntry, PageLogEntry

from editorial.desk import SHOWN, Desk
from editorial.models import Mandate, MandateEnd
from editorial.selectors.mandates import mandate_of
from editorial.services.mandates import LETTER, mandates_end_of
from network.letters import LetterKind, Message, register_kind
from network.models import Letter
from network.selectors import institutions_for_paths
from network.site_roots import public_origin

WEEK = timedelta(days=7)
FOR = "acting_for"
"""Key in the data of a log entry: the name of the authority for which its person acted."""


def connect() -> None:
    pre_save.connect(stamp_log_entry, dispatch_uid="editorial.mandate")
    user_logged_out.connect(end_at_sign_out, dispatch_uid="editorial.mandate")
    register_kind(LetterKind(LETTER, _("The authority acts on our site"), build=told, essential=True))


def stamp_log_entry(sender, instance, raw: bool = False, **kwargs) -> None:
    """``pre_save`` of a log entry: what is done under a mandate says so."""
    if raw or not isinstance(instance, BaseLogEntry) or not instance._state.adding or instance.user is None:
        return
    mandate = mandate_of(instance.user)
    if mandate is None or not mandate.covers(timezone.now()):
        return
    if isinstance(instance, PageLogEntry):
        found = institutions_for_paths([instance.page.path]).values()
        if mandate.institution_id not in {institution.pk for institution in found}:
            return
    instance.data = {**(instance.data or {}), FOR: mandate.authority.name, "mandate": mandate.pk}


def end_at_sign_out(sender, user, **kwargs) -> None:
    if user is not None:
        mandates_end_of(user=user, how=MandateEnd.SIGN_OUT)


def told(letter: Letter) -> Message | None:
    """To the member's chief editors and head: who acts on their site, why, until when."""
    mandate = (
        Mandate.objects.select_related("institution__site", "authority")
        .filter(pk=letter.about.get("mandate"))
        .first()
    )
    if mandate is None or not mandate.institution.site_id:
        return None
    origin = public_origin(mandate.institution.site.hostname)
    context = {"mandate": mandate, "link": origin + reverse("editorial_mandates")}
    subject = " ".join(render_to_string("emails/editorial/mandate.subject.txt", context).split())
    return Message(subject, render_to_string("emails/editorial/mandate.txt", context))


class MandatePart:
    """Acts of the authority on the person's sites, those that run and those of the last week; one query."""

    name, order, title = "mandates", 90, _("The authority acts on your site")
    template_name = "editorial/desk/mandates.html"

    def context(self, desk: Desk) -> dict[str, Any] | None:
        recent = Q(ended_at__isnull=True) | Q(ended_at__gte=desk.now - WEEK)
        rows = Mandate.objects.filter(recent, institution_id__in=desk.scope_ids).exclude(user=desk.user)
        mandates = list(rows.select_related("institution", "authority")[:SHOWN])
        return {"mandates": mandates} if mandates else None
