"""A unit in a form: one that is no more is refused with the name of its successor (Art. 24, para 2)."""

from typing import TYPE_CHECKING, Any

from django import forms

from organizations.closed_units import closed_words, is_closed
from organizations.models import Unit
from organizations.today import today

if TYPE_CHECKING:
    _OfUnits = forms.ModelChoiceField[Unit]
else:
    _OfUnits = forms.ModelChoiceField


class UnitField(_OfUnits):
    """One of the units that a person may name, and that exists today."""

    def clean(self, value: Any) -> Unit | None:
        """Return the unit. Raises ValidationError: none of them, or it was closed."""
        found: Unit | None = super().clean(value)
        if found and is_closed(found, today()):
            raise forms.ValidationError(closed_words(found), code="unit_closed")
        return found
