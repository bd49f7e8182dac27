import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0002_links"),
    ]

    operations = [
        migrations.AddField(
            model_name="boardevent",
            name="mandate",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="board_events",
                to="editorial.mandate",
                verbose_name="act on a member's site",
            ),
        ),
        migrations.AlterField(
            model_name="mandate",
            name="ended_how",
            field=models.CharField(
                blank=True,
                choices=[
                    ("back", "Handed back"),
                    ("time", "Time was up"),
                    ("sign-out", "Signed out"),
                    ("role", "No longer chief editor of the authority"),
                    ("closed", "The site was closed"),
                    ("single", "A single step on the people of the board"),
                ],
                max_length=8,
                verbose_name="how it ended",
            ),
        ),
    ]
