from datetime import date

from django.db import migrations

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


def add(apps, schema_editor):
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


def remove(apps, schema_editor):
    apps.get_model("privacy", "IncidentRule").objects.all().delete()
    apps.get_model("privacy", "CompetentBody").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("privacy", "0015_inspection_and_incidents")]

    operations = [migrations.RunPython(add, remove)]
