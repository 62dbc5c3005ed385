"""What is done on a visit: assigned, agreed, made, dropped, fed back, decided; page and API both call these."""

from datetime import date

from law.errors import Refused
from organizations.models import Staff
from organizations.recording import recording
from organizations.settings_in_force import setting_on
from organizations.today import now
from supervision.models import FollowUpVisit, VisitCall, VisitFeedback
from supervision.models.visit_words import CallOutcome, FeedbackState, Reopening, VisitResult, VisitState, VisitWay
from supervision.visits import visit_moves as moves
from supervision.visits.keeping_out import assert_can_visit
from supervision.visits.settings import VISIT_TRIES
from supervision.visits.wording import assert_fitting, assert_no_rating


def assign_visit(
    visit: FollowUpVisit, *, by: Staff, assignee: Staff, seen: int | None = None, on: date | None = None
) -> FollowUpVisit:
    """Give a visit to somebody who had no part in the case; given to another, what was agreed is agreed anew.

    Raises Refused: visitor_unfit, visitor_sees_not, handling_unit, handled_himself.
    """
    with recording(moves.ASSIGN, visit, by=by, seen=seen, on=on) as made:
        found: FollowUpVisit = made.record
        assert_can_visit(found, assignee)
        if found.assignee_id != assignee.pk:
            found.agreed_for = None
        found.assignee, found.unit = assignee, assignee.unit
        made.facts = {"assignee": assignee.pk}
    return found


def record_call(
    visit: FollowUpVisit,
    *,
    by: Staff,
    outcome: CallOutcome,
    agreed_for: date | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> FollowUpVisit:
    """Record one call: agreed for a day, not reached, or declined; too often not reached, it is left at that.

    Raises Refused: handling_unit, handled_himself, day_missing, day_unfit.
    """
    with recording(moves.CALL, visit, by=by, seen=seen, on=on) as made:
        found: FollowUpVisit = made.record
        _assert_day(outcome, agreed_for, made.on)
        VisitCall.objects.create(visit=found, on=made.on, at=now(), by=by, outcome=outcome, agreed_for=agreed_for)
        if outcome is CallOutcome.REACHED:
            found.state, found.agreed_for = VisitState.AGREED, agreed_for
        elif outcome is CallOutcome.DECLINED:
            found.state = VisitState.DECLINED
        elif _tried_enough(found, made.on):
            found.state = VisitState.UNREACHED
        made.facts = {"outcome": outcome, "agreed_for": agreed_for}
    return found


def _assert_day(outcome: CallOutcome, agreed_for: date | None, on: date) -> None:
    if (agreed_for is not None) != (outcome is CallOutcome.REACHED):
        raise Refused("day_missing", "联系上并约定的，填约定日期；没有联系上、谢绝的，不填。")
    if agreed_for and agreed_for < on:
        raise Refused("day_unfit", f"约定日期{agreed_for}早于今天{on}。")


def _tried_enough(visit: FollowUpVisit, on: date) -> bool:
    tries = visit.calls.filter(outcome=CallOutcome.NOT_REACHED, by=visit.assignee).count()
    return bool(tries >= setting_on(VISIT_TRIES.key, on, visit.district_id))


def record_visit(
    visit: FollowUpVisit,
    *,
    by: Staff,
    way: VisitWay,
    visited_on: date,
    result: VisitResult,
    promised: str = "",
    done: str = "",
    missing: str = "",
    words: str = "",
    reopening_why: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> FollowUpVisit:
    """Record what a visit found; ``reopening_why``: it is proposed to handle the matter anew, and why.

    Raises Refused: handling_unit, handled_himself, not_agreed, day_unfit, missing_what, judging, conditional.
    """
    texts = {"promised": promised, "done": done, "missing": missing, "words": words, "reopening_why": reopening_why}
    with recording(moves.RESULT, visit, by=by, seen=seen, on=on) as made:
        found: FollowUpVisit = made.record
        _assert_agreed(found, visited_on, made.on)
        assert_fitting(*texts.values())
        if result is not VisitResult.SATISFIED and not missing.strip():
            raise Refused("missing_what", "部分满意、不满意的，请写明还缺什么，责任单位才能改进。")
        for name, text in texts.items():
            setattr(found, name, text.strip())
        found.way, found.result, found.visited_on, found.visited_by = way, result, visited_on, by
        found.reopening = Reopening.PROPOSED if found.reopening_why else ""
        made.facts = {"way": way, "result": result, "reopening": bool(found.reopening_why)}
    return found


def _assert_agreed(visit: FollowUpVisit, visited_on: date, on: date) -> None:
    if visit.agreed_for is None or visited_on < visit.agreed_for:
        said = f"与信访人约定的是{visit.agreed_for}。" if visit.agreed_for else "还没有与信访人约定。"
        raise Refused("not_agreed", f"{said}改了日期的，先登记联系情况。")
    if visited_on > on:
        raise Refused("day_unfit", f"回访日期{visited_on}晚于今天{on}。")


def drop_visit(
    visit: FollowUpVisit, *, by: Staff, why: str, seen: int | None = None, on: date | None = None
) -> FollowUpVisit:
    """Drop a visit that is not to be made, with the reason. Raises Refused: judging, conditional."""
    with recording(moves.DROP, visit, by=by, seen=seen, on=on) as made:
        found: FollowUpVisit = made.record
        assert_fitting(why)
        found.dropped_why = why.strip()
    return found


def feed_back(
    visit: FollowUpVisit,
    *,
    by: Staff,
    text: str,
    reply_by: date | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> FollowUpVisit:
    """Tell the unit what helps it, and nothing of how it was rated. Raises Refused: rating_told, judging, conditional, day_unfit."""
    with recording(moves.FEED_BACK, visit, by=by, seen=seen, on=on) as made:
        found: FollowUpVisit = made.record
        assert_fitting(text)
        assert_no_rating(text)
        if reply_by and reply_by < made.on:
            raise Refused("day_unfit", f"请予回复的日期{reply_by}早于今天{made.on}。")
        told = VisitFeedback(
            visit=found,
            unit=found.leg.unit,
            case=found.case,
            leg=found.leg,
            text=text.strip(),
            sent_on=made.on,
            reply_by=reply_by,
        )
        with recording(moves.TELL, told, by=by, on=on) as telling:
            telling.facts = {"reply_by": reply_by}
        made.facts = {"feedback": told.pk}
    return found


def finish_visit(visit: FollowUpVisit, *, by: Staff, seen: int | None = None, on: date | None = None) -> FollowUpVisit:
    """Finish a visit of which the unit needs to know nothing. Raises Refused missing_untold."""
    with recording(moves.FINISH, visit, by=by, seen=seen, on=on) as made:
        found: FollowUpVisit = made.record
    return found


def decide_reopening(
    visit: FollowUpVisit, *, by: Staff, decision: Reopening, said: str, seen: int | None = None, on: date | None = None
) -> FollowUpVisit:
    """Take up the proposal to handle a matter anew, or not, with the reason; the act itself is done on the case.

    Raises Refused: nothing_proposed, same_person, judging, conditional.
    """
    with recording(moves.DECIDE, visit, by=by, seen=seen, on=on) as made:
        found: FollowUpVisit = made.record
        assert_fitting(said)
        found.reopening, found.reopening_said, found.reopening_by = decision, said.strip(), by
        made.facts = {"decision": decision}
    return found


def reply_feedback(
    feedback: VisitFeedback, *, by: Staff, text: str, seen: int | None = None, on: date | None = None
) -> VisitFeedback:
    """Reply for the unit what was put right. Raises Refused: same_person, judging, conditional."""
    with recording(moves.REPLY, feedback, by=by, seen=seen, on=on) as made:
        found: VisitFeedback = made.record
        assert_fitting(text)
        found.reply, found.replied_on, found.replied_by = text.strip(), made.on, by
    return found


def check_feedback(
    feedback: VisitFeedback,
    *,
    by: Staff,
    accepted: bool,
    why: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> VisitFeedback:
    """Take a reply, or send it back with what it lacks. Raises Refused: same_person, reason_missing, judging, conditional."""
    with recording(moves.CHECK, feedback, by=by, seen=seen, on=on) as made:
        found: VisitFeedback = made.record
        if not accepted and not why.strip():
            raise Refused("reason_missing", "退回的，请写明回复还缺什么。")
        assert_fitting(why)
        assert_no_rating(why)
        found.state = FeedbackState.CHECKED if accepted else FeedbackState.SENT
        found.checked_on, found.returned_why = (made.on, "") if accepted else (None, why.strip())
        made.facts = {"accepted": accepted}
    return found
