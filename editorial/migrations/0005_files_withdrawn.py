from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0004_emergency"),
    ]

    operations = [
        migrations.AddField(
            model_name="sitedocument",
            name="withdrawn_on",
            field=models.DateField(blank=True, editable=False, null=True),
        ),
    ]
