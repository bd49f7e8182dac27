"""Somebody without script who fills in whatever form stands on a page, as a browser would send it.

The controls are read from the page, so a form that is added later is walked through as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.test import Client
from lxml import html as markup

Fill = Callable[["Control"], Any]
MOST_STEPS = 15
BY_NAME = {"birth": "05/09/2008", "child_birth": "05/09/2020", "child_identity": "001220000001"}


@dataclass
class Control:
    """One name of a form with the ways to answer it."""

    name: str
    kind: str
    values: list[str] = field(default_factory=list)
    value: str = ""
    accept: str = ""
    hint: str = ""
    """What the page says about the way of typing: ``tel``, ``numeric``…"""
    label: str = ""
    is_set: bool = False
    """Chosen before the person touched it."""


class Walker:
    """`page` is the parsed page that is shown, `status` the status of the answer."""

    def __init__(self, host: str, path: str):
        self.client = Client(enforce_csrf_checks=True)
        self.host, self.path = host, path
        self.seen: list[str] = []

    def open(self, query: str = "") -> Walker:
        return self.take(self.client.get(self.path + query, headers={"host": self.host}))

    def take(self, response) -> Walker:
        self.response, self.status = response, response.status_code
        self.text = response.content.decode() if "html" in response["Content-Type"] else ""
        self.seen.append(self.text)
        self.page = markup.fromstring(self.text or "<html></html>")
        return self

    @property
    def form(self):
        """The form of the step that is shown; None on the last page."""
        found = self.page.xpath("//form[.//input[@name='step']][not(.//input[@name='change'])]")
        return found[0] if found else None

    def controls(self) -> list[Control]:
        return list(_controls(self.form)) if self.form is not None else []

    def entered(self, fill: Fill) -> dict[str, Any]:
        """What is sent for the step that is shown: hidden fields as they are, the others as `fill` says; None leaves one out."""
        data = {}
        for control in self.controls():
            value = control.value if control.kind == "hidden" else fill(control)
            if value is not None:
                data[control.name] = value
        return data

    def send(self, data: dict[str, Any]) -> Walker:
        return self.take(self.client.post(self.path, data, headers={"host": self.host}))

    def walk(self, fill: Fill) -> Walker:
        """To the receipt. Fails where a step is shown again and again."""
        self.open()
        for _step in range(MOST_STEPS):
            if self.form is None:
                break
            self.send(self.entered(fill))
        assert "receipt__code" in self.text, self.errors() or self.text[:2000]
        return self

    def errors(self) -> list[str]:
        return [node.text_content().strip() for node in self.page.xpath("//*[contains(@class,'errors')]//li")]


def _controls(form) -> Iterator[Control]:
    found: dict[str, Control] = {}
    for node in form.xpath(".//input[@name] | .//textarea[@name] | .//select[@name]"):
        name = node.get("name")
        kind = node.get("type", "text") if node.tag == "input" else node.tag
        control = found.setdefault(name, Control(name, kind, accept=node.get("accept", "")))
        control.hint = node.get("inputmode", "") or node.get("autocomplete", "")
        if kind == "hidden":
            control.value = node.get("value", "")
        elif kind in ("radio", "checkbox"):
            control.values.append(node.get("value", "on"))
            control.is_set |= node.get("checked") is not None
        elif kind == "select":
            control.values = [
                o.get("value", o.text) for o in node.xpath(".//option") if o.get("value", o.text)
            ]
            control.is_set |= bool(node.xpath(".//option[@selected][@value!='']"))
    for control in found.values():
        labels = form.xpath(".//label[@for=$name]", name=f"id_{control.name}")
        control.label = labels[0].text_content().lower() if labels else ""
        yield control


def plausible(
    marker: str, *, share: str = "no", files: Callable[[Control], Any] = lambda control: None
) -> Fill:
    """Answers that every form takes, with `marker` wherever people write freely."""

    def fill(control: Control) -> Any:
        name, kind = control.name, control.kind
        if name in ("website", "draft") or name.endswith("-clear"):
            return "" if name == "website" else None
        if name.startswith("share-"):
            return share
        if kind in ("radio", "select"):
            return next((value for value in control.values if value), "")
        if kind == "checkbox":
            return control.values[0]
        known = {
            "file": files(control),
            "email": f"{marker.lower()}@example.org",
            "number": "7",
            "date": "2001-05-01",
        }
        if kind in known:
            return known[kind]
        if "tel" in (kind, control.hint):
            return "0912 345 678"
        if "identity" in name:
            return "001220000001"
        if name in BY_NAME:
            return BY_NAME[name]
        if control.hint == "numeric" and "ngày" in control.label:
            return "05/09/2026"
        if control.hint == "numeric":
            return "7"
        return marker

    return fill
