"""The least that a view which stores something can do: one INSERT, committed, without middleware. What submissions are held
against; on the database of the environment, in a table of its own."""

import os

import environ
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection, models
from django.http import HttpResponse
from django.urls import path

settings.configure(
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF="tests.bench.one_row",
    SECRET_KEY="bench",
    MIDDLEWARE=[],
    LOGGING_CONFIG=None,
    USE_TZ=True,
    DATABASES={"default": environ.Env().db_url_config(os.environ["DATABASE_URL"]) | {"CONN_MAX_AGE": 60}},
    INSTALLED_APPS=[],
)
application = get_wsgi_application()


class OneRow(models.Model):
    """A row as long as what an acknowledged form leaves."""

    text = models.CharField(max_length=400)

    class Meta:
        app_label = "bench"


def view(request):
    OneRow.objects.create(text=request.POST.get("text", ""))
    return HttpResponse("ok")


def table_make() -> None:
    with connection.schema_editor() as editor:
        editor.execute("DROP TABLE IF EXISTS bench_onerow")
        editor.create_model(OneRow)


def table_drop() -> None:
    with connection.schema_editor() as editor:
        editor.delete_model(OneRow)


urlpatterns = [path("", view)]
