"""Which field of a form a refusal of the act is about, so that it also stands where it was typed."""

from collections.abc import Mapping

from cases.forms.base import ActForm
from kit.day_field import DayField
from law.errors import Refused

_ABOUT_DAYS = frozenset({"date_in_future", "date_past", "date_before_receipt", "date_unfit", "date_too_early"})
_WORDS = ("reason", "text", "note", "proposal")
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "accused_party": ("handler", "unit", "staff"),
    "already_asked": ("unit",),
    "chair_unfit": ("chair",),
    "days_unfit": ("days",),
    "demand_taken": ("demands",),
    "demand_unknown": ("demands", "demand"),
    "demands_all": ("demands",),
    "destination_unfit": ("destination",),
    "ground_unfit": ("ground",),
    "handler_same": ("handler",),
    "kind_unfit": ("kind",),
    "method_unfit": ("method",),
    "path_unfit": ("path",),
    "reason_missing": _WORDS,
    "recused": ("handler", "staff"),
    "unit_unfit": ("unit", "proposed"),
}


def field_at_fault(form: ActForm, refused: Refused) -> str:
    """Return the name of the shown field that a refusal is about, "" where it is about none or more than one."""
    shown = {field.name for field in form.visible_fields()}
    if refused.code in _ABOUT_DAYS:
        days = [name for name in shown if isinstance(form.fields[name], DayField)]
        named = [name for name in days if str(form.cleaned_data.get(name)) in refused.message]
        return named[0] if len(named) == 1 else ""
    return next((name for name in _FIELDS.get(refused.code, ()) if name in shown), "")
