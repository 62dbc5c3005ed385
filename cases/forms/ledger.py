"""What the register can be narrowed by: days and codes, so that a job may keep what was asked."""

from datetime import date
from typing import Any

from django import forms

from kit.day_field import DayField
from kit.period_form import PeriodForm
from law.vocabulary import Channel


class RegisterForm(PeriodForm):
    """期间、形式."""

    since = DayField(label="收到日期自", required=False)
    until = DayField(label="收到日期至", required=False)
    channel = forms.ChoiceField(label="信访形式", required=False, choices=[("", "不限"), *Channel.choices()])
    historic = forms.BooleanField(label="含历史件", required=False)


def period_words(asked: Any) -> str:
    """Return the period that was asked for, in words."""
    since: date | None = asked.get("since")
    until: date | None = asked.get("until")
    if not since:
        return f"截至{until.isoformat()}" if until else "全部"
    return f"{since.isoformat()}至{until.isoformat() if until else '今'}"
