from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.urls import serve_pattern

from edusite.sign_in import urls as sign_in_urls
from edusite.sign_in.urls import doors as sign_in_doors
from edusite.views import robots, styleguide, theme
from home.views import serve as serve_page

urlpatterns = [
    path("tai-khoan/", include(sign_in_urls)),
    path("admin/", include(sign_in_doors)),
    path("admin/", include("editorial.urls.scoped")),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("theme/<str:name>.css", theme, name="theme"),
    path("robots.txt", robots, name="robots"),
    path("", include("editorial.urls")),
    path("", include("resources.public_urls")),
]
if settings.EDUSITE_STYLEGUIDE:
    urlpatterns += [path("styleguide/", styleguide, name="styleguide")]
if settings.EDUSITE_SCHEME == "http":
    # Development only: in production the web server answers for /media/.
    urlpatterns += [re_path(r"^media/(?P<path>.*)$", serve, {"document_root": settings.MEDIA_ROOT})]

urlpatterns += i18n_patterns(
    path("", include("home.urls")),
    path("", include("sections.opendata.urls")),
    path("", include("enrolment.urls")),
    path("", include("feedback.urls")),
    path("", include("privacy.urls")),
    path("", include("editorial.urls.public")),
    path("", include("resources.urls")),
    re_path(serve_pattern, serve_page, name="wagtail_serve"),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
