"""From JSON to a form: unknown fields and wrong types are named, nothing is guessed."""

import re
from collections.abc import Collection, Mapping
from typing import Any, TypeVar

from django import forms

from cases.forms.base import ActForm
from cases.forms.dispatching import NumbersField
from cases.forms.rows import RowsField
from cases.forms.upload import FilesField, fault_of_files
from kit.day_field import DAY_FORM, DayField
from law.errors import Refused
from law.procedure import steps_of
from law.vocabulary import Act, Scope

# Programs write a day in one way; people in several (kit/day_field.py).
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}|", re.ASCII)
_UNKNOWN = "没有这个字段。"
F = TypeVar("F", bound=forms.Form)


class InputInvalid(Refused):
    """A refusal that names the fields at fault."""

    def __init__(self, fields: dict[str, list[str]]) -> None:
        said = "；".join(f"{name}：{' '.join(messages)}" if name else messages[0] for name, messages in fields.items())
        super().__init__("input_invalid", f"请检查填写内容。{said}"[:2000])
        self.fields = fields


def not_of(act: Act) -> tuple[str, ...]:
    """Return the fields of its form that an act does not take: ids of what it does not act on."""
    if act is Act.REGISTER:
        return ("seen", "leg_id", "hand_off_id")
    return {Scope.CASE: ("leg_id", "hand_off_id"), Scope.LEG: ("hand_off_id",), Scope.HAND_OFF: ("leg_id",)}[
        steps_of(act)[0].scope
    ]


def checked(act: Act, form: type[ActForm], data: Any, **context: Any) -> ActForm:
    """Return a valid form over JSON data. Raises InputInvalid: unknown field, wrong type, or what the form says."""
    said = an_object(data)
    bound = form(said, **context)
    known = {name: field for name, field in bound.fields.items() if name not in not_of(act)}
    faults = _faults(known, said)
    if faults:
        raise InputInvalid(faults)
    return valid(bound)


def checked_form(form: type[F], data: Any, **context: Any) -> F:
    """Return a valid form of no act over JSON data, for a room's own steps. Raises InputInvalid as `checked`."""
    said = an_object(data)
    bound = form(said, **context)
    if faults := _faults(bound.fields, said):
        raise InputInvalid(faults)
    return valid(bound)


def valid(form: F) -> F:
    """Return a form that is valid. Raises InputInvalid: what the form says, by its fields."""
    if not form.is_valid():
        raise InputInvalid({name: [str(said) for said in every] for name, every in form.errors.items()})
    return form


def unknown(data: Mapping[str, Any], known: Collection[str]) -> dict[str, list[str]]:
    """Return what is at fault with the names of an object: each that is not known."""
    return {name[:60]: [_UNKNOWN] for name in data if name not in known}


def an_object(data: Any) -> dict[str, Any]:
    """Return the body as an object. Raises InputInvalid."""
    if not isinstance(data, dict):
        raise InputInvalid({"": ["应为一个 JSON 对象。"]})
    return dict(data)


def _faults(fields: Mapping[str, forms.Field], data: dict[str, Any]) -> dict[str, list[str]]:
    faults = unknown(data, fields)
    for name, field in fields.items():
        if fault := _fault(field, data.get(name)):
            faults[name] = [fault]
    return faults


def _fault(field: forms.Field, value: Any) -> str:
    """Say what is wrong with the type of a value, "" for nothing; null is the same as left out."""
    if value is None:
        return ""
    if isinstance(field, RowsField):
        return _fault_of_rows(field, value)
    if isinstance(field, DayField):
        return "" if isinstance(value, str) and _ISO.fullmatch(value) else f"应为文字，{DAY_FORM}"
    if isinstance(field, FilesField):
        return fault_of_files(value)
    if isinstance(field, NumbersField):
        return "" if isinstance(value, list) and all(map(_is_number, value)) else "应为整数的列表。"
    if isinstance(field, forms.MultipleChoiceField):
        return "" if isinstance(value, list) and all(isinstance(each, str) for each in value) else "应为文字的列表。"
    if isinstance(field, forms.BooleanField):
        return "" if isinstance(value, bool) else "应为 true 或者 false。"
    if isinstance(field, forms.ModelChoiceField | forms.IntegerField | forms.TypedChoiceField):
        return "" if _is_number(value) else "应为整数。"
    return "" if isinstance(value, str) else "应为文字。"


def _fault_of_rows(field: RowsField, value: Any) -> str:
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        return "应为若干行，每行是一个 JSON 对象。"
    for number, row in enumerate(value, 1):
        for column, cell in row.items():
            fault = _fault(field.columns[column], cell) if column in field.columns else _UNKNOWN
            if fault:
                return f"第{number}行“{column[:60]}”：{fault}"
    return ""


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
