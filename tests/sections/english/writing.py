"""How tests write, hand in and publish the English of a page."""

from __future__ import annotations

from wagtail.models import Page

from editorial.services.guard import system_publication
from sections.english.selectors import text_of
from sections.english.services import english_submit, texts_save, translation_start
from sections.english.texts import english_page, parts_of
from sections.models import EnglishText

ENGLISH = {
    "Chuyển trường": "Change of school",
    "Khi chuyển nơi ở.": "When the family moves.",
    "3 ngày làm việc": "3 working days",
    "Giấy giới thiệu\nHọc bạ": "Letter of introduction\nSchool record",
}


def write(text: EnglishText, page: Page, user, words=None, checked=()) -> None:
    """Fill every part: with `words`, otherwise with its place."""
    words = ENGLISH | (words or {})
    values = {
        part.segment.pk: part.english or words.get(part.source, f"English of {part.label}")
        for part in parts_of(text, page)
    }
    texts_save(text=text, page=page, values=values, checked=set(checked), user=user)


def agree(page: Page, user) -> None:
    task = page.current_workflow_task_state
    task.task.specific.on_action(task, user, "approve")


def published(world, page: Page | None = None) -> EnglishText:
    """The English of the procedure, through the whole chain."""
    page = page or world.procedure
    parent = page.get_parent().specific
    text = translation_start(page=page, user=world.author)
    write(text, page, world.author)
    english_submit(text=text, user=world.author)
    for person in (world.editor, world.chief):
        agree(english_page(text), person)
    assert parent.get_translations().get().live
    return text_of(page)


def republish(page: Page, user=None, **changes) -> None:
    """A new version of a Vietnamese page on the site."""
    page = type(page).objects.get(pk=page.pk)
    for name, value in changes.items():
        setattr(page, name, value)
    with system_publication(reason="test"):
        page.save_revision(user=user).publish(skip_permission_checks=True)
