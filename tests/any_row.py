"""One row of any model, its fields filled by what kind of field each is: for what must hold in every table."""

from datetime import time
from typing import Any
from uuid import uuid4

from django.db import models

from kit.sealed_fields import sealed_fields
from organizations.today import today

# What a check of the table says of the state: a word that its kind of field does not tell.
STATES = {"hallvisit": "open"}


def any_row(model: type[models.Model], **given: Any) -> models.Model:
    """Create a row of a model; what it must point to is the first row there is, or is made too; sealed columns say something."""
    said = {column.name for column in sealed_fields(model)}
    if state := STATES.get(str(model._meta.model_name)):
        given.setdefault("state", state)
    for field in model._meta.concrete_fields:
        if field.name not in given and (field.name in said or _asked(field)):
            given[field.name] = _value(field)
    row: models.Model = model._default_manager.create(**given)
    return row


def _asked(field: "models.Field[Any, Any]") -> bool:
    return not (field.null or field.has_default() or (field.primary_key and not field.is_relation))


def _value(field: "models.Field[Any, Any]") -> Any:
    if field.is_relation:
        other: Any = field.related_model
        rows = other._default_manager.order_by("pk")
        if field.unique:
            mine: Any = field.model
            rows = rows.exclude(pk__in=mine._default_manager.values(field.attname))
        return rows.first() or any_row(other)
    if field.choices:
        return next(iter(field.flatchoices))[0]
    if isinstance(field, models.DateTimeField):
        return None
    if isinstance(field, models.DateField):
        return today()
    if isinstance(field, models.TimeField):
        # One later than the other, as they come: what begins stands before what ends.
        times = [each for each in field.model._meta.concrete_fields if isinstance(each, models.TimeField)]
        return time(9 + times.index(field), 30)
    if isinstance(field, models.UUIDField):
        return uuid4()
    if isinstance(field, models.BooleanField):
        return False
    return 1 if isinstance(field, models.IntegerField) else "某某"
