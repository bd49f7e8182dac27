"""What a school has written itself beside the authority's list: shown before, and never written over unseen (W9.4)."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation

from editorial.choices import BoardRole
from enrolment.campaigns.list_services import list_apply, notice_take_over
from enrolment.campaigns.listed import changes_of, is_preset, notices_said, preset_class
from enrolment.campaigns.school_list import Class
from enrolment.campaigns.services import notice_begin
from enrolment.models import AdmissionTrack, CatchmentArea
from tests.enrolment.campaigns.test_school_list import (
    ROWS,
    _kept_world,
    _world,
    campaign,
    officer,
    put_in,
    schools,
    signed_in,
    tried,
)
from tests.factories import make_member

__all__ = ["_kept_world", "_world", "campaign", "officer", "schools"]


@pytest.fixture
def editor(schools):
    return make_member(schools[0], BoardRole.EDITOR)


@pytest.fixture
def draft(schools, campaign, editor):
    """A notice that the school has begun without a list."""
    return notice_begin(campaign=campaign, school=schools[0], user=editor)[0]


def write(page, user, *classes, areas=()):
    """What an editor saves of a page that was never published: a revision, and nothing in its rows."""
    latest = page.get_latest_revision_as_object()
    latest.tracks = [AdmissionTrack(code=code, name=name, quota=quota) for code, name, quota in classes]
    latest.catchments = [CatchmentArea(commune=commune) for commune in areas]
    latest.save_revision(user=user, clean=False)


def change_of(school_list):
    return changes_of(school_list, is_whole=False)[0]


def seen(client, url):
    return re.search(r'name="seen" value="(\w+)"', client.get(url).content.decode())[1]


def test_the_class_that_a_notice_begins_with_is_known(campaign):
    one = preset_class(campaign)
    assert is_preset(Class(one["code"], one["name"], 0, ""))
    assert is_preset(Class(one["code"], one["name_en"], 0, ""))
    assert not is_preset(Class(one["code"], one["name"], 40, ""))
    assert not is_preset(Class(one["code"], "Lớp 10 chất lượng cao", 0, ""))
    assert not is_preset(Class(one["code"], one["name"], 0, "Toán"))
    assert not is_preset(Class("lop_10", one["name"], 0, ""))


def test_the_preview_says_which_preset_class_it_replaces(department, schools, campaign, officer, draft):
    found = tried(campaign, officer)
    with translation.override("en"):
        change = change_of(found)
        code, name = draft.tracks.get().code, draft.tracks.get().name
        preset = f"replaces the class “{name}” ({code}), which the school has left as it was preset"
        assert preset in change.notice_texts
    assert change.is_other_than_draft
    assert not change.is_other_than_published
    said = signed_in(officer, department).get(reverse("enrolment_school_list", args=[found.uid]))
    assert f"({code})" in said.content.decode()
    report = signed_in(officer, department).get(
        reverse("enrolment_school_list", args=[found.uid]) + "?export=csv"
    )
    assert f"({code})" in report.content.decode("utf-8-sig")


def test_the_preview_says_what_the_school_has_entered(schools, campaign, officer, editor, draft):
    write(draft, editor, ("chon", "Lớp chọn", 40), ("dai_tra", "Lớp 10 đại trà", 300), areas=["Xã Xa"])
    said = notices_said(campaign)[schools[0].pk]
    assert not said.is_live
    assert [one.code for one in said.share.classes] == ["chon", "dai_tra"]
    assert [one.commune for one in said.share.areas] == ["Xã Xa"]
    with translation.override("en"):
        texts = change_of(tried(campaign, officer)).notice_texts
    assert "replaces the class “Lớp chọn” (chon), which the school has entered" in texts
    assert "Lớp 10 đại trà: 300 → 315" in texts
    assert "without: Xã Xa – group 1" in texts


def test_putting_a_list_in_writes_over_nothing(schools, campaign, officer, editor, draft):
    write(draft, editor, ("chon", "Lớp chọn", 40))
    put_in(campaign, officer)
    again, is_new = notice_begin(campaign=campaign, school=schools[0], user=editor)
    assert not is_new
    assert [one.code for one in again.get_latest_revision_as_object().tracks.all()] == ["chon"]


def test_a_school_writes_over_only_what_it_was_shown(schools, campaign, officer, editor, draft):
    write(draft, editor, ("chon", "Lớp chọn", 40))
    put_in(campaign, officer)
    client = signed_in(editor, schools[0])
    url = reverse("enrolment_own_share", args=[campaign.pk, schools[0].pk])
    assert "(chon)" in client.get(url).content.decode()
    mark = seen(client, url)
    write(draft, editor, ("chon", "Lớp chọn", 45))
    draft.refresh_from_db()
    before = draft.latest_revision_id
    for wrong in ({"seen": mark}, {}):
        assert client.post(url, wrong).url == url
        draft.refresh_from_db()
        assert draft.latest_revision_id == before
    assert client.post(url, {"seen": seen(client, url)}).url != url
    draft.refresh_from_db()
    codes = [one.code for one in draft.get_latest_revision_as_object().tracks.all()]
    assert codes == ["dai_tra", "chuyen_toan"]


def test_a_list_that_changed_meanwhile_is_shown_again(schools, campaign, officer, editor):
    put_in(campaign, officer)
    client = signed_in(editor, schools[0])
    url = reverse("enrolment_own_share", args=[campaign.pk, schools[0].pk])
    mark = seen(client, url)
    list_apply(
        school_list=tried(campaign, officer, [[*row[:4], row[4] and row[4] + 1, *row[5:]] for row in ROWS]),
        user=officer,
    )
    with pytest.raises(ValidationError):
        notice_take_over(campaign=campaign, school=schools[0], user=editor, seen=mark)
    notice_take_over(campaign=campaign, school=schools[0], user=editor, seen=seen(client, url))
