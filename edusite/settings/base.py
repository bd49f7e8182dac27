"""Production-safe settings; ``demo`` and ``test`` loosen them. Every environment variable is in docs/configuration.md."""

import os
import tomllib
from datetime import timedelta
from pathlib import Path

import environ
from django.utils.translation import gettext_lazy as _

from edusite.logs import audit_handler
from edusite.settings.content_policy import ADMIN_CSP, PUBLIC_CSP

# openpyxl takes lxml where it is installed, which refuses no entities; its other parser is defusedxml.
os.environ.setdefault("OPENPYXL_LXML", "False")

env = environ.Env()
BASE_DIR = Path(__file__).resolve().parent.parent.parent
DATA_DIR = Path(env("EDUSITE_DATA_DIR", default=str(BASE_DIR / "var")))

DEBUG = False
SECRET_KEY = env("SECRET_KEY", default="")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
"""Earlier ones: second factors of submissions were stored under them (privacy.codes)."""
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

EDUSITE_SCHEME = env("EDUSITE_SCHEME", default="https")
EDUSITE_PORT = env.int("EDUSITE_PORT", default=443)
EDUSITE_FIELD_KEYS = env.list("EDUSITE_FIELD_KEYS", default=[])
"""Keys of the application's own encryption, ``id:base64`` each, the one in use first (privacy.encryption)."""
EDUSITE_AUDIT_LOG = env("EDUSITE_AUDIT_LOG", default="")
"""Where each entry of the record of access goes as a line of JSON: stdout, syslog:/dev/log, syslog:host:port or a file."""
EDUSITE_DELETION_LOG = env("EDUSITE_DELETION_LOG", default=str(DATA_DIR / "deletions.jsonl"))
"""Outside the database: what was deleted must not come back with a restored copy (manage.py replay_deletions)."""
with open(BASE_DIR / "pyproject.toml", "rb") as _project:
    EDUSITE_RELEASE = tomllib.load(_project)["project"]["version"]
EDUSITE_CLAMD = env("EDUSITE_CLAMD", default="")
EDUSITE_CLAMD_SECONDS = env.int("EDUSITE_CLAMD_SECONDS", default=30)
"""The virus scanner: unix:/path or tcp:host:port; where it is named and does not answer, no file is taken."""
EDUSITE_PAGE_CACHE_SECONDS = env.int("EDUSITE_PAGE_CACHE_SECONDS", default=600)
EDUSITE_INVITATION_DAYS = env.int("EDUSITE_INVITATION_DAYS", default=14)
EDUSITE_IDLE_BOARD_DAYS = env.int("EDUSITE_IDLE_BOARD_DAYS", default=30)
EDUSITE_FEEDBACK_DAYS = env.int("EDUSITE_FEEDBACK_DAYS", default=10)
EDUSITE_FORM_STEPS_AN_HOUR = env.int("EDUSITE_FORM_STEPS_AN_HOUR", default=300)
EDUSITE_FORM_SENDS_AN_HOUR = env.int("EDUSITE_FORM_SENDS_AN_HOUR", default=40)
"""Steps and submissions of one form from one network; a mobile network has many parents behind one address."""
EDUSITE_FORM_FLOOD_AN_HOUR = env.int("EDUSITE_FORM_FLOOD_AN_HOUR", default=600)
EDUSITE_FORM_BREAK_MINUTES = env.int("EDUSITE_FORM_BREAK_MINUTES", default=60)
"""Submissions of one form to one institution, from all networks, that are a flood; how long the form then takes nothing."""
EDUSITE_FORM_LINKS = env.int("EDUSITE_FORM_LINKS", default=3)
"""From so many links on, a message is kept apart until somebody has looked at it."""
EDUSITE_FEEDBACK_WORKING_DAYS = env.dict(
    "EDUSITE_FEEDBACK_WORKING_DAYS",
    cast={"value": int},
    default={
        "remark": 10,
        "request": 15,
        "complaint": 30,
        "suggestion": 15,
        "question": 10,
        "page_error": 5,
    },
)
"""Working days until the board answers, by kind."""
EDUSITE_FEEDBACK_REMIND_DAYS = env.int("EDUSITE_FEEDBACK_REMIND_DAYS", default=2)
EDUSITE_MINISTRY_LIBRARY = env("EDUSITE_MINISTRY_LIBRARY", default="https://igiaoduc.vn/")
"""The digital library of the Ministry, to which all libraries lead (W8.9); empty: none."""
EDUSITE_LINK_CHECK = env.bool("EDUSITE_LINK_CHECK", default=True)
EDUSITE_LINK_TIMEOUT = env.float("EDUSITE_LINK_TIMEOUT", default=10.0)
"""Whether links to other servers are asked whether they answer, and how many seconds one may take."""
EDUSITE_POLL_NETWORK_VOTES = env.int("EDUSITE_POLL_NETWORK_VOTES", default=300)
"""Votes of one network in one poll: a school behind one address gets through, a machine does not decide alone."""
EDUSITE_STUCK_DAYS = env.int("EDUSITE_STUCK_DAYS", default=7)
"""After how many days an authority is shown a board that does not sign in, feedback that nobody has taken up, a page that
waits for a decision."""
EDUSITE_STYLEGUIDE = False
EDUSITE_CONSULTATION_RESULT_DAYS = env.int("EDUSITE_CONSULTATION_RESULT_DAYS", default=30)
EDUSITE_QUESTION_DAYS = env.int("EDUSITE_QUESTION_DAYS", default=10)
EDUSITE_REVIEW_DAYS = env.int("EDUSITE_REVIEW_DAYS", default=365)
EDUSITE_REVIEW_REMIND_DAYS = env.int("EDUSITE_REVIEW_REMIND_DAYS", default=14)
EDUSITE_REVIEW_CHIEF_DAYS = env.int("EDUSITE_REVIEW_CHIEF_DAYS", default=14)
EDUSITE_REVIEW_AUTHORITY_DAYS = env.int("EDUSITE_REVIEW_AUTHORITY_DAYS", default=30)
"""Reviews: days between two, reminder before the day, to the chief and to the authority after it."""
EDUSITE_MONITOR_TOKEN = env("EDUSITE_MONITOR_TOKEN", default="")
"""Opens /healthz/details to monitoring; empty closes it."""

INSTALLED_APPS = [
    "edusite",
    "edusite.overridden",
    "home",
    "assessment",
    "enrolment",
    "feedback",
    "resources",
    "sections",
    "editorial",
    "privacy",
    "network",
    "common",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "privacy.short_road.ShortRoadMiddleware",
    "enrolment.results.middleware.ResultLookupMiddleware",
    "edusite.middleware.health.HealthMiddleware",
    "enrolment.waiting_room.middleware.WaitingRoomMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "edusite.middleware.page_cache.PageCacheMiddleware",
    "edusite.middleware.content_policy.ContentPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "edusite.middleware.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "common.middleware.NormalisePostMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "edusite.middleware.session_limits.SessionLimitMiddleware",
    "edusite.middleware.second_factor.SecondFactorMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "editorial.middleware.AdminDoorMiddleware",
    "common.middleware.PageRuleMiddleware",
    "network.middleware.FormerAddressMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "edusite.urls"
WSGI_APPLICATION = "edusite.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The templates of our own inputs stand with all others; Django's default renderer would not find them.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "home.context_processors.site",
            ],
        },
    }
]

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'edusite.sqlite3'}")}
# A new connection reads the whole schema on SQLite, and shakes hands on PostgreSQL: more than most requests cost.
DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 30,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32000;",
    }
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    DATABASES["default"]["DISABLE_SERVER_SIDE_CURSORS"] = env.bool("DATABASE_POOLER", default=False)

_cache_url = env("CACHE_URL", default="")
CACHES = {
    "default": env.cache_url_config(_cache_url or f"filecache://{DATA_DIR / 'cache'}"),
    "pages": env.cache_url_config(_cache_url or f"filecache://{DATA_DIR / 'cache' / 'pages'}"),
}
for _name, _cache in CACHES.items():
    _cache |= {"KEY_PREFIX": _name}
    if "filebased" in _cache["BACKEND"]:
        _cache["OPTIONS"] = {"MAX_ENTRIES": 20_000}
# Wagtail would write each rendition that a page shows into the cache anew; pages read theirs in one query.
CACHES["renditions"] = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA_DIR / "private", "base_url": None},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
STATIC_URL = "/static/"
STATIC_ROOT = Path(env("STATIC_ROOT", default=str(DATA_DIR / "static")))
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "edusite.sign_in.backend.AccountBackend"]
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = "/tai-khoan/dang-nhap/"
LOGIN_REDIRECT_URL = "/admin/"
LOGOUT_REDIRECT_URL = LOGIN_URL
PASSWORD_RESET_TIMEOUT = 3600
EDUSITE_SECOND_FACTOR_REQUIRED = env.bool("EDUSITE_SECOND_FACTOR_REQUIRED", default=True)
EDUSITE_SESSION_IDLE_MINUTES = env.int("EDUSITE_SESSION_IDLE_MINUTES", default=15)
EDUSITE_SESSION_HOURS = env.int("EDUSITE_SESSION_HOURS", default=12)
# Look-ups of results and certificates: misses of one number and of one network, and tries of one network, within an hour.
EDUSITE_LOOKUP_MISSES_NUMBER = env.int("EDUSITE_LOOKUP_MISSES_NUMBER", default=5)
EDUSITE_LOOKUP_MISSES_NETWORK = env.int("EDUSITE_LOOKUP_MISSES_NETWORK", default=60)
EDUSITE_WAITING_PER_MINUTE = env.int("EDUSITE_WAITING_PER_MINUTE", default=150)
EDUSITE_WAITING_NETWORK = env.int("EDUSITE_WAITING_NETWORK", default=3000)
EDUSITE_WAITING_LOOKUPS = env.int("EDUSITE_WAITING_LOOKUPS", default=20)
"""Waiting rooms: people let in a minute where a room says nothing else; numbers that one network takes within an hour; look-ups
with one number within an hour."""
EDUSITE_IDLE_WARNING_DAYS = env.int("EDUSITE_IDLE_WARNING_DAYS", default=38)
EDUSITE_IDLE_DAYS = env.int("EDUSITE_IDLE_DAYS", default=45)
EDUSITE_ACCESS_REVIEW_DAYS = env.int("EDUSITE_ACCESS_REVIEW_DAYS", default=182)
EDUSITE_LOCKOUT_FAILURES = env.int("EDUSITE_LOCKOUT_FAILURES", default=5)
EDUSITE_LOCKOUT_MINUTES = env.int("EDUSITE_LOCKOUT_MINUTES", default=15)

ACCOUNT_ADAPTER = "edusite.sign_in.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"
# Failures are counted by django-axes, for passwords and codes together.
ACCOUNT_RATE_LIMITS = {"login_failed": None, "login": "60/m/ip"}
ACCOUNT_FORMS = {
    "login": "edusite.sign_in.forms.LoginForm",
    "change_password": "edusite.sign_in.forms.ChangePasswordForm",
    "reset_password": "edusite.sign_in.forms.ResetPasswordForm",
    "reset_password_from_key": "edusite.sign_in.forms.NewPasswordForm",
    "reauthenticate": "edusite.sign_in.forms.PasswordAgainForm",
}
MFA_ADAPTER = "edusite.sign_in.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "authenticate": "edusite.sign_in.forms.CodeForm",
    "reauthenticate": "edusite.sign_in.forms.CodeAgainForm",
    "activate_totp": "edusite.sign_in.forms.EnrolForm",
    "add_webauthn": "edusite.sign_in.forms.AddPasskeyForm",
    "edit_webauthn": "edusite.sign_in.forms.EditPasskeyForm",
}
AXES_FAILURE_LIMIT = EDUSITE_LOCKOUT_FAILURES
AXES_COOLOFF_TIME = timedelta(minutes=EDUSITE_LOCKOUT_MINUTES)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_ENABLE_ACCESS_FAILURE_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
AXES_USERNAME_CALLABLE = "edusite.sign_in.lockout.account_key"
AXES_CLIENT_IP_CALLABLE = "privacy.throttle.client_address"
AXES_LOCKOUT_CALLABLE = "edusite.sign_in.lockout.locked_out"
AXES_SENSITIVE_PARAMETERS = [
    "username",
    "login",
    "email",
    "code",
    "credential",
    "next",
    "csrfmiddlewaretoken",
]

LANGUAGE_CODE = "vi"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("vi", _("Vietnamese")), ("en", _("English"))]
WAGTAIL_I18N_ENABLED = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_I18N = True
USE_THOUSAND_SEPARATOR = True
FORMAT_MODULE_PATH = "edusite.formats"
# In the fields of the admin, as in Vietnam; edusite.formats reads them so in both languages.
WAGTAIL_DATE_FORMAT = "%d/%m/%Y"
WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y %H:%M"
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale" / "overlay"]

SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31536000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = env.bool("SECURE_HSTS_PRELOAD", default=True)
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_NAME = "__Host-sessionid"
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_AGE = EDUSITE_SESSION_HOURS * 3600
CSRF_COOKIE_NAME = "__Host-csrftoken"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "SAMEORIGIN"
# Wagtail shows the preview of a page in a frame of the same origin, so DENY would break the editor.
SILENCED_SYSTEM_CHECKS = ["security.W019"]

CONTENT_SECURITY_POLICY = {"DIRECTIVES": PUBLIC_CSP}
EDUSITE_ADMIN_CSP = ADMIN_CSP

EMAIL_CONFIG = env.email("EMAIL_URL", default="smtp://localhost:25")
vars().update(EMAIL_CONFIG)
EMAIL_TIMEOUT = env.int("EMAIL_TIMEOUT", default=20)
"""Seconds; without it a mail server that hangs would stop the timers."""
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="edusite <khong-tra-loi@localhost>")

WAGTAIL_SITE_NAME = "edusite"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAILADMIN_BASE_URL = env("WAGTAILADMIN_BASE_URL", default="")
WAGTAILADMIN_PERMITTED_LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_FINISH_WORKFLOW_ACTION = "editorial.finish.publish_on_approval"
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAIL_WORKFLOW_CANCEL_ON_PUBLISH = False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "common.search_backend", "SEARCH_CONFIG": "simple"}}
WAGTAILIMAGES_IMAGE_MODEL = "editorial.SiteImage"
WAGTAILDOCS_DOCUMENT_MODEL = "editorial.SiteDocument"
WAGTAILIMAGES_IMAGE_FORM_BASE = "editorial.forms.media.ImageForm"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "editorial.forms.media.DocumentForm"
WAGTAILIMAGES_FORMAT_CONVERSIONS = {"avif": "avif", "webp": "webp"}
WAGTAILDOCS_EXTENSIONS = [
    "csv", "docx", "epub", "h5p", "m4a", "mp3", "mp4", "odp", "ods", "odt", "pdf", "pptx", "txt", "vtt", "webm", "xlsx", "zip",
]  # fmt: skip
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILEMBEDS_FINDERS: list[dict] = []
TAGGIT_CASE_INSENSITIVE = True
TAG_SPACES_ALLOWED = True
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
FILE_UPLOAD_HANDLERS = [
    "privacy.uploads.handler.BoundedUploadHandler",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 50 * 1024 * 1024

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(message)s"}, "json": {"()": "edusite.logs.JsonFormatter"}},
    "handlers": {
        "audit": audit_handler(EDUSITE_AUDIT_LOG),
        "console": {"class": "logging.StreamHandler", "formatter": "json"},
    },
    # It names accounts and addresses; what matters is in its tables and in our own log.
    # The makers of PDF documents tell each step of each document.
    "loggers": {
        "privacy.audit": {"level": "INFO", "handlers": ["audit"], "propagate": False},
        "axes": {"level": "CRITICAL"},
        "weasyprint": {"level": "ERROR"},
        "fontTools": {"level": "ERROR"},
        "pikepdf": {"level": "ERROR"},
    },
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", default="INFO")},
}
