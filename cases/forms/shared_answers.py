"""What is chosen to be answered, submitted or signed together, on the page and by programs."""

from collections.abc import Mapping
from typing import Any

from django import forms

from cases.actions.shared_answers import SHARED_CHOICES, Target
from cases.forms.base import SHORT
from cases.forms.filings import is_key
from kit.plain_forms import PlainForm
from law.vocabulary import Act

MOST_TARGETS = 50


class TargetsField(forms.Field):
    """Legs, or demands of legs: "12" or "12:1" as a page sends them, {"leg_id", "demand"} as a program does."""

    def to_python(self, value: object) -> list[Target]:
        """Return the targets. Raises ValidationError."""
        rows = value if isinstance(value, list) else []
        if not 0 < len(rows) <= MOST_TARGETS:
            raise forms.ValidationError(f"请选择，一次最多{MOST_TARGETS}项。")
        return [target_from(each) for each in rows]


class SourceField(forms.Field):
    """The demand whose answer is shared."""

    def to_python(self, value: object) -> Target | None:
        """Return the demand, or None. Raises ValidationError."""
        return target_from(value) if value else None


class SourceForm(PlainForm):
    """Whose answer is asked about."""

    source = SourceField(label="照用的答复", required=False)


class TogetherForm(SourceForm):
    """Which act, on which targets; ``source``: the demand whose answer is shared."""

    act = forms.ChoiceField(label="一起办理什么", choices=SHARED_CHOICES)
    to = TargetsField(label="照用到")
    note = forms.CharField(label="说明", required=False, max_length=SHORT)

    def clean_act(self) -> Act:
        """Return the act."""
        return Act(self.cleaned_data["act"])

    def clean(self) -> dict[str, Any]:
        """Want the answer that is shared."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("act") is Act.ANSWER and not cleaned.get("source") and "source" not in self.errors:
            self.add_error("source", "请选择照用哪一项的答复。")
        return cleaned


def target_from(value: object) -> Target:
    """Return one target as a page or a program names it. Raises ValidationError."""
    if isinstance(value, Mapping):
        parts = [value.get("leg_id"), value.get("demand", 0)]
    else:
        parts = [*str(value).split(":", 1), "0"][:2]
    if not all(is_key(part) for part in parts):
        raise forms.ValidationError("应指明办理环节，答复时还要指明诉求序号。")
    return Target(*(int(str(part)) for part in parts))
