"""Whom the work of a desk may be given to: whoever registers there."""

from typing import Any, cast

from django import forms
from django.db.models import QuerySet

from cases.actions.registration import standing_of_registrar
from law.errors import Refused
from law.vocabulary import Act
from organizations.authority import may
from organizations.models import Grant, Staff, Unit
from organizations.roles import roles_with
from organizations.today import today


def registrars_at(unit: Unit) -> QuerySet[Staff]:
    """Return who registers at a unit."""
    grants = Grant.objects.in_force(today()).filter(unit=unit, role__in=roles_with(Act.REGISTER))
    return (
        Staff.objects.filter(is_active=True, grants__in=grants).select_related("unit").distinct().order_by("username")
    )


def offer_registrars(form: forms.BaseForm, by: Staff, name: str) -> None:
    """Offer who registers where a person does."""
    cast(Any, form.fields[name]).queryset = registrars_at(standing_of_registrar(by))


def fit(who: Staff, desk: Unit) -> Staff:
    """Return somebody who registers at a desk. Raises Refused person_unfit."""
    if not may(who, Act.REGISTER, at=desk):
        raise Refused("person_unfit", f"“{who.name}”不在“{desk.name}”接待登记，请另选一位。")
    return who
