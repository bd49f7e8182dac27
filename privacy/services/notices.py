"""Publishing a regulation on personal information."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from network.models import Institution
from privacy.models import Notice


def notice_publish(
    *,
    institution: Institution,
    texts: Mapping[str, str],
    approved_by: AbstractBaseUser | None,
    in_force_from: date | None = None,
    is_generated: bool = False,
) -> Notice:
    """Publish the next version of an institution's regulation.

    `texts`: title, summary, body, changes and each of them with ``_en``. The number follows the newest;
    earlier versions stay.
    """
    with transaction.atomic():
        Institution.objects.select_for_update(no_key=True).filter(pk=institution.pk).values_list("pk").get()
        newest = Notice.objects.filter(institution=institution).order_by("-number").first()
        notice = Notice(
            institution=institution,
            number=newest.number + 1 if newest else 1,
            in_force_from=in_force_from or timezone.localdate(),
            published_at=timezone.now(),
            approved_by=approved_by,
            is_generated=is_generated,
            **texts,
        )
        notice.save()
    return notice
