"""单位信息: the units, and of one its letterhead and who is responsible there."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from kit.web import RefusedAnswer, staff_only
from law.errors import Refused
from organizations.closed_units import closed_words, is_closed
from organizations.letterhead import LETTERHEAD, columns_kept_by, keep_letterhead, unit_known_to, units_kept_by
from organizations.models import Unit
from organizations.models.posts import Post
from organizations.posts import contact_of, end_post, fill_post, may_fill, responsible_at
from organizations.today import today
from organizations.unit_forms import LetterheadForm, PostEndForm, PostForm
from organizations.views.people import member

MOST_PAST = 50


@require_safe
@staff_only
def units(request: HttpRequest) -> HttpResponse:
    """List the units whose letterhead this person keeps (?q=). Raises Refused not_permitted."""
    words = request.GET.get("q", "").replace("\x00", "").strip()[:40]
    on = today()
    lines = [
        {"unit": each, "formal": each.formal_name, "closed": closed_words(each) if is_closed(each, on) else ""}
        for each in units_kept_by(member(request), words)
    ]
    return render(request, "organizations/units.html", {"lines": lines, "words": words})


@require_safe
@staff_only
def unit(request: HttpRequest, unit_id: int) -> HttpResponse:
    """Show a unit: its letterhead, and who is responsible there today and was before. Raises Refused not_found."""
    return _page(request, unit_known_to(member(request), unit_id))


@require_POST
@staff_only
def letterhead(request: HttpRequest, unit_id: int) -> HttpResponse:
    """Keep the letterhead. Raises Refused: not_found, not_permitted, unit_closed."""
    staff = member(request)
    found = unit_known_to(staff, unit_id)
    form = LetterheadForm(found, columns_kept_by(staff, found), request.POST)
    if not form.is_valid():
        return _page(request, found, letterhead_form=form, status=422)
    keep_letterhead(unit_id, by=staff, said=form.cleaned_data)
    messages.success(request, f"“{found.name}”的信息已保存，以后制作的文书使用；已经制作的不变。")
    return redirect("unit", unit_id)


@require_POST
@staff_only
def post(request: HttpRequest, unit_id: int) -> HttpResponse:
    """Fill a post. Raises Refused as `fill_post`."""
    staff = member(request)
    found = unit_known_to(staff, unit_id)
    form = PostForm(request.POST)
    if not form.is_valid():
        return _page(request, found, post_form=form, status=422)
    try:
        filled = fill_post(unit_id, by=staff, **form.arguments())
    except Refused as refused:
        return RefusedAnswer(_page(request, found, post_form=form, refused=refused).content, refused)
    messages.success(request, f"{filled.from_day}起，{filled.name}任{Post(filled.post).label}。")
    return redirect("unit", unit_id)


@require_POST
@staff_only
def post_end(request: HttpRequest, unit_id: int, post_id: int) -> HttpResponse:
    """End the holding of a post. Raises Refused: date_invalid, and as `end_post`."""
    form = PostEndForm(data=request.POST)
    if not form.is_valid():
        raise Refused("date_invalid", "请写明任职到哪一天，例如 2026-11-30。")
    ended = end_post(unit_id, post_id, by=member(request), to_day=form.cleaned_data["to_day"])
    messages.success(request, f"{ended.name}任{Post(ended.post).label}到{ended.to_day}为止。")
    return redirect("unit", unit_id)


def _page(
    request: HttpRequest,
    found: Unit,
    *,
    letterhead_form: LetterheadForm | None = None,
    post_form: PostForm | None = None,
    refused: Refused | None = None,
    status: int = 200,
) -> HttpResponse:
    staff, on = member(request), today()
    columns = columns_kept_by(staff, found)
    closed = is_closed(found, on)
    now, fills = responsible_at(found, on), may_fill(staff, found) and not closed
    past = [each for each in found.posts.all()[:MOST_PAST] if each not in now]
    context: dict[str, Any] = {
        "unit": found,
        "closed": closed_words(found) if closed else "",
        "said": _said(found),
        "letterhead_form": letterhead_form or (LetterheadForm(found, columns) if columns and not closed else None),
        "now": [{"held": each, "end": PostEndForm(each) if fills and each.to_day is None else None} for each in now],
        "past": past,
        "post_form": post_form or (PostForm() if fills else None),
        "refused": refused,
    }
    return render(request, "organizations/unit.html", context, status=status)


def _said(found: Unit) -> list[dict[str, Any]]:
    """Return what the letters of a unit say today, what is not kept from where it is taken."""
    contact = contact_of(found, today())
    shown = {
        "legal_name": found.formal_name,
        "seal_line": found.signature,
        "contact_person": contact.person,
        "contact_phone": contact.phone,
        "address": found.address,
    }
    return [{"label": Unit._meta.get_field(name).verbose_name, "value": shown[name]} for name in LETTERHEAD]  # type: ignore[union-attr]
