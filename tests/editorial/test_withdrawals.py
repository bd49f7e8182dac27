"""Withdrawing, proposing to withdraw, deciding on a proposal."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from editorial.choices import ProposalState, PublicationKind
from editorial.models import ChainRefusedError, WithdrawalProposal
from editorial.selectors import proposals_of
from editorial.services.routing import chain_reroute
from editorial.services.withdrawals import (
    PROPOSAL_DECIDED,
    page_withdraw,
    withdrawal_accept,
    withdrawal_propose,
    withdrawal_refuse,
)
from network.models import Letter
from tests.editorial.desk import messages_of
from tests.editorial.paper import agree, fresh, submitted
from tests.factories import make_member

pytestmark = pytest.mark.django_db

REASON = "Ảnh lộ tên và lớp của học sinh."


@pytest.fixture
def live(province, people):
    return agree(submitted(province.a, people.author), people.editor, people.chief)


def told(kind: str) -> set[int]:
    return set(Letter.objects.filter(kind=kind).values_list("user_id", flat=True))


def test_an_author_proposes_and_the_chief_accepts(province, people, live):
    proposal = withdrawal_propose(page=live, user=people.author, reason=REASON)
    assert told("editorial.withdrawal_proposed") == {people.chief.pk}
    assert fresh(live).live
    publication = withdrawal_accept(proposal=proposal, user=people.chief)
    assert not fresh(live).live
    assert (publication.kind, publication.reason) == (PublicationKind.UNPUBLISH, REASON)
    assert (publication.submitted_by, publication.approved_by) == (people.author, people.chief)
    proposal.refresh_from_db()
    assert (proposal.state, proposal.publication) == (ProposalState.ACCEPTED, publication)
    assert told("editorial.withdrawn") == {people.author.pk, people.editor.pk, people.editor2.pk}


def test_the_chief_refuses_with_a_reason(province, people, live):
    proposal = withdrawal_propose(page=live, user=people.editor, reason=REASON)
    with pytest.raises(ValidationError):
        withdrawal_refuse(proposal=proposal, user=people.chief, answer=" ")
    withdrawal_refuse(proposal=proposal, user=people.chief, answer="Phụ huynh đã đồng ý.")
    assert fresh(live).live
    assert told("editorial.withdrawal_refused") == {people.editor.pk}
    with pytest.raises(ChainRefusedError, match=re.escape(str(PROPOSAL_DECIDED))):
        withdrawal_accept(proposal=proposal, user=people.chief)
    assert withdrawal_propose(page=live, user=people.author, reason=REASON).state == ProposalState.WAITING


@pytest.mark.parametrize("who", ["author", "editor", "editor2", "chief_b", "chief_hs"])
def test_nobody_but_the_chief_decides(people, live, who):
    proposal = withdrawal_propose(page=live, user=people.author, reason=REASON)
    with pytest.raises(ChainRefusedError):
        withdrawal_accept(proposal=proposal, user=getattr(people, who))
    assert fresh(live).live


@pytest.mark.parametrize("who", ["author_b", "chief_b", "chief_hs"])
def test_a_stranger_does_not_propose(desk, people, live, who):
    with pytest.raises(ChainRefusedError):
        withdrawal_propose(page=live, user=getattr(people, who), reason=REASON)
    assert desk.get(getattr(people, who), "editorial_propose_withdrawal", live.pk).status_code in (
        403,
        404,
    )


def test_one_proposal_waits_at_a_time(people, live):
    withdrawal_propose(page=live, user=people.author, reason=REASON)
    with pytest.raises(ValidationError):
        withdrawal_propose(page=live, user=people.editor, reason=REASON)


def test_a_withdrawal_by_the_chief_answers_what_waits(people, live):
    proposal = withdrawal_propose(page=live, user=people.author, reason=REASON)
    page_withdraw(page=live, user=people.chief, reason="Đã biết.")
    proposal.refresh_from_db()
    assert proposal.state == ProposalState.ACCEPTED
    with pytest.raises(ChainRefusedError):
        withdrawal_refuse(proposal=proposal, user=people.chief, answer="Không")


def test_without_a_chief_the_authoritys_decides(province, people, live):
    proposal = withdrawal_propose(page=live, user=people.author, reason=REASON)
    people.chief.is_active = False
    people.chief.save()
    assert chain_reroute(institution=province.a) == 1
    proposal.refresh_from_db()
    assert (proposal.board, proposal.escalated_from) == (province.hs, province.a)
    assert proposals_of(people.chief_hs) == [proposal]
    withdrawal_accept(proposal=proposal, user=people.chief_hs)
    assert not fresh(live).live


def test_the_required_sections_are_proposed_by_nobody(desk, people):
    with pytest.raises(ChainRefusedError, match="37/2020"):
        withdrawal_propose(page=desk.news, user=people.author, reason=REASON)


def test_the_screens_carry_a_proposal_to_its_decision(desk, people, live):
    url = reverse("editorial_propose_withdrawal", args=[live.pk])
    assert url in desk.get(people.author, "wagtailadmin_pages:edit", live.pk).content.decode()
    assert url not in desk.get(people.chief, "wagtailadmin_pages:edit", live.pk).content.decode()
    desk.client(people.author).post(url, {"reason": REASON})
    proposal = WithdrawalProposal.objects.get()
    door = reverse("editorial_withdrawal", args=[proposal.pk])
    listed = desk.get(people.chief, "editorial_withdrawals").content.decode()
    assert REASON in listed
    assert door in listed
    assert door not in desk.get(people.author, "editorial_withdrawals").content.decode()
    for stranger in (people.author, people.chief_b, people.author_b):
        assert desk.client(stranger).get(door).status_code in (403, 404)
    refused = desk.client(people.chief).post(door, {"decision": "refuse", "answer": ""})
    assert refused.context["form"].errors["answer"]
    response = desk.client(people.chief).post(door, {"decision": "accept"}, follow=True)
    assert live.title in messages_of(response)
    assert not fresh(live).live
    assert REASON not in desk.get(people.chief_b, "editorial_withdrawals").content.decode()


def test_a_proposal_lapses_when_the_page_expires(province, people, live):
    proposal = withdrawal_propose(page=live, user=people.author, reason=REASON)
    past = timezone.now() - timedelta(hours=1)
    revision = live.live_revision
    type(revision).objects.filter(pk=revision.pk).update(
        content=revision.content | {"expire_at": past.isoformat()}
    )
    type(live).objects.filter(pk=live.pk).update(expire_at=past)
    fresh(live).unpublish(set_expired=True)
    proposal.refresh_from_db()
    assert proposal.state == ProposalState.LAPSED


def test_the_head_is_told_of_a_withdrawal(province, people, live):
    head = make_member(province.a, "head")
    page_withdraw(page=live, user=people.chief, reason=REASON)
    assert head.pk in told("editorial.withdrawn")
