"""The demonstration: embedded database, plain http on loopback, invented keys kept beside the data."""

import base64
import secrets

from edusite.settings.base import *
from edusite.settings.base import DATA_DIR, STORAGES, env

DATA_DIR.mkdir(parents=True, exist_ok=True)


def _kept_secret(name: str) -> str:
    """A secret made on the first run and kept in the data folder, readable by its owner only."""
    path = DATA_DIR / name
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(base64.b64encode(secrets.token_bytes(32)).decode())
    return path.read_text().strip()


SECRET_KEY = _kept_secret("secret-key")
EDUSITE_FIELD_KEYS = [f"demo1:{_kept_secret('field-key')}"]
ALLOWED_HOSTS = [".localhost", "127.0.0.1"]
EDUSITE_SCHEME = "http"
EDUSITE_PORT = env.int("PORT", default=8000)
EDUSITE_STYLEGUIDE = True
WAGTAILADMIN_BASE_URL = f"http://localhost:{EDUSITE_PORT}"
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SESSION_COOKIE_NAME = "sessionid"
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_NAME = "csrftoken"
CSRF_COOKIE_SECURE = False
EDUSITE_SECOND_FACTOR_REQUIRED = env.bool("EDUSITE_SECOND_FACTOR_REQUIRED", default=False)
EDUSITE_SESSION_IDLE_MINUTES = env.int("EDUSITE_SESSION_IDLE_MINUTES", default=120)
EDUSITE_IDLE_DAYS = env.int("EDUSITE_IDLE_DAYS", default=0)
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = DATA_DIR / "outbox"
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "edusite.demo.static_files.QuickStaticFilesStorage"}}
