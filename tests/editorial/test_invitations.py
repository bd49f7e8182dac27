"""An invitation opens one door once, for the person it was sent to."""

import re
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.utils import timezone

from editorial.choices import BoardRole
from editorial.models import Invitation
from editorial.selectors import has_role
from editorial.services.invitations import invitation_create, invitation_purge
from network.provisioning import ProvisioningRun
from tests.factories import PASSWORD, apply_steps, make_institution, make_member, make_user

pytestmark = pytest.mark.django_db

NAME = {"first_name": "Trần Thị", "last_name": "Hiền"}
NEW = NAME | {"password": PASSWORD, "password_again": PASSWORD}
EMAIL = "hien@example.edu.vn"


@pytest.fixture
def invite(province, django_capture_on_commit_callbacks):
    """Invite an address as chief editor of school A; answers the path of the link in the letter."""

    def make(email=EMAIL, role=BoardRole.CHIEF, **options) -> str:
        with django_capture_on_commit_callbacks(execute=True):
            invitation_create(institution=province.a, role=role, email=email, **options)
        return link_in(mail.outbox[-1].body)

    return make


def link_in(body: str) -> str:
    return re.search(r"https?://[^/\s]+(/loi-moi/[\w-]+/)", body)[1]


def test_the_letter_has_a_link_and_only_a_hash_is_stored(province, invite):
    path = invite()
    letter = mail.outbox[-1]
    assert letter.to == [EMAIL]
    assert province.a.name in letter.subject + letter.body
    assert province.a.site.hostname in letter.body
    invitation = Invitation.objects.get()
    token = path.split("/")[2]
    assert len(token) >= 43
    assert token not in str(Invitation.objects.values().get())
    assert len(invitation.token_hash) == 64
    assert invitation.sent_at is not None


def test_nothing_is_sent_when_the_transaction_fails(province, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        invitation = invitation_create(institution=province.a, role=BoardRole.AUTHOR, email=EMAIL)
    assert len(callbacks) == 1
    assert invitation.sent_at is None
    assert mail.outbox == []


def test_a_new_person_gets_an_account_and_the_role(province, invite):
    path = invite()
    client = Client()
    page = client.get(path)
    assert page.status_code == 200
    assert province.a.name in page.content.decode()
    assert page["Referrer-Policy"] == "strict-origin"
    assert "no-store" in page["Cache-Control"]
    assert EMAIL not in page.content.decode()
    response = client.post(path, NEW)
    assert response.status_code == 302
    user = get_user_model().objects.get(email=EMAIL)
    assert user.get_full_name() == "Trần Thị Hiền"
    assert user.check_password(PASSWORD)
    assert not user.is_superuser
    assert has_role(user, province.a, BoardRole.CHIEF)
    assert client.get("/admin/").status_code == 200
    assert Invitation.objects.get().accepted_by == user


def test_a_link_works_once(invite):
    path = invite()
    Client().post(path, NEW)
    for response in (
        Client().get(path),
        Client().post(path, NEW | {"first_name": "Kẻ", "last_name": "Khác"}),
    ):
        assert response.status_code == 404
        assert response["Referrer-Policy"] == "strict-origin"
        assert "no-store" in response["Cache-Control"]
    assert get_user_model().objects.filter(email=EMAIL).count() == 1


def test_an_invitation_lasts_as_long_as_the_setting_says(invite):
    invite()
    invitation = Invitation.objects.get()
    days = (invitation.expires_at - invitation.created_at) / timedelta(days=1)
    assert round(days) == settings.EDUSITE_INVITATION_DAYS


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"password": "12345", "password_again": "12345"}, "password"),
        ({"password_again": "khác hẳn"}, "password_again"),
        ({"first_name": ""}, "first_name"),
        ({"password": EMAIL, "password_again": EMAIL}, "password"),
    ],
)
def test_a_bad_answer_makes_no_account(invite, change, field):
    path = invite()
    response = Client().post(path, NEW | change)
    assert response.status_code == 422
    assert field in response.context["form"].errors
    assert not get_user_model().objects.filter(email=EMAIL).exists()
    assert Client().post(path, NEW).status_code == 302


def enter(client: Client, answer, username: str):
    """Sign in where an answer leads, and follow back."""
    assert answer.url.startswith("/tai-khoan/dang-nhap/?next=")
    target = parse_qs(urlsplit(answer.url).query)["next"][0]
    sent = {"login": username, "password": PASSWORD, "next": target}
    return client.post("/tai-khoan/dang-nhap/", sent, follow=True)


def test_an_existing_account_signs_in_as_usual_and_then_accepts(province, invite):
    user = make_user(email=EMAIL)
    path = invite()
    client = Client()
    answer = client.post(path, NEW)
    assert path.split("/")[2] not in answer.url
    assert not has_role(user, province.a, BoardRole.CHIEF)
    page = enter(client, answer, user.username)
    assert page.redirect_chain[-1][0] == path
    client.post(path)
    user = get_user_model().objects.get(email=EMAIL)
    assert has_role(user, province.a, BoardRole.CHIEF)
    assert user.check_password(PASSWORD)


def test_a_closed_account_opens_again_by_an_invitation(province, invite):
    user = make_user(email=EMAIL, is_active=False)
    path = invite()
    client = Client()
    client.get(path)
    user.refresh_from_db()
    assert not user.is_active
    enter(client, client.post(path), user.username)
    client.post(path)
    assert has_role(get_user_model().objects.get(email=EMAIL), province.a, BoardRole.CHIEF)


def test_a_signed_in_person_is_added(province, invite):
    user = make_member(province.b, "editor")
    client = Client()
    client.force_login(user)
    path = invite()
    assert "Số" in client.get(path).content.decode()
    assert client.post(path).status_code == 302
    user = get_user_model().objects.get(pk=user.pk)
    assert has_role(user, province.a, BoardRole.CHIEF)
    assert has_role(user, province.b, BoardRole.EDITOR)


def test_inviting_again_renews_the_link_and_ends_the_former(invite):
    first = invite()
    second = invite()
    assert Invitation.objects.count() == 1
    assert Client().get(first).status_code == 404
    assert Client().get(second).status_code == 200


@pytest.mark.parametrize("who", ["author", "editor", "chief_b"])
def test_only_the_chief_of_the_site_invites(province, people, who):
    with pytest.raises(PermissionDenied):
        invitation_create(
            institution=province.a, role=BoardRole.AUTHOR, email=EMAIL, invited_by=getattr(people, who)
        )
    invitation_create(institution=province.a, role=BoardRole.AUTHOR, email=EMAIL, invited_by=people.chief)


def test_a_malformed_address_is_refused(province):
    with pytest.raises(ValidationError):
        invitation_create(institution=province.a, role=BoardRole.AUTHOR, email="không phải địa chỉ")


def test_no_address_reaches_the_log_when_the_mail_server_fails(invite, province, caplog, monkeypatch):
    import smtplib

    def refuse(self, messages):
        raise smtplib.SMTPRecipientsRefused({EMAIL: (550, b"unknown")})

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)
    with pytest.raises(IndexError):
        invite()
    assert Invitation.objects.get().sent_at is None
    assert EMAIL not in caplog.text
    assert "SMTPRecipientsRefused" in str([getattr(record, "error", "") for record in caplog.records])


def test_provisioning_invites_the_address_of_the_list_once(province, django_capture_on_commit_callbacks):
    run = ProvisioningRun()
    with django_capture_on_commit_callbacks(execute=True):
        school = make_institution(
            "HS12", "Trường Tiểu học Cầu Đá", "primary", province.hs, run=run, email="c1cauda@example.edu.vn"
        )
    assert [letter.to for letter in mail.outbox] == [["c1cauda@example.edu.vn"]]
    again = apply_steps(school, run=run, is_new=False)
    assert "invitation" not in again.changes
    Client().post(link_in(mail.outbox[0].body), NEW)
    Invitation.objects.all().delete()
    assert "invitation" not in apply_steps(school, run=run, is_new=False).changes


def test_old_invitations_are_deleted(invite):
    invite()
    assert invitation_purge() == 0
    later = timezone.now() + timedelta(days=settings.EDUSITE_INVITATION_DAYS + 31)
    assert invitation_purge(now=later) == 1
