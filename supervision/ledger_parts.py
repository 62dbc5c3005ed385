"""What the ledgers of the room share: a period that does not end before it begins, and whether a file may still be read."""

from collections.abc import Sequence
from typing import Any

from django import forms

from kit.plain_forms import PlainForm
from organizations.models import Staff

# Keys asked for at once when a file is fetched.
_AT_ONCE = 5000


class PeriodForm(PlainForm):
    """A form with ``since`` and ``until``, which its ledger names."""

    def clean(self) -> dict[str, Any]:
        """Refuse a period that ends before it begins."""
        asked: dict[str, Any] = super().clean() or {}
        since, until = asked.get("since"), asked.get("until")
        if since and until and until < since:
            raise forms.ValidationError(f"期间的止日{until}早于起日{since}。")
        return asked


def all_readable(model: Any, staff: Staff, keys: Sequence[int]) -> bool:
    """Tell whether a person may still read all rows of these keys."""
    chunks = (keys[first : first + _AT_ONCE] for first in range(0, len(keys), _AT_ONCE))
    seen = model.objects.readable_by(staff)
    return all(seen.filter(pk__in=chunk).count() == len(set(chunk)) for chunk in chunks)
