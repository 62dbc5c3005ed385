"""Everything that changes a case: one function an act, each in the frame `performing`."""

from collections.abc import Callable
from typing import Any

from cases.actions.agreement import record_mediation, refer_mediation, settle
from cases.actions.answering import answer, issue, send_back, submit
from cases.actions.closing import close, report_conclusion
from cases.actions.co_handling import co_handle, reply_co_handling
from cases.actions.corrections import correct_letter
from cases.actions.delivery import record_return, waive_notice
from cases.actions.demands import link_respondent, split
from cases.actions.desk_exits import decline, guide
from cases.actions.dispatch import commission, keep, refer
from cases.actions.duties import assess_risk, check_duties, refer_relief, track_execution
from cases.actions.ending import after_care, archive, finalize, propose_finalization
from cases.actions.escalation import agree_escalation, escalate, refuse_escalation
from cases.actions.extension import ask_extension, extend, refuse_extension
from cases.actions.files import add_file, attach_scan
from cases.actions.guidance import ask_guidance, defer_reply, reply_guidance
from cases.actions.hearing import call_hearing, hold_hearing
from cases.actions.in_tray import accept, open_in_tray, take
from cases.actions.investigation import assess, consult, delegate, record_inquiry, reply_consultation, report_findings
from cases.actions.material import record_material, request_material
from cases.actions.objections import agree_objection, arbitrate, object_to, refuse_objection, take_back
from cases.actions.officials import record_officials_receipt, report_officials
from cases.actions.oversight import confirm_void, look_up, refuse_void, remind, request_void
from cases.actions.recusal import decide_recusal, request_recusal
from cases.actions.registration import correct, register
from cases.actions.rejection import reject_conclusion
from cases.actions.remedies import refuse_remedy, request_reexamination, request_review
from cases.actions.remedy_decisions import decide_reexamination, decide_review, draft_remedy, remand
from cases.actions.service import notify, record_receipt, serve
from cases.actions.side_exits import (
    divert,
    file_only,
    no_longer_accept,
    not_accept,
    record_transfer_receipt,
    transfer_out,
)
from cases.actions.suggestions import award
from cases.actions.triage import triage
from cases.actions.unmasking import unmask
from cases.actions.urgent import ask_decision, record_decision, record_urgent_receipt, report_urgent
from cases.actions.withdrawal import ask_withdrawal, revoke_withdrawal, withdraw
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
    Act.ASK_EXTENSION: ask_extension,
    Act.EXTEND: extend,
    Act.REFUSE_EXTENSION: refuse_extension,
    Act.CALL_HEARING: call_hearing,
    Act.HOLD_HEARING: hold_hearing,
    Act.REQUEST_RECUSAL: request_recusal,
    Act.DECIDE_RECUSAL: decide_recusal,
    Act.REQUEST_MATERIAL: request_material,
    Act.RECORD_MATERIAL: record_material,
    Act.SETTLE: settle,
    Act.REFER_MEDIATION: refer_mediation,
    Act.RECORD_MEDIATION: record_mediation,
    Act.ASK_WITHDRAWAL: ask_withdrawal,
    Act.WITHDRAW: withdraw,
    Act.REVOKE_WITHDRAWAL: revoke_withdrawal,
    Act.RECORD_RETURN: record_return,
    Act.WAIVE_NOTICE: waive_notice,
    Act.CO_HANDLE: co_handle,
    Act.REPLY_CO_HANDLING: reply_co_handling,
    Act.ASSESS_RISK: assess_risk,
    Act.CHECK_DUTIES: check_duties,
    Act.TRACK_EXECUTION: track_execution,
    Act.REFER_RELIEF: refer_relief,
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
    Act.TRIAGE: triage,
    Act.ASK_GUIDANCE: ask_guidance,
    Act.REPLY_GUIDANCE: reply_guidance,
    Act.DEFER_REPLY: defer_reply,
    Act.ESCALATE: escalate,
    Act.AGREE_ESCALATION: agree_escalation,
    Act.REFUSE_ESCALATION: refuse_escalation,
    Act.DECLINE: decline,
    Act.GUIDE: guide,
    Act.AWARD: award,
    Act.REPORT_OFFICIALS: report_officials,
    Act.RECORD_OFFICIALS_RECEIPT: record_officials_receipt,
    Act.ATTACH_SCAN: attach_scan,
    Act.ADD_FILE: add_file,
}
IMPLEMENTED = frozenset(ACTIONS)

__all__ = ["ACTIONS", "IMPLEMENTED", "look_up"]
