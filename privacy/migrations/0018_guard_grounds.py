from datetime import date

from django.db import migrations

GROUNDS = (
    (
        "consent",
        "Mọi người có tên trong danh sách đã đồng ý công khai; với trẻ em, cả người đại diện và trẻ từ đủ 7 tuổi",
        "Everybody on the list has agreed to its publication; for children their representative, and the child from seven years",
        "Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, Điều 9, Điều 16 và Điều 24",
        365,
        date(2026, 1, 1),
    ),
    (
        "law",
        "Luật buộc phải công khai danh sách này (ghi rõ điều khoản ở phần lý do)",
        "A law demands the publication of this list (name its article with the reason)",
        "Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, Điều 16",
        365,
        date(2026, 1, 1),
    ),
    (
        "access",
        "Thông tin thuộc loại phải được công khai rộng rãi",
        "Information that has to be made public widely",
        "Luật Tiếp cận thông tin số 104/2016/QH13, Điều 17",
        365,
        date(2018, 7, 1),
    ),
    (
        "contract",
        "Việc công khai được thỏa thuận trong hợp đồng với những người có tên trong danh sách",
        "The publication is agreed in a contract with the people on the list",
        "Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, Điều 16",
        365,
        date(2026, 1, 1),
    ),
    (
        "emergency",
        "Tình trạng khẩn cấp, để bảo vệ tính mạng, sức khỏe của người có tên trong danh sách hoặc người khác",
        "An emergency, to protect the life or health of the people on the list or of others",
        "Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, Điều 16 và Điều 19",
        30,
        date(2026, 1, 1),
    ),
)


def add(apps, schema_editor):
    ground = apps.get_model("privacy", "GuardGround")
    for position, (code, text, text_en, citation, days, since) in enumerate(GROUNDS):
        ground.objects.get_or_create(
            code=code,
            defaults={
                "text": text,
                "text_en": text_en,
                "citation": citation,
                "max_days": days,
                "valid_from": since,
                "position": position,
            },
        )


class Migration(migrations.Migration):
    dependencies = [("privacy", "0017_publication_guard")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
