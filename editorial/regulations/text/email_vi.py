"""Quy chế quản lý, vận hành và sử dụng thư điện tử: the Vietnamese words (circular 37/2020, article 4.4)."""

from __future__ import annotations

from editorial.regulations.composing import Article, article
from editorial.regulations.facts import FactReader


def chapters(f: FactReader) -> dict[str, list[Article]]:
    """Key of the chapter → its articles."""
    return {
        "general": _general(f),
        "a": _provision(f),
        "b": _use(),
        "c": _daily(f),
        "d": _accounts(),
        "final": _final(),
    }


def _general(f: FactReader) -> list[Article]:
    return [
        article(
            "Phạm vi điều chỉnh và đối tượng áp dụng",
            f"Quy chế này quy định việc quản lý, vận hành và sử dụng thư điện tử công vụ của {f['institution.name']}.",
            "Quy chế áp dụng đối với các bộ phận, cán bộ, giáo viên, nhân viên được cấp tài khoản thư điện tử của đơn vị.",
        ),
        article(
            "Nguyên tắc",
            "Thư điện tử công vụ là phương tiện trao đổi thông tin chính thức trên môi trường mạng phục vụ hoạt động của đơn "
            "vị; không dùng hộp thư cá nhân để gửi, nhận công việc.",
            _public_addresses(f),
            "Không gửi, lưu thông tin thuộc bí mật nhà nước qua thư điện tử; thông tin cá nhân chỉ gửi cho người có trách nhiệm "
            "và ở mức cần thiết.",
        ),
    ]


def _public_addresses(f: FactReader) -> str | None:
    information, complaints = f["institution.email"], f["institution.complaints_email"]
    if not (information or complaints):
        return "Địa chỉ tiếp nhận thông tin, khiếu nại của tổ chức, cá nhân được công khai trên trang thông tin điện tử."
    parts = [f"thông tin: {information}"] if information else []
    parts += [f"khiếu nại: {complaints}"] if complaints else []
    return f"Địa chỉ tiếp nhận của tổ chức, cá nhân được công khai trên trang thông tin điện tử: {'; '.join(parts)}."


def _provision(f: FactReader) -> list[Article]:
    domain, service = f["upkeep.mail_domain"], f["upkeep.mail_service"]
    contact = f["upkeep.mail_contact"]
    return [
        article(
            "Cấp tài khoản",
            "Người đứng đầu bảo đảm mỗi bộ phận và mỗi cán bộ, giáo viên, nhân viên được cấp miễn phí một tài khoản thư điện "
            "tử.",
            f"Tài khoản dùng tên miền {domain}." if domain else None,
            "Tài khoản cá nhân đặt theo họ tên không dấu; tài khoản bộ phận đặt theo tên viết tắt của bộ phận.",
            "Tài khoản được cấp trong 03 ngày làm việc kể từ khi có đề nghị; bị thu hồi trong ngày khi người sử dụng nghỉ hưu, "
            "chuyển công tác hoặc thôi việc.",
        ),
        article(
            "Quản trị hệ thống thư điện tử",
            f"Đầu mối phụ trách thư điện tử: {contact}."
            if contact
            else "Đầu mối phụ trách thư điện tử do Người đứng đầu phân công bằng văn bản.",
            f"Hệ thống thư điện tử do {service} cung cấp." if service else None,
            "Đầu mối cấp, khóa, thu hồi tài khoản, đặt lại mật khẩu, quản lý nhóm thư điện tử và lập danh bạ hộp thư; phối hợp "
            "với đơn vị cung cấp để ngăn chặn thư rác, mã độc.",
        ),
    ]


def _use() -> list[Article]:
    return [
        article(
            "Nội dung trao đổi qua thư điện tử",
            (
                "Thư điện tử được dùng để gửi, nhận:",
                (
                    "lịch công tác, giấy mời, thông báo, tài liệu họp;",
                    "văn bản để biết, để báo cáo, để lấy ý kiến; bản điện tử kèm văn bản giấy hoặc văn bản ký số;",
                    "báo cáo, số liệu, hồ sơ nghiệp vụ giữa các bộ phận và với cơ quan quản lý cấp trên;",
                    "trả lời tổ chức, cá nhân gửi thông tin, khiếu nại đến địa chỉ công khai.",
                ),
            ),
            "Văn bản gửi qua thư điện tử chỉ thay văn bản giấy khi bảo đảm giá trị pháp lý theo quy định về giao dịch điện tử và "
            "công tác văn thư.",
        ),
        article(
            "Thể thức thư",
            "Thư có tiêu đề nêu đúng nội dung, phần ký gồm họ tên, chức vụ, bộ phận, số điện thoại; văn bản tiếng Việt có dấu, "
            "mã Unicode.",
            "Khi gửi cho nhiều người ngoài đơn vị, người gửi không để lộ địa chỉ của người nhận khác.",
        ),
    ]


def _daily(f: FactReader) -> list[Article]:
    hours = f["institution.opening_hours"]
    return [
        article(
            "Kiểm tra hộp thư",
            "Người sử dụng kiểm tra hộp thư ít nhất hai lần mỗi ngày làm việc, vào đầu giờ sáng và đầu giờ chiều"
            + (f" (giờ làm việc của đơn vị: {hours})." if hours else "."),
            "Bộ phận văn thư kiểm tra hộp thư chung của đơn vị liên tục trong giờ làm việc, chuyển thư đến người có trách nhiệm "
            "trong buổi nhận được.",
        ),
        article(
            "Xử lý thư",
            "Thư giao việc được xác nhận trong ngày làm việc và xử lý đúng hạn nêu trong thư; không nêu hạn thì trong 03 "
            "ngày làm "
            "việc.",
            f"Thư của tổ chức, cá nhân gửi đến địa chỉ công khai được trả lời chậm nhất {f['upkeep.answer_days']}; khiếu nại, tố "
            "cáo xử lý theo quy định của pháp luật về khiếu nại, tố cáo.",
            "Người vắng mặt đặt trả lời tự động và ủy quyền cho người xử lý thay.",
        ),
    ]


def _accounts() -> list[Article]:
    return [
        article(
            "Trách nhiệm của đơn vị, bộ phận",
            "Trưởng bộ phận chịu trách nhiệm về hộp thư của bộ phận, phân công người trực và người thay thế; đổi mật "
            "khẩu ngay khi "
            "thay người trực.",
            "Đơn vị lập, cập nhật danh bạ tài khoản: đề nghị cấp, đã cấp, tạm khóa.",
        ),
        article(
            "Trách nhiệm của người sử dụng",
            "Giữ bí mật mật khẩu, dùng mật khẩu mạnh và xác thực hai lớp nếu hệ thống hỗ trợ; không cho mượn tài khoản.",
            "Chịu trách nhiệm về nội dung thư gửi từ tài khoản của mình; không mở tệp, đường dẫn đáng ngờ; báo ngay cho đầu mối "
            "khi nghi bị lộ mật khẩu hoặc nhận thư lừa đảo.",
            "Lưu thư công việc theo quy định về lưu trữ; không dùng tài khoản công vụ cho mục đích cá nhân, quảng cáo, phát tán "
            "thư rác.",
        ),
    ]


def _final() -> list[Article]:
    return [
        article(
            "Tổ chức thực hiện",
            "Các bộ phận, cán bộ, giáo viên, nhân viên chịu trách nhiệm thi hành Quy chế này; vi phạm bị xử lý theo quy định.",
            "Quy chế được rà soát ít nhất mỗi năm một lần và khi thay đổi địa chỉ, đầu mối, đơn vị cung cấp dịch vụ; mỗi lần sửa "
            "đổi được đánh số phiên bản và công bố cùng nội dung thay đổi.",
        )
    ]
