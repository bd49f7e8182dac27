"""Which pages are measured: those of the demonstration's department and of one school with full content."""

from __future__ import annotations

DEPARTMENT, SCHOOL = "HS", "HS.TP01"


def addresses() -> dict[str, tuple[str, str]]:
    """Name → (host name, path)."""
    from network.models import Institution
    from sections.models import ArticlePage

    found: dict[str, tuple[str, str]] = {}
    for name, code in (("department", DEPARTMENT), ("school", SCHOOL)):
        institution = Institution.objects.select_related("site__root_page").get(code=code)
        host, home = institution.hostname, institution.site.root_page
        articles = ArticlePage.objects.filter(path__startswith=home.path, live=True).exclude(image=None)
        article = articles.order_by("path").first()
        found[f"{name} home"] = (host, "/")
        found[f"{name} news"] = (host, "/tin-tuc/")
        found[f"{name} documents"] = (host, "/van-ban/")
        found[f"{name} article"] = (host, "/" + article.url_path[len(home.url_path) :])
    return found
