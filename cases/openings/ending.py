"""Whether a leg can be reported, closed, finalised, archived (Art. 22, 23, 32, 35, 36; 档案法)."""

from collections.abc import Iterable

from cases.models import Clock, Leg
from cases.openings.after_exit import exit_unfinished, notice_missing
from cases.openings.delivery import answers_of, unserved_notice, unwritten_notices
from cases.openings.dispatching import reachable
from cases.openings.letters import arriving, unsent
from cases.openings.paths import runs_sixty_days_on
from cases.openings.settled import settled
from cases.places.second_person import same_person
from cases.places.spot import Spot
from law.errors import Refused
from law.procedure import EXITED, REMEDIES, steps_of
from law.remedies import OPINION_IN, WINDOWS_OF
from law.service import OWED_AT_THE_END
from law.vocabulary import Duty, Letter, State

_COMMISSION = "第二十二条第一款第三项"
_OWED_BY_THE_CASE = (Duty.URGENT_REPORT, Duty.SUPERIOR_REPORT, Duty.PROMISE_DUE)


def reportable(spot: Spot) -> Refused | None:
    """A commissioned unit owes a report, or one anew after it was sent back (Art. 22).

    Codes: no_report_required, reported_already.
    """
    if not spot.leg.report_required:
        return Refused("no_report_required", "转送件不要求办结报告，只有交办件要求。", _COMMISSION)
    if has_report(spot.leg):
        return Refused("reported_already", "办结报告已经提交。", _COMMISSION)
    return None


def rejectable(spot: Spot) -> Refused | None:
    """There is a report that was neither sent back nor taken (Art. 22). Codes: no_report, report_taken_already."""
    if taken := spot.leg.report_accepted_on:
        return Refused("report_taken_already", f"办结报告已于{taken}采用，不能再采用或者退回。", _COMMISSION)
    if has_report(spot.leg):
        return None
    return Refused("no_report", "办理单位还没有提交办结报告，或者报告已经退回过，没有可以退回的。", _COMMISSION)


def has_report(leg: Leg) -> bool:
    """Tell whether a report lies with the commissioning party that was not sent back."""
    reports = sum(document.kind == Letter.CONCLUSION_REPORT for document in leg.documents.all())
    return bool(reports > leg.reports_rejected)


def closable(spot: Spot) -> Refused | None:
    """Nothing is owed and no window is open: the petitioner was told and has had his time (Art. 22, 23, 27, 35, 36).

    Codes: notice_missing, receipt_missing, window_open, report_missing, notice_unserved, duties_unchecked.
    """
    leg = spot.leg
    if unwritten_notices(leg, spot.case) and reachable(spot.case):
        return notice_missing()
    unfinished = exit_unfinished(leg, spot.case) if leg.state in EXITED else _window_left(spot)
    if unfinished:
        return unfinished
    if any(clock.duty == Duty.COMMISSION_FEEDBACK for clock in _running(leg.clocks.all())):
        return Refused("report_missing", "交办件要先提交办结报告才能结案。", _COMMISSION)
    return _untold(spot) or _unchecked(leg)


def _untold(spot: Spot) -> Refused | None:
    """Whoever can be written to has had each notice that the procedure owed him (Art. 31, 33-36)."""
    letter = unserved_notice(spot.leg) if reachable(spot.case) else None
    if letter is None:
        return None
    text = f"“{letter.get_kind_display()}”{letter.number}还没有送达信访人，请先“送达告知书”，再结案。"
    return Refused("notice_unserved", text, OWED_AT_THE_END[Letter(letter.kind)])


def _unchecked(leg: Leg) -> Refused | None:
    """What was answered is closed once the four duties were gone through (Art. 27)."""
    if leg.state in EXITED or leg.duties_checks.all():
        return None
    text = "还没有“核对三到位一处理”：解决问题、思想教育、帮扶救助、依法处理逐项核对之后，才能结案。"
    return Refused("duties_unchecked", text, "第二十七条")


def _window_left(spot: Spot) -> Refused | None:
    """Close nothing while the petitioner can still ask for more, nor before it is known since when (Art. 35, 36)."""
    leg, kind = spot.leg, OPINION_IN.get(State(spot.leg.state))
    if kind is None:
        return None
    duty, article = WINDOWS_OF[kind], "第三十六条" if leg.state in REMEDIES else "第三十五条"
    window = next((clock for clock in _running(leg.clocks.all()) if clock.duty == duty), None)
    unknown = _not_received(leg) or (duty and window is None and runs_sixty_days_on(leg))
    # What both sides settled has no opinion, and so no window to wait for.
    if unknown and not settled(leg):
        said = "，三十日无从起算" if duty else ""
        letter = next(iter(answers_of(leg)), None)
        word = letter.get_kind_display() if letter else kind.label
        text = f"还没有登记信访人收到{word}的日期{said}。请先“登记送达回证”。"
        return Refused("receipt_missing", text, article)
    if window and window.due_on and window.due_on >= spot.on:
        asked = "复核" if leg.state in REMEDIES else "复查"
        text = f"信访人可在{window.due_on}前申请{asked}，{window.due_on}之后才能结案。"
        return Refused("window_open", text, article)
    return None


def _not_received(leg: Leg) -> bool:
    answers = answers_of(leg)
    return not answers or any(unsent(letter) or arriving(letter) is not None for letter in answers)


def proposable(spot: Spot) -> Refused | None:
    """A leg is finalised once (Art. 36, para 3). Codes: finalized_already."""
    found = getattr(spot.leg, "finalization", None)
    return _finalized_already(spot) if found and found.approved_on else None


def finalizable(spot: Spot) -> Refused | None:
    """Somebody else has proposed it (Art. 36, para 3). Codes: no_proposal, finalized_already, own_proposal."""
    found, article = getattr(spot.leg, "finalization", None), steps_of(spot.act)[0].article
    if found is None:
        return Refused("no_proposal", "还没有人提请终结认定，请先“提请终结认定”。", article)
    if found.approved_on:
        return _finalized_already(spot)
    if same_person(spot, found.proposed_by_id):
        return Refused("own_proposal", "终结认定要由提请人以外的负责人核准。", article)
    return None


def _finalized_already(spot: Spot) -> Refused:
    text = f"本环节已于{spot.leg.finalization.approved_on}认定终结。"
    return Refused("finalized_already", text, steps_of(spot.act)[0].article)


def archivable(spot: Spot) -> Refused | None:
    """No duty runs, nobody can think better of it any more, who left was told, and what is urgent was reported.

    Rests on 档案法 and Art. 17, 23, 25. Codes: notice_missing, receipt_missing, clock_running.
    """
    leg = spot.leg
    if leg.state in EXITED and (unfinished := exit_unfinished(leg, spot.case)):
        return unfinished
    running = _running(leg.clocks.all())
    owed = next((c for c in running if not _lapsed(c, spot)), None) or _unreported(spot)
    if owed is None:
        return None
    text = f"“{owed.get_duty_display()}”的期限（{owed.due_on or '条例未规定天数'}）还在计算，完成之后才能归档。"
    return Refused("clock_running", text, steps_of(spot.act)[0].article)


def _lapsed(clock: Clock, spot: Spot) -> bool:
    """After its fifteen days nobody can take a withdrawal back any more."""
    return clock.duty == Duty.REVOKE_15D and clock.due_on is not None and clock.due_on < spot.on


def _unreported(spot: Spot) -> Clock | None:
    """Return the report upward, or the promise, that is still owed when the last leg of a case is archived (Art. 22, 25, 27).

    Legs that this person may not read count too, so they are asked for: only where such a report is owed at all.
    """
    owed = next((c for c in _running(spot.case.clocks.all()) if c.duty in _OWED_BY_THE_CASE and not c.leg_id), None)
    if owed is None or any(demand.leg_id is None for demand in spot.case.demands.all()):
        return None
    others = spot.case.legs.exclude(pk=spot.leg.pk).exclude(state__in=(State.ARCHIVED, State.RETURNED))
    return None if others.exists() else owed


def _running(clocks: Iterable[Clock]) -> list[Clock]:
    return [clock for clock in clocks if clock.running]
