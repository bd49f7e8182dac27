"""The guard at the document and image library: every stored file is read, every stored picture loses place and owner,
whichever way it came."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.db import models
from django.db.models.signals import post_delete, post_save, pre_save
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.permissions import policy_registry

from network.selectors import institution_for_request
from privacy.guard.checking import file_check, latest_checks
from privacy.guard.photos import UnreadablePictureError, stripped
from privacy.guard.reviewers import may_decide
from privacy.guard.withdrawn import withdrawn_page
from privacy.models import GuardCheck, GuardState

__all__ = ["UNREADABLE_PICTURE", "can_be_stripped", "connect", "serve_checked", "strip_picture"]

UNREADABLE_PICTURE = _(
    "The place and the owner that a camera may have written into this picture cannot be taken out. Save it as JPEG or PNG."
)


def connect() -> None:
    document, image = get_document_model(), get_image_model()
    uid = "privacy.guard"
    pre_save.connect(note_change, sender=document, dispatch_uid=uid + ".note")
    post_save.connect(read_document, sender=document, dispatch_uid=uid)
    post_delete.connect(forget, sender=document, dispatch_uid=uid + ".forget")
    pre_save.connect(strip_picture, sender=image, dispatch_uid=uid + ".picture")


def note_change(sender, instance: models.Model, raw: bool = False, **kwargs) -> None:
    """``pre_save`` of a document: whether its file is another one."""
    stored = (
        sender.objects.filter(pk=instance.pk).values_list("file", flat=True).first() if instance.pk else None
    )
    instance._guard_is_new_file = bool(instance.file) and (
        stored != instance.file.name or not instance.file._committed
    )


def read_document(sender, instance: models.Model, raw: bool = False, **kwargs) -> None:
    """``post_save`` of a document."""
    if not raw and getattr(instance, "_guard_is_new_file", False):
        instance._guard_is_new_file = False
        instance.guard_check = file_check(document=instance)


def forget(sender, instance: models.Model, **kwargs) -> None:
    """``post_delete`` of a document: what was found goes with it; the decisions stay in the chain."""
    GuardCheck.objects.filter(
        content_type__app_label=sender._meta.app_label,
        content_type__model=sender._meta.model_name,
        object_id=str(instance.pk),
    ).delete()


def strip_picture(sender, instance: models.Model, raw: bool = False, **kwargs) -> None:
    """``pre_save`` of a picture: its file loses its metadata before it is stored. Raises ValidationError for a format of which
    they cannot be taken out."""
    if raw or not instance.file or instance.file._committed:
        return
    source = instance.file.file
    source.seek(0)
    data = source.read()
    try:
        clean = stripped(data)
    except UnreadablePictureError as error:
        raise ValidationError({"file": UNREADABLE_PICTURE}) from error
    if clean == data:
        source.seek(0)
        return
    name = instance.file.name
    instance.file = ContentFile(clean, name=name)
    instance.file_size = len(clean)
    instance.file_hash = ""
    instance._set_image_file_metadata()


def can_be_stripped(upload: File) -> bool:
    """Whether what a camera wrote into an uploaded picture can be taken out of it."""
    upload.seek(0)
    try:
        stripped(upload.read())
    except UnreadablePictureError:
        return False
    finally:
        upload.seek(0)
    return True


def serve_checked(document: models.Model, request: HttpRequest) -> HttpResponse | None:
    """Before a file is given out: one that is stopped exists for the board that may change it and for who decides, only. A file
    that nobody has read, because it is older than the guard, is given until the worker comes to it; one whose release has
    ended is answered with the reason."""
    check = latest_checks([document]).get(document.pk)
    if check is None or check.is_open:
        return None
    user = request.user
    if user.is_authenticated:
        policy = policy_registry.get_by_type(type(document))
        if policy.user_has_any_permission_for_instance(user, ["change", "choose"], document) or may_decide(
            user, check
        ):
            return None
    if check.state == GuardState.ENDED and institution_for_request(request) is not None:
        return withdrawn_page(request, document.title, check)
    raise Http404("The file is not published.")
