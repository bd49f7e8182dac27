"""How the chain runs on one site: the settings in force, and who changed them when."""

from __future__ import annotations

from itertools import zip_longest

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from wagtail.admin import messages

from editorial import section_keys
from editorial.choices import BoardRole
from editorial.forms.boards import ChainSettingsForm
from editorial.models import chain_settings_of
from editorial.selectors import board_roles, institutions_of
from editorial.services.chain_settings import chain_settings_change, may_change_settings
from network.models import Institution

LOGGED = 50


def chain_settings_index(request: HttpRequest) -> HttpResponse:
    """The one site whose chain the person sets; a choice where there are several."""
    roles = board_roles(request.user)
    led = {pk for pk, role in roles if role in (BoardRole.CHIEF, BoardRole.HEAD)}
    found = list(institutions_of(request.user).filter(pk__in=led).active())
    if not found:
        raise PermissionDenied
    if len(found) == 1:
        return redirect("editorial_chain", found[0].pk)
    return render(request, "editorial/admin/chain_index.html", {"institutions": found})


def chain_settings(request: HttpRequest, pk: int) -> HttpResponse:
    """Read and change. The site of another board does not exist for the person who asks."""
    institution = get_object_or_404(Institution, pk=pk)
    if not may_change_settings(request.user, institution):
        raise Http404
    sections = section_keys.choices_for(institution)
    current = chain_settings_of(institution)
    initial = {
        "with_editor": "yes" if current.with_editor else "no",
        "head_sections": current.head_sections,
    }
    form = ChainSettingsForm(request.POST or None, initial=initial, sections=sections)
    if request.method == "POST" and form.is_valid():
        chain_settings_change(institution=institution, user=request.user, **form.cleaned_data)
        messages.success(request, _("The approval chain is changed for what is submitted from now on."))
        return redirect("editorial_chain", pk)
    changes = _log(institution, dict(sections))
    context = {"institution": institution, "form": form, "changes": changes}
    return render(request, "editorial/admin/chain.html", context)


def _log(institution: Institution, titles: dict) -> list:
    """The last changes, each with what held before it."""
    found = list(institution.chain_settings.all()[: LOGGED + 1])
    for newer, older in zip_longest(found[:LOGGED], found[1:]):
        newer.sections_before = [titles.get(key, key) for key in (older.head_sections if older else [])]
        newer.sections_after = [titles.get(key, key) for key in newer.head_sections]
        newer.with_editor_before = older.with_editor if older else True
    return found[:LOGGED]
