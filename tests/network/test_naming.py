"""Short labels for member sites, the same in every run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network.choices import InstitutionType
from network.provisioning.naming import assign_slugs, default_slug


class TestNames:
    @pytest.mark.parametrize(
        ("name", "institution_type", "label"),
        [
            ("THPT Bùi Thị Xuân", "upper_secondary", "thpt-bui-thi-xuan"),
            ("Trường Trung học phổ thông Lê Lợi", "upper_secondary", "thpt-le-loi"),
            ("Lê Lợi", "primary", "th-le-loi"),
            ("Thăng Long", "lower_secondary", "thcs-thang-long"),
            ("Tiểu học THCS và THPT Hoa Ươm", "universal", "th-thcs-thpt-hoa-uom"),
            ("Trường Mầm non Hoa Sen", "preschool", "mn-hoa-sen"),
            ("Sở Giáo dục và Đào tạo Mẫu", "department", "so-gddt-mau"),
            ("TT GDNN - GDTX Quận 1", "vocational_continuing", "tt-gdnn-gdtx-quan-1"),
            ("…", "primary", "a1"),
        ],
    )
    def test_a_label_is_short_and_readable(self, name, institution_type, label):
        assert default_slug(name, "A1", institution_type) == label

    def test_equal_names_get_their_codes_whichever_comes_first(self):
        schools = [
            ("THCS Mẫu", "01", "lower_secondary"),
            ("THCS Mẫu", "02", "lower_secondary"),
            ("X Y", "3", "other_centre"),
        ]
        made = assign_slugs(schools)
        assert made == {"01": "thcs-mau-01", "02": "thcs-mau-02", "3": "x-y"}
        assert assign_slugs(reversed(schools)) == made

    def test_a_label_in_use_is_left_to_its_owner(self):
        school = ("THCS Mẫu", "01", "lower_secondary")
        assert assign_slugs([school], {"thcs-mau": "01"}) == {"01": "thcs-mau"}
        assert assign_slugs([school], {"thcs-mau": "77"}) == {"01": "thcs-mau-01"}
        assert assign_slugs([("WWW", "5", "other_centre")]) == {"5": "www-5"}

    def test_codes_that_spell_the_same_are_told_apart(self):
        made = assign_slugs([("THCS Mẫu", code, "lower_secondary") for code in ("A.1", "A/1", "A-1")])
        assert len(set(made.values())) == 3

    @given(
        st.dictionaries(st.text(min_size=1, max_size=70), st.text(min_size=1, max_size=90), max_size=8),
        st.sampled_from(InstitutionType.values),
    )
    def test_labels_fit_a_host_name_and_are_unique(self, names, institution_type):
        unique = {code.casefold(): (name, code, institution_type) for code, name in names.items()}
        made = assign_slugs(unique.values())
        assert len(set(made.values())) == len(unique)
        for label in made.values():
            assert 0 < len(label) <= 63
            assert set(label) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
            assert not label.startswith("-")
            assert not label.endswith("-")
