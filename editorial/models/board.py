"""The board of editors of one site (W11.1): four groups with rights in that site only, and invitations to
them."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.personal_data import DataClass, PersonalData
from editorial.choices import BoardRole
from network.models import Institution


class BoardGroup(models.Model):
    """The group that holds one role of one institution's board. Membership of the group is membership of
    the board."""

    personal_data = PersonalData.none()

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="board_groups")
    role = models.CharField(_("role"), max_length=8, choices=BoardRole.choices)
    group = models.OneToOneField(Group, on_delete=models.CASCADE, related_name="board_group")

    class Meta:
        verbose_name = _("board group")
        verbose_name_plural = _("board groups")
        constraints = [
            models.UniqueConstraint(fields=["institution", "role"], name="board_group_role_unique")
        ]

    def __str__(self) -> str:
        return f"{self.institution} – {self.get_role_display()}"


def roles_of(user) -> frozenset[tuple[int, str]]:
    """The pairs (institution id, role) of a person; one query, kept on the user object for the request."""
    if not (user and user.is_authenticated and user.is_active):
        return frozenset()
    if not hasattr(user, "_edusite_board_roles"):
        rows = BoardGroup.objects.filter(group__user=user).values_list("institution_id", "role")
        user._edusite_board_roles = frozenset(rows)
    return user._edusite_board_roles


def institutions_served(user) -> list[Institution]:
    """The institutions on whose boards a person serves, in the order of the tree, with their sites; one query beside that of the
    roles, kept on the user object for the request."""
    ids = {pk for pk, _role in roles_of(user)}
    if not ids:
        return []
    if not hasattr(user, "_edusite_board_institutions"):
        found = Institution.objects.filter(pk__in=ids).select_related("site").order_by("path")
        user._edusite_board_institutions = list(found)
    return user._edusite_board_institutions


class Invitation(models.Model):
    """An invitation to a board. Only a hash of the link's secret is stored; the link works once and until
    `expires_at`.

    The secret itself is made when the letter is sent (``editorial.letters``), so that it stands in no queue
    and no log; until then the hash belongs to a secret that nobody has.
    """

    personal_data = PersonalData(
        fields={
            "email": DataClass.PERSONAL,
            "invited_by": DataClass.PERSONAL,
            "accepted_by": DataClass.PERSONAL,
        },
        purpose=_("To invite a person to the board of editors of a site."),
        retention=_("Until 30 days after the invitation was accepted or has expired."),
    )

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="invitations")
    role = models.CharField(_("role"), max_length=8, choices=BoardRole.choices)
    email = models.EmailField(_("e-mail"))
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("invited by"),
    )
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(_("expires"))
    sent_at = models.DateTimeField(_("sent"), null=True)
    asked_at = models.DateTimeField(_("new one asked for"), null=True)
    accepted_at = models.DateTimeField(_("accepted"), null=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("accepted by"),
    )

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "role", "email"],
                condition=models.Q(accepted_at__isnull=True),
                name="invitation_open_unique",
            )
        ]

    def __str__(self) -> str:
        return f"{self.institution} – {self.get_role_display()}"

    @property
    def is_over(self) -> bool:
        return self.expires_at <= timezone.now()
