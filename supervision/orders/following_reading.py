"""What follows from one order as one person may read it: measures, recommendations and leads, each with its next step."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.urls import reverse

from cases.forms.base import ActForm
from kit.days import day_words
from organizations.models import Staff
from supervision.models import Advice, Lead, Measure, OrderAccount, SupervisionOrder
from supervision.orders.taking import FOLLOWING, OrderStep
from supervision.words.orders import Account, AdviceKind, MeasureKind, Uptake

Form = Callable[[OrderStep, str], ActForm]


def measures_of(order: SupervisionOrder, staff: Staff) -> list[Measure]:
    """Return the measures about an order that a person may read, with the decisions they rest on."""
    rows = Measure.objects.readable_by(staff).filter(order=order)
    return list(rows.select_related("decision", "unit", "order__case", "order__leg"))


def advice_of(order: SupervisionOrder, staff: Staff) -> list[Advice]:
    """Return the recommendations that follow from an order, as far as a person may read them."""
    rows = Advice.objects.readable_by(staff).filter(order=order)
    return list(rows.select_related("unit", "order__case", "order__leg"))


def leads_of(order: SupervisionOrder, staff: Staff) -> list[Lead]:
    """Return the leads handed over because of an order, for who may read them."""
    return list(Lead.objects.readable_by(staff).filter(order=order).select_related("unit", "order__case", "order__leg"))


def accounts_of(order: SupervisionOrder, staff: Staff) -> list[OrderAccount]:
    """Return when the unit was called to account for an order, and what it said."""
    rows = OrderAccount.objects.readable_by(staff).filter(order=order)
    return list(rows.select_related("unit", "order__case", "order__leg", "given_by"))


def following_lines(order: SupervisionOrder, staff: Staff, on: date, form: Form) -> list[dict[str, Any]]:
    """Return [{title, text, note, step}]: what follows from an order, and the form of what can be said about it now."""
    found = [
        *(("measures", row, _measure(row)) for row in measures_of(order, staff)),
        *(("advice", row, _advice(row)) for row in advice_of(order, staff)),
        *(("accounts", row, _account(row)) for row in accounts_of(order, staff)),
        *(("leads", row, _lead(row)) for row in leads_of(order, staff)),
    ]
    return [{**line, "step": _step(kind, row, staff, on, form)} for kind, row, line in found]


def _step(kind: str, row: Any, staff: Staff, on: date, form: Form) -> dict[str, Any] | None:
    _, step = FOLLOWING[kind]
    if step.move.refusal(row, staff, on):
        return None
    shown = form(step, f"{kind}-{row.pk}")
    url = reverse("supervision:following_step", args=[kind, row.pk])
    return {"label": step.label, "url": url, "form": shown, "tone": "plain", "unfolded": shown.is_bound}


def _measure(row: Measure) -> dict[str, Any]:
    due = f"，限{day_words(row.due_on)}前" if row.due_on else ""
    done = f"{day_words(row.done_on)}落实：{row.done}" if row.done_on else "尚未落实"
    rests = f"{row.decision.number}（{day_words(row.decision.held_on)}联席会议）{due}。{done}"
    return {
        "title": MeasureKind(row.kind).label,
        "text": row.text,
        "note": rests,
        "url": row.decision.get_absolute_url(),
    }


def _advice(row: Advice) -> dict[str, Any]:
    answered = f"{Uptake(row.uptake).label}（{day_words(row.uptake_on)}）：{row.uptake_text}" if row.uptake else ""
    note = f"{row.number}，{day_words(row.made_on)}向{row.addressee}提出。{answered or '尚未书面反馈采纳情况'}"
    return {"title": f"建议：{AdviceKind(row.kind).label}", "text": row.text, "note": note, "url": ""}


def _account(row: OrderAccount) -> dict[str, Any]:
    wanted = f"，申请延到{day_words(row.wanted)}" if row.wanted else ""
    said = f"{Account(row.said).label}{wanted}。{row.text}" if row.said else "尚未交账"
    given = f"{row.given_by.name}{day_words(row.given_on)}" if row.given_by else ""
    return {"title": "交账", "text": said, "note": f"应在{day_words(row.due_on)}交账。{given}", "url": ""}


def _lead(row: Lead) -> dict[str, Any]:
    got = f"{day_words(row.receipt_on)}{row.receiver}接收，{row.receipt}" if row.receipt_on else "尚无回执"
    note = f"{day_words(row.handed_on)}移送{row.body}。{got}"
    return {"title": "责任线索（密封）", "text": row.text, "note": note, "url": ""}
