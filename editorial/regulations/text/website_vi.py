"""Quy chế quản lý, vận hành và sử dụng trang thông tin điện tử: the Vietnamese words (circular 37/2020, article 11.2)."""

from __future__ import annotations

from editorial.regulations.composing import Article, article
from editorial.regulations.facts import FactReader

HEAD, CHIEF, EDITOR = "Người đứng đầu", "Trưởng Ban biên tập", "Biên tập viên"


def chapters(f: FactReader) -> dict[str, list[Article]]:
    """Key of the chapter → its articles."""
    return {
        "general": _general(f),
        "a": _contents(f),
        "b": _procedure(f),
        "c": _deadlines(f),
        "d": _responsibilities(f),
        "dd": _technical(f),
        "e": _regime(f),
        "privacy": _privacy(f),
        "final": _final(),
    }


def _general(f: FactReader) -> list[Article]:
    name = f["institution.name"]
    address = f" tại địa chỉ {f['institution.site']}" if f["institution.site"] else ""
    return [
        article(
            "Phạm vi điều chỉnh và đối tượng áp dụng",
            f"Quy chế này quy định việc quản lý, vận hành và sử dụng trang thông tin điện tử của {name}{address} (sau đây gọi "
            "là Trang).",
            "Quy chế áp dụng đối với Người đứng đầu, Ban biên tập, các bộ phận, cán bộ, giáo viên, nhân viên của đơn vị và tổ "
            "chức, cá nhân cung cấp, khai thác thông tin trên Trang.",
        ),
        article(
            "Nguyên tắc cung cấp và sử dụng thông tin",
            "Trang là điểm truy cập chính thức, duy nhất của đơn vị trên môi trường mạng. Thông tin đăng tải phải chính thống, "
            "đầy đủ, chính xác và kịp thời.",
            "Việc đăng tải tuân thủ chủ trương, chính sách của Đảng, pháp luật của Nhà nước; bảo đảm an toàn, an ninh mạng, "
            "bảo vệ bí mật nhà nước, quyền sở hữu trí tuệ và thông tin cá nhân.",
            "Mọi thông tin đăng tải, trích dẫn, sử dụng lại đều ghi rõ tác giả và nguồn; tin lấy từ nơi khác kèm đường dẫn tới "
            "bản gốc.",
            "Không ai được tự mình đưa thông tin lên Trang hoặc gỡ thông tin khỏi Trang ngoài quy trình tại Chương III.",
        ),
        article(
            "Người chịu trách nhiệm",
            f"{_titled(HEAD, f['institution.head'])} chịu trách nhiệm trước pháp luật về thông tin đăng tải trên Trang.",
            _board_sentence(f),
            _contact_sentence(f),
        ),
    ]


def _titled(role: str, name: str) -> str:
    return f"{role} ({name})" if name else role


def _board_sentence(f: FactReader) -> str:
    chief = f["board.chief"]
    editors = f["board.editors"]
    text = "Ban biên tập do Người đứng đầu thành lập, hoạt động kiêm nhiệm"
    text += f"; {CHIEF}: {chief}" if chief else f", do {CHIEF} đứng đầu"
    text += f"; {EDITOR}: {editors}" if editors else ""
    return (
        f"{text}. Tác giả là cán bộ, giáo viên, nhân viên được {CHIEF} giao viết và cung cấp nội dung. Danh sách hiện hành "
        "được công khai tại mục Ban biên tập của Trang."
    )


def _contact_sentence(f: FactReader) -> str | None:
    parts = [f["institution.address"], f["institution.phone"] and f"điện thoại {f['institution.phone']}"]
    listed = ", ".join(part for part in parts if part)
    return f"Địa chỉ liên hệ của đơn vị: {listed}." if listed else None


def _contents(f: FactReader) -> list[Article]:
    sections = f.lines("sections.list")
    listed = (
        (
            "Trang có các mục bắt buộc theo Thông tư số 37/2020/TT-BGDĐT sau đây; các mục này không được xóa, ẩn hoặc "
            "chuyển khỏi vị trí:",
            [*(f"{title};" for title in sections[:-1]), f"{sections[-1]}."],
        )
        if sections
        else "Trang có đủ các mục bắt buộc theo Thông tư số 37/2020/TT-BGDĐT; các mục này không được xóa, ẩn."
    )
    return [
        article(
            "Nội dung thông tin",
            listed,
            "Ngoài các mục bắt buộc, Ban biên tập đề xuất mục bổ sung theo Điều 10 Thông tư số 37/2020/TT-BGDĐT khi có nhu "
            "cầu và điều kiện duy trì.",
        ),
        article(
            "Hình thức thể hiện",
            "Thông tin bằng tiếng Việt dùng bộ mã ký tự Unicode theo TCVN 6909:2001; văn bản đăng kèm số, ký hiệu, ngày ban "
            "hành và tệp có thể tải về.",
            "Hình ảnh mang thông tin có mô tả bằng lời để người khiếm thị tiếp cận được; nội dung đọc được trên điện thoại.",
        ),
        article(
            "Nội dung không được đăng tải",
            (
                "Nghiêm cấm đăng tải:",
                (
                    "thông tin thuộc danh mục bí mật nhà nước, bí mật công tác;",
                    "thông tin sai sự thật, xuyên tạc, xúc phạm danh dự, nhân phẩm của tổ chức, cá nhân;",
                    "thông tin cá nhân của học sinh, cha mẹ học sinh, cán bộ, giáo viên, nhân viên khi chưa được đồng ý hoặc "
                    "pháp luật không cho phép;",
                    "nội dung vi phạm quyền tác giả, quảng cáo trái quy định.",
                ),
            ),
        ),
    ]


def _procedure(f: FactReader) -> list[Article]:
    return [
        article(
            "Tiếp nhận thông tin",
            "Các bộ phận, cá nhân gửi thông tin cho Ban biên tập bằng cách soạn bản nháp trên hệ thống quản trị của Trang "
            "hoặc qua thư điện tử công vụ; tin gửi qua thư do Tác giả nhập lên hệ thống.",
            "Tác giả ghi đủ tên tác giả, nguồn thông tin và điều kiện sử dụng lại trước khi chuyển duyệt; hệ thống không nhận "
            "bài thiếu các nội dung này.",
            _feedback_sentence(f),
        ),
        article("Thẩm định, phê duyệt và đăng tải", *_chain_clauses(f)),
        article(
            "Sửa đổi, cập nhật thông tin đã đăng",
            "Mọi sửa đổi nội dung đã đăng đi lại toàn bộ quy trình phê duyệt; bản đang hiển thị giữ nguyên cho đến khi bản "
            "mới được đồng ý đăng.",
            "Sai sót được phát hiện hoặc phản ánh phải được đính chính ngay sau khi xác minh.",
        ),
        article(
            "Gỡ bài",
            f["chain.withdrawal"] + ".",
            "Việc gỡ bài phải nêu lý do; lý do, người gỡ và thời điểm gỡ được lưu trong nhật ký đăng tải.",
        ),
        article(
            "Lưu vết",
            "Mỗi lần đăng, gỡ thông tin được hệ thống ghi nhận: tên bài, địa chỉ, người viết, người thẩm định, người phê "
            "duyệt, thời điểm và nguồn. Nhật ký được lưu giữ và xuất trình khi cơ quan có thẩm quyền kiểm tra.",
        ),
    ]


def _feedback_sentence(f: FactReader) -> str:
    addresses = " và ".join(
        part
        for part in (
            f["institution.email"] and f"thư điện tử {f['institution.email']}",
            f["institution.complaints_email"]
            and f"địa chỉ tiếp nhận khiếu nại {f['institution.complaints_email']}",
        )
        if part
    )
    through = f", qua {addresses}" if addresses else ""
    return (
        f"Phản ánh, kiến nghị, góp ý của tổ chức, cá nhân được tiếp nhận qua mục Gửi phản ánh, góp ý của Trang{through}; mỗi "
        "ý kiến có mã để theo dõi."
    )


def _chain_clauses(f: FactReader) -> list:
    steps = f.lines("chain.steps")
    order = ["Một bài viết được đăng theo trình tự:", [*(f"{s};" for s in steps[:-1]), f"{steps[-1]}."]]
    heads = f.lines("sections.head")
    return [
        tuple(order) if steps else None,
        f"Các mục sau đây chỉ được đăng khi Người đứng đầu trực tiếp phê duyệt: {'; '.join(heads)}."
        if heads
        else None,
        "Không ai được thẩm định hoặc phê duyệt bài do mình viết, sửa hoặc chuyển duyệt, kể cả Trưởng Ban biên tập; bài bị "
        "sửa trong khi đang duyệt phải được duyệt lại.",
        "Bài không đạt được trả lại cho Tác giả kèm lý do bằng văn bản trên hệ thống.",
        f"{f['chain.escalation']}." if f["chain.escalation"] else None,
        "Việc hẹn giờ đăng và ngày hết hạn của bài là một phần của nội dung được phê duyệt.",
    ]


def _deadlines(f: FactReader) -> list[Article]:
    rows = f.group("sections.days")
    events = [
        "Tin tức, sự kiện, thông báo được gửi cho Ban biên tập chậm nhất 01 ngày làm việc sau khi phát sinh và được xử lý "
        f"trong {f['upkeep.news_days'] or '02 ngày làm việc'} kể từ khi Ban biên tập nhận đủ nội dung.",
        "Văn bản, nội dung công khai được đăng đúng thời hạn do pháp luật quy định cho từng loại; khi pháp luật không quy "
        "định thì chậm nhất 05 ngày làm việc kể từ ngày ký.",
    ]
    limits = (
        (
            "Thông tin ở mỗi mục được rà soát và cập nhật để không quá thời hạn sau đây kể từ lần thay đổi gần nhất:",
            [*(f"{row};" for row in rows[:-1]), f"{rows[-1]}."],
        )
        if rows
        else None
    )
    return [
        article("Thời hạn cung cấp thông tin", *events),
        article(
            "Thời hạn cập nhật, rà soát",
            limits,
            "Mỗi mục có người phụ trách và ngày rà soát; quá ngày rà soát, hệ thống nhắc người phụ trách, sau đó báo Trưởng Ban "
            "biên tập và cơ quan quản lý cấp trên.",
        ),
        article(
            "Thời hạn trả lời phản ánh, góp ý",
            "Ban biên tập chuyển phản ánh, kiến nghị, góp ý đến bộ phận có trách nhiệm trong 02 ngày làm việc và trả lời người "
            f"gửi chậm nhất {f['upkeep.answer_days']} kể từ ngày nhận; khiếu nại, tố cáo được giải quyết theo quy định "
            "của pháp luật về khiếu nại, tố cáo.",
        ),
    ]


def _responsibilities(f: FactReader) -> list[Article]:
    return [
        article(
            HEAD,
            "Chịu trách nhiệm về toàn bộ hoạt động của Trang; ban hành Quy chế này; thành lập, kiện toàn Ban biên tập; phân "
            "công bộ phận thường trực và đầu mối phụ trách kỹ thuật.",
            "Bảo đảm nhân lực, kinh phí và điều kiện để Trang hoạt động ổn định, an toàn.",
            "Trực tiếp phê duyệt nội dung ở những mục quy định tại Chương III."
            if f.lines("sections.head")
            else None,
            "Rà soát quyền truy cập của thành viên Ban biên tập mỗi năm hai lần.",
        ),
        article(
            _titled(CHIEF, f["board.chief"]),
            "Chỉ đạo, phân công công việc trong Ban biên tập; phê duyệt việc đăng, gỡ thông tin và chịu trách nhiệm trước "
            "Người đứng đầu về quyết định của mình.",
            "Đề nghị giao, thay đổi, thu hồi quyền của thành viên; xây dựng kế hoạch nội dung theo năm học.",
        ),
        article(_titled(EDITOR, f["board.editors"]), *_editor_clauses(f)),
        article(
            "Tác giả và các bộ phận",
            "Cung cấp thông tin thuộc lĩnh vực phụ trách đúng thời hạn, chịu trách nhiệm về tính chính xác, nguồn gốc và quyền "
            "sử dụng của nội dung.",
            "Hoàn thiện bài bị trả lại theo lý do đã nêu; phối hợp xác minh khi có phản ánh.",
        ),
    ]


def _editor_clauses(f: FactReader) -> list[str | None]:
    appraises = f["chain.editor"] == "có"
    return [
        "Thẩm định nội dung, thể thức, tác giả, nguồn và mô tả hình ảnh của bài trước khi trình phê duyệt."
        if appraises
        else "Biên tập nội dung, hình ảnh của bài theo phân công; quy trình của đơn vị không có bước thẩm định riêng, việc "
        "thẩm định do người phê duyệt thực hiện.",
        "Tổng hợp thông tin từ các bộ phận; theo dõi các mục được giao phụ trách, bảo đảm thời hạn tại Chương IV.",
    ]


def _technical(f: FactReader) -> list[Article]:
    return [
        article("Phương thức triển khai", *_mode_clauses(f)),
        article("Bộ phận thường trực và đầu mối phụ trách", *_contact_clauses(f)),
        article(
            "Vận hành và an toàn thông tin",
            (
                "Trách nhiệm kỹ thuật gồm:",
                (
                    "đăng ký, duy trì tên miền và chứng thư số của Trang;",
                    "quản lý máy chủ, cập nhật bản vá, sao lưu dữ liệu hằng ngày và kiểm tra việc phục hồi;",
                    "cấp, thu hồi tài khoản; tài khoản không hoạt động 45 ngày bị khóa;",
                    "giám sát, ngăn chặn, xử lý và báo cáo sự cố an toàn thông tin;",
                    "bảo đảm công cụ tìm kiếm, kênh RSS, truy cập từ thiết bị di động và cho người khuyết tật hoạt động.",
                ),
            ),
            "Tài khoản có quyền phê duyệt hoặc xem thông tin cá nhân phải dùng xác thực hai lớp. Mỗi người dùng tài khoản của "
            "riêng mình, không cho mượn, không dùng chung.",
        ),
        article("Kế hoạch nâng cấp, bảo trì", *_plan_clauses(f)),
    ]


def _mode_clauses(f: FactReader) -> list[str | None]:
    provider = f["institution.provider"]
    return [
        f"Trang được triển khai theo phương thức: {f['institution.mode']}"
        + (f"; đơn vị cung cấp, vận hành: {provider}." if provider else "."),
        "Đơn vị cung cấp dịch vụ bảo đảm kỹ thuật theo cam kết bằng văn bản, kể cả cam kết bảo vệ thông tin cá nhân; nội dung "
        "đăng tải thuộc trách nhiệm của đơn vị chủ quản Trang.",
    ]


def _contact_clauses(f: FactReader) -> list[str | None]:
    department, contact = f["upkeep.department"], f["upkeep.contact"]
    return [
        f"Bộ phận thường trực: {department}."
        if department
        else "Bộ phận thường trực do Người đứng đầu phân công bằng văn bản.",
        f"Đầu mối phụ trách kỹ thuật: {contact}."
        if contact
        else "Đầu mối phụ trách kỹ thuật do Người đứng đầu phân công bằng văn bản.",
        "Bộ phận thường trực và đầu mối phối hợp với đơn vị cung cấp dịch vụ để Trang hoạt động ổn định, an toàn.",
    ]


def _plan_clauses(f: FactReader) -> list[str | None]:
    plan = f.lines("upkeep.plan")
    return [
        ("Kế hoạch nâng cấp, bảo trì của đơn vị:", plan)
        if plan
        else "Việc nâng cấp, bảo trì được đưa vào kế hoạch công tác hằng năm.",
        f"Kế hoạch được rà soát trước ngày {f['upkeep.plan_review']}." if f["upkeep.plan_review"] else None,
        "Lịch bảo trì làm gián đoạn Trang được thông báo trước ít nhất 01 ngày làm việc.",
    ]


def _regime(f: FactReader) -> list[Article]:
    return [
        article(
            "Chế độ làm việc",
            "Thành viên Ban biên tập làm việc kiêm nhiệm theo phân công của Trưởng Ban biên tập.",
            f"Ban biên tập họp {f['upkeep.meetings']} để đánh giá hoạt động của Trang, thống nhất kế hoạch nội dung; họp đột "
            "xuất khi cần.",
            "Thành viên vắng mặt báo Trưởng Ban biên tập để phân công người thay; Trưởng Ban biên tập vắng mặt báo Người đứng "
            "đầu.",
        ),
        article(
            "Thay đổi thành viên",
            "Thành viên thôi nhiệm vụ bàn giao mục và bài đang phụ trách; quyền truy cập được thu hồi ngay trong ngày thôi "
            "nhiệm vụ.",
        ),
        article(
            "Quyền lợi, khen thưởng, xử lý vi phạm",
            "Thành viên được tập huấn nghiệp vụ, tính thời gian làm việc và hưởng chế độ theo quy định hiện hành và quy chế chi "
            "tiêu nội bộ của đơn vị.",
            "Tập thể, cá nhân có thành tích được khen thưởng; vi phạm Quy chế bị xử lý theo quy định của pháp luật.",
        ),
    ]


def _privacy(f: FactReader) -> list[Article]:
    notice = f["notice.version"]
    return [
        article(
            "Biện pháp bảo vệ thông tin cá nhân",
            f"Trang công khai {notice} tại địa chỉ {f['notice.address']}, ở mọi trang chỉ cách một lần bấm."
            if notice
            else "Trang công khai quy chế bảo vệ thông tin cá nhân, ở mọi trang chỉ cách một lần bấm.",
            "Biểu mẫu chỉ thu thập thông tin cần cho mục đích đã nêu, sau khi người gửi đồng ý với từng mục đích; nội dung gửi "
            "được mã hóa, mỗi lần mở đều ghi nhật ký, hết thời hạn được xóa.",
            "Ảnh, tên học sinh chỉ được đăng khi có sự đồng ý theo quy định; Biên tập viên, người phê duyệt kiểm tra trước khi "
            "đồng ý đăng.",
        )
    ]


def _final() -> list[Article]:
    return [
        article(
            "Rà soát, sửa đổi, bổ sung",
            "Quy chế được rà soát ít nhất mỗi năm một lần và khi thay đổi nhân sự, quy trình, thời hạn, đầu mối liên hệ đã nêu "
            "trong Quy chế.",
            "Mỗi lần sửa đổi được đánh số phiên bản, do Người đứng đầu phê duyệt và công bố trên Trang cùng nội dung thay "
            "đổi; các phiên bản trước được lưu để đối chiếu.",
        ),
        article(
            "Trách nhiệm thi hành",
            "Ban biên tập, các bộ phận, cán bộ, giáo viên, nhân viên và tổ chức, cá nhân liên quan chịu trách nhiệm thi hành "
            "Quy chế này.",
            "Vướng mắc trong quá trình thực hiện được phản ánh về Ban biên tập để tổng hợp, báo cáo Người đứng đầu xem xét, "
            "quyết định.",
        ),
    ]
