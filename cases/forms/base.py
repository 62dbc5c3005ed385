"""What all act forms share: types only, no rules of the law."""

from typing import Any

from django import forms

from cases.models import Case, HandOff, Leg
from kit.day_field import DayField
from kit.plain_forms import PlainForm
from organizations.models import Staff, Unit
from organizations.today import today
from organizations.unit_field import UnitField
from organizations.unit_options import known_to

LONG = 20_000
SHORT = 200
PICKER = "data-unit-picker"


def words(
    label: str, *, required: bool = True, rows: int = 4, help_text: str = "", most: int = LONG
) -> forms.CharField:
    """A text of several lines."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=required, max_length=most, widget=widget, help_text=help_text)


def line(label: str, *, required: bool = True, help_text: str = "", most: int = SHORT) -> forms.CharField:
    """A text of one line."""
    return forms.CharField(label=label, required=required, max_length=most, help_text=help_text)


def day(label: str, *, required: bool = False, help_text: str = "") -> DayField:
    """A date."""
    return DayField(label=label, required=required, help_text=help_text)


def unit_field(
    label: str, purpose: str, *, required: bool = True, help_text: str = ""
) -> "forms.ModelChoiceField[Unit]":
    """A unit, picked by type-ahead; ``purpose`` tells the picker which kinds to offer ("any": all of them).

    The page fills the choices (`cases.presenting.dialogs`): a plain select where no script runs.
    """
    widget = forms.Select(attrs={PICKER: purpose})
    return UnitField(Unit.objects.all(), label=label, required=required, widget=widget, help_text=help_text)


class ActForm(PlainForm):
    """A form of one act: `arguments` are the keyword arguments of its action.

    ``seen`` is the version of what the person had on the screen; the API may leave it out.
    """

    seen = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    leg_id = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
    hand_off_id = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
    danger = False
    hint = ""

    def __init__(
        self,
        *args: Any,
        by: Staff,
        case: Case | None = None,
        leg: Leg | None = None,
        hand_off: HandOff | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.by, self.case, self.leg, self.hand_off = by, case, leg, hand_off
        self.today = today()
        for field in self.fields.values():
            if PICKER in field.widget.attrs:
                field.queryset = known_to(by)  # type: ignore[attr-defined]
        self.prepare()
        for field in self.fields.values():
            if isinstance(field, forms.ModelChoiceField) and field.empty_label is not None:
                field.empty_label = "请选择"

    def prepare(self) -> None:
        """Fill choices and initial values from the case at hand."""

    def arguments(self) -> dict[str, Any]:
        """Return what was typed as the action's keyword arguments; what was left out is left to its defaults."""
        return {name: _unix(value) for name, value in self.cleaned_data.items() if value not in (None, "")}


def _unix(value: Any) -> Any:
    """A browser sends CRLF; what is kept, compared and hashed has one form."""
    return value.replace("\r\n", "\n") if isinstance(value, str) else value
