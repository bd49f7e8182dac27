"""The letter about what the head published at once."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from editorial.letters.boards import admin_link, rendered
from editorial.models import Publication
from editorial.services.emergency import TOLD
from network.letters import LetterKind, Message, register_kind
from network.models import Letter


def register() -> None:
    register_kind(
        LetterKind(
            TOLD,
            _("Something was published at once"),
            build=published_at_once,
            help_text=_(
                "When the head puts an urgent announcement on the site; you look at it within a day."
            ),
        )
    )


def published_at_once(letter: Letter) -> Message | None:
    rows = Publication.objects.select_related("institution__site")
    publication = rows.filter(pk=letter.about["publication"]).first()
    if publication is None or publication.page_id is None or publication.appraised_at is not None:
        return None
    context = {
        "title": publication.title,
        "person": publication.approved_name,
        "institution": publication.institution.name,
        "link": admin_link(publication.institution, "editorial_emergency", publication.pk),
    }
    return rendered("editorial/published_at_once", context)
