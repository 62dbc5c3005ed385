"""Serializers printed from forms, so that both doors take the same fields and the schema cannot drift."""

from collections.abc import Mapping
from typing import Any

from django import forms
from rest_framework import serializers

from cases.api.inputs import not_of
from cases.forms.base import ActForm
from cases.forms.dispatching import NumbersField
from cases.forms.rows import RowsField
from cases.forms.upload import MOST_NAMED, FilesField
from law.procedure import steps_of
from law.vocabulary import Act, Scope

# One class for each kind of row, so that the schema names it once.
_ROWS: dict[tuple[str, ...], type[serializers.Serializer[Any]]] = {}
_NAMED = {Scope.LEG: "leg_id", Scope.HAND_OFF: "hand_off_id"}


class FileInputShape(serializers.Serializer[Any]):
    """A file that a program sends; a whole request holds at most 4 MB."""

    name = serializers.CharField(max_length=MOST_NAMED)
    content = serializers.CharField(help_text="文件内容，base64；一次请求合计不超过4MB，更大的请在网页上传")


def serializer_of(act: Act, form: type[ActForm], name: str) -> type[serializers.Serializer[Any]]:
    """Return a serializer class with one field for each field that an act takes of its form."""
    optional = getattr(form, "optional_for_api", ())
    scope = _NAMED.get(steps_of(act)[0].scope)
    fields = {
        key: _field(field, required=key == scope or (field.required and key not in optional))
        for key, field in form.base_fields.items()
        if key not in not_of(act)
    }
    return type(name, (serializers.Serializer,), fields)


def serializer_of_form(form: type[forms.Form], name: str) -> type[serializers.Serializer[Any]]:
    """Return a serializer class with one field for each field of a form of no act."""
    base: Mapping[str, forms.Field] = form.base_fields
    fields = {key: _field(field, required=field.required) for key, field in base.items()}
    return type(name, (serializers.Serializer,), fields)


def _field(field: forms.Field, *, required: bool) -> serializers.Field[Any, Any, Any, Any]:
    common: dict[str, Any] = {"required": required, "help_text": _words(field)}
    if isinstance(field, RowsField):
        return serializers.ListField(child=_row(field.columns), allow_empty=not required, **common)
    if isinstance(field, FilesField):
        return serializers.ListField(child=FileInputShape(), allow_empty=not required, **common)
    if isinstance(field, NumbersField):
        return serializers.ListField(child=serializers.IntegerField(min_value=1), allow_empty=not required, **common)
    if not required:
        common["allow_null"] = True
    if isinstance(field, forms.IntegerField):
        limits: dict[str, Any] = {"min_value": field.min_value, "max_value": field.max_value}
        return serializers.IntegerField(**limits, **common)
    if isinstance(field, forms.ModelChoiceField | forms.TypedChoiceField):
        return serializers.IntegerField(min_value=1, **common)
    if isinstance(field, forms.DateField):
        return serializers.DateField(**common)
    if isinstance(field, forms.BooleanField):
        return serializers.BooleanField(**{**common, "required": False})
    return _of_text(field, common)


def _of_text(field: forms.Field, common: dict[str, Any]) -> serializers.Field[Any, Any, Any, Any]:
    """Return the field of what is written as text: a time, one choice or several, words."""
    if isinstance(field, forms.TimeField):
        return serializers.TimeField(**common)
    if isinstance(field, forms.MultipleChoiceField):
        return serializers.ListField(child=serializers.ChoiceField(choices=_offered(field)), **common)
    if isinstance(field, forms.ChoiceField):
        return serializers.ChoiceField(choices=_offered(field), **common)
    most = getattr(field, "max_length", None)
    return serializers.CharField(max_length=most, allow_blank=not common["required"], **common)


def _row(columns: Mapping[str, forms.Field]) -> serializers.Serializer[Any]:
    key = tuple(columns)
    if key not in _ROWS:
        fields = {k: _field(f, required=f.required and f.initial is None) for k, f in columns.items()}
        _ROWS[key] = type("Row" + "".join(key).title(), (serializers.Serializer,), fields)
    return _ROWS[key]()


def _offered(field: forms.ChoiceField) -> list[tuple[str, str]]:
    choices: Any = field.choices
    return [(code, label) for code, label in choices if code != ""]


def _words(field: forms.Field) -> str:
    return " ".join(str(part) for part in (field.label, field.help_text) if part)
