"""One step of a record as both doors take it: text becomes types here, the rest is the action's."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from cases.forms.base import PICKER, ActForm
from cases.forms.unit_choices import offer_units
from organizations.models import Staff
from organizations.models.record import Record
from organizations.recording import Move

WIDE = ("Textarea", "CheckboxSelectMultiple")


class StepForm(ActForm):
    """A form of one step of a record: `arguments` are the keyword arguments of its action."""

    def __init__(self, *args: Any, by: Staff, record: Any = None, **kwargs: Any) -> None:
        self.record = record
        super().__init__(*args, by=by, **kwargs)
        # A record has a version; no leg and no hand-off is meant.
        for name in ("leg_id", "hand_off_id"):
            del self.fields[name]


class NothingForm(StepForm):
    """A step that asks for nothing."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step: its address, the move that says who may take it when, its form and action, and what is said after it."""

    slug: str
    move: Move
    form: type[StepForm]
    action: Callable[..., Record]
    said: str
    tone: str = "plain"

    @property
    def label(self) -> str:
        """Return its word."""
        return self.move.verb.label


def step_cards(
    record: Record, steps: Sequence[Step], staff: Staff, on: date, bound: StepForm | None = None
) -> list[dict[str, Any]]:
    """Return [{label, slug, url, rows, form, tone, open, why_not}]: the steps a person may take now, and why one is closed to him.

    A step that is not his, or not of this state, is left out. ``bound``: the form that was sent and could not be used.
    """
    cards = []
    for step in steps:
        refusal = step.move.refusal(record, staff, on)
        if refusal and refusal.code in ("not_permitted", "wrong_state"):
            continue
        form = bound if type(bound) is step.form else None
        form = form or step.form(by=staff, record=record, initial={"seen": record.version}, auto_id=f"{step.slug}_%s")
        cards.append(
            {
                "label": step.label,
                "url": f"{record.get_absolute_url()}{step.slug}/",
                "form": form,
                "rows": form_rows(form),
                "tone": step.tone,
                "open": form is bound,
                "why_not": refusal.message if refusal else "",
            }
        )
    return cards


def form_rows(form: ActForm) -> list[dict[str, Any]]:
    """Return [{field, picker, width}]: a unit is picked while typing, or from a select where no script runs."""
    rows = []
    for field in form.visible_fields():
        purpose = field.field.widget.attrs.get(PICKER)
        asked = "" if purpose == "any" else purpose
        if purpose:
            offer_units(field, form.by, asked or "")
        wide = type(field.field.widget).__name__ in WIDE
        picker = f"{reverse('unit_options')}?for={asked}" if purpose else ""
        rows.append({"field": field, "picker": picker, "width": "full" if wide else "half"})
    return rows
