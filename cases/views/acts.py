"""The dialog of every act: shown where the act is open, run when it is sent, shown again with whatever was refused."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods
from django_htmx.http import HttpResponseClientRedirect

from cases.actions.frame import not_found
from cases.doors.table import FORMS, act_of, run
from cases.forms.base import ActForm
from cases.models import Case, HandOff, Leg
from cases.openings.acts_open import assert_open, not_needed
from cases.places.reasons_to_see import reason_given
from cases.presenting.dialogs import act_dialog
from cases.presenting.said import done_words
from cases.presenting.unmasked import unmasked_page
from cases.reading.case_file import CaseFile
from cases.views.shared import RefusedAnswer, asked_file, from_htmx, key_of, show, staff_only
from law.errors import Refused
from law.procedure import steps_of
from law.vocabulary import Act, Scope, ServiceMethod
from organizations.today import today
from organizations.views.people import member

_PAGE, _FRAGMENT = "cases/act.html", "cases/_act.html"
DESK = "/"


@dataclass
class Door:
    """One act on one case, leg or hand-off, as whoever asks may see it."""

    request: HttpRequest
    act: Act
    file: CaseFile
    leg: Leg | None
    hand_off: HandOff | None

    @property
    def seen(self) -> int:
        """Return the version that the dialog shows."""
        return self.leg.version if self.leg else self.file.case.version

    def form(self, data: Any = None) -> ActForm:
        """Return the act's form, empty or over what was sent; ids never meet those of the page."""
        keys = {"leg_id": self.leg.pk if self.leg else None, "hand_off_id": self.hand_off.pk if self.hand_off else None}
        asked = self.request.GET
        hints = {
            "demand": asked.get("demand", ""),
            "respondent_id": asked.get("respondent", ""),
            "document": asked.get("document", ""),
        }
        initial = {
            "seen": self.seen,
            **keys,
            **{name: value for name, value in hints.items() if value.isdecimal()},
            **({"method": method} if (method := asked.get("method")) in set(ServiceMethod) else {}),
        }
        files = None if data is None else self.request.FILES
        return FORMS[self.act](
            data,
            files,
            by=member(self.request),
            case=self.file.case,
            leg=self.leg,
            hand_off=self.hand_off,
            initial=initial,
            auto_id="act_%s",
        )

    def context(self, form: ActForm, refused: Refused | None = None) -> dict[str, Any]:
        """Return what the dialog shows."""
        return act_dialog(self.file, self.act, form, today(), leg=self.leg, hand_off=self.hand_off, refused=refused)


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def act(request: HttpRequest, case_id: int, slug: str) -> HttpResponse:
    """Show the dialog of an act, or run it. Raises Refused: not_found, not_permitted, wrong_state, not_needed_now."""
    door = _door(request, case_id, slug)
    if request.method == "POST":
        return _sent(door)
    if not _is_open(door):
        _assert_open(door)
        raise not_needed(door.act)
    if door.act is Act.UNMASK and reason_given(door.file.case, member(request), today()):
        return _unmasked(door, door.file.case.parties.all())
    return show(request, _PAGE, _FRAGMENT, door.context(door.form()))


def _door(request: HttpRequest, case_id: int, slug: str) -> Door:
    act = act_of(slug)
    if act is None:
        raise not_found()
    file = asked_file(request, case_id)
    scope = steps_of(act)[0].scope
    leg, hand_off = None, None
    if scope is Scope.HAND_OFF:
        hand_off = _one(file.hand_offs, _key(request, "hand_off", "hand_off_id"))
        leg = _one(file.legs, hand_off.leg_id)
    elif scope is Scope.LEG:
        leg = _one(file.legs, _key(request, "leg", "leg_id"))
    return Door(request, act, file, leg, hand_off)


def _key(request: HttpRequest, asked: str, hidden: str) -> int | None:
    """The address and the hidden field must name the same thing."""
    keys = {key_of(request.GET.get(asked)), key_of(request.POST.get(hidden))} - {None}
    if len(keys) != 1:
        raise not_found()
    return keys.pop()


def _one(rows: list[Any], key: int | None) -> Any:
    found = next((row for row in rows if row.pk == key), None)
    if found is None:
        raise not_found()
    return found


def _is_open(door: Door) -> bool:
    return any(
        opening.act is door.act and opening.hand_off == door.hand_off and (opening.leg == door.leg or door.leg is None)
        for opening in door.file.openings
    )


def _assert_open(door: Door) -> None:
    assert_open(door.act, member(door.request), door.file.case, door.file.legs, leg=door.leg, hand_off=door.hand_off)


def _sent(door: Door) -> HttpResponse:
    typed = door.request.POST.copy()
    for name, thing in (("leg_id", door.leg), ("hand_off_id", door.hand_off)):
        typed[name] = str(thing.pk) if thing else ""
    form = door.form(typed)
    try:
        if not form.is_valid():
            _assert_open(door)
            return show(door.request, _PAGE, _FRAGMENT, door.context(form), status=422)
        result = run(door.act, door.file.case.pk, form)
    except Refused as refused:
        if refused.code in ("not_found", "not_permitted"):
            raise
        return _refused(door, typed, refused)
    return _unmasked(door, result) if door.act is Act.UNMASK else _done(door)


def _refused(door: Door, typed: Any, refused: Refused) -> HttpResponse:
    """Show the dialog again over the newest state of the case, with all that was typed and the refusal on top."""
    door = _door(door.request, door.file.case.pk, door.request.resolver_match.kwargs["slug"])  # type: ignore[union-attr]
    if refused.code == "changed_meanwhile":
        # He has been told what happened; sending again is his decision on the newest state.
        typed["seen"] = str(door.seen)
    fragment = _FRAGMENT if from_htmx(door.request) else _PAGE
    shown = render_to_string(fragment, door.context(door.form(typed), refused), request=door.request)
    return RefusedAnswer(shown.encode(), refused)


def _done(door: Door) -> HttpResponse:
    """Go back to the case; to the desk where the act has put it out of this person's reach (Art. 30)."""
    case = door.file.case
    still = Case.objects.visible_to(member(door.request)).filter(pk=case.pk).exists()
    messages.success(door.request, done_words(door.act, door.file, still=still))
    target = reverse("cases:case", args=[case.pk]) if still else DESK
    return HttpResponseClientRedirect(target) if from_htmx(door.request) else redirect(target)


def _unmasked(door: Door, parties: Any) -> HttpResponse:
    """Show the full data once, in this answer alone; the address says nothing and nothing keeps it."""
    return show(door.request, "cases/unmasked.html", "cases/_unmasked.html", unmasked_page(door.file, parties))
