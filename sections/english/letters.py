"""The letter to who keeps a page: its English says what the Vietnamese page no longer says."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from editorial.choices import BoardRole
from editorial.letters.boards import admin_link, rendered
from editorial.models import PageReview
from editorial.selectors.page_reviews import board_of
from network.letters import LetterDraft, LetterKind, Message, letters_queue, register_kind
from network.models import Letter
from sections.models import EnglishText

OUTDATED = "sections.english_outdated"


def register() -> None:
    register_kind(
        LetterKind(
            OUTDATED,
            _("The English of my page is outdated"),
            build=outdated,
            help_text=_("When a Vietnamese page that you keep was published with changes."),
        )
    )


def outdated_queue(text: EnglishText) -> int:
    """Write to who keeps the page, where nobody is named to the chief editors. Answers how many letters."""
    board = board_of([text.institution_id])
    review = PageReview.objects.filter(translation_key=text.translation_key).first()
    named = {review.responsible_id, review.second_id} if review else set()
    people = {pk for (_institution, pk) in board if pk in named}
    people = people or {pk for (_institution, pk), roles in board.items() if BoardRole.CHIEF in roles}
    drafts = [
        LetterDraft(user_id=pk, institution_id=text.institution_id, about={"text": text.pk})
        for pk in sorted(people)
    ]
    letters_queue(kind=OUTDATED, drafts=drafts)
    return len(drafts)


def outdated(letter: Letter) -> Message | None:
    rows = EnglishText.objects.select_related("institution__site", "translation__source")
    text = rows.filter(pk=letter.about["text"]).first()
    if text is None or not text.is_behind:
        return None
    page = Page.objects.filter(
        translation_key=text.translation_key, locale_id=text.translation.source.locale_id
    ).first()
    if page is None:
        return None
    link = admin_link(text.institution, "sections_english_page", page.pk)
    return rendered("sections/english_outdated", {"title": page.title, "link": link})
