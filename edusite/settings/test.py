"""Tests: fast hashing, memory instead of files, tasks at once."""

import gc
import tempfile
from pathlib import Path

from edusite.settings.base import *
from edusite.settings.base import DATABASES, STORAGES, env

# After seven hundred new objects, as Python has it, the collector took a fifth of the tests' processor time.
gc.set_threshold(50_000, 10, 10)
_scratch = Path(tempfile.gettempdir()) / "edusite-tests"
DATABASES["default"] = env.db("DATABASE_URL", default="sqlite:///" + str(_scratch) + ".sqlite3")
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file here and --reuse-db save the migrations of each run; without it the database is in memory.
    DATABASES["default"]["TEST"] = {"NAME": env("EDUSITE_TEST_DATABASE", default=None)}
else:
    # Tables of a test are never analysed; PostgreSQL would compile queries whose cost it overrates.
    DATABASES["default"].setdefault("OPTIONS", {})["options"] = "-c jit=off"
SECRET_KEY = "only-for-tests"
EDUSITE_FIELD_KEYS = ["test1:" + "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE="]
EDUSITE_DELETION_LOG = str(_scratch / "deletions.jsonl")
ALLOWED_HOSTS = ["*"]
EDUSITE_SCHEME = "http"
EDUSITE_PORT = 80
EDUSITE_STYLEGUIDE = True
WAGTAILADMIN_BASE_URL = "http://testserver"
SECURE_SSL_REDIRECT = False
SESSION_COOKIE_NAME = "sessionid"
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_NAME = "csrftoken"
CSRF_COOKIE_SECURE = False
EDUSITE_SECOND_FACTOR_REQUIRED = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES = {
    name: {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": name}
    for name in ("default", "pages")
} | {"renditions": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
STORAGES = STORAGES | {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "private": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
