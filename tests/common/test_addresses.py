"""Filters for addresses."""

from common.templatetags.addresses import breakable


class TestBreakable:
    def test_lets_a_narrow_screen_break_an_address_after_its_at(self) -> None:
        assert breakable("vanphong@truong.example") == "vanphong@<wbr>truong.example"

    def test_escapes_what_is_no_address(self) -> None:
        assert breakable("<b>@x") == "&lt;b&gt;@<wbr>x"
