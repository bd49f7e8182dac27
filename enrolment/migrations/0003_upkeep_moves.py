from django.db import migrations

from editorial.migrations._upkeep import copy_upkeep


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0010_page_reviews"),
        ("enrolment", "0002_picture_words"),
    ]

    operations = [
        migrations.RunPython(copy_upkeep("enrolment"), migrations.RunPython.noop),
        migrations.RemoveField(
            model_name="certificatespage",
            name="responsible",
        ),
        migrations.RemoveField(
            model_name="certificatespage",
            name="review_on",
        ),
        migrations.RemoveField(
            model_name="enrolmentpage",
            name="responsible",
        ),
        migrations.RemoveField(
            model_name="enrolmentpage",
            name="review_on",
        ),
        migrations.RemoveField(
            model_name="examinationresultspage",
            name="responsible",
        ),
        migrations.RemoveField(
            model_name="examinationresultspage",
            name="review_on",
        ),
        migrations.RemoveField(
            model_name="onlineadmissionpage",
            name="responsible",
        ),
        migrations.RemoveField(
            model_name="onlineadmissionpage",
            name="review_on",
        ),
    ]
