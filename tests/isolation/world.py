"""Two authorities with their schools; every object that an address can name, for each; a word in all they own.

The marker is a word that no language has, so that any of it in an answer to somebody else is a leak.
"""

from __future__ import annotations

import io
import json
import uuid
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.test import Client
from django.utils import timezone
from PIL import Image as Picture
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.log_actions import log
from wagtail.models import Comment, Locale, Site, Task, UploadedFile, Workflow
from wagtail_localize.models import OverridableSegment, StringSegment, Translation, TranslationSource

from editorial.models import Invitation, Mandate, Publication, WithdrawalProposal
from editorial.regulations.kinds import KINDS
from editorial.services.board import board_member_add
from editorial.services.regulations import regulation_draft
from feedback.models import (
    CONSULTATION,
    ConsultationPage,
    ConsultationsPage,
    FeedbackCase,
    OpinionGroup,
    PollOption,
    PollPage,
    PollsPage,
    QuestionCase,
    UsefulCount,
)
from feedback.services.board_forms import form_create
from network.models import Institution, ProvisioningJob
from network.provisioning import ProvisioningRun
from privacy.choices import DisclosureBasis, RequestKind, RevisionKind
from privacy.models import (
    AgreementPaper,
    ArchivePackage,
    CompetentBody,
    Disclosure,
    FloodBreak,
    FormTotals,
    GuardCheck,
    GuardState,
    LegalHold,
    ListLookup,
    LookupKeyKind,
    Notice,
    PrivacyOfficer,
    ProcessingActivity,
    Processor,
    RevisionNotice,
    Submission,
    Survey,
)
from privacy.rights.requests import request_open
from privacy.services import file_store
from privacy.services.assessments import assessment_open
from privacy.services.files import AGREEMENTS, bytes_store
from privacy.services.incidents import incident_open
from privacy.uploads.checks import CheckedUpload
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
from tests.factories import home_of, make_institution, make_member, make_page, section_of
from tests.isolation.admission_world import furnish_enrolment

LIST = "ma;ten;loai\nTH01;Trường Tiểu học Một;primary\n".encode()


LISTS = Exchange(
    name="isolation",
    label="Mục",
    page_type=InformationPage,
    section_type=NewsIndexPage,
    key=("title",),
    columns=(Field("title", "Tiêu đề", required=True), Field("date", "Ngày", parse=day)),
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


@dataclass
class House:
    """One institution and all that belongs to it. What a parameter of an address names is an attribute here."""

    institution: Institution
    marker: str
    objects: dict[str, Any] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        try:
            return self.__dict__["objects"][name]
        except KeyError:
            raise AttributeError(
                f"The house has no {name!r}; make one in tests/isolation/world.py."
            ) from None


@dataclass
class Visitor:
    """Somebody at the doors: their client, where they belong, and whose doors they must find shut."""

    name: str
    client: Client
    role: str
    own: House
    foreign: House
    unseen: tuple[str, ...]
    """Markers that no answer to them may hold."""

    def __post_init__(self) -> None:
        self.key = deepcopy(self.client.cookies)


@dataclass
class World:
    a: House
    b: House
    c: House
    authority: House
    visitors: dict[str, Visitor]


def build_world() -> World:
    """A and B are schools of one authority, C is a school of another. B is of another kind than A: what their authority sends
    to schools of that kind is for B alone."""
    run = ProvisioningRun(send_invitations=False)
    north = make_institution("BAC", "Sở GD&ĐT Phương Bắc", run=run)
    south = make_institution("NAM", "Sở GD&ĐT Phương Nam", run=run)
    authority = furnish(House(north, "quivaro"))
    a, b, c = (
        furnish(
            House(
                make_institution(f"TR-{word}", f"Trường {word}", kind, parent, run=run),
                word,
            )
        )
        for word, kind, parent in (
            ("amdelo", "upper_secondary", north),
            ("bokuvex", "lower_secondary", north),
            ("cazhimu", "upper_secondary", south),
        )
    )
    both = make_member(a.institution, "editor")
    board_member_add(institution=b.institution, role="chief", user=both)
    school, other, far = (a, b, ("bokuvex", "cazhimu"))
    visitors = [
        Visitor("author", client_of(a, a.author), "author", school, other, far),
        Visitor("editor", client_of(a, a.editor), "editor", school, other, far),
        Visitor("chief", client_of(a, a.person), "chief", school, other, far),
        Visitor("authority", client_of(authority, authority.person), "chief", authority, c, ("cazhimu",)),
        Visitor("both", client_of(a, both), "editor", a, c, ("cazhimu",)),
        Visitor(
            "anonymous", Client(SERVER_NAME=a.site.hostname, raise_request_exception=False), "", a, b, far
        ),
    ]
    return World(a, b, c, authority, {visitor.name: visitor for visitor in visitors})


def client_of(house: House, user) -> Client:
    client = Client(SERVER_NAME=house.site.hostname, raise_request_exception=False)
    client.force_login(user)
    return client


def furnish(house: House) -> House:
    """Fill a house, with its word in every text."""
    word, institution, objects = house.marker, house.institution, house.objects
    objects |= {"site": institution.site, "collection": institution.collection, "home": home_of(institution)}
    for name, role in (("person", "chief"), ("editor", "editor"), ("author", "author"), ("head", "head")):
        objects[name] = make_member(
            institution,
            role,
            last_name=f"{role} {word}",
            email=f"{role}@{word}.edu.vn",
        )
    objects["chief"] = objects["person"]
    objects["group"] = objects["person"].groups.get()
    _pages(house)
    _lists(house)
    _files(house)
    _records(house)
    _poll(house)
    furnish_enrolment(house)
    _broken_link(house)
    _participation(house)
    _built_form(house)
    _translations(house)
    return house


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


def _privacy_ends(house: House, now) -> None:
    """Retention, inspection, incidents."""
    word, institution, objects = house.marker, house.institution, house.objects
    today = timezone.localdate(now)
    common = {"institution": institution, "form": "feedback"}
    objects["hold"] = LegalHold.objects.create(
        reason=f"Lý do {word}", citation=f"Công văn {word}", ends_on=today, **common
    )
    objects["survey"] = Survey.objects.create(
        title=f"Khảo sát {word}", closed_on=today, complete_on=today, **common
    )
    objects["totals"] = FormTotals.objects.create(
        title=f"Số liệu {word}", key="2025", first_on=today, last_on=today, final_at=now, **common
    )
    objects["package"] = ArchivePackage.objects.create(
        count=1, size=1, sha256="0" * 64, made_at=now, ends_at=now, **common
    )
    objects["assessment"] = assessment_open(institution=institution, trigger="initial", now=now)
    objects["body"] = CompetentBody.objects.create(
        institution=institution,
        name=f"Công an {word}",
        competent_for="x",
        citation="x",
        valid_from=today,
    )
    objects["incident"] = incident_open(
        institution=institution,
        details={"kind": "lost", "summary": f"Sự cố {word}", "detected_at": now},
        user=None,
        now=now,
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
    _privacy_register(house, now)
    _privacy_requests(house, now)
    _privacy_ends(house, now)
    _stopped_lists(house, now)
    _acts(house, now)
    _feedback(house, now)


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


def _feedback(house: House, now) -> None:
    word, institution, objects = house.marker, house.institution, house.objects
    submission = Submission(
        reference=f"GY-{word}".upper(),
        institution=institution,
        form="feedback",
        notice=Notice.objects.filter(institution=institution).first(),
        sealed_answers="",
        expires_at=now + timezone.timedelta(days=30),
    )
    submission.save()
    FeedbackCase.objects.create(submission=submission)
    objects["case"] = submission
    paper = CheckedUpload(name=f"{word}.pdf", kind="pdf", content_type="application/pdf", data=word.encode())
    objects["sent_file"] = file_store(upload=paper, field="attachment", submission=submission)


def _participation(house: House) -> None:
    """A consultation with a group of opinions, and a question that waits."""
    word, now, institution = house.marker, timezone.now(), house.institution
    section = ConsultationsPage.objects.child_of(house.home).get()
    page = house.objects["consultation"] = make_page(
        section,
        ConsultationPage,
        title=f"Dự thảo {word}",
        slug=f"du-thao-{word}",
        author_name="Tổ Văn",
        source_name=f"Nguồn {word}",
        asked=word,
        opens_at=now,
        closes_at=now + timezone.timedelta(days=1),
    )
    house.objects["opinion_group"] = OpinionGroup.objects.create(
        institution=institution, consultation=page.translation_key, topic=f"Nhóm {word}"
    )
    submission = Submission(
        reference=f"HD-{word}".upper(),
        institution=institution,
        form="question",
        notice=Notice.objects.filter(institution=institution, number__gt=0).first(),
        sealed_answers="",
        expires_at=now + timezone.timedelta(days=30),
    )
    submission.save()
    house.objects["question"] = QuestionCase.objects.create(
        submission=submission,
        institution=institution,
        topic="fees",
        unit=f"Tổ {word}",
        due_on=timezone.localdate(now),
    )


def _built_form(house: House) -> None:
    word, institution = house.marker, house.institution
    page = form_create(parent=house.news, ready="leave", title=f"Biểu mẫu {word}", user=house.author)
    answer = Submission(
        reference=f"BM-{word}".upper(),
        institution=institution,
        page_id=page.pk,
        form=page.form_code,
        notice=Notice.objects.filter(institution=institution).first(),
        expires_at=timezone.now() + timezone.timedelta(days=30),
    )
    answer.seal_field("sealed_answers", {"q": word})
    answer.save()
    house.objects |= {"board_form": page, "answer": answer}


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


def _poll(house: House) -> None:
    word, now = house.marker, timezone.now()
    house.objects["flood"] = FloodBreak.objects.create(
        institution=house.institution, form=CONSULTATION, until=now + timezone.timedelta(hours=1)
    )
    UsefulCount.objects.create(
        institution=house.institution,
        page_key=house.live.translation_key,
        day=timezone.localdate(),
        is_useful=False,
        number=9,
    )
    section = make_page(house.home, PollsPage, title=f"Thăm dò {word}", slug=f"tham-do-{word}")
    house.objects["poll"] = make_page(
        section,
        PollPage,
        title=f"Câu hỏi {word}",
        slug=f"cau-hoi-{word}",
        author_name="Tổ Văn",
        source_name=f"Nguồn {word}",
        opens_at=now,
        closes_at=now + timezone.timedelta(days=1),
    )
    for label in ("Có", "Không"):
        PollOption.objects.create(page=house.poll, label=f"{label} {word}")


def _privacy_register(house: House, now) -> None:
    """Its notice as a draft, a former officer, a processor; an activity is there from the start."""
    word, institution, objects = house.marker, house.institution, house.objects
    objects["activity"] = ProcessingActivity.objects.filter(institution=institution).first()
    ProcessingActivity.objects.filter(institution=institution).update(unit=f"Tổ {word}")
    objects["notice_draft"] = Notice.objects.create(
        institution=institution, number=0, title=f"Quy chế {word}", summary=word, body=f"<p>{word}</p>"
    )
    objects["processor"] = Processor.objects.create(
        institution=institution,
        name=f"Công ty {word}",
        what_for="lưu trữ",
        number=word,
        signed_on=timezone.localdate(now),
        valid_to=timezone.localdate(now),
        commitments="bảo mật",
    )
    scan = CheckedUpload(name=f"{word}.pdf", kind="pdf", content_type="application/pdf", data=word.encode())
    objects["agreement_paper"] = AgreementPaper(institution=institution, processor=objects["processor"])
    bytes_store(objects["agreement_paper"], scan, folder=AGREEMENTS)
    objects["agreement_paper"].save()
    day = timezone.localdate(now) - timezone.timedelta(days=9)
    objects["officer"] = PrivacyOfficer.objects.create(
        institution=institution, user=house.editor, decision=word, appointed_on=day, ends_on=day
    )


def _privacy_requests(house: House, now) -> None:
    """A request on paper, and a notice to somebody who had received something."""
    word, institution, objects = house.marker, house.institution, house.objects
    objects["asked"] = request_open(
        institution=institution, kind=RequestKind.VIEW, detail={"text": word}, now=now
    )
    passed_on = Disclosure.objects.create(
        institution=institution,
        subject=uuid.uuid4(),
        recipient_name=f"Nơi nhận {word}",
        basis=DisclosureBasis.LAW,
        citation=word,
    )
    objects["revision_notice"] = RevisionNotice.objects.create(
        institution=institution,
        disclosure=passed_on,
        kind=RevisionKind.ERASED,
        due_on=timezone.localdate(now),
    )


def _stopped_lists(house: House, now) -> None:
    """A file that the guard has stopped, and a list that was turned into a look-up."""
    word, institution, objects = house.marker, house.institution, house.objects
    objects["guard_check"] = GuardCheck.objects.create(
        institution=institution,
        content_type=ContentType.objects.get_for_model(house.document),
        object_id=str(house.document.pk),
        title=f"Danh sách {word}",
        digest="0" * 64,
        state=GuardState.WAITING,
    )
    objects["list_lookup"] = ListLookup.objects.create(
        institution=institution,
        title=f"Tra cứu {word}",
        reference_label=f"Số {word}",
        key_kind=LookupKeyKind.CODE,
        ends_on=timezone.localdate(now) + timezone.timedelta(days=9),
    )


def _translations(house: House) -> None:
    source, _made = TranslationSource.update_or_create_from_instance(house.live)
    house.objects["locale"] = Locale.objects.get(language_code="en")
    house.objects["translation"] = Translation.objects.create(source=source, target_locale=house.locale)
    house.objects["segment"] = StringSegment.objects.filter(source=source).first()
    house.objects["override"] = OverridableSegment.objects.filter(source=source).first()


def site_of(house: House) -> Site:
    return house.site
