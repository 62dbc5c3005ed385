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

from cases.doors.table import door_at, run
from cases.forms.at_fault import field_at_fault
from cases.forms.base import ActForm
from cases.models import Case, HandOff, Leg
from cases.places.reasons_to_see import reason_given
from cases.places.spot import Spot, resolve
from cases.presenting.dialogs import act_dialog
from cases.presenting.said import done_words, sent_words
from cases.presenting.unmasked import unmasked_page
from cases.reading.acts_open import assert_open
from cases.reading.case_file import CaseFile
from cases.sight.out_of_reach import key_of, not_found
from cases.views.shared import asked_file
from kit.doors import Door as Row
from kit.web import RefusedAnswer, from_htmx, show, staff_only
from law.errors import Refused
from law.matters import Tier
from law.vocabulary import Act, Scope, ServiceMethod
from organizations.today import today
from organizations.views.people import member

_PAGE, _FRAGMENT = "cases/act.html", "cases/_act.html"
DESK = "/"
# What a link to a dialog may fill in as it stands: the number of the other case of a matter.
_TYPED = ("number",)


@dataclass
class Door:
    """One act on one case, leg or hand-off, as whoever asks may see it; ``row`` is what the house knows of the act."""

    request: HttpRequest
    row: Row
    file: CaseFile
    leg: Leg | None
    hand_off: HandOff | None

    @property
    def seen(self) -> int:
        """Return the version that the dialog shows."""
        return self.leg.version if self.leg else self.file.case.version

    @property
    def spot(self) -> Spot:
        """Return who would act, on what, today."""
        return Spot(
            self.row.act, self.file.case, member(self.request), today(), self.file.legs, self.leg, self.hand_off
        )

    def form(self, data: Any = None) -> ActForm:
        """Return the act's form, empty or over what was sent; ids never meet those of the page."""
        keys = {"leg_id": self.leg.pk if self.leg else None, "hand_off_id": self.hand_off.pk if self.hand_off else None}
        asked = self.request.GET
        hints = {
            "demand": asked.get("demand", ""),
            "respondent_id": asked.get("respondent", ""),
            "document": asked.get("document", ""),
            "unit": asked.get("unit", ""),
        }
        initial = {
            "seen": self.seen,
            **keys,
            **{name: value for name, value in hints.items() if value.isdecimal()},
            **{name: said[:40] for name in _TYPED if (said := asked.get(name, ""))},
            **({"tier": tier} if (tier := asked.get("tier")) in set(Tier) else {}),
            **({"method": method} if (method := asked.get("method")) in set(ServiceMethod) else {}),
        }
        files = None if data is None else self.request.FILES
        form: ActForm = self.row.form(
            data,
            files,
            by=member(self.request),
            case=self.file.case,
            leg=self.leg,
            hand_off=self.hand_off,
            initial=initial,
            auto_id="act_%s",
        )
        return form

    def context(self, form: ActForm, refused: Refused | None = None) -> dict[str, Any]:
        """Return what the dialog shows."""
        return act_dialog(self.file, self.row.act, form, today(), leg=self.leg, hand_off=self.hand_off, refused=refused)


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def act(request: HttpRequest, case_id: int, slug: str) -> HttpResponse:
    """Show the dialog of an act, or run it. Raises Refused: not_found, not_permitted, wrong_state, what closes the act."""
    door = act_door(request, case_id, slug)
    if request.method == "POST":
        return _sent(door)
    assert_open(door.spot)
    if door.row.act is Act.UNMASK and reason_given(door.file.case, member(request), today()):
        return _unmasked(door, door.file.case.parties.all())
    return show(request, _PAGE, _FRAGMENT, door.context(door.form()))


def act_door(request: HttpRequest, case_id: int, slug: str) -> Door:
    """Return one act on one case, leg or hand-off, as whoever asks may see it. Raises Refused not_found."""
    row = door_at(slug)
    if row is None:
        raise not_found()
    file = asked_file(request, case_id)
    leg_id = _key(request, "leg", "leg_id") if row.scope is Scope.LEG else None
    hand_off_id = _key(request, "hand_off", "hand_off_id") if row.scope is Scope.HAND_OFF else None
    leg, hand_off = resolve(row, file.legs, file.hand_offs, leg_id=leg_id, hand_off_id=hand_off_id)
    return Door(request, row, file, leg, hand_off)


def _key(request: HttpRequest, asked: str, hidden: str) -> int:
    """The address and the hidden field must name the same thing."""
    keys = {key_of(request.GET.get(asked)), key_of(request.POST.get(hidden))} - {None}
    key = keys.pop() if len(keys) == 1 else None
    if key is None:
        raise not_found()
    return key


def _sent(door: Door) -> HttpResponse:
    typed = door.request.POST.copy()
    for name, thing in (("leg_id", door.leg), ("hand_off_id", door.hand_off)):
        typed[name] = str(thing.pk) if thing else ""
    form = door.form(typed)
    try:
        if not form.is_valid():
            assert_open(door.spot)
            return show(door.request, _PAGE, _FRAGMENT, door.context(form), status=422)
        result = run(door.row, door.file.case.pk, form)
    except Refused as refused:
        if refused.code in ("not_found", "not_permitted"):
            raise
        return _refused(door, typed, refused)
    return _unmasked(door, result) if door.row.act is Act.UNMASK else _done(door, form)


def _refused(door: Door, typed: Any, refused: Refused) -> HttpResponse:
    """Show the dialog again over the newest state of the case, with all that was typed and the refusal on top."""
    door = act_door(door.request, door.file.case.pk, door.request.resolver_match.kwargs["slug"])  # type: ignore[union-attr]
    if refused.code == "changed_meanwhile":
        # He has been told what happened; sending again is his decision on the newest state.
        typed["seen"] = str(door.seen)
    fragment = _FRAGMENT if from_htmx(door.request) else _PAGE
    form = door.form(typed)
    if form.is_valid() and (name := field_at_fault(form, refused)):
        form.add_error(name, refused.message)
    shown = render_to_string(fragment, door.context(form, refused), request=door.request)
    return RefusedAnswer(shown.encode(), refused)


def _done(door: Door, form: ActForm) -> HttpResponse:
    """Go back to the case; to the desk where the act has put it out of this person's reach (Art. 30)."""
    case, by = door.file.case, member(door.request)
    said = sent_words(door.row.act, door.file, by, form.cleaned_data.get("unit"))
    # Who reads that it was sent, still reads the case.
    still = bool(said) or Case.objects.visible_to(by).filter(pk=case.pk).exists()
    messages.success(door.request, said or done_words(door.row.act, door.file, still=still))
    target = reverse("cases:case", args=[case.pk]) if still else DESK
    return HttpResponseClientRedirect(target) if from_htmx(door.request) else redirect(target)


def _unmasked(door: Door, parties: Any) -> HttpResponse:
    """Show the full data once, in this answer alone; the address says nothing and nothing keeps it."""
    return show(door.request, "cases/unmasked.html", "cases/_unmasked.html", unmasked_page(door.file, parties))
