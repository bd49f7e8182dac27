"""What goes wrong is said in Vietnamese too: error pages, messages of validators, letters."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from django import forms
from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm, PasswordResetForm, SetPasswordForm
from django.contrib.auth.password_validation import get_password_validators
from django.core import validators
from django.core.exceptions import PermissionDenied, SuspiciousOperation, ValidationError
from django.template.loader import get_template
from django.test import Client, RequestFactory
from django.utils import formats, translation
from django.utils.timesince import timesince
from django.views import defaults
from wagtail.admin.forms.choosers import ExternalLinkChooserForm

from network.letters import kinds
from network.models import Letter
from tests.words.english import fault
from tests.words.reading import of_html

pytestmark = pytest.mark.django_db
EMAILS = sorted(
    path.relative_to(root).as_posix()
    for root in [Path(engine) for engine in settings.TEMPLATES[0]["DIRS"]]
    for path in [*root.glob("emails/**/*.txt"), *root.glob("*/email/**/*.txt")]
)


def english_in(html: str) -> list[str]:
    return [f"{text!r}: {fault(text)}" for _place, text in of_html(html) if fault(text)]


class TestErrorPages:
    @pytest.mark.parametrize(
        ("view", "arguments", "status"),
        [
            (defaults.bad_request, [SuspiciousOperation()], 400),
            (defaults.permission_denied, [PermissionDenied()], 403),
            (defaults.server_error, [], 500),
        ],
    )
    def test_speak_vietnamese(self, world, view, arguments: list, status: int) -> None:
        request = RequestFactory().get("/khong-co/", headers={"host": world.a.hostname})
        with translation.override("vi"):
            response = view(request, *arguments)
        html = response.content.decode()
        assert response.status_code == status
        assert "<h1>" in html
        assert english_in(html) == []

    def test_of_an_address_that_is_not_there_speaks_vietnamese(self, world) -> None:
        response = Client(SERVER_NAME=world.a.hostname).get("/khong-co/")
        assert response.status_code == 404
        assert english_in(response.content.decode()) == []

    def test_of_a_form_that_is_too_old_speaks_vietnamese(self, world) -> None:
        client = Client(SERVER_NAME=world.a.hostname, enforce_csrf_checks=True)
        response = client.post("/admin/login/", {"username": "x"})
        assert response.status_code == 403
        html = response.content.decode()
        assert "Biểu mẫu đã hết hạn" in html
        assert english_in(html) == []

    def test_of_the_admin_speaks_vietnamese(self, world) -> None:
        client = Client(SERVER_NAME=world.a.hostname)
        client.force_login(world.chief)
        response = client.get("/admin/khong-co/")
        assert response.status_code == 404
        assert english_in(response.content.decode()) == []


class EveryField(forms.Form):
    """One field of each kind that a form may hold."""

    text = forms.CharField(min_length=3, max_length=4)
    number = forms.IntegerField(min_value=1, max_value=2)
    decimal = forms.DecimalField(max_digits=2, decimal_places=1)
    date = forms.DateField()
    time = forms.TimeField()
    moment = forms.DateTimeField()
    email = forms.EmailField()
    address = forms.URLField(assume_scheme="https")
    choice = forms.ChoiceField(choices=[("a", "A")])
    several = forms.MultipleChoiceField(choices=[("a", "A")])
    file = forms.FileField()
    picture = forms.ImageField()
    slug = forms.SlugField()
    code = forms.UUIDField()
    data = forms.JSONField()
    ip = forms.GenericIPAddressField()
    pattern = forms.RegexField(r"^\d+$")
    network = forms.CharField(validators=[validators.validate_comma_separated_integer_list])


class TestForms:
    @pytest.mark.parametrize("value", ["", "x", "99999", "\x00"])
    def test_errors_of_every_kind_of_field_are_vietnamese(self, value: str) -> None:
        with translation.override("vi"):
            form = EveryField(data=dict.fromkeys(EveryField.base_fields, value))
            texts = [text for errors in form.errors.values() for text in errors]
        assert texts
        assert [text for text in texts if fault(text)] == []

    @pytest.mark.parametrize(
        "form", [AuthenticationForm, PasswordResetForm, ExternalLinkChooserForm, SetPasswordForm]
    )
    def test_forms_of_the_packages_are_vietnamese(self, form: type[forms.Form], world) -> None:
        with translation.override("vi"):
            extra = {"user": world.author} if form is SetPasswordForm else {}
            if form is AuthenticationForm:
                extra = {"request": RequestFactory().post("/admin/login/")}
            bound = form(
                data={"username": "x", "password": "x", "email": "x", "new_password1": "a", "url": "x"},
                **extra,
            )
            texts = [text for errors in bound.errors.values() for text in errors]
            texts += [str(field.label or field.help_text) for field in bound.fields.values()]
        assert [text for text in texts if fault(text)] == []

    def test_weak_passwords_are_refused_in_vietnamese(self, world) -> None:
        texts = []
        with translation.override("vi"):
            for validator in get_password_validators(settings.AUTH_PASSWORD_VALIDATORS):
                texts.append(validator.get_help_text())
                for password in ("password", "123", world.author.username):
                    try:
                        validator.validate(password, world.author)
                    except ValidationError as error:
                        texts += error.messages
        assert len(texts) > 5
        assert [text for text in texts if fault(text)] == []

    def test_dates_times_and_numbers_are_written_as_in_vietnam(self) -> None:
        day = dt.datetime(2026, 11, 3, 14, 5, tzinfo=dt.UTC)
        with translation.override("vi"):
            names = ["DATE_FORMAT", "DATETIME_FORMAT", "TIME_FORMAT", "SHORT_DATE_FORMAT", "MONTH_DAY_FORMAT"]
            texts = [formats.date_format(day, name) for name in [*names, "l, j F Y", "D j M", "N j, Y"]]
            texts.append(timesince(day, day + dt.timedelta(days=400, hours=5)))
            assert formats.number_format(1234567.5) == "1.234.567,5"
        assert [text for text in texts if fault(text)] == []


class TestLetters:
    @pytest.mark.parametrize("name", EMAILS)
    def test_a_template_of_a_letter_holds_no_english(self, name: str) -> None:
        template = get_template(name)
        counted = re.findall(r"count \w+=(\w+)", template.template.source)
        with translation.override("vi"):
            text = template.render(dict.fromkeys(counted, 2))
        assert [f"{line!r}: {fault(line)}" for line in text.splitlines() if fault(line)] == []

    def test_letters_that_the_boards_caused_are_vietnamese(self, world) -> None:
        builders = {kind.name: kind for kind in kinds()}
        found, read = [], set()
        with translation.override("vi"):
            for letter in Letter.objects.all():
                message = builders[letter.kind].build(letter)
                if message is not None:
                    read.add(letter.kind)
                    lines = [message.subject, *message.body.splitlines()]
                    found += [f"{letter.kind} {line!r}: {fault(line)}" for line in lines if fault(line)]
        assert {"editorial.submitted", "feedback.received"} <= read
        assert found == []

    def test_kinds_of_letters_have_vietnamese_names(self) -> None:
        with translation.override("vi"):
            assert [str(kind.label) for kind in kinds() if fault(str(kind.label))] == []
