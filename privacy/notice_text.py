"""The regulation on personal information that a new site starts with, in Vietnamese and English.

Written from circular 25/2010/TT-BTTTT (articles 4 to 13) and law 91/2025/QH15 with decree 356/2025/NĐ-CP; the
board may replace it by a version of its own. The texts are data that readers are shown and that is kept, so
they are not messages.
"""

from __future__ import annotations

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import mark_safe

from network.models import Institution

TITLE = "Quy chế bảo vệ thông tin cá nhân"
TITLE_EN = "Regulation on the protection of personal information"

SUMMARY = (
    "{name} chỉ thu thập thông tin cần cho mục đích đã nêu, khi bạn đồng ý, và lưu giữ có thời hạn dưới "
    "dạng mã hóa. "
    "Bạn có quyền xem, sửa, rút lại sự đồng ý và yêu cầu xóa thông tin của mình."
)
SUMMARY_EN = (
    "{name} collects only what the stated purpose needs, with your consent, and keeps it encrypted and for "
    "a limited time. "
    "You have the right to see and correct your information, to withdraw your consent and to have it erased."
)

CHANGES = "Cập nhật tên, địa chỉ hoặc cách liên hệ của đơn vị."
CHANGES_EN = "The name, the address or the contact of the institution was updated."

Part = tuple[str, tuple[str, ...], tuple[str, ...]]
"""Heading, paragraphs, points of a list."""

PARTS: tuple[Part, ...] = (
    (
        "1. Phạm vi áp dụng",
        (
            "Quy chế này áp dụng cho thông tin cá nhân mà {name} (sau đây gọi là đơn vị) thu thập, sử dụng, "
            "lưu trữ và chia sẻ "
            "qua trang thông tin điện tử này, theo Thông tư số 25/2010/TT-BTTTT, Luật Bảo vệ dữ liệu cá "
            "nhân số 91/2025/QH15 "
            "và Nghị định số 356/2025/NĐ-CP.",
            "Thông tin cá nhân là thông tin đủ để xác định một người cụ thể, như họ và tên, ngày sinh, nghề "
            "nghiệp, địa chỉ, "
            "thư điện tử, số điện thoại, số định danh. Thông tin về sức khoẻ, hoàn cảnh riêng, tài chính và "
            "bí mật cá nhân "
            "khác là thông tin riêng tư, được bảo vệ ở mức cao hơn.",
        ),
        (),
    ),
    (
        "2. Thu thập thông tin",
        ("Đơn vị chỉ thu thập thông tin do bạn tự nguyện cung cấp trong các biểu mẫu của trang.",),
        (
            "Trước ô nhập đầu tiên, mỗi biểu mẫu đều nêu rõ ai thu thập, mục đích, thông tin được thu thập, "
            "thời hạn lưu giữ "
            "và ai được nhận.",
            "Mỗi mục đích được hỏi ý kiến riêng, không ô nào được đánh dấu sẵn. Im lặng không được coi là "
            "đồng ý.",
            "Ô không bắt buộc được ghi rõ; bỏ trống không ảnh hưởng đến việc giải quyết.",
            "Nếu thông tin thuộc loại nhạy cảm, biểu mẫu báo trước khi bạn quyết định.",
        ),
    ),
    (
        "3. Sử dụng thông tin",
        (
            "Thông tin chỉ được dùng cho mục đích đã nêu khi thu thập. Bạn có thể giới hạn phạm vi sử "
            "dụng: thông tin chỉ "
            "phục vụ một mục đích mà bạn từ chối thì không được lưu lại.",
            "Chỉ người được giao giải quyết mới được mở thông tin. Mỗi lần mở, sửa hoặc trích xuất đều phải "
            "nêu lý do và được "
            "ghi nhật ký.",
        ),
        (),
    ),
    (
        "4. Chia sẻ thông tin",
        (
            "Đơn vị không cung cấp thông tin của bạn cho bên thứ ba, trừ khi bạn đồng ý hoặc pháp "
            "luật quy định.",
            "Việc đồng ý chia sẻ được hỏi ở một bước riêng, cho từng nơi nhận, không chọn sẵn. Từ chối "
            "không làm ảnh hưởng đến "
            "việc giải quyết. Những thông tin có thể được chia sẻ là nội dung đã ghi trong biểu mẫu; nơi "
            "nhận và lý do được "
            "liệt kê ở cuối trang này.",
            "Khi thông tin đã chia sẻ được sửa hoặc xóa, đơn vị báo cho nơi nhận để cập nhật.",
        ),
        (),
    ),
    (
        "5. Bảo đảm an toàn",
        (),
        (
            "Nội dung gửi qua biểu mẫu được mã hóa trên đường truyền và khi lưu trữ; khóa mã hóa được giữ "
            "tách khỏi dữ liệu.",
            "Thông tin cá nhân không được ghi vào địa chỉ trang, thư báo hoặc nhật ký máy chủ.",
            "Đơn vị sao lưu định kỳ, kiểm tra, đánh giá mức độ bảo đảm an toàn và đánh giá lại khi trang có "
            "thay đổi.",
            "Khi xảy ra sự cố có thể gây hại, đơn vị xử lý ngay và thông báo cho cơ quan có thẩm quyền theo "
            "quy định.",
        ),
    ),
    (
        "6. Thời hạn lưu giữ",
        (
            "Mỗi mục đích có một thời hạn lưu giữ cụ thể, nêu ở cuối trang này. Hết thời hạn, thông tin "
            "được xóa tự động và "
            "không khôi phục lại. Thông tin thu thập để khảo sát, thống kê được xóa khi hoàn thành công "
            "việc.",
        ),
        (),
    ),
    (
        "7. Quyền của bạn",
        ("Với mã hồ sơ và mã bí mật được cấp khi gửi biểu mẫu, bạn có quyền:",),
        (
            "được biết, xem và nhận bản sao thông tin của mình; yêu cầu kiểm tra, sửa, bổ sung;",
            "rút lại sự đồng ý, hạn chế hoặc phản đối việc xử lý; yêu cầu xóa;",
            "yêu cầu xác nhận nội dung thông tin đang được lưu giữ;",
            "khiếu nại, tố cáo và yêu cầu bồi thường theo quy định của pháp luật.",
        ),
    ),
    (
        "8. Thời hạn trả lời",
        (
            "Đơn vị trả lời về việc tiếp nhận yêu cầu trong 2 ngày làm việc. Yêu cầu xem, sửa, cung cấp "
            "thông tin được thực hiện "
            "trong 10 ngày; yêu cầu rút lại sự đồng ý, hạn chế hoặc phản đối trong 15 ngày; yêu cầu xóa "
            "trong 20 ngày. Nếu phải "
            "kéo dài theo quy định, đơn vị nêu rõ lý do.",
            "Việc rút lại sự đồng ý không ảnh hưởng đến việc xử lý hợp pháp đã thực hiện trước đó.",
        ),
        (),
    ),
    (
        "9. Trẻ em",
        (
            "Người đại diện theo pháp luật thực hiện các quyền nói trên thay trẻ em. Thông tin về đời sống "
            "riêng tư của trẻ từ đủ "
            "7 tuổi chỉ được công bố khi có sự đồng ý của cả trẻ và người đại diện.",
        ),
        (),
    ),
    (
        "10. Trách nhiệm của người sử dụng",
        (
            "Bạn cung cấp thông tin trung thực, giữ kín mã hồ sơ và mã bí mật, không gửi thông tin riêng "
            "tư của người khác khi "
            "chưa được người đó đồng ý.",
        ),
        (),
    ),
    (
        "11. Thay đổi quy chế",
        (
            "Mỗi lần thay đổi, quy chế được đánh số mới và công bố tại trang này cùng nội dung thay đổi; "
            "các bản trước vẫn được "
            "lưu để đối chiếu. Mỗi biểu mẫu đã gửi ghi lại bản quy chế có hiệu lực khi đó.",
        ),
        (),
    ),
    ("12. Liên hệ", ("Mọi yêu cầu về thông tin cá nhân, xin gửi đến:",), ("{contact}",)),
)

PARTS_EN: tuple[Part, ...] = (
    (
        "1. Scope",
        (
            "This regulation covers the personal information that {name} (the institution) collects, uses, "
            "keeps and shares "
            "through this website, under circular 25/2010/TT-BTTTT, the Law on Personal Data Protection "
            "91/2025/QH15 and "
            "decree 356/2025/NĐ-CP.",
            "Personal information is what identifies a person: name, date of birth, occupation, address, "
            "e-mail, telephone, "
            "identity number. Health, private circumstances, money and other personal secrets are "
            "information of personal "
            "privacy and are protected more strongly.",
        ),
        (),
    ),
    (
        "2. Collection",
        ("The institution collects only what you enter of your own will in the forms of this site.",),
        (
            "Before its first field each form says who collects, for what, which information, for how long "
            "and who receives it.",
            "You are asked about each purpose on its own and no box is ticked for you. Silence is not "
            "consent.",
            "Fields that are not required are marked; leaving them empty changes nothing.",
            "Where information is sensitive, the form tells you before you decide.",
        ),
    ),
    (
        "3. Use",
        (
            "Information is used only for the purpose stated when it was collected. You can limit its use: "
            "what serves only a "
            "purpose that you refuse is not stored.",
            "Only the people who handle a matter may open it. Each time something is opened, changed or "
            "exported the reason is "
            "given and recorded.",
        ),
        (),
    ),
    (
        "4. Sharing",
        (
            "The institution gives your information to no third party unless you agree or a law requires it.",
            "You are asked in a step of its own, for each recipient, with nothing chosen. A refusal changes "
            "nothing in how your "
            "matter is handled. What may be shared is what you entered in the form; recipients and reasons "
            "are listed at the "
            "end of this page.",
            "When shared information is corrected or erased, the institution tells the recipient.",
        ),
        (),
    ),
    (
        "5. Security",
        (),
        (
            "What you send is encrypted on its way and where it is stored; the keys are kept apart from the "
            "data.",
            "Personal information is not written into addresses of pages, notification mails or server logs.",
            "The institution makes backups, examines its protection regularly and does so again whenever "
            "the site changes.",
            "After an incident that may cause harm it acts at once and informs the competent agency as the "
            "law requires.",
        ),
    ),
    (
        "6. How long information is kept",
        (
            "Each purpose has its period, named at the end of this page. After it the information is erased "
            "automatically and not "
            "restored. What is collected for surveys and statistics is erased when the work is done.",
        ),
        (),
    ),
    (
        "7. Your rights",
        ("With the reference code and the secret code that you are given when you send a form, you may:",),
        (
            "know, see and receive a copy of your information; have it checked, corrected and completed;",
            "withdraw your consent, restrict or object to its use; have it erased;",
            "ask for a confirmation of what is stored;",
            "complain, denounce and claim damages under the law.",
        ),
    ),
    (
        "8. When we answer",
        (
            "The institution acknowledges a request within 2 working days. It shows, corrects or provides "
            "information within 10 "
            "days, carries out a withdrawal, restriction or objection within 15 days and an erasure within "
            "20 days. Where the "
            "law allows an extension it says why.",
            "Withdrawing your consent does not touch what was lawfully done before.",
        ),
        (),
    ),
    (
        "9. Children",
        (
            "A legal representative exercises these rights for a child. Information about the private life "
            "of a child of seven or "
            "older is published only with the consent of both the child and the representative.",
        ),
        (),
    ),
    (
        "10. What we ask of you",
        (
            "Give true information, keep both codes to yourself, and do not send private information of "
            "other people without "
            "their consent.",
        ),
        (),
    ),
    (
        "11. Changes",
        (
            "Each change gets a new number and is published here with what is new; earlier versions stay. "
            "Each form that was sent "
            "records the version in force at that time.",
        ),
        (),
    ),
    ("12. Contact", ("Please send any request about personal information to:",), ("{contact}",)),
)


def default_texts(institution: Institution) -> dict[str, str]:
    """The texts of a default notice, by field of ``Notice``; `changes` is left to the caller."""
    english = institution.english_name or institution.name
    return {
        "title": TITLE,
        "title_en": TITLE_EN,
        "summary": SUMMARY.format(name=institution.name),
        "summary_en": SUMMARY_EN.format(name=english),
        "body": _body(PARTS, name=institution.name, contact=_contact(institution, institution.name)),
        "body_en": _body(PARTS_EN, name=english, contact=_contact(institution, english)),
    }


def _contact(institution: Institution, name: str) -> str:
    email = institution.email or institution.complaints_email
    return ", ".join(part for part in (name, institution.address, institution.phone, email) if part)


def _body(parts: tuple[Part, ...], *, name: str, contact: str) -> str:
    values = {"name": conditional_escape(name), "contact": conditional_escape(contact)}
    pieces = []
    for heading, paragraphs, points in parts:
        pieces.append(format_html("<h2>{}</h2>", heading))
        pieces += [format_html("<p>{}</p>", mark_safe(text.format(**values))) for text in paragraphs]  # noqa: S308
        if points:
            items = ((mark_safe(point.format(**values)),) for point in points)  # noqa: S308
            pieces.append(format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", items)))
    return "".join(pieces)
