"""The provisioning step that makes the page tree of a site from the catalogue (W3.1c, W8, W9, W8.15)."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page

from common.models import BasePage
from common.page_tree import PageNode, bulk_add_children
from common.text import slug
from network.models import Institution
from network.provisioning import MemberSite
from sections.catalogue import Section, is_in_force, page_type_for, sections_for
from sections.lifting import changing_tree
from sections.models import ArticlePage, SectionSlot
from sections.tree import HOME_KEY, home_type_for

_fillers: dict[type[BasePage], Callable[[BasePage, Institution, str], None]] = {}
_drafts: dict[str, Callable[[Institution], list[BasePage]]] = {}


def register_filler(page_type: type[BasePage], fill: Callable[[BasePage, Institution, str], None]) -> None:
    """`fill(page, institution, language)` writes into a new page what is known of the institution."""
    _fillers[page_type] = fill


def register_drafts(key: str, make: Callable[[Institution], list[BasePage]]) -> None:
    """`make(institution)` answers helpful drafts for below a new section; they are not published."""
    _drafts[key] = make


class SectionTreeStep:
    """Home page and all required sections in Vietnamese, and the English pages that W8.15 asks for. What the board added
    or wrote stays; a section that a later catalogue requires is added to existing sites."""

    name = "sections.tree"
    order = 30

    def apply(self, member: MemberSite) -> None:
        institution = member.institution
        required = sections_for(institution.kind, required=True)
        if institution.home_key is None:
            self._make_tree(member, required)
            return
        if "name" in member.before:
            self._rename_home(member)
        self._add_missing(member, required)
        if institution.is_authority:
            self._add_english(member, required)

    def _make_tree(self, member: MemberSite, required: list[Section]) -> None:
        institution = member.institution
        keys = {HOME_KEY: uuid.uuid4()} | {s.key: uuid.uuid4() for s in required}
        nodes = [self._home_node(member, "vi", required, keys)]
        if institution.is_authority:
            nodes.append(self._home_node(member, "en", [s for s in required if s.english], keys))
        written = bulk_add_children(parent=_tree_root(member), nodes=nodes)
        SectionSlot.objects.bulk_create(
            SectionSlot(institution=institution, key=key, translation_key=value)
            for key, value in keys.items()
        )
        institution.home_key = keys[HOME_KEY]
        institution.save(update_fields=["home_key"])
        member.pages += len(written)
        member.changes.append("pages")
        member.run.shared.setdefault("pages_to_index", []).extend(written)

    def _home_node(
        self, member: MemberSite, language: str, sections: list[Section], keys: dict[str, uuid.UUID]
    ) -> PageNode:
        institution = member.institution
        home_type = home_type_for(institution.kind)
        base = slug(institution.code, max_length=80, fallback="don-vi")
        home = home_type(
            title=_home_title(institution, language),
            slug=f"{base}-{institution.pk}-{language}",
            locale=_locale(member, language),
            translation_key=keys[HOME_KEY],
        )
        _fill(home, institution, language)
        children = [self._section_node(member, s, language, keys[s.key]) for s in sections]
        return PageNode(home, children)

    def _section_node(self, member: MemberSite, s: Section, language: str, key: uuid.UUID) -> PageNode:
        page = page_type_for(s.key)(
            title=s.title(language),
            slug=s.slug(language),
            locale=_locale(member, language),
            translation_key=key,
            intro=f"<p>{s.intro(language)}</p>",
        )
        _fill(page, member.institution, language)
        drafts = []
        if language == "vi" and s.key in _drafts:
            with translation.override("vi"):
                drafts = [self._draft_node(member, draft) for draft in _drafts[s.key](member.institution)]
        return PageNode(page, drafts)

    def _draft_node(self, member: MemberSite, page: BasePage) -> PageNode:
        page.locale = _locale(member, "vi")
        page.live = False
        page.slug = slug(page.title, max_length=120, fallback="nhap")
        return PageNode(page)

    def _rename_home(self, member: MemberSite) -> None:
        """The home page takes a new name of the institution, unless the board gave the page a title of its own."""
        institution = member.institution
        before = Institution(name=member.before["name"], english_name=institution.english_name)
        for language in ("vi", "en"):
            old, new = _home_title(before, language), _home_title(institution, language)
            changed = Page.objects.filter(
                translation_key=institution.home_key, locale=_locale(member, language), title=old
            ).update(title=new, draft_title=new)
            if changed:
                member.changes.append("home title")

    def _add_missing(self, member: MemberSite, required: list[Section]) -> None:
        institution = member.institution
        have = self._current_slots(member, required)
        missing = [s for s in required if s.key not in have]
        if not missing:
            return
        homes = Page.objects.filter(translation_key=institution.home_key).select_related("locale")
        keys = {s.key: uuid.uuid4() for s in missing}
        for home in homes:
            language = home.locale.language_code
            wanted = missing if language == "vi" else [s for s in missing if s.english]
            nodes = [self._section_node(member, s, language, keys[s.key]) for s in wanted]
            if nodes:
                written = bulk_add_children(parent=home, nodes=nodes)
                member.pages += len(written)
                member.run.shared.setdefault("pages_to_index", []).extend(written)
        SectionSlot.objects.bulk_create(
            SectionSlot(institution=institution, key=s.key, translation_key=keys[s.key]) for s in missing
        )
        member.changes.append("pages")

    def _add_english(self, member: MemberSite, required: list[Section]) -> None:
        """Sections that a later catalogue has in English."""
        home = Page.objects.filter(translation_key=member.institution.home_key, locale=_locale(member, "en"))
        sections = {s.key: s for s in required if s.english}
        slots = SectionSlot.objects.filter(institution=member.institution, key__in=sections)
        keys = dict(slots.values_list("key", "translation_key"))
        there = Page.objects.filter(translation_key__in=keys.values(), locale=_locale(member, "en"))
        have = set(there.values_list("translation_key", flat=True))
        wanted = [s for key, s in sections.items() if key in keys and keys[key] not in have]
        if not wanted or (parent := home.first()) is None:
            return
        nodes = [self._section_node(member, s, "en", keys[s.key]) for s in wanted]
        written = bulk_add_children(parent=parent, nodes=nodes)
        member.pages += len(written)
        member.run.shared.setdefault("pages_to_index", []).extend(written)
        member.changes.append("pages")

    def _current_slots(self, member: MemberSite, required: list[Section]) -> set[str]:
        """The keys that have a page. A section of a newer circular takes over the page of the one that it replaces; what
        no circular asks any more is the board's to keep or to remove."""
        slots = {slot.key: slot for slot in SectionSlot.objects.filter(institution=member.institution)}
        taken_over = {
            s.key: slots[s.replaces] for s in required if s.replaces in slots and s.key not in slots
        }
        ended = [slot for slot in slots.values() if not is_in_force(slot.key)]
        if not taken_over and not ended:
            return set(slots)
        with changing_tree():
            for key, slot in taken_over.items():
                SectionSlot.objects.filter(pk=slot.pk).update(key=key)
            kept = {slot.pk for slot in taken_over.values()}
            SectionSlot.objects.filter(pk__in={slot.pk for slot in ended} - kept).delete()
        member.changes.append("sections")
        return set(SectionSlot.objects.filter(institution=member.institution).values_list("key", flat=True))


def _home_title(institution: Institution, language: str) -> str:
    return (institution.english_name or institution.name) if language == "en" else institution.name


def _fill(page: BasePage, institution: Institution, language: str) -> None:
    for page_type in type(page).__mro__:
        if page_type in _fillers:
            with translation.override(language):
                _fillers[page_type](page, institution, language)
            return


def _tree_root(member: MemberSite) -> Page:
    if "tree_root" not in member.run.shared:
        member.run.shared["tree_root"] = Page.get_first_root_node()
    return member.run.shared["tree_root"]


def _locale(member: MemberSite, language: str) -> Locale:
    locales = member.run.shared.setdefault("locales", {})
    if language not in locales:
        locales[language] = Locale.objects.get_or_create(language_code=language)[0]
    return locales[language]


def welcome_draft(institution: Institution) -> list[BasePage]:
    """The first article, as a draft that shows the board how it is done."""
    return [
        ArticlePage(
            title=_("Welcome to our new website"),
            summary=_("A draft to start from: replace it with your own words, then submit it to the board."),
            author_name="",
            source_name=institution.name[:200],
            body=[
                (
                    "paragraph",
                    _(
                        "<p>Write who you are and what readers find here. An article needs an author and a source; the "
                        "editor appraises it and the chief editor approves it before it appears on the site.</p>"
                    ),
                )
            ],
        )
    ]
