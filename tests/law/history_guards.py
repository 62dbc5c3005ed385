"""What the notes of the rows exclude: whether a guarded act can happen on a leg now, read from what is stored."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from law.paths import applies
from law.procedure import EXITED
from law.service import BUILT_ON
from law.vocabulary import Act, Duty, State
from tests.law.history_records import Leg, request_of

if TYPE_CHECKING:
    from tests.law.histories import History

# Of the case itself: what its desk owes.
CASE_DUTIES = {
    Duty.DISPATCH_15D,
    Duty.NOTICE_DIRECT_15D,
    Duty.NOTICE_DIRECT_SPOT,
    Duty.URGENT_REPORT,
    Duty.SUPERIOR_REPORT,
    Duty.PROMISE_DUE,
}
# Each is an answer on the merits; the last one on a leg is the one that stands.
OPINIONS = {Act.ISSUE: Act.REQUEST_REEXAMINATION, Act.DECIDE_REEXAMINATION: Act.REQUEST_REVIEW, Act.DECIDE_REVIEW: None}
UNTOLD = (Act.EXTEND, Act.CALL_HEARING, Act.SETTLE, Act.REFUSE_REMEDY)
SERVED_AFTER = frozenset({*OPINIONS, Act.SERVE})
REQUESTS = (Act.REQUEST_REEXAMINATION, Act.REQUEST_REVIEW)
WINDOWS = {State.REEXAMINING: Duty.REEXAM_REQ_30D, State.REVIEWING: Duty.REVIEW_REQ_30D}
_ENDED = (State.ARCHIVED, State.RETURNED)


def _extend(history: History, leg: Leg) -> bool:
    clock = history.running(Duty.HANDLE_60D, leg)
    late = clock is None or history.today > (clock.due_on or history.today)
    return not late and history.extended(leg) < 30


def _close(history: History, leg: Leg) -> bool:
    windows = (history.running(Duty.REEXAM_REQ_30D, leg), history.running(Duty.REVIEW_REQ_30D, leg))
    lapsed = all(window is None or (window.due_on or history.today) < history.today for window in windows)
    return lapsed and not _owes_notice(history, leg) and _told(history, leg) and _checked(history, leg)


def _told(history: History, leg: Leg) -> bool:
    """Notices that meet no duty, of an extension, a hearing or an agreement, were sent too."""
    return history.last(leg, (*UNTOLD, Act.NOTIFY)) in (None, Act.NOTIFY)


def _checked(history: History, leg: Leg) -> bool:
    """What was answered has had its four duties gone through (Art. 27)."""
    return leg.state in EXITED or any(e.act is Act.CHECK_DUTIES and e.leg == leg.number for e in history.log)


def _archive(history: History, leg: Leg) -> bool:
    mine = [clock for clock in history.clocks if clock.open and clock.leg == leg.number]
    ended = [c for c in mine if c.duty is Duty.REVOKE_15D and (c.due_on or history.today) < history.today]
    others = any(each is not leg and each.state not in _ENDED for each in history.legs)
    owed = any(history.running(duty, None) for duty in (Duty.URGENT_REPORT, Duty.SUPERIOR_REPORT, Duty.PROMISE_DUE))
    reported = others or history.waiting or not owed
    return mine == ended and bool(reported) and not _owes_notice(history, leg)


def _owes_notice(history: History, leg: Leg) -> bool:
    duties = ((Duty.NOTICE_REFERRED_15D, leg), (Duty.NOTICE_DIRECT_15D, None))
    return any(history.running(duty, where) for duty, where in duties)


def _record_return(history: History, leg: Leg) -> bool:
    return history.running(Duty.REEXAM_REQ_30D, leg) is None


def _serve(history: History, leg: Leg) -> bool:
    if leg.state is not State.ANSWERED:
        return not history.served(leg)
    mailed = history.last(leg, (Act.SERVE, Act.RECORD_RETURN))
    return mailed is Act.RECORD_RETURN and history.running(Duty.REEXAM_REQ_30D, leg) is None


def _request(act: Act) -> Callable[[History, Leg], bool]:
    def answer(history: History, leg: Leg) -> bool:
        last = history.last(leg, OPINIONS)
        standing = OPINIONS[last] if last else None
        return standing is act and history.served(leg) and applies(Duty.REEXAM_REQ_30D, history.kinds(leg))

    return answer


def _refuse_remedy(history: History, leg: Leg) -> bool:
    """Only what the record proves: asked after the window, or an opinion that came back unread (Art. 35, 36)."""
    asked, window = request_of(history.log, leg.number), WINDOWS[leg.state]
    mine = [c for c in history.clocks if c.duty is window and c.leg == leg.number and c.met_on == asked.on]
    late = any(clock.due_on and asked.on > clock.due_on for clock in mine)
    return late or history.last(leg, (Act.SERVE, Act.RECORD_RETURN)) is Act.RECORD_RETURN


def _readmit_remedy(history: History, leg: Leg) -> bool:
    last = history.last(leg, (*OPINIONS, *REQUESTS, Act.REFUSE_REMEDY, Act.SETTLE))
    return last is Act.REFUSE_REMEDY


def _end_publication(history: History, leg: Leg) -> bool:
    return history.last(leg, (Act.PUBLISH_REVIEW, Act.END_PUBLICATION)) is Act.PUBLISH_REVIEW


def _publish_review(history: History, leg: Leg) -> bool:
    """After a review that heard the parties (Art. 36, para 2)."""
    mine = [entry for entry in history.log if entry.leg == leg.number]
    heard = any(entry.act is Act.HOLD_HEARING and entry.state is State.REVIEWING for entry in mine)
    return heard and history.last(leg, OPINIONS) is Act.DECIDE_REVIEW


def _record_receipt(history: History, leg: Leg) -> bool:
    return history.last(leg, (Act.SERVE, Act.SETTLE)) is Act.SERVE


def _undo_service(history: History, leg: Leg) -> bool:
    """A receipt of the last three days on which nobody relies yet: its window ends, and it can be recorded anew."""
    told = (Act.NOTIFY, Act.SERVE, Act.RECORD_RECEIPT, Act.UNDO_SERVICE, *BUILT_ON)
    mine = (entry for entry in reversed(history.log) if entry.leg == leg.number and entry.act in told)
    last = next(mine, None)
    return last is not None and last.act is Act.RECORD_RECEIPT and (history.today - last.on).days <= 3


def _reject_conclusion(history: History, leg: Leg) -> bool:
    acts = [entry.act for entry in history.log if entry.leg == leg.number]
    return acts.count(Act.REPORT_CONCLUSION) > acts.count(Act.REJECT_CONCLUSION)


def _reopen(history: History, leg: Leg) -> bool:
    acts = [entry.act for entry in history.log if entry.leg == leg.number]
    decided = max((n for n, act in enumerate(acts) if act is Act.APPROVE_EXIT), default=-1)
    return decided >= 0 and Act.REOPEN_EXIT not in acts[decided:]


GUARDED: dict[Act, Callable[[History, Leg], bool]] = {
    Act.EXTEND: _extend,
    Act.CLOSE: _close,
    Act.ARCHIVE: _archive,
    Act.REQUEST_REEXAMINATION: _request(Act.REQUEST_REEXAMINATION),
    Act.REQUEST_REVIEW: _request(Act.REQUEST_REVIEW),
    Act.REFUSE_REMEDY: _refuse_remedy,
    Act.READMIT_REMEDY: _readmit_remedy,
    Act.PUBLISH_REVIEW: _publish_review,
    Act.END_PUBLICATION: _end_publication,
    Act.REJECT_CONCLUSION: _reject_conclusion,
    Act.REOPEN_EXIT: _reopen,
    Act.SERVE: _serve,
    Act.RECORD_RETURN: _record_return,
    Act.RECORD_RECEIPT: _record_receipt,
    Act.UNDO_SERVICE: _undo_service,
}
