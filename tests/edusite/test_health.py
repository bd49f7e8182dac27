"""What a load balancer asks."""

from __future__ import annotations

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_health_is_answered_for_any_host(settings):
    settings.ALLOWED_HOSTS = ["example.edu.vn"]
    client = Client(headers={"host": "10.0.0.1"})
    assert client.get("/healthz").content == b"ok\n"
    assert client.get("/readyz").content == b"ready\n"
