import pytest
from django.core.checks import run_checks
from django.db import models
from django.http import HttpResponse
from django.test.utils import isolate_apps
from django.urls import include, path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.generic import FormView, TemplateView, View
from wagtail.contrib.forms.models import FormMixin
from wagtail.models import Page

from common.models import BasePage
from common.personal_data import DataClass, PersonalData
from privacy import checks, pdf, registry
from privacy.models import AbstractFormPage
from privacy.views import CollectingView


def ids(errors):
    return [error.id for error in errors]


def test_the_product_itself_keeps_the_rules():
    assert run_checks(tags=["privacy"]) == []


@isolate_apps("privacy")
def test_a_model_that_says_nothing_fails():
    class Silent(models.Model):
        class Meta:
            app_label = "privacy"

    (error,) = checks.model_errors(Silent)
    assert error.id == "privacy.E001"
    assert error.obj is Silent


@isolate_apps("privacy")
def test_a_statement_about_a_field_that_is_not_there_fails():
    class Wrong(models.Model):
        personal_data = PersonalData(
            fields={"gone": DataClass.PERSONAL}, purpose="to test", retention="a moment"
        )

        class Meta:
            app_label = "privacy"

    (error,) = checks.model_errors(Wrong)
    assert "gone" in error.msg


def test_the_check_of_models_looks_at_all_of_ours(monkeypatch):
    class Silent:
        pass

    monkeypatch.setattr(checks, "own_models", lambda: [Silent])
    assert ids(run_checks(tags=["privacy"])) == ["privacy.E001"]


class ReadsPost(BasePage):
    class Meta:
        abstract = True
        app_label = "feedback"

    def serve(self, request):
        return HttpResponse(request.POST.get("name"))


class HasGetForm(BasePage):
    class Meta:
        abstract = True
        app_label = "feedback"

    def get_form(self):
        return None


class HasFormClass(BasePage):
    form_class = None

    class Meta:
        abstract = True
        app_label = "feedback"


class WagtailForm(FormMixin, Page):
    class Meta:
        abstract = True
        app_label = "feedback"


class InheritsReading(ReadsPost):
    class Meta:
        abstract = True
        app_label = "feedback"


class ReadsFilesDeepInside(BasePage):
    class Meta:
        abstract = True
        app_label = "feedback"

    def serve(self, request):
        class Holder:
            def read(self):
                return list(self.view.request.FILES.values())

        return HttpResponse(Holder())


class ReadsAddressOnly(BasePage):
    class Meta:
        abstract = True
        app_label = "feedback"

    def serve(self, request):
        return HttpResponse(request.GET.get("page"))


@pytest.mark.parametrize(
    "page", [ReadsPost, ReadsFilesDeepInside, HasGetForm, HasFormClass, WagtailForm, InheritsReading]
)
def test_a_page_that_collects_on_its_own_fails(monkeypatch, page):
    monkeypatch.setattr(checks, "get_page_models", lambda: [page])
    assert ids(checks.check_pages()) == ["privacy.E002"]


def test_a_page_that_reads_only_its_address_is_fine():
    assert checks.page_errors(ReadsAddressOnly) == []


def test_a_form_page_without_a_registered_form_fails():
    class Nameless(AbstractFormPage):
        form_code = "nobody-knows"

        class Meta:
            abstract = True
            app_label = "feedback"

    assert ids(checks.page_errors(Nameless)) == ["privacy.E004"]


def anything(request):
    return HttpResponse()


class Posting(View):
    def post(self, request):
        return HttpResponse()


class Loose(FormView):
    pass


class Collecting(CollectingView):
    pass


class Reading(TemplateView):
    pass


@pytest.mark.parametrize(
    "view",
    [
        anything,
        never_cache(anything),
        require_POST(anything),
        require_http_methods(["GET", "POST"])(anything),
        Posting.as_view(),
        Loose.as_view(),
    ],
)
def test_a_public_view_that_takes_posts_fails(view):
    patterns = [path("x/", include([path("y/", view)]))]
    (error,) = checks.view_errors(patterns)
    assert error.id == "privacy.E003"
    assert "x/y/" in error.msg


@pytest.mark.parametrize(
    "view",
    [require_safe(anything), never_cache(require_safe(anything)), Collecting.as_view(), Reading.as_view()],
)
def test_a_view_that_reads_or_derives_from_privacy_is_fine(view):
    assert checks.view_errors([path("x/", view)]) == []


@pytest.mark.parametrize("prefix", ["admin/", "documents/"])
def test_the_views_of_staff_are_not_public(prefix):
    assert checks.view_errors([path(prefix, include([path("x/", anything)]))]) == []


def test_a_declared_view_is_fine_and_needs_its_reason(monkeypatch):
    monkeypatch.setattr(registry, "_exceptions", {})
    registry.not_public_form(f"{__name__}.anything", "It takes no data of people.")
    assert checks.view_errors([path("x/", anything)]) == []
    with pytest.raises(ValueError, match="needs a reason"):
        registry.not_public_form("a.b", "")


def test_malformed_keys_fail_and_missing_ones_only_in_deployment(settings):
    settings.EDUSITE_FIELD_KEYS = ["k1:short"]
    assert ids(checks.check_keys()) == ["privacy.E005"]
    settings.EDUSITE_FIELD_KEYS = []
    assert checks.check_keys() == []
    assert ids(checks.check_keys_for_deployment()) == ["privacy.E005"]


def test_every_model_of_ours_is_in_the_register_or_says_it_holds_nothing():
    held = dict(registry.personal_data_register())
    assert {"Submission", "FormDraft", "ConsentEvent", "PrivacyAudit"} <= {m.__name__ for m in held}
    assert all(str(statement.purpose) and str(statement.retention) for statement in held.values())


def test_a_form_is_registered_once():
    kind = registry.form_kind("feedback")
    registry.register_form(kind)
    with pytest.raises(ValueError, match="registered already"):
        registry.register_form(registry.FormKind(code="feedback", label="x", reference_prefix="X"))


class TestDocuments:
    def test_a_missing_library_is_told_at_the_start(self, monkeypatch):
        assert checks.check_documents() == []
        monkeypatch.setattr(
            pdf, "LIBRARIES", {"Pango": ("libno-such-pango.so.0",), "HarfBuzz": ("libharfbuzz.so.0",)}
        )
        [warning] = checks.check_documents()
        assert warning.id == "privacy.W001"
        assert warning.msg == "No PDF can be made, because the machine lacks Pango."
