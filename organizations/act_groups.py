"""Acts that go together: what several roles of the matrix are given as one."""

from law.vocabulary import Act

CASE_WORK = {
    Act.DELEGATE,
    Act.ASSESS,
    Act.CONSULT,
    Act.RECORD_INQUIRY,
    Act.ANSWER,
    Act.SET_APART,
    Act.ASK_RECLASSIFICATION,
    Act.SUBMIT,
    Act.NOTIFY,
    Act.SERVE,
    Act.RECORD_RECEIPT,
    Act.REPORT_CONCLUSION,
    Act.CLOSE,
    Act.UNMASK,
    Act.ASK_EXTENSION,
    Act.CALL_HEARING,
    Act.HOLD_HEARING,
    Act.SETTLE,
    Act.REFER_MEDIATION,
    Act.RECORD_MEDIATION,
    Act.RECORD_RETURN,
    Act.WAIVE_NOTICE,
    Act.CO_HANDLE,
    Act.ASSESS_RISK,
    Act.CHECK_DUTIES,
    Act.TRACK_EXECUTION,
    Act.REFER_RELIEF,
    Act.ASK_GUIDANCE,
    Act.ESCALATE,
    Act.AWARD,
    Act.INTERIM_REPORT,
    Act.ASK_FEEDBACK_DATE,
}
INTAKE = {Act.REGISTER, Act.CORRECT, Act.SPLIT, Act.LINK_RESPONDENT, Act.REQUEST_VOID, Act.UNMASK, Act.TELL_ON_SPOT}

IN_TRAY = {
    Act.OPEN,
    Act.ACCEPT,
    Act.TAKE,
    Act.KEEP,
    Act.REPLY_CONSULTATION,
    Act.REQUEST_RECUSAL,
    Act.REQUEST_MATERIAL,
    Act.RECORD_MATERIAL,
    Act.ASK_WITHDRAWAL,
    Act.REVOKE_WITHDRAWAL,
    Act.REPLY_CO_HANDLING,
    Act.REPLY_GUIDANCE,
    Act.DEFER_REPLY,
}
# A petitioner asks for a remedy where he likes; whoever takes it in passes it on.
REQUESTS = {Act.REQUEST_REEXAMINATION, Act.REQUEST_REVIEW}
DECIDING = {Act.DECIDE_REEXAMINATION, Act.DECIDE_REVIEW, Act.REMAND, Act.REFUSE_REMEDY, Act.READMIT_REMEDY}
PUBLISHING = {Act.PUBLISH_REVIEW, Act.END_PUBLICATION}
ENDING = {Act.PROPOSE_FINALIZATION, Act.AFTER_CARE, Act.ARCHIVE}
EXITS = {Act.TRANSFER_OUT, Act.RECORD_TRANSFER_RECEIPT, Act.FILE_ONLY, Act.ASK_DECISION, Act.RECORD_DECISION}
URGENT = {Act.REPORT_URGENT, Act.RECORD_URGENT_RECEIPT}
RAISED = {Act.AGREE_ESCALATION, Act.REFUSE_ESCALATION, Act.REPLY_GUIDANCE}
# Ways out decided at the desk, before any unit has the matter.
AT_THE_DESK = {Act.DECLINE, Act.GUIDE}
# How to send a matter on is proposed by whoever does it daily, approved by who leads (docs/decisions/0061).
PROPOSING = {Act.PROPOSE_HANDLING, Act.WITHDRAW_PROPOSAL, Act.RECORD_PAPER}
APPROVING = {Act.APPROVE_PROPOSAL, Act.RETURN_PROPOSAL, Act.RECORD_PAPER}
# Only who reads the accusing part of a case at its desk tells the organisation department of it (Art. 30, para 2).
OFFICIALS = {Act.REPORT_OFFICIALS, Act.RECORD_OFFICIALS_RECEIPT}
# Who serves letters keeps their sealed scans, and says where he slipped; whoever works on a case, or takes papers in for it, adds files.
SCANS = {Act.ATTACH_SCAN, Act.ADD_FILE, Act.ASK_UNDOING}
# Which cases are of one matter the petition office says, never a unit that is measured by one of them.
MATTERS = {Act.JOIN_MATTER, Act.LEAVE_MATTER}
# Whoever meets people records what happened, and what they say of it (Art. 47).
DISSUASION = {Act.RECORD_DISSUASION, Act.REMARK_DISSUASION}
# Whoever deals with petitioners promises, and says when the day has to move; that it was kept another says (Art. 27).
PROMISING = {Act.PROMISE, Act.CHANGE_PROMISE_DATE}
# Who looks after promises of others.
OVER_PROMISES = {Act.KEEP_PROMISE, Act.RECORD_PROMISE_VISIT}
# Proposed by whoever decides at his desk or in his tray, approved and undone by who leads (docs/decisions/0051); slips too.
PROPOSED = {Act.NOT_ACCEPT, Act.DECLINE, Act.NO_LONGER_ACCEPT}
SECONDED = {Act.APPROVE_EXIT, Act.REFUSE_EXIT, Act.REOPEN_EXIT, Act.UNDO_SERVICE, Act.REFUSE_UNDOING}
# Both sides may ask that a matter is sent elsewhere, and put a dispute before the common superior.
REDIRECTING = {Act.ASK_REDIRECT, Act.AGREE_REDIRECT, Act.REFUSE_REDIRECT, Act.ASK_ARBITRATION}
# What an organ other than the petition office receives directly its head sends down, or says whose it is (Art. 23).
RECEIVED_DIRECTLY = {Act.REFER, Act.COMMISSION, Act.TELL_ON_SPOT, Act.DIRECT_ELSEWHERE}
# The office that commissioned a unit takes its report or sends it back, and may name another day.
COMMISSIONING = {Act.ACCEPT_CONCLUSION, Act.REJECT_CONCLUSION, Act.CHANGE_FEEDBACK_DATE, Act.REFUSE_FEEDBACK_DATE}
# What an office that was itself commissioned owes to the body above; a second person confirms what that body changed.
UPWARD = {Act.RECORD_COMMISSION_ABOVE, Act.INTERIM_UPWARD, Act.REPORT_UPWARD, Act.RECORD_SUPERIOR_CHANGE}
# The same with what the unit says, in the order of the permission sheet.
BETWEEN_OFFICES = (
    Act.INTERIM_REPORT,
    Act.ASK_FEEDBACK_DATE,
    Act.CHANGE_FEEDBACK_DATE,
    Act.REFUSE_FEEDBACK_DATE,
    Act.ACCEPT_CONCLUSION,
    Act.RECORD_COMMISSION_ABOVE,
    Act.INTERIM_UPWARD,
    Act.REPORT_UPWARD,
    Act.RECORD_SUPERIOR_CHANGE,
    Act.CONFIRM_SUPERIOR_CHANGE,
)
RETURNED = {Act.AGREE_OBJECTION, Act.REFUSE_OBJECTION, Act.TAKE_BACK, *REDIRECTING}
