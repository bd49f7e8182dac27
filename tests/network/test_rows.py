"""Rows of lists of institutions: mapped, read, checked against each other and against what is stored."""

import io

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from common.spreadsheets import read_table
from network.provisioning.columns import HEADER_NAMES, ColumnMapping, MappingError, guess_columns
from network.provisioning.known import KnownInstitution, KnownTable
from network.provisioning.rows import InstitutionRow, conflict_with_existing, in_tree_order, parse_rows
from network.provisioning.values import read_value

TOP = KnownInstitution("S01", "Sở Giáo dục và Đào tạo Mẫu", "department")


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def parse(text, *, sets=(), maps=(), known=KnownTable([TOP]), parent="S01", **options):  # noqa: B008
    table = read_table(io.BytesIO(text.encode()), filename="a.csv", header_names=HEADER_NAMES)
    mapping = ColumnMapping.from_arguments(table.header, maps=maps, sets=sets)
    return parse_rows(table, mapping, known=known, default_parent=parent, **options)


def one(text, **options):
    (parsed,) = parse(text, **options)
    return parsed


def codes(findings):
    return [finding.code for finding in findings]


class TestColumns:
    HEADER = ["ma", "ten", "dc", "so", "phong", "loai_hinh", "loai_trg"]

    def test_headings_are_guessed_and_doubts_wait_for_a_person(self):
        guesses = guess_columns(self.HEADER)
        assert {name: guess.heading for name, guess in guesses.items() if guess.is_sure} == {
            "code": "ma",
            "name": "ten",
            "address": "dc",
            "ownership": "loai_hinh",
        }
        assert {name: guess.heading for name, guess in guesses.items() if not guess.is_sure} == {
            "type": "loai_trg",
            "parent": "phong",
        }

    def test_vietnamese_and_english_headings_are_known(self):
        header = [
            "STT",
            "Mã trường (*)",
            "TÊN TRƯỜNG",
            "Địa chỉ",
            "Số điện thoại",
            "E-mail",
            "Hiệu trưởng",
            "School type",
        ]
        assert list(guess_columns(header)) == ["code", "name", "address", "phone", "email", "head", "type"]

    def test_doubtful_guesses_are_used_when_confirmed(self):
        mapping = ColumnMapping.from_arguments(self.HEADER, is_confirmed=True)
        assert mapping.column_name("parent") == "phong"
        assert mapping.unused == ["so"]

    def test_explicit_columns_and_constants_win_over_guesses(self):
        mapping = ColumnMapping.from_arguments(
            self.HEADER, maps=["name=so", "address="], sets=["type=primary", "ownership=public"]
        )
        assert dict(mapping.columns) == {"name": 3, "code": 0}
        assert dict(mapping.constants) == {"type": "primary", "ownership": "public"}

    def test_columns_are_found_without_regard_to_accents_and_case(self):
        mapping = ColumnMapping.from_arguments(
            ["Mã số", "Họ tên trường"], maps=["code=ma so", "name=HỌ TÊN TRƯỜNG"], sets=["type=primary"]
        )
        assert dict(mapping.columns) == {"code": 0, "name": 1}

    @pytest.mark.parametrize(
        ("maps", "sets", "code", "words"),
        [
            (["name=tên trường"], ["type=primary"], "unknown_column", "ma, ten, dc, so"),
            (["nam=ten"], ["type=primary"], "unknown_field", "code, name, type"),
            (["code=ma", "name=ma"], ["type=primary"], "column_twice", "“ma”"),
            (["type=loai_trg"], ["type=primary"], "conflict", "loai_trg"),
            (["code=ma", "code=ten"], ["type=primary"], "given_twice", "code"),
            (["code"], ["type=primary"], "malformed", "FIELD=VALUE"),
            ([], ["code=1", "type=primary"], "not_constant", "code"),
            ([], ["type="], "empty_constant", "type"),
            ([], [], "missing_column", "“type”"),
        ],
    )
    def test_a_mistake_is_named_with_what_there_is(self, maps, sets, code, words):
        with pytest.raises(MappingError) as caught:
            ColumnMapping.from_arguments(self.HEADER, maps=maps, sets=sets)
        assert code in codes_of(caught.value)
        assert words in str(caught.value)

    def test_a_heading_that_stands_twice_is_not_chosen(self):
        with pytest.raises(MappingError) as caught:
            ColumnMapping.from_arguments(["ma", "ten", "ten"], maps=["name=ten"], sets=["type=primary"])
        assert codes_of(caught.value) == ["ambiguous_column"]

    def test_a_constant_that_is_no_value_stops_the_list(self):
        with pytest.raises(MappingError) as caught:
            parse("ma,ten\n1,a\n", sets=["type=Trường phổ thông"])
        assert codes_of(caught.value) == ["ambiguous_type"]


def codes_of(error):
    return [code for code, _message in error.problems]


class TestValues:
    @pytest.mark.parametrize("code", ["00012", "790007A1", "79.01/B", "7900QT2", "a-b_c", "Mã 1"])
    def test_odd_codes_are_kept_as_they_are(self, code):
        value = read_value("code", code)
        assert (value.text, value.error, value.notes) == (code, None, [])

    @pytest.mark.parametrize(
        ("field", "raw", "code"),
        [
            ("code", "", "required"),
            ("code", "---", "no_letter"),
            ("code", "x" * 65, "too_long"),
            ("code", "=1+1", "formula"),
            ("name", " \n", "required"),
            ("name", "12345", "no_letter"),
            ("name", "=HYPERLINK(1)", "formula"),
            ("name", "a" * 256, "too_long"),
            ("name", "Nguy?n Tr?i", "lost_letters"),
            ("name", "Nguy\ufffdn", "lost_letters"),
            ("name", "Tr\u00ad\u00eang tiÓu häc V¹n Xu©n", "legacy_font"),
            ("type", "", "required"),
            ("type", "abc", "unknown_type"),
            ("type", "Trường phổ thông", "ambiguous_type"),
            ("ownership", "abc", "unknown_ownership"),
            ("ownership", "Ngoài công lập", "ambiguous_ownership"),
            ("phone", "chưa rõ", "bad_phone"),
            ("phone", "12", "bad_phone"),
            ("email", "a@b@c", "bad_email"),
            ("email", "a@x.vn, b@x.vn", "bad_email"),
            ("domain", "https://a.edu.vn", "bad_domain"),
            ("domain", "a.edu.vn:8000", "bad_domain"),
            ("domain", "a.edu.vn/tin", "bad_domain"),
            ("domain", "a_b.edu.vn", "bad_domain"),
            ("domain", "-a.edu.vn", "bad_domain"),
            ("domain", "a..vn", "bad_domain"),
            ("domain", "localhost", "bad_domain"),
            ("domain", "10.0.0.1", "bad_domain"),
            ("domain", f"{'a' * 64}.vn", "bad_domain"),
        ],
    )
    def test_what_cannot_be_taken_has_a_reason(self, field, raw, code):
        value = read_value(field, raw)
        assert value.error is not None
        assert value.error[0] == code
        assert str(value.error[1])

    @pytest.mark.parametrize(
        ("field", "raw", "text", "note"),
        [
            ("name", "Tru\u031bo\u031b\u0300ng A", "Trường A", "composed"),
            ("name", "Trường\nA", "Trường A", "line_break"),
            ("name", "Trường  A", "Trường A", "spaces"),
            ("name", "\u00d0ông\u200b", "Đông", "letters"),
            ("code", "'0123", "0123", "apostrophe"),
            ("code", "79000701.0", "79000701.0", "decimal_code"),
            ("address", "-", "", "placeholder"),
            ("email", "Đang cập nhật", "", "placeholder"),
            ("email", "Truong.A@Example.edu.vn", "truong.a@example.edu.vn", "lower_case"),
            ("phone", "2838123456", "2838123456", "short_phone"),
            ("domain", "Truong-A.Example.edu.vn.", "truong-a.example.edu.vn", "domain_form"),
            ("address", "12 L? L?i, Ph?ờng 1", "12 L? L?i, Ph?ờng 1", "lost_letters"),
            ("domain", "trường.vn", "xn--trng-rib8295b.vn", "domain_form"),
        ],
    )
    def test_a_repair_is_noted(self, field, raw, text, note):
        value = read_value(field, raw)
        assert value.error is None
        assert (value.text, codes_in(value.notes)) == (text, [note])

    @pytest.mark.parametrize(
        "phone",
        [
            "028 3829 2929",
            "(028) 38.29.29.29",
            "+84 28-3829-2929",
            "0901234567 / 0907654321",
            "02838292929 (ext 12)",
        ],
    )
    def test_telephone_numbers_are_taken_as_people_write_them(self, phone):
        value = read_value("phone", phone)
        assert (value.text, value.error, value.notes) == (phone, None, [])

    @given(
        st.sampled_from(["code", "name", "address", "phone", "email", "domain", "parent"]),
        st.text(max_size=60),
    )
    def test_any_text_is_taken_or_has_a_reason(self, field, raw):
        value = read_value(field, raw)
        assert "\n" not in value.text
        assert value.error is None or str(value.error[1])


def codes_in(notes):
    return [code for code, _message in notes]


class TestRows:
    def test_a_row_is_taken_with_what_the_list_says_only(self):
        parsed = one("Mã,Tên,Loại trường,Điện thoại\n01,THPT Lê Văn Thử,THPT,\n")
        assert parsed.row == InstitutionRow("01", "THPT Lê Văn Thử", "upper_secondary", "S01", phone="")
        assert parsed.row.address is None

    def test_a_bad_row_names_its_column_and_leaves_the_others_alone(self):
        bad, good = parse("ma,ten,email\n1,A,khong-phai\n2,B,b@example.edu.vn\n", sets=["type=primary"])
        (error,) = bad.errors
        assert (bad.number, error.field, error.column, error.code) == (2, "email", "email", "bad_email")
        assert "khong-phai" in str(error.message)
        assert bad.row is None
        assert good.row is not None

    def test_a_row_moved_by_a_separator_is_reported(self):
        parsed = one("ma,ten,dc\n1,A,12 Lê Lợi,Phường Mẫu\n", sets=["type=primary"])
        assert codes(parsed.errors) == ["beyond_header"]

    def test_identical_rows_are_one(self):
        first, second = parse("ma,ten\n1a,A\n1A,A\n", sets=["type=primary"])
        assert first.duplicate_of is None
        assert second.duplicate_of == 2
        assert codes(second.notes) == ["duplicate"]
        assert in_tree_order([first, second]) == [first]

    def test_one_code_for_different_rows_is_an_error_of_each(self):
        rows = parse("ma,ten,dc\n1,A,x\n2,B,\n1,A,y\n", sets=["type=primary"])
        assert [codes(row.errors) for row in rows] == [["doubled_code"], [], ["doubled_code"]]
        assert "rows 2, 4" in str(rows[2].errors[0].message)
        assert "dc" in str(rows[2].errors[0].message)

    def test_a_name_of_several_levels_is_noted_where_the_type_is_given(self):
        parsed = one("ma,ten\n1,THCS và THPT Mẫu\n", sets=["type=upper_secondary"])
        assert parsed.row.type == "upper_secondary"
        assert codes(parsed.notes) == ["name_says_otherwise"]

    def test_a_host_name_twice_or_in_use_is_an_error(self):
        known = KnownTable(
            [TOP, KnownInstitution("9", "Cũ", "primary", "S01")],
            {"c.edu.vn": "9", "e.edu.vn": "9", "cms.vn": ""},
        )
        rows = parse(
            "ma,ten,domain\n1,A,a.edu.vn\n2,B,A.edu.vn\n3,C,c.edu.vn\n4,D,cms.vn\n9,E,e.edu.vn\n",
            sets=["type=primary"],
            known=known,
        )
        assert [codes(row.errors) for row in rows] == [
            ["doubled_domain"],
            ["doubled_domain"],
            ["domain_in_use"],
            ["domain_in_use"],
            [],
        ]


class TestStored:
    STORED = KnownInstitution("7a", "TH Mẫu", "primary", "S01")

    def test_another_type_is_refused_with_both_types_and_the_remedies(self):
        error = conflict_with_existing(self.STORED, InstitutionRow("7a", "TH Mẫu", "lower_secondary"))
        assert error.code == "type_conflict"
        for words in ("Primary school", "Lower secondary school", "universal", "correct the row"):
            assert words in str(error.message)

    def test_another_type_is_taken_with_permission(self):
        row = InstitutionRow("7a", "TH Mẫu", "universal")
        assert conflict_with_existing(self.STORED, row, type_change=True) is None

    def test_a_list_of_another_level_does_not_change_a_school(self):
        parsed = one("ma,ten\n7A,TH Mẫu\n", sets=["type=universal"], known=KnownTable([TOP, self.STORED]))
        assert codes(parsed.errors) == ["type_conflict"]
        changed = one(
            "ma,ten\n7A,TH Mẫu\n",
            sets=["type=universal"],
            known=KnownTable([TOP, self.STORED]),
            type_change=True,
        )
        assert (changed.row.code, changed.row.type) == ("7a", "universal")
        assert "code_case" in codes(changed.notes)

    def test_a_school_stays_with_its_authority_unless_its_row_names_another(self):
        other = KnownInstitution("P1", "Phòng Mẫu", "agency", "S01")
        school = KnownInstitution("7", "TH Mẫu", "primary", "P1")
        known = KnownTable([TOP, other, school])
        kept = one("ma,ten\n7,TH Mẫu\n", sets=["type=primary"], known=known)
        assert kept.row.parent_code == "P1"
        assert codes(kept.notes) == ["parent_kept"]
        moved = one("ma,ten,parent\n7,TH Mẫu,S01\n", sets=["type=primary"], known=known)
        assert moved.row.parent_code == "S01"


class TestParents:
    def test_the_top_may_stand_alone(self):
        parsed = one("ma,ten,type\nS9,Sở Mẫu,Sở\n", known=KnownTable(), parent=None)
        assert parsed.row.parent_code is None

    def test_the_authority_in_its_own_list_is_not_its_own_parent(self):
        rows = parse("ma,ten,type\nS9,Sở Mẫu,Sở\n1,TH A,TH\n", known=KnownTable(), parent="s9")
        assert [row.row.parent_code for row in rows] == [None, "S9"]

    def test_a_school_without_authority_is_an_error(self):
        parsed = one("ma,ten\n1,A\n", sets=["type=primary"], parent=None)
        assert codes(parsed.errors) == ["parent_required"]

    def test_an_unknown_authority_for_all_rows_stops_the_list(self):
        with pytest.raises(MappingError) as caught:
            parse("ma,ten\n1,A\n", sets=["type=primary"], parent="KHONG")
        assert codes_of(caught.value) == ["unknown_parent"]
        assert "KHONG" in str(caught.value)

    def test_a_parent_is_found_by_code_or_by_a_name_of_its_own(self):
        known = KnownTable([TOP, *(KnownInstitution(f"P{n}", "Phòng Đôi", "agency", "S01") for n in (1, 2))])
        rows = parse(
            "ma,ten,type,parent\nP9,Phòng Mẫu,Phòng,S01\n"
            "1,A,TH,p9\n2,B,TH,PHÒNG MẪU\n3,C,TH,Phòng Đôi\n4,D,TH,P7\n",
            known=known,
        )
        assert [row.row and row.row.parent_code for row in rows] == ["S01", "P9", "P9", None, None]
        assert codes(rows[2].notes) == ["parent_by_name"]
        assert codes(rows[3].errors) == ["ambiguous_parent"]
        assert codes(rows[4].errors) == ["unknown_parent"]
        assert "P7" in str(rows[4].errors[0].message)

    def test_a_circle_is_named_and_its_members_are_refused(self):
        rows = parse("ma,ten,type,parent\nA,Phòng A,Phòng,B\nB,Phòng B,Phòng,A\nC,TH C,TH,A\nD,TH D,TH,D\n")
        assert [codes(row.errors) for row in rows] == [
            ["parent_cycle"],
            ["parent_cycle"],
            ["parent_rejected"],
            ["parent_cycle"],
        ]
        assert "A → B → A (rows 2, 3)" in str(rows[0].errors[0].message)

    def test_a_circle_through_what_is_stored_is_found(self):
        known = KnownTable(
            [TOP, KnownInstitution("A", "A", "agency", "S01"), KnownInstitution("B", "B", "agency", "A")]
        )
        parsed = one("ma,ten,type,parent\nA,Phòng A,Phòng,B\n", known=known)
        assert codes(parsed.errors) == ["parent_cycle"]

    def test_a_facility_has_no_members_and_an_agency_no_department(self):
        rows = parse("ma,ten,type,parent\n1,TH A,TH,S01\n2,TH B,TH,1\nP,Phòng,Phòng,S01\nS,Sở,Sở,P\n")
        assert [codes(row.errors) for row in rows] == [
            [],
            ["facility_parent"],
            [],
            ["department_below_agency"],
        ]

    def test_members_of_a_refused_authority_are_refused(self):
        rows = parse("ma,ten,type,parent,email\nP,Phòng,Phòng,S01,sai\nQ,Tổ,Phòng,P,\n1,A,TH,Q,\n")
        assert [codes(row.errors) for row in rows] == [
            ["bad_email"],
            ["parent_rejected"],
            ["parent_rejected"],
        ]
        assert "row 3" in str(rows[2].errors[0].message)

    def test_rows_are_ordered_parents_first(self):
        rows = parse("ma,ten,type,parent\n1,A,TH,P\nP,Phòng,Phòng,S\nS,Sở,Sở,S01\n2,B,TH,S\n")
        assert [row.row.code for row in in_tree_order(rows)] == ["S", "P", "1", "2"]

    @given(st.lists(st.integers(min_value=-1, max_value=9), min_size=10, max_size=10))
    def test_whatever_the_parents_are_the_order_is_a_tree(self, parents):
        lines = [f"A{n},Phòng {n},Phòng,{f'A{up}' if up >= 0 else 'S01'}" for n, up in enumerate(parents)]
        rows = parse("\n".join(["ma,ten,type,parent", *lines]))
        seen = {"S01"}
        for parsed in in_tree_order(rows):
            assert parsed.row.parent_code in seen
            seen.add(parsed.row.code)
        assert len(seen) - 1 + sum(bool(row.errors) for row in rows) == 10
