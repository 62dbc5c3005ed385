"""From JSON to a form: unknown fields and wrong types are named, nothing is guessed."""

from typing import Any

from django import forms

from cases.forms.base import ActForm
from cases.forms.dispatching import NumbersField
from cases.forms.rows import RowsField
from law.errors import Refused


class InputInvalid(Refused):
    """A refusal that names the fields at fault."""

    def __init__(self, fields: dict[str, list[str]]) -> None:
        said = "；".join(f"{name}：{' '.join(messages)}" for name, messages in fields.items())
        super().__init__("input_invalid", f"请检查填写内容。{said}")
        self.fields = fields


def checked(form: type[ActForm], data: Any, **context: Any) -> ActForm:
    """Return a valid form over JSON data. Raises InputInvalid: unknown field, wrong type, or what the form says."""
    if not isinstance(data, dict):
        raise InputInvalid({"": ["应为一个 JSON 对象。"]})
    bound = form(data, **context)
    faults = _faults(bound, data)
    if faults:
        raise InputInvalid(faults)
    if not bound.is_valid():
        raise InputInvalid({name: [str(m) for m in messages] for name, messages in bound.errors.items()})
    return bound


def _faults(form: ActForm, data: dict[str, Any]) -> dict[str, list[str]]:
    faults = {name: ["没有这个字段。"] for name in data if name not in form.fields}
    for name, field in form.fields.items():
        value = data.get(name)
        if value is not None and not _fits(field, value):
            faults[name] = ["类型不对。"]
    return faults


def _fits(field: forms.Field, value: Any) -> bool:
    if isinstance(field, RowsField | NumbersField):
        return isinstance(value, list)
    if isinstance(field, forms.BooleanField):
        return isinstance(value, bool)
    return isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool))
