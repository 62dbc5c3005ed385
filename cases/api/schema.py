"""Serializers printed from forms, so that both doors take the same fields and the schema cannot drift."""

from collections.abc import Mapping
from typing import Any

from django import forms
from rest_framework import serializers

from cases.forms.base import ActForm
from cases.forms.dispatching import NumbersField
from cases.forms.rows import RowsField

# One class for each kind of row, so that the schema names it once.
_ROWS: dict[str, type[serializers.Serializer[Any]]] = {}


def serializer_of(form: type[ActForm], name: str) -> type[serializers.Serializer[Any]]:
    """Return a serializer class with one field for each field of a form."""
    fields = {key: _field(field) for key, field in form.base_fields.items()}
    return type(name, (serializers.Serializer,), fields)


def _field(field: forms.Field) -> serializers.Field[Any, Any, Any, Any]:
    common: dict[str, Any] = {
        "required": field.required and field.initial is None,
        "help_text": _words(field),
    }
    if isinstance(field, RowsField):
        return serializers.ListField(child=_row(field.columns), **common)
    if isinstance(field, NumbersField):
        return serializers.ListField(child=serializers.IntegerField(), **common)
    if isinstance(field, forms.ModelChoiceField | forms.IntegerField | forms.TypedChoiceField):
        return serializers.IntegerField(allow_null=not field.required, **common)
    if isinstance(field, forms.DateField):
        return serializers.DateField(allow_null=not field.required, **common)
    if isinstance(field, forms.BooleanField):
        return serializers.BooleanField(**{**common, "required": False})
    if isinstance(field, forms.ChoiceField):
        return serializers.ChoiceField(choices=_offered(field), **common)
    most = getattr(field, "max_length", None)
    return serializers.CharField(max_length=most, allow_blank=not field.required, **common)


def _row(columns: Mapping[str, forms.Field]) -> serializers.Serializer[Any]:
    name = "Row" + "".join(columns).title()
    if name not in _ROWS:
        _ROWS[name] = type(name, (serializers.Serializer,), {k: _field(f) for k, f in columns.items()})
    return _ROWS[name]()


def _offered(field: forms.ChoiceField) -> list[tuple[str, str]]:
    choices: Any = field.choices
    return [(code, label) for code, label in choices if code != ""]


def _words(field: forms.Field) -> str:
    return " ".join(str(part) for part in (field.label, field.help_text) if part)
