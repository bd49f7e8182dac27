"""The screens of the English: the list of a board, and one page side by side with its Vietnamese. A person works on the pages of
the boards on which they serve; any other page does not exist for them."""

from __future__ import annotations

from collections import Counter

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET
from wagtail.admin import messages
from wagtail.models import Page

from common.text import fold, slug
from editorial.selectors import institutions_of
from network.models import Institution
from network.selectors import institution_for_page
from sections.english import po, services
from sections.english.choices import Standing
from sections.english.forms import PartsForm, PoForm, RowsFilter
from sections.english.scope import why_not
from sections.english.selectors import english_rows, parts_left, text_of
from sections.english.texts import english_locale, parts_of
from sections.models import EnglishText

PAGE_SIZE = 50


def authorities_of(user):
    """Whose English a person may work on."""
    found = Institution.objects.all() if user.is_superuser else institutions_of(user)
    return found.active().authorities().exclude(home_key=None)


@require_GET
def english(request: HttpRequest) -> HttpResponse:
    """What needs English, how each text stands, and what else is there in English."""
    boards = list(authorities_of(request.user).order_by("path"))
    asked = request.GET.get("institution", "")
    board = next((one for one in boards if str(one.pk) == asked), None)
    if not boards or (asked and board is None):
        raise Http404
    board = board or boards[0]
    rows = english_rows([board])
    form = RowsFilter(request.GET)
    found = _filtered(rows, form)
    counts = Counter(row.standing for row in rows if row.is_wanted)
    query = request.GET.copy()
    query.pop("p", None)
    context = {
        "board": board,
        "boards": boards if len(boards) > 1 else [],
        "form": form,
        "counts": [(value, Standing(value).label, counts[value]) for value in Standing if counts[value]],
        "wanted": sum(counts.values()),
        "is_filtered": any(form.data.get(name) for name in ("q", "standing", "kind")),
        "rows": Paginator(found, PAGE_SIZE).get_page(request.GET.get("p")),
        "query": query.urlencode(),
    }
    return render(request, "sections/english/list.html", context)


def _filtered(rows, form: RowsFilter):
    """Unknown values are ignored; what needs work stands first."""
    form.is_valid()
    values = getattr(form, "cleaned_data", {})
    words = fold(values.get("q") or "").split()
    standing, kind = values.get("standing"), values.get("kind")
    order = {value: place for place, value in enumerate(Standing)}
    found = [
        row
        for row in rows
        if (not standing or row.standing == standing)
        and (not kind or row.kind == kind)
        and all(
            word in fold(f"{row.page.title} {row.english.title if row.english else ''}") for word in words
        )
    ]
    return sorted(found, key=lambda row: (not row.is_wanted, order[row.standing], row.page.path))


def _page_of(request: HttpRequest, page_id: int) -> tuple[Page, Institution]:
    """The Vietnamese page, whichever language the address names, and its institution; 404 for those of others."""
    page = get_object_or_404(Page, pk=page_id)
    institution = institution_for_page(page) if page.depth > 1 else None
    if institution is None or not services.may_translate(request.user, institution):
        raise Http404
    if page.locale.language_code != "vi":
        page = get_object_or_404(page.get_translations().filter(locale__language_code="vi"))
    return page.specific, institution


def english_page(request: HttpRequest, page_id: int) -> HttpResponse:
    """One page: every part in Vietnamese and in English, what changed, what a machine wrote, and where it stands."""
    page, institution = _page_of(request, page_id)
    text = text_of(page)
    if text is None:
        return _begin(request, page, institution)
    parts = parts_of(text, page)
    form, upload = PartsForm(parts=parts), PoForm()
    if request.method == "POST":
        if "upload" in request.POST:
            upload = PoForm(request.POST, request.FILES)
            answer = upload.is_valid() and _take_file(request, text, page, upload)
        elif "machine" in request.POST:
            answer = _let_draft(request, text, page)
        else:
            form = PartsForm(request.POST, parts=parts)
            answer = form.is_valid() and _keep(request, text, page, form)
        if answer:
            return answer
    return render(request, "sections/english/page.html", _context(page, institution, text, form, upload))


def _context(
    page: Page, institution: Institution, text: EnglishText, form: PartsForm, upload: PoForm
) -> dict:
    english_one = page.get_translations().filter(locale=english_locale()).first()
    left = parts_left(text)
    state = english_one.current_workflow_state if english_one else None
    task = english_one.current_workflow_task_state if state else None
    return {
        "page": page,
        "institution": institution,
        "text": text,
        "form": form,
        "upload": upload,
        "english": english_one,
        "left": left.total - left.done,
        "total": left.total,
        "unchecked": left.machine,
        "task": task,
        "machine": services.machine(text),
        "back": f"{reverse('sections_english')}?institution={institution.pk}",
    }


def _begin(request: HttpRequest, page: Page, institution: Institution) -> HttpResponse:
    """A page whose English nobody began."""
    if request.method == "POST":
        try:
            services.translation_start(page=page, user=request.user)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            messages.success(request, _("An English draft is there. Write its parts below."))
        return redirect("sections_english_page", page.pk)
    context = {
        "page": page,
        "institution": institution,
        "english": page.get_translations().filter(locale=english_locale()).first(),
        "hindrance": (services.NO_ENGLISH if not institution.is_authority else None)
        or (services.NOT_PUBLISHED if not page.live else why_not(type(page))),
        "back": f"{reverse('sections_english')}?institution={institution.pk}",
    }
    return render(request, "sections/english/begin.html", context)


def _keep(request: HttpRequest, text: EnglishText, page: Page, form: PartsForm) -> HttpResponse | None:
    try:
        services.texts_save(
            text=text, page=page, values=form.values(), checked=form.checked(), user=request.user
        )
    except ValidationError as error:
        _say(form, error)
        return None
    if "submit" in request.POST:
        try:
            services.english_submit(text=text, user=request.user)
        except ValidationError as error:
            messages.warning(
                request,
                _("Your text is saved. It was not submitted: %(reason)s")
                % {"reason": " ".join(error.messages)},
            )
        else:
            messages.success(request, _("The English page is with the board."))
            return redirect("sections_english")
    else:
        messages.success(request, _("The English draft is saved."))
    return redirect("sections_english_page", page.pk)


def _say(form, error: ValidationError) -> None:
    """Errors of parts at their fields, those of the page above the form."""
    for name, reasons in (
        error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
    ).items():
        form.add_error(name if name in form.fields else None, reasons)


def _let_draft(request: HttpRequest, text: EnglishText, page: Page) -> HttpResponse:
    try:
        count = services.machine_draft(text=text, page=page, user=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        said = ngettext(
            "%(count)s part was drafted by a machine. Read it and tick it.",
            "%(count)s parts were drafted by a machine. Read them and tick them.",
            count,
        )
        messages.success(request, said % {"count": count})
    return redirect("sections_english_page", page.pk)


def _take_file(request: HttpRequest, text: EnglishText, page: Page, upload: PoForm) -> HttpResponse | None:
    values = upload.cleaned_data
    try:
        count = po.po_import(
            text=text,
            page=page,
            data=values["file"].read(),
            user=request.user,
            is_machine=values["is_machine"],
        )
    except ValidationError as error:
        upload.add_error("file", error.messages)
        return None
    messages.success(request, po.taken_text(count))
    return redirect("sections_english_page", page.pk)


@require_GET
def english_po(request: HttpRequest, page_id: int) -> HttpResponse:
    """The parts as a file for a translator."""
    page, _institution = _page_of(request, page_id)
    text = text_of(page)
    if text is None:
        raise Http404
    response = HttpResponse(po.po_export(text), content_type="text/x-gettext-translation; charset=utf-8")
    name = slug(page.title, max_length=60, fallback="page")
    response["Content-Disposition"] = f'attachment; filename="{name}.po"'
    return response


def from_localize(request: HttpRequest, page_id: int) -> HttpResponse:
    """In the place of Wagtail Localize's screen for beginning a translation, which an administrator's buttons open."""
    if not request.user.is_superuser:
        raise Http404
    return redirect("sections_english_page", page_id)
