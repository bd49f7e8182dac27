"""Makers of what tests need: institutions with their sites as provisioning makes them, members of boards,
pages.

Nothing is sent and nobody is invited unless a test asks for it.
"""

from __future__ import annotations

from itertools import count
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from wagtail.models import Page

from editorial.choices import BoardRole
from editorial.models import PageReview
from editorial.services.board import board_member_add
from editorial.services.guard import system_publication
from network.choices import InstitutionType
from network.models import Institution
from network.provisioning import MemberSite, ProvisioningRun, steps
from network.selectors import institution_for_page

PASSWORD = "đồi-chè-xanh-và-mưa-2026"
_numbers = count(1)


def make_institution(
    code: str = "HS",
    name: str = "Sở Giáo dục và Đào tạo Hòa Sơn",
    type: str = InstitutionType.DEPARTMENT,
    parent: Institution | None = None,
    *,
    run: ProvisioningRun | None = None,
    domain: str = "",
    **fields: Any,
) -> Institution:
    """An institution with its site, page trees, board and chain: every provisioning step, in one
    transaction.

    `fields` are further fields of the institution; give the same `run` to several to share what a list
    shares.
    """
    institution = Institution(code=code, name=name, type=type, **fields)
    institution = (
        parent.add_child(instance=institution) if parent else Institution.add_root(instance=institution)
    )
    apply_steps(institution, run=run, domain=domain)
    return institution


def apply_steps(
    institution: Institution, *, run: ProvisioningRun | None = None, domain: str = "", **member: Any
) -> MemberSite:
    """Send an institution through all provisioning steps once more; answers what they did."""
    site = MemberSite(
        institution=institution, run=run or ProvisioningRun(send_invitations=False), domain=domain, **member
    )
    with transaction.atomic():
        for step in steps():
            step.apply(site)
    return site


def make_user(name: str = "", **fields: Any):
    """An account with an e-mail address and `PASSWORD`, on no board."""
    number = next(_numbers)
    username = fields.pop("username", f"nguoi-{number}")
    fields = {
        "email": f"{username}@example.edu.vn",
        "first_name": "Lê Thị",
        "last_name": name or f"Số {number}",
    } | fields
    return get_user_model().objects.create_user(username, password=PASSWORD, **fields)


def make_superuser(**fields: Any):
    return make_user(is_superuser=True, is_staff=True, **fields)


def make_member(institution: Institution, role: BoardRole | str, **fields: Any):
    """A new person with one role on an institution's board."""
    user = make_user(**fields)
    board_member_add(institution=institution, role=BoardRole(role), user=user)
    return user


def make_page(parent: Page, model: type[Page], *, live: bool = True, **fields: Any) -> Page:
    """A page below `parent`; a live one is published by the system, as the chain would be in the way of
    most tests."""
    page = model(live=live, **fields)
    with system_publication(reason="test"):
        return parent.add_child(instance=page)


def home_of(institution: Institution, language: str = "vi") -> Page:
    """The home page of an institution in one language."""
    return Page.objects.get(translation_key=institution.home_key, locale__language_code=language).specific


def section_of(institution: Institution, model: type[Page], language: str = "vi") -> Page:
    """The page of a section type on an institution's site."""
    return model.objects.descendant_of(home_of(institution, language)).get()


def make_review(page: Page, **fields: Any) -> PageReview:
    """The upkeep of a page: who keeps it, when it is due."""
    institution = institution_for_page(page)
    values = {"institution": institution, "is_required": True} | fields
    return PageReview.objects.update_or_create(translation_key=page.translation_key, defaults=values)[0]
