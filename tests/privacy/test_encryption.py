import base64
import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privacy import encryption
from privacy.encryption import BrokenSealError, KeyRingError, UnknownKeyError

OLD = base64.b64encode(b"o" * 32).decode()
NEW = base64.b64encode(b"n" * 32).decode()
PLACE = "privacy.submission:1:sealed_answers"

json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**12), 10**12) | st.text(max_size=60),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)


@given(json_values)
def test_a_value_comes_back_as_it_was(value):
    assert encryption.unseal(encryption.seal(value, context=PLACE), context=PLACE) == value


def test_the_same_value_is_never_sealed_the_same_way_twice():
    assert encryption.seal("đồi chè", context=PLACE) != encryption.seal("đồi chè", context=PLACE)


def test_a_sealed_value_names_its_key_and_nothing_of_what_it_holds():
    sealed = encryption.seal({"suc_khoe": "hen"}, context=PLACE)
    assert sealed.startswith("v1.test1.")
    assert "suc_khoe" not in sealed
    assert b"suc_khoe" not in base64.urlsafe_b64decode(sealed.split(".")[2])


@pytest.mark.parametrize(
    "other",
    [
        "privacy.submission:2:sealed_answers",
        "privacy.submission:1:other_field",
        "feedback.feedbackcase:1:sealed_answers",
    ],
)
def test_a_ciphertext_moved_elsewhere_is_refused(other):
    sealed = encryption.seal("bí mật", context=PLACE)
    with pytest.raises(BrokenSealError, match="moved from another record"):
        encryption.unseal(sealed, context=other)


@pytest.mark.parametrize("place", [0, 11, 12, 20, -1])
def test_a_flipped_bit_is_refused(place):
    version, key_id, data = encryption.seal("bí mật", context=PLACE).split(".")
    raw = bytearray(base64.urlsafe_b64decode(data))
    raw[place] ^= 1
    broken = ".".join((version, key_id, base64.urlsafe_b64encode(bytes(raw)).decode()))
    with pytest.raises(BrokenSealError, match="does not open"):
        encryption.unseal(broken, context=PLACE)


def test_another_key_of_the_same_id_is_refused(settings):
    sealed = encryption.seal("bí mật", context=PLACE)
    settings.EDUSITE_FIELD_KEYS = [f"test1:{NEW}"]
    with pytest.raises(BrokenSealError, match="does not open"):
        encryption.unseal(sealed, context=PLACE)


def test_a_lost_key_is_said_to_be_lost(settings):
    sealed = encryption.seal("bí mật", context=PLACE)
    settings.EDUSITE_FIELD_KEYS = [f"k2:{NEW}"]
    with pytest.raises(UnknownKeyError, match="not in EDUSITE_FIELD_KEYS"):
        encryption.unseal(sealed, context=PLACE)


@pytest.mark.parametrize(
    "text", ["", "bí mật", "v1.test1", "v1.test1.", "v1.test1.!!!", "v2.test1.QUFB", "v1..đ"]
)
def test_what_is_no_sealed_value_is_refused(text):
    with pytest.raises((BrokenSealError, UnknownKeyError)):
        encryption.unseal(text, context=PLACE)


def test_an_older_key_still_opens_and_the_first_one_seals(settings):
    settings.EDUSITE_FIELD_KEYS = [f"k1:{OLD}"]
    sealed = encryption.seal("bí mật", context=PLACE)
    settings.EDUSITE_FIELD_KEYS = [f"k2:{NEW}", f"k1:{OLD}"]
    assert encryption.unseal(sealed, context=PLACE) == "bí mật"
    resealed = encryption.reseal(sealed, context=PLACE)
    assert resealed.startswith("v1.k2.")
    assert encryption.reseal(resealed, context=PLACE) == resealed
    settings.EDUSITE_FIELD_KEYS = [f"k2:{NEW}"]
    assert encryption.unseal(resealed, context=PLACE) == "bí mật"


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ([], "is empty"),
        (["k1"], "Entry 1"),
        ([f"k1:{OLD}", "k2:short"], "Entry 2"),
        ([f"bad id:{OLD}"], "Entry 1"),
        ([f"k1:{OLD}", f"k1:{NEW}"], "repeats the id"),
    ],
)
def test_a_wrong_key_ring_says_which_entry_is_wrong_and_never_what_it_holds(settings, entries, message):
    settings.EDUSITE_FIELD_KEYS = entries
    with pytest.raises(KeyRingError, match=message) as caught:
        encryption.seal("x", context=PLACE)
    assert OLD not in str(caught.value)
    assert not encryption.is_ready()


def test_keys_are_in_no_representation_and_no_log(settings, caplog):
    settings.EDUSITE_FIELD_KEYS = [f"k1:{OLD}"]
    with caplog.at_level(logging.DEBUG):
        sealed = encryption.seal("bí mật", context=PLACE)
        with pytest.raises(BrokenSealError) as caught:
            encryption.unseal(sealed, context="elsewhere")
    for text in (repr(encryption.key_ring()), caplog.text, str(caught.value)):
        assert OLD not in text
        assert "oooo" not in text


def test_the_blind_index_finds_a_value_under_each_key_and_for_one_use_only(settings):
    settings.EDUSITE_FIELD_KEYS = [f"k1:{OLD}"]
    before = encryption.blind_index("0912 345 678", use="phone")
    settings.EDUSITE_FIELD_KEYS = [f"k2:{NEW}", f"k1:{OLD}"]
    assert before in encryption.blind_indexes("0912 345 678", use="phone")
    assert before != encryption.blind_index("0912 345 678", use="phone")
    assert before not in encryption.blind_indexes("0912 345 678", use="email")
