"""The steps of a sheet as both doors take them: its form, its action, what is said when it is done."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from law.errors import Refused
from organizations.models import Staff
from organizations.recording import Move, record_not_found
from supervision.models import OwnershipSheet
from supervision.ownership import closing, forms, making, moves, working


@dataclass(frozen=True)
class Step:
    """One step: the row of its law (``move``), what is typed, the action; ``grave``: it ends something."""

    slug: str
    move: Move
    form: type[forms.SheetForm]
    action: Callable[..., OwnershipSheet]
    icon: str
    hint: str = ""
    grave: bool = False

    @property
    def label(self) -> str:
        """Return its word."""
        return self.move.verb.label


STEPS: dict[str, Step] = {
    step.slug: step
    for step in (
        Step("accept", moves.ACCEPT, forms.BareForm, making.accept, "ok", "确认由您包案，一抓到底，直到销号。"),
        Step("progress", moves.ENTER_PROGRESS, forms.ProgressForm, working.enter_progress, "pen"),
        Step("scheme", moves.SET_SCHEME, forms.SchemeForm, working.set_scheme, "book"),
        Step("guarantee", moves.SET_GUARANTEE, forms.GuaranteeForm, working.set_guarantee, "shield"),
        Step("step-add", moves.ADD_STEP, forms.AddStepForm, working.add_step, "list"),
        Step("step-done", moves.FINISH_STEP, forms.FinishStepForm, working.finish_step, "ok"),
        Step("step-move", moves.MOVE_STEP, forms.MoveStepForm, working.move_step, "calendar", "最初的时限仍然保留。"),
        Step(
            "limit",
            moves.CHANGE_LIMIT,
            forms.LimitForm,
            working.change_limit,
            "calendar",
            "最初的时限仍然保留，统计按最初的时限。",
        ),
        Step(
            "result", moves.ENTER_RESULT, forms.ResultForm, closing.enter_result, "seal", "办结、化解、息访是三件事。"
        ),
        Step(
            "report", moves.REPORT, forms.BareForm, closing.report, "up", "由没有参加办理的另一人回访，再由第三人销号。"
        ),
        Step("visit", moves.VISIT, forms.VisitForm, closing.visit, "people"),
        Step("send-back", moves.SEND_BACK, forms.SendBackForm, closing.send_back, "return"),
        Step("close", moves.CLOSE, forms.BareForm, closing.close, "seal", "销号之后不再包案。", grave=True),
        Step("withdraw", moves.WITHDRAW, forms.WithdrawForm, making.withdraw, "stop", grave=True),
        Step("hand-over", moves.HAND_OVER, forms.HandOverForm, making.hand_over, "send"),
        Step("people", moves.CHANGE_PEOPLE, forms.PeopleForm, making.change_people, "people"),
    )
}


def sheet_of(staff: Staff, sheet_id: int) -> OwnershipSheet:
    """Return a sheet that this person may read. Raises Refused not_found."""
    rows = OwnershipSheet.objects.readable_by(staff).select_related(
        "unit", "leader", "first_leader", "procedure", "coordination", "settlement__unit", "closed_by", "made_by"
    )
    found = rows.filter(pk=sheet_id).first()
    if found is None:
        raise record_not_found()
    return found


def step_of(slug: str) -> Step:
    """Return a step. Raises Refused not_found."""
    if slug not in STEPS:
        raise Refused("not_found", "没有这一步。")
    return STEPS[slug]


def take(step: Step, sheet: OwnershipSheet, form: forms.SheetForm, by: Staff) -> OwnershipSheet:
    """Take a step with what was typed. Raises Refused as its action."""
    typed: dict[str, Any] = form.arguments()
    return step.action(sheet, by=by, **typed)


def open_steps(sheet: OwnershipSheet, staff: Staff, on: date) -> list[tuple[Step, Refused | None]]:
    """Return the steps that a person could take in this state, each with why not now; those not his at all are left out."""
    found = [(step, step.move.refusal(sheet, staff, on)) for step in STEPS.values()]
    return [(step, why) for step, why in found if why is None or why.code not in _NOT_HIS]


_NOT_HIS = ("not_permitted", "wrong_state", "not_named")
