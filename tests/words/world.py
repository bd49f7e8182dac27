"""One department with two schools, whose boards have used everything: what a walk through the admin can come across."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, Comment, Page, Task, TaskState, Workflow, WorkflowState

from editorial.choices import BoardRole
from network.models import ProvisioningJob
from network.provisioning import ProvisioningRun
from privacy.models import Submission
from tests.editorial.desk import Desk
from tests.factories import home_of, make_institution, make_member, make_superuser
from tests.network.lists import HEAD, PRIMARY, SECONDARY, text_of
from tests.privacy.sender import Sender

ROLES = ("author", "editor", "chief", "head", "department_chief", "department_head", "administrator")


def make_world() -> SimpleNamespace:
    """Institutions, people of every role, pages in every state, files, comments, feedback and lists taken in."""
    run = ProvisioningRun(send_invitations=False)
    hs = make_institution(
        run=run, email="so@hs.example.edu.vn", complaints_email="khieunai@hs.example.edu.vn"
    )
    contact = {"email": "doiche@example.edu.vn", "complaints_email": "khieunai.doiche@example.edu.vn"}
    a = make_institution("HS01", "Trường THPT Đồi Chè", "upper_secondary", hs, run=run, **contact)
    b = make_institution("HS02", "Trường THPT Suối Mơ", "upper_secondary", hs, run=run)
    people = {role.value: make_member(a, role) for role in BoardRole}
    people |= {
        f"department_{role.value}": make_member(hs, role) for role in (BoardRole.CHIEF, BoardRole.HEAD)
    }
    world = SimpleNamespace(hs=hs, a=a, b=b, **people, administrator=make_superuser(), desk=Desk(a))
    _articles(world)
    _files(world)
    _feedback(world)
    _lists(world)
    Redirect.objects.create(old_path="/cu", redirect_page=home_of(a), site=a.site)
    return world


def _articles(world: SimpleNamespace) -> None:
    """A draft with a comment, one handed in, one returned, one agreed, one withdrawn."""
    desk, author, editor, chief = world.desk, world.author, world.editor, world.chief
    world.draft = desk.article(author, slug="ban-nhap", title="Bản nháp")
    world.waiting = desk.article(author, slug="cho-tham-dinh", title="Chờ thẩm định")
    desk.submit(author, world.waiting)
    world.returned = desk.article(author, slug="bi-tra-lai", title="Bị trả lại")
    desk.submit(author, world.returned)
    desk.return_(editor, world.returned)
    world.half = desk.article(author, slug="cho-duyet", title="Chờ duyệt")
    desk.submit(author, world.half)
    desk.agree(editor, world.half)
    world.live = desk.article(author, slug="da-dang", title="Đã đăng")
    desk.publish(world.live, SimpleNamespace(author=author, editor=editor, chief=chief))
    desk.edit(author, world.live, summary="Ba trăm học sinh tham gia bảy môn thi.")
    world.withdrawn = desk.article(author, slug="da-go", title="Đã gỡ")
    desk.publish(world.withdrawn, SimpleNamespace(author=author, editor=editor, chief=chief))
    desk.client(chief).post(
        reverse("editorial_withdraw", args=[world.withdrawn.pk]), {"reason": "Số liệu sai."}, follow=True
    )
    Comment.objects.create(page=world.draft, user=editor, text="Câu này nên ngắn hơn.", contentpath="summary")


def _files(world: SimpleNamespace) -> None:
    collection = Collection.objects.filter(depth__gt=1).order_by("-pk").first()
    collection = next((c for c in Collection.objects.all() if c.name == world.a.name), collection)
    world.image = get_image_model().objects.create(
        title="Sân trường", file=get_test_image_file("san-truong.png"), collection=collection,
        uploaded_by_user=world.author,
    )  # fmt: skip
    world.document = get_document_model().objects.create(
        title="Kế hoạch năm học", file=ContentFile(b"Noi dung", "ke-hoach.txt"), collection=collection,
        uploaded_by_user=world.author,
    )  # fmt: skip
    world.image.tags.add("sân trường")
    world.document.tags.add("kế hoạch")


def _feedback(world: SimpleNamespace) -> None:
    Sender(world.a).to_receipt()
    world.submission = Submission.objects.get()


def _lists(world: SimpleNamespace) -> None:
    """A list with a faulty row, put up and not yet taken in."""
    client = Client(SERVER_NAME=world.hs.site.hostname)
    client.force_login(world.department_chief)
    rows = (PRIMARY.replace("HS01", "HS11"), SECONDARY.replace("upper_secondary", "không rõ"))
    upload = SimpleUploadedFile("Danh sách.csv", text_of(*rows).encode())
    data = {"file": upload, "domain": "{slug}.hs.example.edu.vn", "parent": world.hs.pk}
    client.post(reverse("network:upload"), data)
    world.job = ProvisioningJob.objects.order_by("-pk").first()
    names = {f"column_{name}": str(number) for number, name in enumerate(HEAD.split(","))}
    client.post(reverse("network:job_columns", args=[world.job.pk]), names)


def known_objects(world: SimpleNamespace) -> dict[str, list[Any]]:
    """What the parameters of the admin's addresses may be, for tests.words.routes.addresses."""
    page, live = world.draft.pk, world.live.pk
    revisions = list(world.live.revisions.order_by("pk").values_list("pk", flat=True))
    state = WorkflowState.objects.for_instance(world.live).order_by("-pk").first()
    task_state = TaskState.objects.filter(workflow_state__object_id=world.waiting.pk).order_by("-pk").first()
    workflow, task = Workflow.objects.first(), Task.objects.first()
    home = home_of(world.a).pk
    return {
        "page_id": [live, world.waiting.pk],
        "parent_page_id": [world.desk.news.pk, home],
        "page_to_move_id": [live],
        "destination_id": [world.desk.news.pk],
        "page_pk": [home],
        "workflow_pk": [workflow.pk],
        "workflow_state_id": [state.pk],
        "task_id": [task_state.task_id if task_state else task.pk],
        "task_state_id": [task_state.pk],
        "action_name": ["approve", "reject"],
        "revision_id": revisions[-1:],
        "revision_id_a": ["earliest"],
        "revision_id_b": ["latest"],
        "wagtailadmin_pages:revisions_compare pk": [live],
        "wagtailadmin_pages:revisions_revert page_id": [live],
        "wagtailadmin_pages:revisions_view page_id": [live],
        "wagtailadmin_pages:workflow_action page_id": [world.waiting.pk],
        "wagtailadmin_pages:collect_workflow_action_data page_id": [world.waiting.pk],
        "wagtailadmin_pages:confirm_workflow_cancellation page_id": [world.waiting.pk],
        "wagtailadmin_pages:workflow_preview page_id": [world.waiting.pk],
        "content_type_app_name": ["sections"],
        "content_type_model_name": ["articlepage", "eventpage"],
        "app_label": ["sections"],
        "model_name": ["articlepage"],
        "app_name": ["sections"],
        "wagtail_bulk_action app_label": ["wagtailcore"],
        "wagtail_bulk_action model_name": ["page"],
        "wagtail_bulk_action action": ["delete", "move", "publish", "unpublish"],
        "wagtailadmin_workflows:add_task app_label": ["wagtailcore"],
        "wagtailadmin_workflows:add_task model_name": ["groupapprovaltask"],
        "image_id": [world.image.pk],
        "document_id": [world.document.pk],
        "doc_id": [world.document.pk],
        "collection_id": [world.image.collection_id],
        "filter_spec": ["max-200x200"],
        "user_id": [world.author.pk],
        "institution_id": [world.a.pk, world.hs.pk],
        "wagtailimages_chooser:chosen pk": [world.image.pk],
        "wagtaildocs_chooser:chosen pk": [world.document.pk],
        "wagtailusers_users:edit pk": [world.author.pk],
        "wagtailadmin_collections:edit pk": [world.image.collection_id],
        "wagtailadmin_collections:delete pk": [world.image.collection_id],
        "network:job pk": [world.job.pk],
        "draft": [page],
    } | {f"network:{name} pk": [world.a.pk] for name in ("institution", "close", "rename", "merge", "move")}


def english_names() -> tuple[str, ...]:
    """The titles of pages in English, which a person may well see in the admin; the longest first."""
    titles = Page.objects.filter(locale__language_code="en", depth__gt=1).values_list("title", flat=True)
    return tuple(sorted({title for title in titles if title}, key=len, reverse=True))
