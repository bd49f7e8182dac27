"""Circular 25/2010/TT-BTTTT on personal information, as far as it asks for something on the site itself.

Law newer than the circular stands beside it: Law 91/2025/QH15 and Decree 356/2025/NĐ-CP, both in force since 1 January
2026, are stricter in places; ``privacy`` follows the stricter.
"""

from dataclasses import replace
from datetime import date

from sections.catalogue.entries import ALL, Answer, Clause, Source

CIRCULAR = Source(
    number="25/2010/TT-BTTTT",
    title_vi="Thông tư quy định việc thu thập, sử dụng, chia sẻ, đảm bảo an toàn và bảo vệ thông tin cá nhân trên trang thông "
    "tin điện tử hoặc cổng thông tin điện tử của cơ quan nhà nước",
    title_en="Circular on collecting, using, sharing and protecting personal information on websites of state agencies",
    valid_from=date(2011, 1, 1),
)


def _record(id_: str, reference: str, vi: str, en: str, room: str) -> Clause:
    return replace(_platform(id_, reference, vi, en, room), answer=Answer.RECORD)


def _platform(id_: str, reference: str, vi: str, en: str, room: str) -> Clause:
    return Clause(
        id=id_,
        source=CIRCULAR,
        reference=reference,
        binds=ALL,
        required=True,
        answer=Answer.PLATFORM,
        summary_vi=vi,
        summary_en=en,
        room=room,
    )


CLAUSES = (
    _platform(
        "P4.3",
        "4.3",
        "Chỉ thu thập thông tin cá nhân khi có sự đồng ý và lưu bằng chứng của sự đồng ý",
        "No collection without consent, and proof of it is kept",
        "privacy.models.ConsentEvent",
    ),
    _platform(
        "P5.1",
        "5.1",
        "Mỗi biểu mẫu nêu rõ phạm vi, mục đích trước khi người dùng điền",
        "Every form says what it collects and for what before it is filled in",
        "privacy.models.AbstractFormPage",
    ),
    _record(
        "P7.3",
        "7.3",
        "Yêu cầu kiểm tra, cập nhật, bổ sung thông tin cá nhân được giải quyết đúng hạn",
        "Requests to check, correct or add personal information are answered in time",
        "privacy.models.SubjectRequest",
    ),
    _platform(
        "P8.2",
        "8.2",
        "Xin phép chia sẻ ở một bước riêng, không chọn sẵn",
        "Sharing is asked in a step of its own with nothing chosen",
        "privacy.models.AbstractFormPage",
    ),
    _record(
        "P10.1",
        "10.1",
        "Quy chế nội bộ về bảo đảm an toàn, bảo vệ thông tin cá nhân, được duy trì và giám sát",
        "Regulation on securing and protecting personal information, maintained and supervised",
        "editorial.models.Regulation",
    ),
    _platform(
        "P11.1",
        "11.1",
        "Quy chế bảo vệ thông tin cá nhân ở ngay từ mọi trang, in được, có phiên bản",
        "The notice on personal information is one click from every page, printable and versioned",
        "privacy.models.Notice",
    ),
    _platform(
        "P12.3",
        "12.3",
        "Thông tin bí mật đời tư được mã hóa khi lưu",
        "Information of personal privacy is encrypted where it is stored",
        "privacy.encryption",
    ),
    _platform(
        "P13.1",
        "13.1",
        "Thông tin cá nhân chỉ được lưu trữ trong thời hạn cần thiết, hết hạn thì xóa",
        "Personal information is stored as long as it is necessary and erased then",
        "privacy.services.retention",
    ),
    _record(
        "P15",
        "15",
        "Thường xuyên kiểm tra, đánh giá việc bảo đảm an toàn, bảo vệ thông tin cá nhân",
        "The protection of personal information is inspected and assessed regularly",
        "privacy.models.Assessment",
    ),
    _record(
        "P16.1",
        "16.1",
        "Cán bộ nắm vững quy chế về bảo đảm an toàn, bảo vệ thông tin cá nhân của đơn vị",
        "Staff know the regulation on securing and protecting personal information",
        "privacy.models.Acknowledgement",
    ),
    _record(
        "P16.3",
        "16.3",
        "Bên cung cấp dịch vụ bên ngoài có cam kết bằng văn bản về bảo vệ thông tin cá nhân",
        "Outside providers have committed themselves in writing to protect personal information",
        "privacy.models.Processor",
    ),
)
