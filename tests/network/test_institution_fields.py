"""Institutions are chosen from a list while it is short, and by code or name where there are hundreds."""

import pytest
from django import forms
from django.core.exceptions import ValidationError

from network import institution_fields
from network.institution_fields import InstitutionTextField, institution_field
from network.models import Institution
from tests.factories import make_institution

pytestmark = pytest.mark.django_db


@pytest.fixture
def schools():
    department = make_institution()
    make_institution("HS01", "Trường THCS Đồi Chè", "lower_secondary", department)
    make_institution("HS02", "Trường THCS Suối Trong", "lower_secondary", department)
    return Institution.objects.filter(path__startswith=department.path).exclude(pk=department.pk)


def field_of(institutions, **options):
    return InstitutionTextField(institutions, **options)


def test_a_short_list_is_a_list(schools):
    assert isinstance(institution_field(schools, label="x"), forms.ModelChoiceField)


def test_a_long_list_is_a_line_to_type_in(schools, monkeypatch):
    monkeypatch.setattr(institution_fields, "LONGEST_LIST", 1)
    assert isinstance(institution_field(schools, label="x"), InstitutionTextField)


@pytest.mark.parametrize("text", ["HS01", "hs01", " hs01 ", "doi che", "Đồi Chè"])
def test_code_and_name_lead_to_the_institution(schools, text):
    assert field_of(schools).clean(text).code == "HS01"


def test_a_name_of_several_asks_for_the_code(schools):
    with pytest.raises(ValidationError) as error:
        field_of(schools).clean("thcs")
    assert error.value.code == "several"
    assert "Trường THCS Đồi Chè (HS01)" in error.value.messages[0]


def test_an_institution_out_of_reach_is_unknown(schools):
    with pytest.raises(ValidationError) as error:
        field_of(schools.exclude(code="HS02")).clean("HS02")
    assert error.value.code == "unknown"


def test_a_field_that_is_not_required_may_stay_empty(schools):
    assert field_of(schools, required=False).clean("") is None


def test_what_a_link_brought_is_shown_as_the_code(schools):
    school = schools.get(code="HS02")
    assert field_of(schools).prepare_value(str(school.pk)) == "HS02"
    assert field_of(schools).prepare_value(school) == "HS02"
