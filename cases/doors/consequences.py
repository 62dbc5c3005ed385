"""Which dates an act will set, said before it is confirmed; every date comes from law.deadlines."""

from collections.abc import Callable
from datetime import date
from typing import Any

from cases.clocks import clock_row
from cases.doors import commission_consequences
from cases.doors.side_consequences import UNSET
from cases.forms.base import ActForm
from cases.models import Case, Leg
from cases.places.deciders import current_remedy
from cases.reading.case_file import CaseFile
from kit.days import day_words
from law.acceptance import days_late
from law.deadlines import due_on
from law.matters import Tier
from law.paths import runs_sixty_days
from law.remedies import COURSES, RemedyKind
from law.vocabulary import Act, Duty, Kind, Path
from organizations.limits import legal_limits
from organizations.working_days import working_calendar

Consequence = Callable[[CaseFile, Leg, ActForm, date], list[str]]


def referring(file: CaseFile, _leg: Leg, _form: ActForm, on: date) -> list[str]:
    """Until when the unit tells the petitioner, and may object (Art. 23, 24)."""
    said = [*_dispatched(Act.REFER, file.case, on), *commission_consequences.referring(file)]
    return [*said, *_whereabouts(file), *_accusing(file)]


def commissioning(file: CaseFile, _leg: Leg, form: ActForm, on: date) -> list[str]:
    """The same, and until when it reports back."""
    said = _dispatched(Act.COMMISSION, file.case, on)
    if days := _days(form["days"].value()):
        last = _due(Duty.COMMISSION_FEEDBACK, on, days=days)
        said.append(f"按{days}日计算，至迟应于{_day(last)}反馈并提交办结报告；改动天数后按新的天数计算。")
        said += commission_consequences.commissioning(file, days, on)
    return [*said, *_whereabouts(file), *_accusing(file)]


def _whereabouts(file: CaseFile) -> list[str]:
    """Until when an organ that received it directly tells the petitioner where it went (Art. 23, para 1)."""
    words = "另生成《转送告知书》，告知信访人去向，本单位至迟应于{}发出。"
    return _running(file, None, Duty.NOTICE_DIRECT_15D, words)


def keeping(file: CaseFile, _leg: Leg, _form: ActForm, _on: date) -> list[str]:
    """Until when the office that received it tells the petitioner (Art. 23)."""
    return _running(file, None, Duty.NOTICE_DIRECT_15D, "至迟应于{}书面告知信访人。")


def issuing(_file: CaseFile, _leg: Leg, _form: ActForm, on: date) -> list[str]:
    """Until when the opinion is served."""
    return [f"今天签发后，至迟应于{_day(_due(Duty.SERVICE_3WD, on))}送达；按期送达的，办结日为签发日。"]


def requesting(duty: Duty) -> Consequence:
    """Return until when a remedy has to be decided, if it were received today (Art. 35, 36)."""

    def said(_file: CaseFile, _leg: Leg, _form: ActForm, on: date) -> list[str]:
        return [f"自收到之日起30日：如今天收到，至迟应于{_day(_due(duty, on))}作出{duty.label}意见并书面答复。"]

    return said


def deciding(_file: CaseFile, _leg: Leg, _form: ActForm, on: date) -> list[str]:
    """Until when what was decided of a remedy is served."""
    return [f"今天作出后，至迟应于{_day(_due(Duty.SERVICE_3WD, on))}送达。"]


def readmitting(_file: CaseFile, leg: Leg, _form: ActForm, _on: date) -> list[str]:
    """Until when a request that is taken up again has to be decided: from its old start."""
    remedy = current_remedy(leg)
    if remedy is None:
        return []
    duty = COURSES[RemedyKind(remedy.kind)].duty
    last = next((c for c in leg.clocks.all() if c.duty == duty and c.starts_on == remedy.received_on), None)
    return [f"{duty.label}期限从{_day(remedy.received_on)}起继续计算，到{_day(last.due_on)}届满。"] if last else []


def remanding(file: CaseFile, leg: Leg, form: ActForm, on: date) -> list[str]:
    """Until when the unit has to answer anew."""
    remedy = current_remedy(leg)
    if remedy is None or not remedy.remand_days:
        return deciding(file, leg, form, on)
    last = _due(Duty.REMAND_LIMIT, on, days=remedy.remand_days)
    return [f"原办理单位至迟应于{_day(last)}重新办结（指定{remedy.remand_days}日）。"]


def objecting(file: CaseFile, leg: Leg, _form: ActForm, on: date) -> list[str]:
    """That the petitioner is told in time all the same (Art. 24)."""
    return _running(
        file, leg, Duty.NOTICE_REFERRED_15D, "提出异议不中断告知期限：异议不成立的，至迟应于{}书面告知信访人。"
    )


def disputing(file: CaseFile, leg: Leg, _form: ActForm, _on: date) -> list[str]:
    """That the petitioner is told in time all the same, while the superior decides (Art. 23, 24)."""
    words = "提请指定不中断告知期限：决定仍由现在的责任单位办理的，至迟应于{}书面告知信访人。"
    return _running(file, leg, Duty.NOTICE_REFERRED_15D, words)


def returning(file: CaseFile, leg: Leg, _form: ActForm, on: date) -> list[str]:
    """Until when the desk sends it on, from the original start."""
    clock = next((c for c in file.clocks if c.leg_id is None and c.duty == Duty.DISPATCH_15D and not c.waived_on), None)
    if clock is None or clock.due_on is None:
        return []
    gone = (on - leg.received_on).days
    return [
        f"退回后，分流期限从原起算日（{_day(clock.starts_on)}）继续，至迟应于{_day(clock.due_on)}重新分流；在该单位的{gone}天另列为退办耗时。",
        "下一个单位的告知、异议期限，从它自己收到之日起算。",
    ]


def leaving(file: CaseFile, leg: Leg, _form: ActForm, on: date) -> list[str]:
    """Until when the notice goes out, and that no window follows."""
    for duty, owner in ((Duty.NOTICE_REFERRED_15D, leg), (Duty.NOTICE_DIRECT_15D, None)):
        if said := _running(file, owner, duty, "告知书至迟应于{}发出；送达后即可结案，没有复查窗口。"):
            return said
    return ["告知书送达后即可结案，没有复查窗口。"]


def _dispatched(act: Act, case: Case, on: date) -> list[str]:
    return [
        f"今天{act.label}后，对方至迟应于{_day(_start(Duty.NOTICE_REFERRED_15D, case, on))}书面告知信访人；",
        f"不属于其职权的，至迟应于{_day(_due(Duty.OBJECTION_5WD, on))}（5个工作日）提出异议。",
    ]


def _accusing(file: CaseFile) -> list[str]:
    """Discipline organs give notice of accusations by their own rules (Art. 23 para. 4)."""
    waiting = [view.demand for view in file.demands if view.demand.leg_id is None]
    if not any(demand.kind == Kind.ACCUSATION for demand in waiting):
        return []
    return ["检举控告事项转纪检监察机关的，由其按有关规定告知，不适用15日（第二十三条第四款）。"]


def accepting(file: CaseFile, leg: Leg, _form: ActForm, on: date) -> list[str]:
    """Until when it is answered, and the notice sent (Art. 23, 34)."""
    said = []
    since = min((d.accepted_on for d in leg.demands.all() if d.accepted_on), default=None)
    if any(runs_sixty_days(Kind(d.kind), Path(d.path) if d.path else None) for d in leg.demands.all()):
        began = next((c for c in leg.clocks.all() if c.duty == Duty.HANDLE_60D and c.running), None)
        last = began.due_on if began else _start(Duty.HANDLE_60D, file.case, since or on)
        how = "简易办理" if file.case.tier == Tier.SIMPLE and last != _due(Duty.HANDLE_60D, since or on) else "60日"
        told = f"（{how}，自首次受理的{_day(since)}起算）" if since else f"（{how}）"
        said.append(f"今天受理后，至迟应于{_day(last)}办结{told}。")
        said += commission_consequences.accepting(file, leg, last)
    for duty, owner in ((Duty.NOTICE_REFERRED_15D, leg), (Duty.NOTICE_DIRECT_15D, None)):
        said += _running(file, owner, duty, "受理告知书至迟应于{}发出。")
    if (late := days_late(leg.received_on, on)) and not leg.accepted_on:
        said.append(f"收到已超过15日，今天受理将标明迟{late}日；办结期限仍从受理之日起算，不往前推。")
    return said


def _running(file: CaseFile, leg: Leg | None, duty: Duty, words: str) -> list[str]:
    key = leg.pk if leg else None
    found = [c for c in file.clocks if c.duty == duty and c.leg_id == key and c.running and c.due_on]
    return [words.format(_day(clock.due_on)) for clock in found]


def _due(duty: Duty, on: date, *, days: int | None = None) -> date | None:
    return due_on(duty, on, working_calendar(), days=days, rules=legal_limits().on(on))


def _start(duty: Duty, case: Case, on: date) -> date | None:
    """Return the date a clock of this case would get if it started on a day: of a simple case, perhaps a sooner one."""
    row = clock_row(duty, case, leg=None, unit=None, starts_on=on, calendar=working_calendar(), limits=legal_limits())
    return row.due_on


def _days(value: Any) -> int:
    text = str(value or "")
    return int(text) if text.isdecimal() and 1 <= int(text[:6]) <= 365 else 0


def _day(day: date | None) -> str:
    return day_words(day, UNSET)
