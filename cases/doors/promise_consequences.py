"""What is said before a promise is confirmed: the day it binds to, and which day the figures go by."""

from datetime import date

from cases.doors.commission_consequences import typed_day
from cases.forms.base import ActForm
from cases.models import Leg
from cases.openings.promises import open_promises
from cases.reading.case_file import CaseFile
from kit.days import day_words


def promise(_file: CaseFile, _leg: Leg, form: ActForm, on: date) -> list[str]:
    """The day and the days left till then; nothing else moves."""
    due = typed_day(form, "due_on")
    days = [f"自今天起{(due - on).days}日，至{day_words(due)}兑现。"] if due and due > on else []
    return [*days, "列入期限一览和“我的承诺”，法定期限不因此改变。"]


def change_date(file: CaseFile, _leg: Leg, form: ActForm, on: date) -> list[str]:
    """The old day, the first day, and the new one."""
    chosen, new = str(form["promise"].value() or ""), typed_day(form, "new_due_on")
    found = next((each for each in open_promises(file.case) if str(each.pk) == chosen), None)
    if found is None:
        return []
    said = f"原定{day_words(found.due_on)}" + (f"，改到{day_words(new)}" if new else "")
    return [f"{said}；最初承诺的{day_words(found.first_due_on)}保留，统计按它计算。"]
