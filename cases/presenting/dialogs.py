"""The dialog of an act: its form, what to read before deciding, and which dates will follow."""

from datetime import date
from typing import Any

from django.forms import BoundField
from django.urls import reverse

from cases.forms.base import PICKER, ActForm
from cases.forms.terms import TermField
from cases.forms.unit_choices import offer_units
from cases.models import HandOff, Leg
from cases.places.reasons_to_see import Way
from cases.presenting.asked_before import HEARD
from cases.presenting.asking import key_lines
from cases.presenting.demands import demand_cards
from cases.presenting.drafts import draft_beside
from cases.presenting.exits import COMPARED, exit_said, reviews_said
from cases.presenting.heading import subject_of
from cases.presenting.jurisdiction import numbers_of, objection_said
from cases.presenting.marks import act_url, said_url
from cases.presenting.proposals import PROPOSAL_READING, proposals_said
from cases.presenting.remarks import returned_words, void_words
from cases.presenting.remedies import REMEDY_READING, remedy_words
from cases.reading.case_file import CaseFile
from cases.reading.ways_to_names import way_to_people
from kit.rooms import door_of
from law.errors import Refused
from law.remedies import OVERTURNED
from law.vocabulary import Act, Movement
from organizations.closed_units import heir_of, is_closed
from organizations.models import Staff
from organizations.today import today

_HALVES = (
    "sent_on",
    "received_on",
    "held_on",
    "place",
    "method",
    "kind",
    "channel",
    "petitioner_count",
    "location",
    "category",
    "category_code",
    "destination",
    "reported_on",
    "reported_at",
    "decided_on",
    "number",
    "mail_number",
)


def act_dialog(
    file: CaseFile,
    act: Act,
    form: ActForm,
    on: date,
    *,
    leg: Leg | None = None,
    hand_off: HandOff | None = None,
    refused: Refused | None = None,
) -> dict[str, Any]:
    """Return the context of cases/_act.html."""
    door = door_of(act)
    post_url = act_url(
        act, file.case.pk, leg=leg.pk if leg and not hand_off else None, hand_off=hand_off.pk if hand_off else None
    )
    return {
        "title": act.label,
        "post_url": post_url,
        "form": form,
        "rows": _rows(form, file),
        "article": door.step.article,
        "intro": _intro(file, leg, hand_off),
        "hint": form.hint,
        "consequences": door.consequence(file, leg, form, on),
        "said_url": said_url(post_url) if door.says else "",
        "reading": demand_cards(file, leg) if door.reads else [],
        "heard": _heard(act, file, leg),
        "beside": reviews_said(file, leg, form.by) if act in COMPARED else [],
        **draft_beside(file, act, leg),
        "refused": refused,
        "submit_label": f"确认{act.label}" if door.form.danger else act.label,
        "tone": "grave" if door.form.danger else "primary",
        "wide": door.wide,
        "keys": key_lines() if act is Act.UNMASK and way_to_people(file, form.by, on) is Way.KEY else [],
        "back_url": reverse("cases:case", args=[file.case.pk]),
    }


def _intro(file: CaseFile, leg: Leg | None, hand_off: HandOff | None) -> str:
    parts = [file.case.number, subject_of(file)]
    if hand_off and hand_off.from_unit:
        parts.append(f"{hand_off.from_unit.name}的要求：{hand_off.reason}")
    elif leg:
        numbers = "、".join(map(str, numbers_of(leg)))
        parts.append(f"{leg.unit.name}（第{numbers}项诉求）")
    return "　".join(parts)


def _heard(act: Act, file: CaseFile, leg: Leg | None) -> list[dict[str, str]]:
    """Return [{title, text}]: the words of others that this act answers to."""
    if act in (Act.CONFIRM_VOID, Act.REFUSE_VOID):
        asked = void_words(file)
        return [{"title": "申请作废的理由", "text": asked}] if asked else []
    if act in (Act.ANSWER, Act.SUBMIT) and leg:
        returned = returned_words(file, leg)
        return [{"title": "退回修改的理由", "text": returned}] if returned else []
    if act in PROPOSAL_READING:
        return proposals_said(file)
    if act in HEARD and leg:
        return HEARD[act](leg)
    if act in REMEDY_READING and leg:
        return remedy_words(leg)
    if act in (Act.AGREE_OBJECTION, Act.REFUSE_OBJECTION, Act.ARBITRATE) and leg:
        return objection_said(file, leg)
    if act in (Act.APPROVE_EXIT, Act.REFUSE_EXIT, Act.REOPEN_EXIT) and leg:
        return exit_said(leg)
    return _reports(leg) if act is Act.ASSESS and leg else []


def _reports(leg: Leg) -> list[dict[str, str]]:
    """Return what the villages reported, for whoever has to judge it."""
    return [
        {"title": f"{hand_off.to_unit.name}报告", "text": hand_off.reply}
        for hand_off in leg.hand_offs.all()
        if hand_off.movement == Movement.DELEGATE and hand_off.replied_on
    ]


def _rows(form: ActForm, file: CaseFile) -> list[dict[str, Any]]:
    if "extract" in form.fields and not file.case.sealed:
        del form.fields["extract"]
    return [_row(field, form, file) for field in form.visible_fields()]


def _row(field: BoundField, form: ActForm, file: CaseFile) -> dict[str, Any]:
    purpose = field.field.widget.attrs.get(PICKER)
    width = "half" if field.name in _HALVES else "full"
    if isinstance(field.field, TermField):
        field.field.offer(str(field.value() or ""))
        url = f"{reverse('term_options')}?in={field.field.dictionary}"
        return {"field": field, "picker": url, "width": width, "recommended": None}
    if purpose is None:
        adds = reverse("cases:basis_options") if field.name == "legal_basis" else ""
        return {"field": field, "picker": "", "width": width, "recommended": None, "adds": adds}
    asked = "" if purpose == "any" else purpose
    offer_units(field, form.by, asked)
    recommended = _first_handler_before(file, form.by) if purpose == "refer" else None
    return {
        "field": field,
        "picker": f"{reverse('unit_options')}?for={asked}",
        "width": width,
        "recommended": recommended,
    }


def _first_handler_before(file: CaseFile, by: Staff) -> dict[str, Any] | None:
    """Recommend the unit that first handled the same matter: a repeat goes back to it, unless it is accused."""
    if not file.related or any(respondent.accused for respondent in file.respondents):
        return None
    before = Leg.objects.readable_by(by).filter(
        case__in=[each.case.pk for each in file.related], first_unit__isnull=False
    )
    # Whose opinion did not stand is not recommended again.
    before = before.exclude(remedies__decision__in=OVERTURNED, remedies__decided_on__isnull=False)
    leg = before.select_related("first_unit", "case").order_by("-id").first()
    first = leg.first_unit if leg else None
    unit = heir_of(first) if first and is_closed(first, today()) else first
    if leg is None or unit is None:
        return None
    why = f"同一事项{leg.case.number}的首办单位" + ("" if unit == first else "已撤销，这是承接单位")
    return {"id": unit.pk, "name": unit.name, "why": why}
