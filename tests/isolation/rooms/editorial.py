"""Pages in every state, files, lists on their way in, offers, acts of an authority, the record of what was published."""

from __future__ import annotations

import io
import json
import uuid
from datetime import timedelta

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.utils import timezone
from PIL import Image as Picture
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.log_actions import log
from wagtail.models import Comment, Locale, Task, UploadedFile, Workflow
from wagtail_localize.models import OverridableSegment, StringSegment, Translation, TranslationSource

from editorial.models import Invitation, Mandate, Publication, WithdrawalProposal
from editorial.regulations.kinds import KINDS
from editorial.services.regulations import regulation_draft
from network.models import ProvisioningJob
from resources.models import CheckedLink, LinkPlace
from resources.services.links import digest_of
from sections.exchange import Exchange, Field
from sections.exchange.parsers import day
from sections.models import (
    AlertPage,
    ArticleOffer,
    ArticlePage,
    ImportBatch,
    InformationPage,
    NewsIndexPage,
    OfferAnswer,
)
from tests.editorial.desk import Desk
from tests.factories import make_page, section_of
from tests.isolation.houses import House

LIST = "ma;ten;loai\nTH01;Trường Tiểu học Một;primary\n".encode()


LISTS = Exchange(
    name="isolation",
    label="Mục",
    page_type=InformationPage,
    section_type=NewsIndexPage,
    key=("title",),
    columns=(Field("title", "Tiêu đề", required=True), Field("date", "Ngày", parse=day)),
)


def furnish_editorial(house: House) -> None:
    _pages(house)
    _lists(house)
    _files(house)
    _records(house)
    _broken_link(house)


def _pages(house: House) -> None:
    word, objects = house.marker, house.objects
    desk = Desk(house.institution)
    objects["news"] = desk.news
    objects["live"] = make_page(
        desk.news,
        ArticlePage,
        title=f"Bài {word}",
        slug=f"bai-{word}",
        owner=house.author,
        author_name="Tổ Văn",
        source_name=f"Nguồn {word}",
    )
    draft = desk.article(house.author, title=f"Nháp {word}", slug=f"nhap-{word}", action="action-submit")
    draft.locked, draft.locked_by, draft.locked_at = False, None, None
    objects["draft"] = draft
    objects["revision"] = draft.latest_revision
    objects["workflow_state"] = draft.current_workflow_state
    objects["task_state"] = draft.current_workflow_task_state
    Comment.objects.create(
        page=draft,
        user=house.editor,
        text=f"Góp ý {word}",
        contentpath="title",
        revision_created=draft.latest_revision,
    )
    log(instance=draft, action="wagtail.edit", user=house.editor, title=f"Nháp {word}", content_changed=True)
    objects["session"] = EditingSession.objects.create(
        user=house.person, content_object=draft, last_seen_at=timezone.now(), is_editing=True
    )


def _lists(house: House) -> None:
    """A list on its way in, the export of a former site, and a section whose entries come as lists."""
    word, common = house.marker, {"institution": house.institution, "created_by": house.person}
    house.objects["listed"] = section_of(house.institution, NewsIndexPage)
    listed = ImportBatch(
        exchange=LISTS.name,
        section_id=house.listed.pk,
        filename=f"danh-sach-{word}.csv",
        state="mapped",
        mapping={"columns": {"title": 0}},
        **common,
    )
    listed.file.save("list.csv", ContentFile(f"Tiêu đề,Ngày\nMục {word},\n".encode()))
    former = ImportBatch(source="nukeviet", filename=f"trang-cu-{word}.json", state="mapped", **common)
    rows = [{"id": 1, "title": f"Giới thiệu {word}", "alias": "a", "bodytext": ""}]
    former.file.save("site.json", ContentFile(json.dumps({"vi_about": rows}).encode()))
    house.objects |= {"batch": listed, "former_site": former}


def _files(house: House) -> None:
    word, objects = house.marker, house.objects
    buffer = io.BytesIO()
    Picture.new("RGB", (4, 4), "white").save(buffer, "PNG")
    common = {"collection": house.collection, "uploaded_by_user": house.author}
    image = get_image_model().objects.create(
        title=f"Ảnh {word}", file=ImageFile(io.BytesIO(buffer.getvalue()), name=f"{word}.png"), **common
    )
    document = get_document_model().objects.create(
        title=f"Tệp {word}", file=ContentFile(word.encode(), name=f"{word}.txt"), **common
    )
    for item in (image, document):
        item.tags.add(f"{word}-nhãn", "chung")
        log(instance=item, action="wagtail.edit", user=house.editor, title=item.title)
    objects |= {"image": image, "document": document}
    objects["uploaded"] = UploadedFile.objects.create(
        file=ContentFile(word.encode(), name=f"{word}-up.txt"), uploaded_by_user=house.author
    )


def _records(house: House) -> None:
    word, institution, objects = house.marker, house.institution, house.objects
    now = timezone.now()
    objects["redirect"] = Redirect.objects.create(
        old_path=f"/{word}", site=house.site, redirect_link=f"/{word}-moi"
    )
    objects["workflow"] = Workflow.objects.create(name=f"Quy trình {word}")
    objects["task"] = Task.objects.create(name=f"Bước {word}")
    objects["invitation"] = Invitation.objects.create(
        institution=institution,
        role="editor",
        email=f"moi@{word}.edu.vn",
        token_hash=uuid.uuid4().hex,
        expires_at=now,
    )
    objects["publication"] = Publication.objects.create(
        kind="publish", institution=institution, page=house.live, title=f"Đã đăng {word}", approved_at=now
    )
    objects["job"] = ProvisioningJob.objects.create(
        parent=institution,
        filename=f"{word}.csv",
        file=ContentFile(LIST, name=f"{word}.csv"),
    )
    objects["regulation"] = regulation_draft(institution=institution, kind=KINDS["email"], user=house.person)
    house.regulation.title = f"Quy chế {word}"
    house.regulation.save(update_fields=["title"])
    _acts(house, now)


def _acts(house: House, now) -> None:
    word, institution, objects = house.marker, house.institution, house.objects
    objects["mandate"] = Mandate.objects.create(
        user=None,
        user_name=f"Người của Sở {word}",
        institution=institution,
        authority=institution,
        role="editor",
        reason=f"Lý do {word}",
        started_at=now - timezone.timedelta(hours=2),
        until=now,
        ended_at=now,
    )
    _offers(house, word, now)
    objects["proposal"] = WithdrawalProposal.objects.create(
        page=house.live,
        institution=institution,
        board=institution,
        title=f"Bài {word}",
        proposed_by=house.author,
        proposed_name=f"author {word}",
        proposed_at=now,
        reason=f"Gỡ {word}",
    )


def _offers(house: House, word: str, now) -> None:
    """An article that the board offers, one that it was offered and took over, an announcement that went on at once."""
    institution, objects = house.institution, house.objects
    above = institution.parent
    direction = {"direction": "up", "receiver": above} if above else {"direction": "down"}
    objects["offer"] = ArticleOffer.objects.create(
        page_id=house.live.pk,
        title=f"Bài mời {word}",
        institution=institution,
        note=f"Lời {word}",
        **direction,
    )
    objects["received"] = (
        ArticleOffer.objects.create(
            title=f"Bài nhận {word}", institution=above, direction="down", types=[institution.type]
        )
        if above
        else ArticleOffer.objects.create(
            title=f"Bài nhận {word}", institution=institution, direction="up", receiver=institution
        )
    )
    objects["answer"] = OfferAnswer.objects.create(
        offer=objects["received"], institution=institution, read_at=now, page_id=house.live.pk
    )
    objects["emergency"] = Publication.objects.create(
        kind="emergency",
        institution=institution,
        page_id=house.live.pk,
        title=f"Khẩn {word}",
        approved_at=now,
        approved_name=f"head {word}",
        reason=f"Lũ {word}",
    )
    objects["alert"] = make_page(
        house.live.get_parent(),
        AlertPage,
        live=False,
        title=f"Nghỉ học {word}",
        slug=f"nghi-hoc-{word}",
        level="urgent",
        shown_until=now + timedelta(hours=5),
        author_name=word,
        source_name=word,
    )
    objects["alert"].save_revision(user=house.author)


def _broken_link(house: House) -> None:
    url = f"https://{house.marker}.example.org/"
    link = CheckedLink.objects.create(
        digest=digest_of(url),
        url=url,
        host=f"{house.marker}.example.org",
        state="broken",
        fault="gone",
        failures=2,
        failed_since=timezone.now(),
        due_at=timezone.now(),
    )
    house.objects["link_place"] = LinkPlace.objects.create(
        link=link, page_id=house.live.pk, institution=house.institution
    )


def furnish_translations(house: House) -> None:
    source, _made = TranslationSource.update_or_create_from_instance(house.live)
    house.objects["locale"] = Locale.objects.get(language_code="en")
    house.objects["translation"] = Translation.objects.create(source=source, target_locale=house.locale)
    house.objects["segment"] = StringSegment.objects.filter(source=source).first()
    house.objects["override"] = OverridableSegment.objects.filter(source=source).first()
