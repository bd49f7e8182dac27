from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0003_acts_in_one_record"),
    ]

    operations = [
        migrations.AlterField(
            model_name="publication",
            name="kind",
            field=models.CharField(
                choices=[
                    ("publish", "Approved for publication"),
                    ("unpublish", "Withdrawn"),
                    ("system", "Published by the system"),
                    ("emergency", "Published at once by the head"),
                ],
                max_length=10,
                verbose_name="decision",
            ),
        ),
    ]
