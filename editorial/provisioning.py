"""The provisioning steps of this package: the board with its chain, and the letter to the first chief
editor."""

from __future__ import annotations

from editorial.choices import BoardRole
from editorial.selectors import board_members, open_invitations
from editorial.services.board import board_create
from editorial.services.chain import chain_ensure
from editorial.services.invitations import invitation_create
from network.provisioning import MemberSite


class BoardStep:
    """Three groups limited to the site. A later language or a lost right is completed, a new name is taken
    over."""

    name = "editorial.board"
    order = 50

    def apply(self, member: MemberSite) -> None:
        shared = member.run.shared
        if "editorial.chain" not in shared:
            shared["editorial.chain"] = chain_ensure().pk
        member.changes += board_create(institution=member.institution, shared=shared)


class InvitationStep:
    """A site without a chief editor gets one: the address that the list gives for the institution is
    invited."""

    name = "editorial.invitation"
    order = 70

    def apply(self, member: MemberSite) -> None:
        institution = member.institution
        if not (member.run.send_invitations and institution.email):
            return
        if board_members(institution, BoardRole.CHIEF).exists() or open_invitations(institution).exists():
            return
        invitation_create(institution=institution, role=BoardRole.CHIEF, email=institution.email)
        member.changes.append("invitation")
