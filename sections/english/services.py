"""Translating a page: begin, write, let a machine draft, take over what changed, hand to the board. Everything ends in a draft of
the English page; what readers see is decided by the approval chain (W7.1, W11.1)."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.coreutils import find_available_slug
from wagtail.log_actions import log
from wagtail.models import Page, WorkflowState
from wagtail_localize.machine_translators import get_machine_translator
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.strings import StringValue

from common.text import slug
from editorial.models.four_eyes import same_words
from editorial.selectors import board_roles
from editorial.services.chain import chain_follow_edit
from network.models import Institution
from network.selectors import institution_for_page
from sections.catalogue import section
from sections.english.known import fill_in
from sections.english.scope import why_not
from sections.english.texts import (
    MACHINE,
    MANUAL,
    Part,
    adopt,
    draft_built,
    english_locale,
    english_page,
    parts_of,
    stored,
    string_store,
)
from sections.lifting import changing_tree
from sections.models import EnglishText, SectionSlot
from sections.tree import HOME_KEY

NO_ENGLISH = _("The site of this institution has no English pages.")
NOT_VIETNAMESE = _("Begin with the Vietnamese page.")
NOT_PUBLISHED = _("Publish the Vietnamese page first: what is translated is what readers see.")
NOT_ON_BOARD = _("Only the board of the institution translates its pages.")
WITH_BOARD = _("The English page is with the board. Whoever has the step now can change it, or return it.")
NO_MACHINE = _("No machine translator is set up for this installation.")
NO_ANSWER = _("The machine translator did not answer. Nothing was changed; try again later.")
NOTHING_LEFT = _("Every part has English already.")
IN_CHAIN = _("The English page is with the board already.")
UNCHANGED = _("Nothing on the English page waits for approval.")
STARTED = "sections.english_start"


def may_translate(user, institution: Institution | None) -> bool:
    """Whoever serves on the board, in any role."""
    if institution is None:
        return False
    return user.is_superuser or any(pk == institution.pk for pk, _role in board_roles(user))


@transaction.atomic
def translation_start(*, page: Page, user, now: datetime | None = None) -> EnglishText:
    """Begin the English of a published Vietnamese page, after that of the pages above it. What stands on an English page
    already, and what needs no words, is filled in. A second call answers the same work. ValidationError with the reason."""
    now = now or timezone.now()
    page = page.specific
    institution = institution_for_page(page)
    _refuse_start(page, institution, user)
    if found := EnglishText.objects.filter(translation_key=page.translation_key).first():
        return found
    parent = page.get_parent()
    locale = english_locale()
    if parent.depth > 1 and not parent.get_translations().filter(locale=locale).exists():
        translation_start(page=parent, user=user, now=now)
    source, _created = TranslationSource.update_or_create_from_instance(page)
    # Switched off, Wagtail Localize leaves the page to Wagtail's own editor, where the chain is.
    translation, _created = Translation.objects.update_or_create(
        source=source, target_locale=locale, defaults={"enabled": False}
    )
    text = EnglishText.objects.create(
        institution=institution, translation=translation, translation_key=page.translation_key, changed_at=now
    )
    english = page.get_translations().filter(locale=locale).first()
    fill_in(text)
    if english is None:
        _page_make(page, locale, user)
    else:
        adopt(text, english_page(text), is_first=True)
    draft_save(text=text, user=user, now=now)
    log(page, STARTED, user=user, data={"institution": institution.pk})
    return text


def _refuse_start(page: Page, institution: Institution | None, user) -> None:
    if institution is None or not institution.is_authority:
        raise ValidationError(NO_ENGLISH)
    if not may_translate(user, institution):
        raise ValidationError(NOT_ON_BOARD)
    if page.locale.language_code != "vi":
        raise ValidationError(NOT_VIETNAMESE)
    if not page.live:
        raise ValidationError(NOT_PUBLISHED)
    if reason := why_not(type(page)):
        raise ValidationError(reason)


def _page_make(page: Page, locale, user) -> None:
    """An unpublished English page; a section gets the address that the catalogue gives it."""
    english = page.copy_for_translation(locale)
    Page.objects.filter(pk=english.pk).update(owner=user)
    key = (
        SectionSlot.objects.filter(translation_key=page.translation_key).values_list("key", flat=True).first()
    )
    if key and key != HOME_KEY:
        with changing_tree():
            english.slug = find_available_slug(english.get_parent(), section(key).slug_en, english.pk)
            english.title = english.draft_title = section(key).title_en
            english.save()
            english.save_revision(user=user)


def refuse_while_with_board(page: Page, user) -> None:
    lock = page.get_lock()
    if lock is not None and lock.for_user(user):
        raise ValidationError(WITH_BOARD)


@transaction.atomic
def draft_save(*, text: EnglishText, user, now: datetime | None = None) -> Page:
    """Make the draft of the English page from the parts; what the Vietnamese page changed in numbers, days and choices comes
    along. Saves no version where nothing changed. ValidationError where the page cannot be as the parts say."""
    page = english_page(text)
    refuse_while_with_board(page, user)
    before = page.serializable_data()
    page = draft_built(text, page)
    if not page.live and page.first_published_at is None:
        _give_address(text, page)
    if not same_words(before, page.serializable_data()):
        if not page.live:
            page.save()
        page.save_revision(user=user, log_action=True)
        chain_follow_edit(page=page, user=user)
    text.taken_at = max(now or timezone.now(), text.changed_at)
    text.save(update_fields=["taken_at"])
    return page


def _give_address(text: EnglishText, page: Page) -> None:
    """Before anybody could have noted it, the address follows the English title; later it stays."""
    title = Page.objects.filter(
        translation_key=text.translation_key, locale_id=text.translation.source.locale_id
    ).values_list("title", flat=True)[0]
    is_section = SectionSlot.objects.filter(translation_key=text.translation_key).exists()
    if is_section or page.title == title:
        return
    wanted = slug(page.title, max_length=120, fallback="page")
    parent = page.get_parent()
    page.slug = find_available_slug(parent, wanted, page.pk)
    if not page.numchild:
        # Nobody knows the former address: saved by the page, it would leave a redirect.
        path = f"{parent.url_path}{page.slug}/"
        Page.objects.filter(pk=page.pk).update(slug=page.slug, url_path=path)


@transaction.atomic
def texts_save(
    *, text: EnglishText, page: Page, values: Mapping[int, str], checked: Collection[int], user
) -> Page:
    """Keep what a person wrote for the parts, by the id of the segment, and which machine drafts they found right; an
    emptied part has no English again. `page`: the Vietnamese page as its own type."""
    faults = {}
    for part in parts_of(text, page):
        pk = part.segment.pk
        if pk not in values:
            continue
        written = " ".join(values[pk].split(" ")).strip()
        is_new = written.replace("\r\n", "\n") != part.english.strip()
        if not is_new and not (part.is_machine and pk in checked):
            continue
        try:
            data = stored(written, part.segment.string.data, part.is_html)
        except ValueError as error:
            faults[part.name] = str(error)
            continue
        string_store(text, part.segment, data, kind=MANUAL, user=user)
    if faults:
        raise ValidationError(faults)
    return draft_save(text=text, user=user)


def machine(text: EnglishText | None = None):
    """The translator of the installation, None where there is none for these languages."""
    found = get_machine_translator()
    if found is None or text is None:
        return found
    translation = text.translation
    return found if found.can_translate(translation.source.locale, translation.target_locale) else None


def machine_draft(*, text: EnglishText, page: Page, user) -> int:
    """Let the machine write what has no English. What it wrote is a draft that a person has to check part by part; it
    cannot be submitted before. Answers how many parts. What is sent is the published text and nothing else."""
    translator = machine(text)
    if translator is None:
        raise ValidationError(NO_MACHINE)
    refuse_while_with_board(english_page(text), user)
    parts = [part for part in parts_of(text, page) if not part.english]
    if not parts:
        raise ValidationError(NOTHING_LEFT)
    strings = {StringValue(part.segment.string.data) for part in parts}
    translation = text.translation
    try:
        answers = translator.translate(translation.source.locale, translation.target_locale, strings)
    except Exception as error:  # Whatever the service or its library raises: the page stays as it is.
        raise ValidationError(NO_ANSWER) from error
    with transaction.atomic():
        count = _keep_drafts(text, parts, answers, str(translator.display_name))
        draft_save(text=text, user=user)
    return count


def _keep_drafts(text: EnglishText, parts: Iterable[Part], answers: Mapping, tool: str) -> int:
    count = 0
    for part in parts:
        source = part.segment.string.data
        answer = answers.get(StringValue(source))
        try:
            data = stored(answer.data, source, True) if answer else ""
        except ValueError:
            continue
        if data:
            string_store(text, part.segment, data, kind=MACHINE, tool=tool)
            count += 1
    return count


@transaction.atomic
def english_submit(*, text: EnglishText, user) -> Page:
    """Hand the English page to the board. ValidationError with all that it lacks."""
    page = english_page(text)
    state: WorkflowState | None = page.current_workflow_state
    if state is not None and state.status == WorkflowState.STATUS_IN_PROGRESS:
        raise ValidationError(IN_CHAIN)
    if page.live and not page.has_unpublished_changes:
        raise ValidationError(UNCHANGED)
    if state is not None:
        state.resume(user)
    else:
        page.get_workflow().start(page, user)
    return page


@transaction.atomic
def source_follow(*, page: Page, now: datetime | None = None) -> EnglishText | None:
    """After the publication of a Vietnamese page: its parts are what it says now, its English is outdated where it says
    something new. Answers the work where that is so."""
    now = now or timezone.now()
    rows = EnglishText.objects.select_related("translation__source", "institution")
    text = rows.filter(translation_key=page.translation_key).first()
    if text is None:
        return None
    source = text.translation.source
    if same_words(json.loads(source.content_json), page.specific.serializable_data()):
        return None
    adopt(text, english_page(text))
    source.update_from_db()
    text.changed_at = now
    text.save(update_fields=["changed_at"])
    fill_in(text)
    return text
