"""The steps of an order as both doors take them: text becomes types in the form, the rest is the action's."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from cases.forms.base import ActForm
from law.errors import Refused
from organizations.models import Staff
from organizations.recording import Move, record_not_found
from supervision.models import Advice, Lead, Measure, OrderAccount, SupervisionOrder
from supervision.models.findings import OfCaseQuerySet
from supervision.orders import (
    accounting,
    following,
    following_forms,
    following_moves,
    forms,
    moves,
    sampling_forms,
    steps,
)

Action = Callable[..., object]


@dataclass(frozen=True)
class OrderStep:
    """One step: the part of its address, its word, its move, its form, its action, and what is said afterwards.

    ``folded``: seldom taken, shown folded. ``makes``: it makes a record of its own, so that no version was seen.
    """

    slug: str
    label: str
    move: Move
    form: type[ActForm]
    action: Action
    said: str
    grave: bool = False
    folded: bool = False
    makes: bool = False

    def take(self, record: Any, by: Staff, typed: dict[str, Any]) -> object:
        """Take the step with what was typed. Raises Refused as the action does."""
        given = {name: value for name, value in typed.items() if name != "seen"} if self.makes else typed
        return self.action(record, by=by, **given)


STEPS: tuple[OrderStep, ...] = (
    OrderStep("receive", "签收", moves.RECEIVE, forms.ReceiveForm, steps.receive, "已签收。"),
    OrderStep("reply", "反馈", moves.REPLY, forms.ReplyForm, steps.reply, "已反馈，由发出单位核查。"),
    OrderStep(
        "rectify", "反馈整改情况", moves.RECTIFY, forms.RectifyForm, steps.rectify, "已反馈，由发出单位再次核查。"
    ),
    OrderStep("check", "核查反馈", moves.CHECK, forms.CheckForm, steps.check, "核查结论已登记。"),
    OrderStep("close", "销号", moves.CLOSE, forms.CloseForm, steps.close, "已销号。", grave=True),
    OrderStep(
        "further",
        "提请进一步处理",
        moves.FURTHER,
        forms.FurtherForm,
        steps.propose_further,
        "建议已登记。",
        folded=True,
    ),
    OrderStep(
        "measure",
        "登记联席会议措施",
        following_moves.MEASURE,
        following_forms.MeasureForm,
        following.record_measure,
        "措施已登记。",
        folded=True,
        makes=True,
    ),
    OrderStep(
        "advise",
        "提出建议",
        following_moves.ADVISE,
        following_forms.AdviseForm,
        following.advise,
        "建议书已生成。",
        folded=True,
        makes=True,
    ),
    OrderStep(
        "hand-over",
        "移送责任线索",
        following_moves.HAND_OVER,
        following_forms.HandOverForm,
        following.hand_over,
        "已登记移送。",
        folded=True,
        makes=True,
    ),
)
# What is done about what follows from an order, by the kind of record.
FOLLOWING: dict[str, tuple[Any, OrderStep]] = {
    "measures": (
        Measure,
        OrderStep(
            "measures",
            "登记落实情况",
            following_moves.CARRY_OUT,
            following_forms.CarryOutForm,
            following.carry_out,
            "落实情况已登记。",
            folded=True,
            makes=True,
        ),
    ),
    "advice": (
        Advice,
        OrderStep(
            "advice",
            "登记采纳情况",
            following_moves.TAKE_UP,
            following_forms.UptakeForm,
            following.record_uptake,
            "采纳情况已登记。",
            folded=True,
            makes=True,
        ),
    ),
    "accounts": (
        OrderAccount,
        OrderStep(
            "accounts",
            "交账",
            accounting.GIVE,
            sampling_forms.AccountForm,
            accounting.give_account,
            "已交账。",
            folded=True,
            makes=True,
        ),
    ),
    "leads": (
        Lead,
        OrderStep(
            "leads",
            "登记回执",
            following_moves.RECEIPT,
            following_forms.LeadReceiptForm,
            following.record_lead_receipt,
            "回执已登记。",
            folded=True,
            makes=True,
        ),
    ),
}


def step_named(slug: str) -> OrderStep:
    """Return a step by its part of the address. Raises Refused not_found."""
    found = next((step for step in STEPS if step.slug == slug), None)
    if found is None:
        raise record_not_found()
    return found


def following_of(staff: Staff, kind: str, key: int) -> tuple[Any, OrderStep]:
    """Return a record that follows from an order, as far as a person may read it, with its step. Raises Refused not_found."""
    if kind not in FOLLOWING:
        raise record_not_found()
    model, step = FOLLOWING[kind]
    rows: OfCaseQuerySet = model.objects.readable_by(staff)
    found = rows.select_related("order__case", "order__leg__handler", "unit").filter(pk=key).first()
    if found is None:
        raise record_not_found()
    return found, step


def steps_open(order: SupervisionOrder, staff: Staff, on: date) -> list[OrderStep]:
    """Return the steps that a person can take now, in their order."""
    return [step for step in STEPS if step.move.refusal(order, staff, on) is None]


def steps_closed(order: SupervisionOrder, staff: Staff, on: date) -> list[tuple[OrderStep, Refused]]:
    """Return the steps that role and state give a person and a condition closes, each with why."""
    asked = ((step, step.move.refusal(order, staff, on)) for step in STEPS if not step.folded)
    silent = ("not_permitted", "wrong_state")
    return [(step, refusal) for step, refusal in asked if refusal and refusal.code not in silent]
