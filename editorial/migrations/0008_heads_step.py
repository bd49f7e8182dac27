"""The head's step in a chain that exists, and whose turn the steps that wait are."""

from django.db import migrations

NAME = "Người đứng đầu đồng ý đăng"


def add_step(apps, schema_editor):
    BoardTask = apps.get_model("editorial", "BoardTask")
    BoardTaskState = apps.get_model("editorial", "BoardTaskState")
    WorkflowTask = apps.get_model("wagtailcore", "WorkflowTask")
    ContentType = apps.get_model("contenttypes", "ContentType")
    for role in ("editor", "chief"):
        waiting = BoardTaskState.objects.filter(role="", task__boardtask__role=role)
        BoardTaskState.objects.filter(pk__in=list(waiting.values_list("pk", flat=True))).update(role=role)
    chief = BoardTask.objects.filter(role="chief").first()
    if chief is None or BoardTask.objects.filter(role="head").exists():
        return
    content_type = ContentType.objects.get(app_label="editorial", model="boardtask")
    head = BoardTask.objects.create(name=NAME, role="head", content_type=content_type, active=True)
    for step in list(WorkflowTask.objects.filter(task_id=chief.pk)):
        WorkflowTask.objects.create(workflow_id=step.workflow_id, task_id=head.pk, sort_order=2)


def remove_step(apps, schema_editor):
    """Steps that wait for a head are lost with the step; the pages stay drafts."""
    apps.get_model("editorial", "BoardTask").objects.filter(role="head").delete()


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0007_chain_settings_escalation"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(add_step, remove_step)]
