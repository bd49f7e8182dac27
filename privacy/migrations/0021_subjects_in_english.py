"""Whose information an activity is about, in English for the English pages of authorities (W8.15)."""

from django.db import migrations, models

KNOWN = {
    "Người đọc trang thông tin điện tử": "Readers of the website",
    "Cha mẹ học sinh, người học, nhà giáo và người dân": "Parents, learners, teachers and citizens",
    "Cha mẹ học sinh, người học, nhà giáo, tổ chức và người dân góp ý": (
        "Parents, learners, teachers, organisations and citizens who comment"
    ),
    "Nhà giáo, người học, cha mẹ học sinh và người dân đặt câu hỏi": "Teachers, learners, parents and citizens who ask",
    "Người tham gia thăm dò ý kiến": "People who take part in polls",
    "Người đã gửi thông tin qua trang thông tin điện tử và người đại diện của họ": (
        "People who sent information through the website and those who act for them"
    ),
}


def translate_known(apps, schema_editor):
    """What provisioning wrote; what boards approved themselves they say in English themselves."""
    activities = apps.get_model("privacy", "ProcessingActivity").objects.filter(is_generated=True)
    for words, english in KNOWN.items():
        activities.filter(subjects=words).update(subjects_en=english)


class Migration(migrations.Migration):
    dependencies = [("privacy", "0020_guard_words")]

    operations = [
        migrations.AddField(
            model_name="processingactivity",
            name="subjects_en",
            field=models.CharField(
                blank=True,
                help_text="For example: parents, pupils. Shown on the English pages.",
                max_length=255,
                verbose_name="whose information, in English",
            ),
        ),
        migrations.RunPython(translate_known, migrations.RunPython.noop),
    ]
