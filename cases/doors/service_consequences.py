"""What follows from a service, said while it is typed: what it meets, and the petitioner's thirty days, from when to when (Art. 23, 34-36)."""

from datetime import date

from cases.doors.side_consequences import UNSET
from cases.forms.base import ActForm
from cases.models import Leg
from cases.openings.days import days_of
from cases.openings.paths import runs_sixty_days_on
from cases.openings.undoing import UNDO_DAYS
from cases.reading.case_file import CaseFile
from kit.days import day_words
from law.deadlines import due_on
from law.paths import TO_INFORM
from law.remedies import OPINION_IN, WINDOWS_OF
from law.service import deemed_received_on
from law.vocabulary import Duty, ServiceMethod, State
from organizations.limits import legal_limits
from organizations.working_days import working_calendar

_ASKED = {Duty.REEXAM_REQ_30D: "复查", Duty.REVIEW_REQ_30D: "复核"}


def notifying(file: CaseFile, leg: Leg, form: ActForm, _on: date) -> list[str]:
    """Whether the duty to inform is met in time by the day that is typed (Art. 23)."""
    owed = [c for c in file.clocks if c.running and c.due_on and c.duty in TO_INFORM and c.leg_id in (leg.pk, None)]
    sent_on = _typed(form, "sent_on")
    return [_informed(sent_on, clock.due_on) for clock in owed[:1] if clock.due_on]


def _informed(sent_on: date | None, due: date) -> str:
    if sent_on is None:
        return f"告知书至迟应于{day_words(due)}发出，以发出日期为准。"
    late = (sent_on - due).days
    return f"告知日为{day_words(sent_on)}，" + (
        f"比届满日{day_words(due)}迟{late}日。" if late > 0 else "没有超过告知期限。"
    )


def serving(file: CaseFile, leg: Leg, form: ActForm, on: date) -> list[str]:
    """On which day the leg is answered, and which days of the petitioner begin (Art. 34-36)."""
    return [*_answered(leg, form), *_window_said(file, leg, _received(form), form)]


def receiving(file: CaseFile, leg: Leg, form: ActForm, _on: date) -> list[str]:
    """From when until when the petitioner may ask for more (Art. 35, 36)."""
    return _window_said(file, leg, _typed(form, "received_on"), form)


def undoing(file: CaseFile, leg: Leg, _form: ActForm, on: date) -> list[str]:
    """What goes back to where it was."""
    days = days_of(file.case, UNDO_DAYS.key, on)
    said = [f"撤销以后，这次登记完成的期限从原起算日继续，这次登记起算的信访人窗口终止；登记后{days}日内可以撤销。"]
    return (
        [*said, "意见书的发出被撤销的，本环节回到“已签发”，请重新登记送达。"] if leg.state == State.ANSWERED else said
    )


def _answered(leg: Leg, form: ActForm) -> list[str]:
    sent_on, issued_on = _typed(form, "sent_on"), leg.issued_on
    if leg.state != State.ISSUED or issued_on is None or sent_on is None:
        return []
    latest = due_on(Duty.SERVICE_3WD, issued_on, working_calendar(), rules=legal_limits().on(issued_on))
    in_time = latest is None or sent_on <= latest
    why = "签发后按期送达" if in_time else f"超过{day_words(latest, UNSET)}送达"
    return [f"办结日为{day_words(issued_on if in_time else sent_on)}（{why}）。"]


def _window_said(file: CaseFile, leg: Leg, received_on: date | None, form: ActForm) -> list[str]:
    opinion = OPINION_IN.get(State(leg.state))
    window = WINDOWS_OF[opinion] if opinion else None
    if opinion and window is None:
        return ["复核意见是最终意见；登记信访人收到后即可结案。"]
    if window is None or not runs_sixty_days_on(leg):
        return []
    if received_on is None:
        return [f"信访人的30日（请求{_ASKED[window]}）自收到之日起算；填写收到日期后，这里写明到哪天为止。"]
    last = due_on(window, received_on, working_calendar(), rules=legal_limits().on(received_on))
    how = "视为送达" if _method(form) == ServiceMethod.ANNOUNCEMENT else "收到"
    return [
        f"{day_words(received_on)}{how}：信访人的30日从{day_words(received_on)}起算，到{day_words(last, UNSET)}止，"
        f"其间可以请求{_ASKED[window]}；届满后才能结案。"
    ]


def _received(form: ActForm) -> date | None:
    """Return the day of receipt as it is typed, or as the law counts it for an announcement."""
    sent_on = _typed(form, "sent_on")
    if _method(form) == ServiceMethod.ANNOUNCEMENT:
        return deemed_received_on(ServiceMethod.ANNOUNCEMENT, sent_on) if sent_on else None
    return _typed(form, "received_on")


def _method(form: ActForm) -> str:
    return str(form["method"].value() or "") if "method" in form.fields else ""


def _typed(form: ActForm, name: str) -> date | None:
    """Return a day as it is typed so far; None where it is none yet, or none that a period can begin on."""
    value = form[name].value()
    try:
        day = value if isinstance(value, date) else date.fromisoformat(str(value or "").strip())
    except ValueError:
        return None
    return day if 1990 <= day.year < 2100 else None
