"""Invented people for the demonstration: an author, an editor, a chief editor and a head for each showcase institution."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password

from editorial.choices import BoardRole
from editorial.services.board import board_member_add
from edusite.demo import content as source
from network.models import Institution

PASSWORD = "ben-do-hoa-son-2026"  # noqa: S105 invented accounts on loopback
"""Of every demonstration account. The demonstration listens on this machine only."""
ADMINISTRATOR = "quantri"
SUFFIX = {
    BoardRole.AUTHOR: "tacgia",
    BoardRole.EDITOR: "bientap",
    BoardRole.CHIEF: "truongban",
    BoardRole.HEAD: "thutruong",
}
GIVEN = ("Mai", "Hùng", "Thảo", "Khoa", "Ngân", "Phúc", "Linh", "Quân", "Yến")
FAMILY = {
    BoardRole.AUTHOR: "Tác giả",
    BoardRole.EDITOR: "Biên tập viên",
    BoardRole.CHIEF: "Trưởng ban",
    BoardRole.HEAD: "Thủ trưởng",
}


@dataclass(frozen=True)
class Login:
    institution: str
    address: str
    role: str
    username: str


def label_of(institution: Institution) -> str:
    """The first label of the host name; the department's site has the bare domain."""
    label = institution.hostname.partition(".")[0]
    return "so" if label == "localhost" else label


def people_create() -> list[Login]:
    """Make the accounts that are missing; answers all of them."""
    users = get_user_model().objects
    # One hash for all accounts, which share the password: hashing is slow on purpose.
    password = make_password(PASSWORD)
    users.get_or_create(
        username=ADMINISTRATOR,
        defaults={
            "email": "quantri@hoason.example.edu.vn",
            "first_name": "Quản trị",
            "password": password,
            "is_staff": True,
            "is_superuser": True,
        },
    )
    logins = []
    for number, institution in enumerate(_showcase()):
        for role in BoardRole:
            username = f"{label_of(institution)}.{SUFFIX[role]}"
            user, created = users.get_or_create(
                username=username,
                defaults={
                    "email": f"{username}@hoason.example.edu.vn",
                    "first_name": GIVEN[number % len(GIVEN)],
                    "last_name": FAMILY[role],
                    "password": password,
                },
            )
            if created:
                board_member_add(institution=institution, role=role, user=user)
            logins.append(Login(institution.name, institution.hostname, str(role.label), username))
    return logins


def _showcase() -> list[Institution]:
    institutions = Institution.objects.select_related("site").order_by("path")
    return [i for i in institutions if source.has_content(i.code) and source.content_of(i.code)["showcase"]]
