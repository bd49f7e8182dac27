"""A department, an agency below it and three schools."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.utils import timezone

from assessment.services.states import site_states_refresh
from network.models import Institution
from network.provisioning import ProvisioningRun
from tests.factories import make_institution
from tests.support.worlds import kept_for_module, own_copy


@pytest.fixture
def now():
    return timezone.now()


def _build() -> SimpleNamespace:
    run = ProvisioningRun(send_invitations=False)
    hs = make_institution(run=run, email="hoi-dap@hs.example.edu.vn")
    xa = make_institution("HSX", "Phòng Văn hóa – Xã hội xã Thượng", "agency", hs, run=run)
    return SimpleNamespace(
        run=run,
        hs=hs,
        xa=xa,
        a=make_institution("HS01", "Trường Tiểu học Hoa Mai", "primary", hs, run=run),
        b=make_institution("HS02", "Trường THPT Suối Mơ", "upper_secondary", hs, run=run),
        c=make_institution("HS03", "Trường Mầm non Lúa Xanh", "kindergarten", xa, run=run),
    )


@pytest.fixture(scope="module")
def _kept_province(request, django_db_setup, django_db_blocker):
    yield from kept_for_module(request, django_db_blocker, _build)


@pytest.fixture
def province(_kept_province, db):
    """``hs`` is the department, ``xa`` an agency below it; schools ``a`` and ``b`` stand below ``hs``, ``c`` below ``xa``."""
    return own_copy(_kept_province, _build)


@pytest.fixture
def assessed(province, now):
    """The province with every site's state stored."""
    site_states_refresh(institutions=Institution.objects.all(), now=now)
    return province
