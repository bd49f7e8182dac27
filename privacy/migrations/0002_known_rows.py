"""What the product knows from the start: days that differ from their weekday, clocks and bodies of incidents, legal grounds."""

from datetime import date

from django.db import migrations

from privacy.holidays import DAYS, FIELDS

CYBER = date(2026, 8, 19)
DATA = date(2026, 1, 1)
RULES = (
    (
        "cyber-now",
        "Báo ngay cho cơ quan chuyên trách bảo vệ an ninh mạng",
        "Tell the agency for cybersecurity at once",
        "outage",
        0,
        "Nghị định 331/2026/NĐ-CP, Điều 31.2.d",
        CYBER,
    ),
    (
        "cyber-first",
        "Thông báo ban đầu về sự cố nghiêm trọng",
        "First notice of a serious incident",
        "serious",
        24,
        "Nghị định 331/2026/NĐ-CP, Điều 31.2.d",
        CYBER,
    ),
    (
        "cyber-report",
        "Báo cáo sự cố an ninh mạng",
        "Report on the cybersecurity incident",
        "cyber",
        72,
        "Nghị định 331/2026/NĐ-CP, Điều 31.2.d",
        CYBER,
    ),
    (
        "data-report",
        "Thông báo vi phạm quy định về bảo vệ dữ liệu cá nhân (Mẫu số 08)",
        "Notice of a breach of personal data protection (Form 08)",
        "data",
        72,
        "Luật 91/2025/QH15, Điều 23; Nghị định 356/2025/NĐ-CP, Điều 28",
        DATA,
    ),
    (
        "people",
        "Thông báo cho từng người bị ảnh hưởng",
        "Notice to each person affected",
        "location",
        72,
        "Nghị định 356/2025/NĐ-CP, Điều 29",
        DATA,
    ),
)
BODIES = (
    (
        "Cơ quan chuyên trách bảo vệ dữ liệu cá nhân, Bộ Công an",
        "Agency for personal data protection, Ministry of Public Security",
        "vi phạm quy định về bảo vệ dữ liệu cá nhân (Mẫu số 08)",
        "Luật 91/2025/QH15, Điều 23; Nghị định 356/2025/NĐ-CP, Điều 28",
        DATA,
    ),
    (
        "Lực lượng chuyên trách bảo vệ an ninh mạng, Bộ Công an",
        "Force for cybersecurity, Ministry of Public Security",
        "sự cố an ninh mạng",
        "Luật 116/2025/QH15; Nghị định 331/2026/NĐ-CP, Điều 31",
        CYBER,
    ),
)
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


def enter_days(apps, schema_editor):
    Holiday = apps.get_model("privacy", "Holiday")
    known = set(Holiday.objects.values_list("day", flat=True))
    Holiday.objects.bulk_create(
        Holiday(**dict(zip(FIELDS, row, strict=True))) for row in DAYS if row[0] not in known
    )


def enter_clocks(apps, schema_editor):
    rule, body = apps.get_model("privacy", "IncidentRule"), apps.get_model("privacy", "CompetentBody")
    rule.objects.bulk_create(
        rule(
            code=code,
            name=name,
            name_en=english,
            applies=applies,
            hours=hours,
            citation=citation,
            valid_from=valid_from,
            position=position,
        )
        for position, (code, name, english, applies, hours, citation, valid_from) in enumerate(RULES)
    )
    body.objects.bulk_create(
        body(name=name, name_en=english, competent_for=what, citation=citation, valid_from=valid_from)
        for name, english, what, citation, valid_from in BODIES
    )


def remove_clocks(apps, schema_editor):
    apps.get_model("privacy", "IncidentRule").objects.all().delete()
    apps.get_model("privacy", "CompetentBody").objects.all().delete()


def enter_grounds(apps, schema_editor):
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
    replaces = [
        ("privacy", "0007_calendar_2026_2027"),
        ("privacy", "0016_clocks_and_bodies"),
        ("privacy", "0018_guard_grounds"),
    ]

    dependencies = [("privacy", "0001_gathered")]

    operations = [
        migrations.RunPython(enter_days, migrations.RunPython.noop),
        migrations.RunPython(enter_clocks, remove_clocks),
        migrations.RunPython(enter_grounds, migrations.RunPython.noop),
    ]
