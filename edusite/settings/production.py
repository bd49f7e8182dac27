"""Production: the base as it is, and a clear refusal to start without its secrets."""

from django.core.exceptions import ImproperlyConfigured

from edusite.settings.base import *
from edusite.settings.base import ALLOWED_HOSTS, EDUSITE_FIELD_KEYS, SECRET_KEY

for _name, _value in (
    ("SECRET_KEY", SECRET_KEY),
    ("ALLOWED_HOSTS", ALLOWED_HOSTS),
    ("EDUSITE_FIELD_KEYS", EDUSITE_FIELD_KEYS),
):
    if not _value:
        raise ImproperlyConfigured(f"Set the environment variable {_name} (docs/configuration.md).")
