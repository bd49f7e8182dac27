"""The tree of institutions: whom a site belongs to, and who gives a site to whom (W2.1, W3.1c)."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from treebeard.mp_tree import MP_Node, MP_NodeManager, MP_NodeQuerySet
from wagtail.images import get_image_model_string

from common.personal_data import DataClass, PersonalData
from common.text import fold
from network.choices import InstitutionKind, InstitutionType, Ownership, kind_of


class InstitutionStatus(models.TextChoices):
    """An institution is never deleted: its addresses, documents and proofs stay answerable."""

    ACTIVE = "active", _("Active")
    CLOSED = "closed", pgettext_lazy("institution", "Closed")
    MERGED = "merged", _("Merged into another institution")


class OperationMode(models.TextChoices):
    """How the site is run (W3.2: circular 37/2020, article 3, clause 2)."""

    OWN = "own", _("Own investment")
    HIRED = "hired", _("Hired service")
    PROVIDED = "provided", _("Provided service")


class InstitutionQuerySet(MP_NodeQuerySet):
    def active(self):
        return self.filter(status=InstitutionStatus.ACTIVE)

    def within(self, institution: Institution):
        """The institution itself and all below it."""
        return self.filter(path__startswith=institution.path)

    def below(self, institution: Institution):
        return self.within(institution).exclude(pk=institution.pk)

    def members_of(self, institution: Institution):
        """Those directly below."""
        return self.below(institution).filter(depth=institution.depth + 1)

    def authorities(self):
        return self.exclude(kind=InstitutionKind.FACILITY)

    def facilities(self):
        return self.filter(kind=InstitutionKind.FACILITY)

    def with_code(self, *codes: str):
        """Those with one of these codes, upper or lower case; found through the index of the constraint."""
        return self.alias(code_lower=Lower("code")).filter(code_lower__in=[code.lower() for code in codes])

    def named_like(self, text: str):
        """Search by name or place, with or without diacritics."""
        found = self
        for word in fold(text).split():
            found = found.filter(folded__contains=word)
        return found


class InstitutionManager(MP_NodeManager.from_queryset(InstitutionQuerySet)):
    def get_queryset(self):
        return InstitutionQuerySet(self.model, using=self._db).order_by("path")

    def get_by_natural_key(self, code: str) -> Institution:
        return self.get(code=code)


class Institution(MP_Node):
    """A department, agency or facility: a node in a tree of any depth. Districts went away in 2025: no level
    is fixed.

    ``listed`` keeps the values that the authority's list gave last, so that a later list changes only what
    changed in the list and never what the board wrote here since.
    """

    personal_data = PersonalData(
        fields={
            "head_name": DataClass.PERSONAL,
            "head_title": DataClass.PERSONAL,
            "listed": DataClass.PERSONAL,
        },
        purpose=_(
            "To name the head, who answers for what the site publishes (circular 37/2020, articles 3.4, 8.1)."
        ),
        retention=_("As long as the person heads the institution."),
    )

    code = models.CharField(_("code"), max_length=64)
    name = models.CharField(_("name"), max_length=255)
    short_name = models.CharField(_("short name"), max_length=80, blank=True)
    english_name = models.CharField(_("name in English"), max_length=255, blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=InstitutionKind.choices, editable=False)
    type = models.CharField(_("type"), max_length=24, choices=InstitutionType.choices)
    ownership = models.CharField(_("ownership"), max_length=16, choices=Ownership.choices, blank=True)

    address = models.CharField(_("address"), max_length=500, blank=True)
    phone = models.CharField(_("phone"), max_length=100, blank=True)
    email = models.EmailField(_("e-mail for information"), blank=True)
    complaints_email = models.EmailField(_("e-mail for complaints"), blank=True)
    opening_hours = models.CharField(_("opening hours"), max_length=255, blank=True)
    head_name = models.CharField(_("head"), max_length=120, blank=True)
    head_title = models.CharField(_("title of the head"), max_length=120, blank=True)

    brand_colour = models.CharField(
        _("brand colour"),
        max_length=7,
        default="#0b5c8c",
        validators=[
            RegexValidator(
                r"^#[0-9a-fA-F]{6}$", _("A colour is written as # and six digits, such as #0b5c8c.")
            )
        ],
    )
    logo = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    hero_image = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("picture of the home page"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    operation_mode = models.CharField(
        _("way the site is run"), max_length=10, choices=OperationMode.choices, default=OperationMode.PROVIDED
    )
    provider = models.CharField(_("provider"), max_length=255, blank=True)
    domain_reason = models.CharField(
        _("reason for an address outside edu.vn"),
        max_length=500,
        blank=True,
        help_text=_(
            "Required where the site's address does not end in .edu.vn (circular 37/2020, article 3.1b)."
        ),
    )

    status = models.CharField(
        _("status"),
        max_length=8,
        choices=InstitutionStatus.choices,
        default=InstitutionStatus.ACTIVE,
        editable=False,
    )
    status_reason = models.CharField(_("reason of the status"), max_length=500, blank=True, editable=False)
    status_since = models.DateField(_("status since"), default=timezone.localdate, editable=False)
    merged_into = models.ForeignKey(
        "self",
        verbose_name=_("merged into"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="predecessors",
    )

    site = models.OneToOneField(
        "wagtailcore.Site", null=True, editable=False, on_delete=models.SET_NULL, related_name="institution"
    )
    home_key = models.UUIDField(null=True, unique=True, editable=False)
    """``translation_key`` of the home page: the same in every language, so it names all trees of the site."""
    collection = models.OneToOneField(
        "wagtailcore.Collection",
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="institution",
    )

    folded = models.CharField(max_length=900, editable=False, default="")
    listed = models.JSONField(default=dict, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = InstitutionManager()

    class Meta:
        verbose_name = _("institution")
        verbose_name_plural = _("institutions")
        constraints = [models.UniqueConstraint(Lower("code"), name="institution_code_unique")]
        indexes = [models.Index(fields=["status", "kind"], name="institution_status_kind")]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.code,)

    def save(self, *args, **kwargs) -> None:
        self.kind = kind_of(self.type)
        self.folded = fold(f"{self.name} {self.short_name} {self.code} {self.address}")[:900]
        if (names := kwargs.get("update_fields")) is not None:
            kwargs["update_fields"] = {*names, "kind", "folded", "updated_at"}
        super().save(*args, **kwargs)

    @property
    def is_authority(self) -> bool:
        return self.kind != InstitutionKind.FACILITY

    @property
    def is_active(self) -> bool:
        return self.status == InstitutionStatus.ACTIVE

    @property
    def local_name(self) -> str:
        """The name in the language of the page that is shown."""
        return self.english_name if get_language() == "en" and self.english_name else self.name

    @cached_property
    def parent(self) -> Institution | None:
        """The authority directly above with its site; one query, kept on the object."""
        if self.is_root():
            return None
        return Institution.objects.select_related("site").filter(path=self.path[: -self.steplen]).first()

    @property
    def hostname(self) -> str:
        return self.site.hostname if self.site_id else ""


class InstitutionHost(models.Model):
    """A host name that once led to an institution and must go on doing so (after a rename, a merger, a move).

    Requests for `hostname` are redirected to the present site of `institution`.
    """

    personal_data = PersonalData.none()

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="former_hosts")
    hostname = models.CharField(_("host name"), max_length=255, unique=True)
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("former host name")
        verbose_name_plural = _("former host names")

    def __str__(self) -> str:
        return self.hostname
