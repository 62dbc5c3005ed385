"""Which function walks which act."""

from collections.abc import Callable
from typing import Any

from demo.seeding import exit_acts, office_acts, seldom_acts, unit_acts
from demo.seeding.outlines import Planned
from demo.seeding.said import Said
from demo.seeding.walking import Walk
from law.vocabulary import Act

ACTS: dict[Act, Callable[[Walk, Planned, Any], Said]] = {
    Act.REGISTER: office_acts.register,
    Act.REPORT_URGENT: office_acts.report_urgent,
    Act.REFER: office_acts.send_on,
    Act.COMMISSION: office_acts.send_on,
    Act.KEEP: office_acts.keep,
    Act.TRANSFER_OUT: office_acts.transfer_out,
    Act.GUIDE: office_acts.guide,
    Act.FILE_ONLY: office_acts.file_only,
    Act.RECORD_TRANSFER_RECEIPT: office_acts.record_transfer_receipt,
    Act.OPEN: unit_acts.open_in_tray,
    Act.ACCEPT: unit_acts.accept,
    Act.NOTIFY: unit_acts.notify,
    Act.TAKE: unit_acts.take,
    Act.DELEGATE: unit_acts.delegate,
    Act.REPORT_FINDINGS: unit_acts.reply_beside,
    Act.ASSESS: unit_acts.assess,
    Act.CONSULT: unit_acts.consult,
    Act.REPLY_CONSULTATION: unit_acts.reply_beside,
    Act.RECORD_INQUIRY: unit_acts.inquire,
    Act.ANSWER: unit_acts.answer,
    Act.SUBMIT: unit_acts.submit,
    Act.SEND_BACK: unit_acts.send_back,
    Act.ISSUE: unit_acts.issue,
    Act.SERVE: unit_acts.serve,
    Act.RECORD_RECEIPT: unit_acts.record_receipt,
    Act.REPORT_CONCLUSION: unit_acts.report,
    Act.CHECK_DUTIES: seldom_acts.check_duties,
    Act.CLOSE: unit_acts.close,
    Act.ARCHIVE: unit_acts.archive,
    Act.OBJECT: seldom_acts.object_to,
    Act.AGREE_OBJECTION: seldom_acts.agree_objection,
    Act.REQUEST_RECUSAL: seldom_acts.request_recusal,
    Act.DECIDE_RECUSAL: seldom_acts.decide_recusal,
    Act.ASK_EXTENSION: seldom_acts.ask_extension,
    Act.EXTEND: seldom_acts.extend,
    Act.SETTLE: seldom_acts.settle,
    Act.ASK_WITHDRAWAL: seldom_acts.ask_withdrawal,
    Act.WITHDRAW: seldom_acts.withdraw,
    Act.NOT_ACCEPT: exit_acts.not_accept,
    Act.APPROVE_EXIT: exit_acts.approve_exit,
    Act.DIVERT: exit_acts.divert,
    Act.REQUEST_REEXAMINATION: seldom_acts.request_remedy,
    Act.DRAFT_REMEDY: seldom_acts.draft_remedy,
    Act.DECIDE_REEXAMINATION: seldom_acts.decide_remedy,
    Act.REQUEST_REVIEW: seldom_acts.request_remedy,
    Act.DECIDE_REVIEW: seldom_acts.decide_remedy,
}
