"""The daily command that lets invitations go when their time is over."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from editorial.models import Invitation
from tests.factories import make_institution

pytestmark = pytest.mark.django_db


def invite(institution, *, email: str, days_over: int) -> Invitation:
    return Invitation.objects.create(
        institution=institution,
        role="editor",
        email=email,
        token_hash=email,
        expires_at=timezone.now() - timedelta(days=days_over),
    )


def test_only_invitations_that_expired_more_than_thirty_days_ago_are_deleted():
    school = make_institution()
    old = invite(school, email="cu@example.edu.vn", days_over=31)
    recent = invite(school, email="moi@example.edu.vn", days_over=29)
    out = StringIO()
    call_command("purge_invitations", stdout=out)
    assert json.loads(out.getvalue()) == {"invitations": 1}
    left = set(Invitation.objects.values_list("pk", flat=True))
    assert recent.pk in left
    assert old.pk not in left
