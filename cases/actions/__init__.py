"""Everything that changes a case: one function an act, each in the frame `performing`."""

from collections.abc import Callable
from typing import Any

from cases.actions.answering import answer, issue, send_back, submit
from cases.actions.corrections import correct_letter
from cases.actions.demands import link_respondent, split
from cases.actions.dispatch import commission, keep, refer
from cases.actions.ending import after_care, archive, finalize, propose_finalization
from cases.actions.in_tray import accept, open_in_tray, take
from cases.actions.investigation import (
    assess,
    consult,
    delegate,
    record_inquiry,
    reply_consultation,
    report_findings,
)
from cases.actions.oversight import confirm_void, look_up, refuse_void, remind, request_void, unmask
from cases.actions.registration import correct, register
from cases.actions.rejection import reject_conclusion
from cases.actions.remedies import refuse_remedy, request_reexamination, request_review
from cases.actions.remedy_decisions import decide_reexamination, decide_review, draft_remedy, remand
from cases.actions.service import close, notify, record_receipt, report_conclusion, serve
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
    Act.REQUEST_REEXAMINATION: request_reexamination,
    Act.REQUEST_REVIEW: request_review,
    Act.DRAFT_REMEDY: draft_remedy,
    Act.DECIDE_REEXAMINATION: decide_reexamination,
    Act.DECIDE_REVIEW: decide_review,
    Act.REMAND: remand,
    Act.REFUSE_REMEDY: refuse_remedy,
    Act.REJECT_CONCLUSION: reject_conclusion,
    Act.PROPOSE_FINALIZATION: propose_finalization,
    Act.FINALIZE: finalize,
    Act.AFTER_CARE: after_care,
    Act.CORRECT_LETTER: correct_letter,
    Act.ARCHIVE: archive,
}
IMPLEMENTED = frozenset(ACTIONS)

__all__ = ["ACTIONS", "IMPLEMENTED", "look_up"]
