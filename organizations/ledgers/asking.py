"""Which ledgers a person has, and what of one was asked for; pages, print, export and API ask here."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db import models

from kit.ledgers.declaring import Ledger
from kit.rooms import ledgers
from law.errors import Refused
from organizations.authority import holdings
from organizations.models import Staff


def open_to(staff: Staff, ledger: Ledger) -> bool:
    """Tell whether a person has a ledger at all."""
    return any(holdings(staff, need) for need in ledger.needs)


def ledgers_of(staff: Staff) -> list[Ledger]:
    """Return the ledgers that a person has, in the order of the rooms."""
    return [ledger for ledger in ledgers().values() if open_to(staff, ledger)]


def ledger_for(code: str, staff: Staff) -> Ledger:
    """Return one ledger. Raises Refused: not_found, not_permitted."""
    ledger = ledgers().get(code)
    if ledger is None:
        raise Refused("not_found", "没有这个台账。")
    if not open_to(staff, ledger):
        raise Refused("not_permitted", f"您的角色不查看{ledger.heading}。可在“权限一览”查看谁可以查看。")
    return ledger


def asked_of(ledger: Ledger, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was asked of a ledger, as its form reads it. Raises Refused filter_invalid."""
    form: forms.Form = ledger.form(data)
    if not form.is_valid():
        raise invalid(form)
    return form.cleaned_data


def invalid(form: forms.Form) -> Refused:
    """Return the refusal of filters that are not understood, with the words of each field."""
    said = []
    for name, found in form.errors.items():
        words = "、".join(str(each).rstrip("。") for each in found)
        said.append(f"{form.fields[name].label}：{words}" if name in form.fields else words)
    return Refused("filter_invalid", f"有筛选条件看不懂。{'；'.join(said)}。")


def stored(asked: Mapping[str, Any]) -> dict[str, str]:
    """Return what was asked as codes, keys and dates, so that the form reads the same from it again."""
    return {name: _plain(value) for name, value in asked.items() if value not in (None, "", False)}


def _plain(value: Any) -> str:
    if value is True:
        return "true"
    return str(value.pk) if isinstance(value, models.Model) else str(value)
