"""Quy chế bảo đảm an toàn, bảo vệ thông tin cá nhân, for the staff (circular 25/2010, articles 9 and 10): Vietnamese words.

What readers are shown before they send something is the notice of ``privacy``; this text tells the staff what to do.
"""

from __future__ import annotations

from editorial.regulations.composing import Article, article
from editorial.regulations.facts import FactReader


def chapters(f: FactReader) -> dict[str, list[Article]]:
    """Key of the chapter → its articles."""
    return {
        "general": _general(f),
        "handling": _handling(f),
        "measures": _measures(f),
        "supervision": _supervision(),
        "duties": _duties(f),
        "final": _final(),
    }


def _general(f: FactReader) -> list[Article]:
    notice = f["notice.version"]
    return [
        article(
            "Phạm vi điều chỉnh và đối tượng áp dụng",
            "Quy chế này quy định việc thu thập, sử dụng, chia sẻ, bảo đảm an toàn và bảo vệ thông tin cá nhân trên trang thông "
            f"tin điện tử của {f['institution.name']}.",
            "Quy chế áp dụng đối với Người đứng đầu, Ban biên tập, người được giao xử lý thông tin, người vận hành kỹ thuật và "
            "đơn vị cung cấp dịch vụ.",
            f"Nội dung công khai cho người sử dụng trang được nêu trong {notice}, tại địa chỉ {f['notice.address']}."
            if notice
            else None,
        ),
        article(
            "Nguyên tắc",
            "Chỉ thu thập thông tin cần cho mục đích đã công khai, khi người cung cấp đồng ý hoặc pháp luật quy định; dùng đúng "
            "mục đích, lưu giữ có thời hạn.",
            "Không có lựa chọn đánh dấu sẵn; im lặng không được coi là đồng ý.",
            "Bảo vệ thông tin cá nhân là yêu cầu bắt buộc khi thiết kế, vận hành, nâng cấp trang.",
        ),
    ]


def _handling(f: FactReader) -> list[Article]:
    purposes = f.lines("purposes.list")
    recipients = f.lines("purposes.recipients")
    return [
        article(
            "Thu thập và sử dụng",
            ("Trang thu thập thông tin cá nhân cho các mục đích sau:", [f"{row};" for row in purposes])
            if purposes
            else "Trang hiện không thu thập thông tin cá nhân qua biểu mẫu.",
            "Người được giao xử lý chỉ mở thông tin khi có lý do công việc; mỗi lần mở, sửa, trích xuất được ghi nhật ký. Không "
            "sao chép thông tin ra thiết bị, hộp thư cá nhân.",
        ),
        article(
            "Chia sẻ",
            (
                "Thông tin chỉ được chuyển cho nơi nhận sau đây, khi người gửi đồng ý ở một bước riêng:",
                recipients,
            )
            if recipients
            else "Thông tin không được chuyển cho bên thứ ba, trừ khi pháp luật quy định.",
            "Khi sửa hoặc xóa thông tin đã chia sẻ, người xử lý báo cho nơi nhận.",
        ),
        article(
            "Thực hiện quyền của cá nhân",
            "Yêu cầu xem, sửa, rút lại sự đồng ý, xóa, xác nhận thông tin được tiếp nhận bằng mã hồ sơ; trả lời về việc "
            "tiếp nhận "
            "trong 02 ngày làm việc và giải quyết trong thời hạn đã công khai.",
        ),
    ]


def _measures(f: FactReader) -> list[Article]:
    provider = f["institution.provider"]
    return [
        article(
            "Biện pháp kỹ thuật",
            (
                "Hệ thống áp dụng thường xuyên các biện pháp:",
                (
                    "tường lửa, cập nhật bản vá, ngăn chặn truy cập trái phép;",
                    "mã hóa trên đường truyền; mã hóa nội dung biểu mẫu khi lưu, khóa được giữ tách khỏi dữ liệu;",
                    "tài khoản riêng cho từng người, xác thực hai lớp với người được xem thông tin cá nhân, khóa tài khoản khi "
                    "nhập sai nhiều lần;",
                    "sao lưu hằng ngày, kiểm tra phục hồi; nhật ký truy cập không chứa nội dung thông tin cá nhân.",
                ),
            ),
            f"Đơn vị cung cấp dịch vụ ({provider}) cam kết bằng văn bản về bảo vệ thông tin cá nhân."
            if provider
            else "Đơn vị cung cấp dịch vụ, nếu có, cam kết bằng văn bản về bảo vệ thông tin cá nhân.",
        ),
        article(
            "Lưu trữ và xóa",
            "Hết thời hạn lưu giữ của mục đích, thông tin được hệ thống xóa và không khôi phục; thông tin khảo sát, "
            "thống kê được "
            "xóa khi hoàn thành công việc.",
            "Bằng chứng về sự đồng ý được giữ theo quy định của pháp luật.",
        ),
        article(
            "Xử lý sự cố",
            "Người phát hiện lộ, mất thông tin báo ngay cho đầu mối kỹ thuật và Người đứng đầu; đầu mối ngăn chặn, lập biên bản, "
            "đánh giá ảnh hưởng.",
            "Người đứng đầu thông báo cho cơ quan có thẩm quyền trong 72 giờ và cho người bị ảnh hưởng theo quy định của pháp "
            "luật về bảo vệ dữ liệu cá nhân.",
        ),
    ]


def _supervision() -> list[Article]:
    return [
        article(
            "Kiểm tra, đánh giá",
            (
                "Mỗi năm một lần và ngay sau khi trang có thay đổi, đơn vị đánh giá:",
                (
                    "thông tin được thu thập, mục đích, nơi nhận;",
                    "hiệu quả và rủi ro của việc thu thập, sử dụng, chia sẻ;",
                    "mức độ bảo đảm an toàn, sự phù hợp của hạ tầng với tiêu chuẩn, quy chuẩn kỹ thuật;",
                    "biện pháp khắc phục hạn chế.",
                ),
            ),
            "Kết quả được lập thành văn bản, báo cáo Người đứng đầu và lưu hồ sơ.",
        ),
        article(
            "Giám sát thường xuyên",
            "Người đứng đầu mỗi năm hai lần rà soát danh sách người được xem thông tin cá nhân và nhật ký truy cập; quyền không "
            "còn cần thiết bị thu hồi.",
        ),
    ]


def _duties(f: FactReader) -> list[Article]:
    contact = f["upkeep.contact"]
    return [
        article(
            "Người đứng đầu",
            "Chịu trách nhiệm về việc bảo vệ thông tin cá nhân; bố trí nhân lực, kinh phí; chỉ đạo xử lý vi phạm.",
            "Phổ biến Quy chế này và tổ chức tập huấn cho người được giao xử lý thông tin.",
        ),
        article(
            "Người được giao xử lý thông tin",
            "Nắm vững pháp luật và Quy chế này; giữ kín thông tin biết được trong và sau thời gian làm nhiệm vụ.",
            "Không để lộ thông tin qua màn hình, bản in, thư điện tử; hủy bản in khi xong việc.",
        ),
        article(
            "Đầu mối kỹ thuật",
            f"{contact} thực hiện các biện pháp tại Chương III, theo dõi và báo cáo sự cố."
            if contact
            else "Người được phân công thực hiện các biện pháp tại Chương III, theo dõi và báo cáo sự cố.",
        ),
    ]


def _final() -> list[Article]:
    return [
        article(
            "Công khai và hiệu lực",
            "Quy chế được công khai trên trang thông tin điện tử, in được và có phiên bản; khi thay đổi, đơn vị công bố bản mới "
            "cùng nội dung thay đổi.",
            "Tập thể, cá nhân vi phạm bị xử lý theo quy định của pháp luật; vướng mắc được báo cáo Người đứng đầu xem xét, quyết "
            "định.",
        )
    ]
