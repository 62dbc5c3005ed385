"""Everything that changes a case: one function an act, each in the frame `performing`."""

from collections.abc import Callable
from typing import Any

from cases.actions.answering import answer, issue, send_back, submit
from cases.actions.demands import link_respondent, split
from cases.actions.dispatch import commission, keep, refer
from cases.actions.in_tray import accept, open_in_tray, take
from cases.actions.investigation import (
    assess,
    consult,
    delegate,
    record_inquiry,
    reply_consultation,
    report_findings,
)
from cases.actions.objections import agree_objection, arbitrate, object_to, refuse_objection, take_back
from cases.actions.oversight import confirm_void, look_up, refuse_void, remind, request_void, unmask
from cases.actions.registration import correct, register
from cases.actions.service import close, notify, record_receipt, report_conclusion, serve
from cases.actions.side_exits import (
    divert,
    file_only,
    no_longer_accept,
    not_accept,
    record_transfer_receipt,
    transfer_out,
)
from cases.actions.urgent import ask_decision, record_decision, record_urgent_receipt, report_urgent
from law.vocabulary import Act

ACTIONS: dict[Act, Callable[..., Any]] = {
    Act.REGISTER: register,
    Act.CORRECT: correct,
    Act.SPLIT: split,
    Act.LINK_RESPONDENT: link_respondent,
    Act.REFER: refer,
    Act.COMMISSION: commission,
    Act.KEEP: keep,
    Act.OPEN: open_in_tray,
    Act.ACCEPT: accept,
    Act.TAKE: take,
    Act.DELEGATE: delegate,
    Act.REPORT_FINDINGS: report_findings,
    Act.ASSESS: assess,
    Act.CONSULT: consult,
    Act.REPLY_CONSULTATION: reply_consultation,
    Act.RECORD_INQUIRY: record_inquiry,
    Act.ANSWER: answer,
    Act.SUBMIT: submit,
    Act.SEND_BACK: send_back,
    Act.ISSUE: issue,
    Act.NOTIFY: notify,
    Act.SERVE: serve,
    Act.RECORD_RECEIPT: record_receipt,
    Act.REPORT_CONCLUSION: report_conclusion,
    Act.CLOSE: close,
    Act.REMIND: remind,
    Act.REQUEST_VOID: request_void,
    Act.CONFIRM_VOID: confirm_void,
    Act.REFUSE_VOID: refuse_void,
    Act.UNMASK: unmask,
    Act.OBJECT: object_to,
    Act.AGREE_OBJECTION: agree_objection,
    Act.REFUSE_OBJECTION: refuse_objection,
    Act.ARBITRATE: arbitrate,
    Act.TAKE_BACK: take_back,
    Act.NOT_ACCEPT: not_accept,
    Act.NO_LONGER_ACCEPT: no_longer_accept,
    Act.DIVERT: divert,
    Act.TRANSFER_OUT: transfer_out,
    Act.RECORD_TRANSFER_RECEIPT: record_transfer_receipt,
    Act.FILE_ONLY: file_only,
    Act.REPORT_URGENT: report_urgent,
    Act.RECORD_URGENT_RECEIPT: record_urgent_receipt,
    Act.ASK_DECISION: ask_decision,
    Act.RECORD_DECISION: record_decision,
}
IMPLEMENTED = frozenset(ACTIONS)

__all__ = ["ACTIONS", "IMPLEMENTED", "look_up"]
