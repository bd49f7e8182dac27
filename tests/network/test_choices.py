"""Types and ownership as lists write them."""

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from network.choices import (
    InstitutionKind,
    InstitutionType,
    Ownership,
    UnclearValueError,
    kind_of,
    parse_ownership,
    parse_type,
    type_in_name,
)


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


class TestTypes:
    @pytest.mark.parametrize("institution_type", InstitutionType)
    def test_the_stored_value_and_the_label_are_understood(self, institution_type):
        assert parse_type(institution_type.value) == institution_type
        assert parse_type(str(institution_type.label).upper()) == institution_type

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("Trường mầm non", "preschool"),
            ("Nhà trẻ", "preschool"),
            ("Nhóm trẻ độc lập", "preschool"),
            ("Mẫu giáo", "kindergarten"),
            ("lop mau giao doc lap", "kindergarten"),
            ("TH", "primary"),
            ("TRƯỜNG TIỂU HỌC", "primary"),
            ("THCS", "lower_secondary"),
            ("Trung học cơ sở", "lower_secondary"),
            ("THPT chuyên", "upper_secondary"),
            ("Cấp 3", "upper_secondary"),
            ("TH - THCS", "universal"),
            ("THCS và THPT", "universal"),
            ("THCSTHPT", "universal"),
            ("Tiểu học, THCS & THPT", "universal"),
            ("Trường phổ thông có nhiều cấp học", "universal"),
            ("Trung tâm GDTX", "continuing"),
            ("TT GDNN - GDTX (Sáp nhập)", "vocational_continuing"),
            ("Trung tâm học tập cộng đồng", "community"),
            ("Trung tâm khác thực hiện nhiệm vụ giáo dục thường xuyên", "other_centre"),
            ("Phòng giáo dục và đào tạo (hoặc tương đương)", "agency"),
            ("Sở GD&ĐT", "department"),
            ("Phòng Văn hóa - Xã hội", "agency"),
            ("PTDTBT THCS", "lower_secondary"),
        ],
    )
    def test_vietnamese_names_are_understood(self, text, value):
        assert parse_type(text) == value

    @pytest.mark.parametrize(
        ("text", "suggested"),
        [
            ("Trường phổ thông", InstitutionType.UNIVERSAL),
            ("Trường chuyên", InstitutionType.UPPER_SECONDARY),
            ("Năng khiếu thể dục thể thao", InstitutionType.UPPER_SECONDARY),
            ("Dân tộc bán trú", InstitutionType.PRIMARY),
            ("Trung tâm", InstitutionType.CONTINUING),
        ],
    )
    def test_what_can_mean_several_types_is_not_guessed(self, text, suggested):
        with pytest.raises(UnclearValueError) as caught:
            parse_type(text)
        assert suggested in caught.value.suggestions
        assert len(caught.value.suggestions) > 1

    @given(st.text(max_size=20))
    def test_any_text_gives_a_type_or_is_unclear(self, text):
        try:
            assert parse_type(text) in InstitutionType
        except UnclearValueError as error:
            assert error.value == text  # noqa: PT017

    def test_the_families_are_those_of_the_circular(self):
        assert kind_of("department") == InstitutionKind.DEPARTMENT
        assert kind_of("agency") == InstitutionKind.AGENCY
        assert {kind_of(value) for value in InstitutionType.values[2:]} == {InstitutionKind.FACILITY}

    @pytest.mark.parametrize(
        ("text", "value"),
        [("Công lập", "public"), ("TƯ THỤC", "private"), ("dan lap", "people_founded"), ("", "")],
    )
    def test_ownership_is_understood(self, text, value):
        assert parse_ownership(text) == Ownership(value)

    def test_ownership_that_can_mean_two_is_not_guessed(self):
        with pytest.raises(UnclearValueError) as caught:
            parse_ownership("Ngoài công lập")
        assert caught.value.suggestions == (Ownership.PRIVATE, Ownership.PEOPLE_FOUNDED)

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("THCS và THPT Hoa Ươm", "universal"),
            ("Trường Trung học phổ thông Mẫu", "upper_secondary"),
            ("TiH - THCS - THPT MẪU", "universal"),
            ("Thanh Đa", None),
            ("Trung học thực hành Mẫu", None),
        ],
    )
    def test_a_name_may_state_its_levels(self, name, value):
        assert type_in_name(name) == value
