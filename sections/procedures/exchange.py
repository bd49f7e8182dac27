"""Procedures and online services as lists: the columns of the national database, of a province's list and of our own export."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from common.choice_sets import ChoiceSet
from common.text import fold
from sections.exchange import Exchange, Field, register_exchange
from sections.exchange.parsers import Parser, choice, day, integer, text, url, yes_no
from sections.models import OnlineServicesPage, ProcedurePage, ProceduresPage, ServicePage
from sections.procedures import cells, national
from sections.procedures.choices import Audience, Category, Change, Level, OnlineLevel, Status

PORTAL = "Cổng Dịch vụ công quốc gia"
LEVEL_NAMES = {
    "Cấp bộ": "ministry", "bộ": "ministry", "Cấp tỉnh": "province", "tỉnh": "province", "Cấp huyện": "district",
    "huyện": "district", "Cấp xã": "commune", "xã": "commune", "Cơ quan khác": "other", "Cơ sở giáo dục": "other",
    "trường học": "other",
}  # fmt: skip
AUDIENCE_NAMES = {
    "Công dân Việt Nam": "citizens", "công dân": "citizens", "Người Việt Nam định cư ở nước ngoài": "overseas",
    "Người nước ngoài": "foreigners", "Người nước ngoài cư trú tại Việt Nam": "foreigners",
    "Cán bộ, công chức, viên chức": "officials", "cán bộ": "officials", "công chức": "officials",
    "viên chức": "officials", "giáo viên": "officials", "Doanh nghiệp": "enterprises",
    "Doanh nghiệp Việt Nam": "enterprises", "Doanh nghiệp có vốn đầu tư nước ngoài": "foreign_invested",
    "Hợp tác xã": "cooperatives", "Tổ chức (không bao gồm doanh nghiệp, HTX)": "organisations",
    "tổ chức": "organisations", "Tổ chức nước ngoài": "foreign_bodies", "Đảng viên": "party", "Tổ chức Đảng": "party",
    "học sinh": "pupils", "cha mẹ học sinh": "pupils", "phụ huynh": "pupils", "trường học": "schools",
    "cơ sở giáo dục": "schools",
}  # fmt: skip
CATEGORY_NAMES = {
    "TTHC được giao luật quy định chi tiết": "detailed", "TTHC được luật giao quy định chi tiết": "detailed",
    "TTHC không được luật giao cho địa phương quy định": "not_delegated", "Loại khác": "other",
}  # fmt: skip
ONLINE_NAMES = {"toàn trình": "full", "một phần": "partial", "thông tin": "information", "mức độ 4": "full"}
CHANGE_NAMES = {
    "ban hành mới": "issued",
    "sửa đổi, bổ sung": "amended",
    "thay thế": "replaced",
    "chuẩn hóa": "standardised",
}
STATUS_NAMES = {
    "hieu_luc": "in_force", "còn hiệu lực": "in_force", "có hiệu lực": "in_force", "công khai": "in_force",
    "bai_bo": "repealed", "bãi bỏ": "repealed", "đã bãi bỏ": "repealed", "hết hiệu lực": "repealed",
    "chưa có hiệu lực": "coming",
}  # fmt: skip


def _portal_text(limit: int) -> Parser:
    plain = text(max_length=limit, multiline=True)
    return Parser("text", lambda source: plain(national.plain(source)))


def _result(source: str) -> str:
    return text(max_length=6000, multiline=True)(national.result_in(source))


def _value(parser: Parser) -> Parser:
    """A choice as the text that the column holds."""
    return Parser("choice", lambda source: parser(source).value, parser.show)


def _write_title(page: Any, value: str | None) -> None:
    page.title = value or ""
    page.full_name = page.title if len(page.title) > 255 else ""


def _write_ways(page: Any, rows: list[dict] | None) -> None:
    """What all ways have in common is said of the procedure, where the list says nothing of it."""
    cells.WAYS.write("channels")(page, rows)
    limits = {row.get("time_limit", "") for row in rows or ()}
    fees = {fold(row.get("fee", "")) for row in rows or ()}
    if not page.time_limit and len(limits) == 1:
        page.time_limit = limits.pop()
    if not page.fees and fees == {"mien phi"}:
        page.is_free = True


def _write_source_url(page: Any, value: str | None) -> None:
    page.source_url = (value or "")[:200]
    if "dichvucong.gov.vn" in page.source_url:
        page.source_name = PORTAL


def _write_status(page: Any, value: str | None) -> None:
    """A list of repealed procedures names the decision that repealed them and its day."""
    if value == Status.REPEALED and not page.repealed_on:
        page.repealed_on, page.repeal_decision = page.decided_on, page.decision


def _check(values: dict[str, Any]) -> dict[str, Any]:
    found = {}
    is_repealed = values.get("status") == Status.REPEALED
    if is_repealed and not (values.get("repealed_on") or values.get("decided_on")):
        found["status"] = _("A repealed procedure needs the day from which it is repealed.")
    if is_repealed and not (values.get("repeal_decision") or values.get("decision")):
        found["status"] = _("A repealed procedure needs the decision that repeals it.")
    if values.get("repealed_on") and not values.get("repeal_decision"):
        found["repealed_on"] = _("Name the decision that repeals it.")
    if values.get("repeal_decision") and not values.get("repealed_on"):
        found["repeal_decision"] = _("Give the day from which it is repealed.")
    if values.get("is_free") and any(row.get("amount") for row in values.get("fees") or ()):
        found["is_free"] = _("There is an amount among the fees: empty one of the two cells.")
    return found


def _rows(
    name: str, label: Any, rows: cells.Rows, aliases: tuple[str, ...], example: str, write: Any = None
) -> Field:
    return Field(
        name,
        label,
        aliases=aliases,
        example=example,
        help=_("A row a line; further values behind a bar."),
        parse=rows.parser,
        write=write or rows.write(name),
        read=rows.read(name),
        nested=True,
    )


def _set(
    name: str, label: Any, choices: Any, names: dict[str, str], aliases: tuple[str, ...], **more: Any
) -> Field:
    return Field(
        name,
        label,
        aliases=aliases,
        parse=cells.choice_set(choices, names),
        write=lambda page, value: setattr(page, name, value or ChoiceSet((), choices)),
        read=lambda page: getattr(page, name) or None,
        **more,
    )


FACTS = (
    Field("code", pgettext_lazy("procedure", "Code"), aliases=("Mã thủ tục", "ma_thu_tuc", "ma", "Mã TTHC", "Mã số TTHC"), example="1.005142", parse=cells.CODE),
    Field(
        "title",
        pgettext_lazy("procedure", "Procedure"),
        aliases=("Tên thủ tục", "Tên thủ tục hành chính", "ten_thu_tuc", "ten_rut_gon", "Tên TTHC"),
        required=True,
        example="Chuyển trường đối với học sinh trung học phổ thông",
        parse=text(max_length=2000),
        write=_write_title,
        read=lambda page: page.name,
    ),
    Field("summary", _("Summary"), aliases=("Tóm tắt",), example="Khi gia đình chuyển nơi ở.", parse=text(max_length=300)),
    Field("field", pgettext_lazy("subject", "Field"), aliases=("Lĩnh vực", "linh_vuc"), required=True, example="Giáo dục trung học", parse=text(max_length=200)),
    Field("category", pgettext_lazy("procedure", "Kind"), aliases=("Loại thủ tục", "loai_thu_tuc"), example="Loại khác", parse=_value(choice(Category, CATEGORY_NAMES))),
    _set("levels", pgettext_lazy("procedure", "Carried out at"), Level, LEVEL_NAMES, ("Cấp thực hiện", "cap_thuc_hien", "cap"), required=True, example="Cấp tỉnh"),
    _set("audiences", _("For whom"), Audience, AUDIENCE_NAMES, ("Đối tượng thực hiện", "doi_tuong_thuc_hien"), example="Công dân Việt Nam"),
)  # fmt: skip
APPLICATION = (
    Field("time_limit", _("Time limit"), aliases=("Thời hạn giải quyết", "thoi_han_giai_quyet"), example="3 ngày làm việc", parse=text(max_length=300)),
    _rows("steps", _("Steps"), cells.STEPS, ("Trình tự thực hiện", "trinh_tu_thuc_hien"), "1. Nộp đơn | ai làm: cha mẹ\n2. Nhận kết quả"),
    _rows("components", _("Papers and forms"), cells.PAPERS, ("Thành phần hồ sơ", "thanh_phan_ho_so"), "1. Đơn xin chuyển trường | bản chính: 1"),
    Field("sets", _("Number of sets"), aliases=("Số lượng hồ sơ", "Số bộ hồ sơ"), example="1", parse=integer(maximum=99)),
    _rows("channels", _("Ways to hand in"), cells.WAYS, ("Cách thức thực hiện", "cach_thuc_thuc_hien"), "1. Trực tuyến | thời hạn: 3 ngày làm việc", _write_ways),
    _rows("fees", _("Fees and charges"), cells.FEES, ("Phí, lệ phí", "phi_le_phi", "Phí", "Lệ phí"), "1. Lệ phí | mức: 250000"),
    Field("is_free", _("No fee and no charge"), aliases=("Không thu phí", "Miễn phí"), example="có", parse=yes_no, read=lambda page: page.is_free or None),
    Field("result", pgettext_lazy("procedure", "What you get"), aliases=("Kết quả thực hiện", "ket_qua_xu_ly", "Kết quả"), example="Giấy giới thiệu chuyển trường", parse=Parser("text", _result)),
    Field("requirements", _("Requirements and conditions"), aliases=("Yêu cầu, điều kiện thực hiện", "yeu_cau_dieu_kien", "Yêu cầu, điều kiện"), example="Trường nơi đến còn chỗ học.", parse=_portal_text(20000)),
    Field("recipient", _("Where to hand in"), aliases=("Nơi tiếp nhận", "noi_tiep_nhan"), example="Bộ phận Một cửa", parse=_portal_text(300)),
    Field("recipient_address", _("Address of that unit"), aliases=("Địa chỉ tiếp nhận hồ sơ", "dia_chi_tiep_nhan"), example="12 phố Bến Sông", parse=_portal_text(500)),
    Field("recipient_hours", _("Hours"), aliases=("Giờ tiếp nhận",), example="7:30–11:30, thứ Hai đến thứ Sáu", parse=text(max_length=255)),
    _rows("handlers", _("Who handles it"), cells.HANDLERS, ("Người trực tiếp xử lý", "nguoi_xu_ly"), "1. Trần Văn An | chức danh: chuyên viên | điện thoại: 0200 000 081"),
    Field("online_level", _("Online level"), aliases=("Mức độ trực tuyến", "Mức độ DVC", "muc_do"), example="toàn trình", parse=_value(choice(OnlineLevel, ONLINE_NAMES))),
    Field("online_url", _("Link to apply online"), aliases=("Đường dẫn nộp hồ sơ", "Liên kết"), example="https://dichvucong.gov.vn/…", parse=url(max_length=500)),
)  # fmt: skip
LEGAL = (
    _rows("legal_basis", _("Legal basis"), cells.LAWS, ("Căn cứ pháp lý", "can_cu_phap_ly"), "1. 28/2020/TT-BGDĐT | tên: Điều lệ trường tiểu học"),
    Field("authority", _("Body that carries it out"), aliases=("Cơ quan thực hiện", "co_quan_thuc_hien"), example="Sở Giáo dục và Đào tạo", parse=_portal_text(2000)),
    Field("competent_body", _("Body that decides"), aliases=("Cơ quan có thẩm quyền", "co_quan_co_tham_quyen"), example="Giám đốc Sở", parse=_portal_text(2000)),
    Field("delegated_body", _("Body it is delegated to"), aliases=("Cơ quan được ủy quyền", "co_quan_duoc_uy_quyen"), parse=_portal_text(2000)),
    Field("coordinating_body", _("Bodies that take part"), aliases=("Cơ quan phối hợp", "co_quan_phoi_hop"), parse=_portal_text(2000)),
    Field("change", _("What the decision did"), aliases=("Loại quyết định",), example="ban hành mới", parse=_value(choice(Change, CHANGE_NAMES))),
    Field("decision", _("Decision"), aliases=("Số quyết định", "Quyết định công bố", "so_quyet_dinh", "quyet_dinh"), example="5252/QĐ-UBND", parse=text(max_length=80)),
    Field("decided_on", _("Date of the decision"), aliases=("Ngày quyết định", "ngay"), example="26/12/2025", parse=day),
    Field("effective_on", _("In force from"), aliases=("Ngày hiệu lực", "Hiệu lực từ ngày"), example="01/01/2026", parse=day),
    _rows("changes", _("Earlier decisions"), cells.CHANGES, ("Các quyết định trước",), "1. 123/QĐ-UBND | nội dung: ban hành mới"),
    Field("repealed_on", _("Repealed from"), aliases=("Bãi bỏ từ ngày", "Ngày bãi bỏ"), example="03/09/2026", parse=day),
    Field("repeal_decision", _("Repealed by"), aliases=("Quyết định bãi bỏ",), example="3509/QĐ-UBND", parse=text(max_length=80)),
    Field("replaced_by_code", _("Replaced by (code)"), aliases=("Thay thế bởi (mã)",), example="1.005143", parse=cells.CODE),
    Field("source_url", _("Link to the source"), aliases=("detail_url", "Nguồn"), example="https://dichvucong.gov.vn/…", parse=url(max_length=200), write=_write_source_url),
    Field(
        "status",
        pgettext_lazy("procedure", "Status"),
        aliases=("Trạng thái", "trang_thai", "Tình trạng"),
        example="còn hiệu lực",
        help=_("“Repealed” takes the decision and its date for those of the repeal, where no others are given."),
        parse=_value(choice(Status, STATUS_NAMES)),
        write=_write_status,
        read=lambda page: page.status_on(),
    ),
)  # fmt: skip


def register() -> None:
    register_exchange(
        Exchange(
            name="procedures",
            label=_("Administrative procedures"),
            page_type=ProcedurePage,
            section_type=ProceduresPage,
            key=("code", "levels"),
            key_without=("title",),
            columns=(*FACTS, *APPLICATION, *LEGAL),
            check=_check,
            slug="thu-tuc-hanh-chinh",
        )
    )
    register_exchange(
        Exchange(
            name="services",
            label=_("Online services"),
            page_type=ServicePage,
            section_type=OnlineServicesPage,
            key=("title",),
            columns=(
                Field(
                    "title",
                    _("Service"),
                    aliases=("Tên dịch vụ",),
                    required=True,
                    example="Tra cứu điểm thi",
                    parse=text(max_length=255),
                ),
                Field(
                    "summary",
                    _("Summary"),
                    aliases=("Tóm tắt",),
                    example="Xem điểm bằng số báo danh.",
                    parse=text(max_length=300),
                ),
                Field(
                    "field",
                    pgettext_lazy("subject", "Field"),
                    aliases=("Lĩnh vực",),
                    example="Thi và tuyển sinh",
                    parse=text(max_length=200),
                ),
                Field(
                    "online_level",
                    _("Online level"),
                    aliases=("Mức độ trực tuyến", "Mức độ"),
                    required=True,
                    example="toàn trình",
                    parse=_value(choice(OnlineLevel, ONLINE_NAMES)),
                ),
                Field(
                    "online_url",
                    _("Link to the service"),
                    aliases=("Đường dẫn", "Liên kết"),
                    example="https://tracuu.example.edu.vn/",
                    parse=url(max_length=500),
                ),
                _set(
                    "audiences", _("For whom"), Audience, AUDIENCE_NAMES, ("Đối tượng",), example="học sinh"
                ),
                Field(
                    "unit",
                    _("Unit in charge"),
                    aliases=("Đơn vị phụ trách",),
                    example="Phòng Khảo thí",
                    parse=text(max_length=200),
                ),
                Field(
                    "contact",
                    pgettext_lazy("service", "Help"),
                    aliases=("Hỗ trợ", "Liên hệ"),
                    example="0200 000 081",
                    parse=text(max_length=200),
                ),
                _rows(
                    "steps",
                    _("How to use it"),
                    cells.STEPS,
                    ("Cách dùng", "Các bước"),
                    "1. Nhập số báo danh\n2. Xem điểm",
                ),
            ),  # fmt: skip
            slug="dich-vu-truc-tuyen",
        )
    )
