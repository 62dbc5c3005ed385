"""What is said before an act beside the main way is confirmed: days used, the new date, what does not stop."""

from datetime import date
from typing import Any

from cases.forms.base import ActForm
from cases.models import Clock, Leg
from cases.reading.case_file import CaseFile
from kit.days import day_words
from law.deadlines import due_on
from law.vocabulary import Duty
from organizations.limits import legal_limits
from organizations.working_days import working_calendar

# Where no date is known yet.
UNSET = "（未定）"


def ask_extension(_file: CaseFile, leg: Leg, form: ActForm, on: date) -> list[str]:
    """The new date if the head approves what is asked (Art. 34)."""
    return _extended(leg, form, on, "如按{}日批准，届满日为{}。批准之前原期限照常计算。")


def extend(_file: CaseFile, leg: Leg, form: ActForm, on: date) -> list[str]:
    """The new date, with the days used so far (Art. 34)."""
    return _extended(leg, form, on, "批准{}日，届满日为{}；改动天数后按新的天数计算。")


def _extended(leg: Leg, form: ActForm, on: date, words: str) -> list[str]:
    clock = _running(leg, Duty.HANDLE_60D)
    if clock is None or clock.due_on is None:
        return []
    used = (on - clock.starts_on).days
    said = [
        f"办理期限自{day_words(clock.starts_on, UNSET)}起算，已用{used}日，原届满日{day_words(clock.due_on, UNSET)}；已延{clock.extended_days}日。"
    ]
    if days := _number(form["days"].value()):
        total = min(clock.extended_days + days, 30)
        new = due_on(
            Duty.HANDLE_60D,
            clock.starts_on,
            working_calendar(),
            days=clock.days,
            extended_days=total,
            rules=legal_limits().of(clock.rule_version),
        )
        said.append(words.format(total - clock.extended_days, day_words(new, UNSET)))
    return said


def hearing(_file: CaseFile, leg: Leg, _form: ActForm, _on: date) -> list[str]:
    """What a hearing does to the clock: only a review takes its days off (Art. 36, para 2)."""
    if _running(leg, Duty.REVIEW_30D):
        return ["复核期限扣除听证所需时间（第三十六条第二款）。"]
    return ["听证不停止计算办理期限；只有复核扣除听证所需时间（第三十六条第二款）。"]


def no_stop(_file: CaseFile, _leg: Leg, _form: ActForm, _on: date) -> list[str]:
    """That no clock stops for this."""
    return ["各项期限照常计算，不因此停止。"]


def waits_for_approval(file: CaseFile, _leg: Leg, _form: ActForm, _on: date) -> list[str]:
    """Until when the case must have left the desk, approved or not (Art. 22)."""
    own = (c for c in file.clocks if c.leg_id is None and c.duty == Duty.DISPATCH_15D and c.running and c.due_on)
    return [f"分流期限照常计算，到{day_words(c.due_on)}届满。" for c in own][:1] or no_stop(file, _leg, _form, _on)


def settle(_file: CaseFile, _leg: Leg, _form: ActForm, _on: date) -> list[str]:
    """That the leg is answered today."""
    return ["登记后本环节今天办结，办理期限完成；协议书请送达各方。"]


def escalate(_file: CaseFile, leg: Leg, _form: ActForm, on: date) -> list[str]:
    """What goes up with the leg; a notice not sent yet keeps its date."""
    said = []
    if (sixty := _running(leg, Duty.HANDLE_60D)) and sixty.due_on:
        said.append(
            f"办理期限自{day_words(sixty.starts_on, UNSET)}起算，不重新起算，上级单位仍应在{day_words(sixty.due_on, UNSET)}以前办结。"
        )
    waiting = _running(leg, Duty.NOTICE_REFERRED_15D)
    last = (
        waiting.due_on
        if waiting
        else due_on(Duty.NOTICE_REFERRED_15D, on, working_calendar(), rules=legal_limits().on(on))
    )
    return [*said, f"上级单位至迟应于{day_words(last, UNSET)}书面告知信访人。"]


def withdraw(_file: CaseFile, _leg: Leg, _form: ActForm, on: date) -> list[str]:
    """Until when the petitioner may think better of it (Art. 17)."""
    last = due_on(Duty.REVOKE_15D, on, working_calendar(), rules=legal_limits().on(on))
    return [f"今天确认撤回后，本环节停止办理；信访人在{day_words(last, UNSET)}以前可以反悔，期限从原起算日继续计算。"]


def _running(leg: Leg, duty: Duty) -> Clock | None:
    return next((clock for clock in leg.clocks.all() if clock.duty == duty and clock.running), None)


def _number(value: Any) -> int:
    text = str(value or "")
    return int(text) if text.isdecimal() and len(text) < 4 else 0
