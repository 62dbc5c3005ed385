"""How often a random history draws each act."""

from law.vocabulary import Act

# Most draws go on with the work; leaving it is rare, or no history would ever reach a review.
FORWARD = frozenset(
    {
        Act.REFER,
        Act.COMMISSION,
        Act.KEEP,
        Act.ACCEPT,
        Act.TAKE,
        Act.SUBMIT,
        Act.ISSUE,
        Act.SERVE,
        Act.REQUEST_REEXAMINATION,
        Act.DECIDE_REEXAMINATION,
        Act.REQUEST_REVIEW,
        Act.DECIDE_REVIEW,
        Act.REPORT_CONCLUSION,
    }
)
CLOCKWORK = frozenset(
    {
        Act.EXTEND,
        Act.HOLD_HEARING,
        Act.RECORD_RECEIPT,
        Act.UNDO_SERVICE,
        Act.REPORT_CONCLUSION,
        Act.CHECK_DUTIES,
        Act.NOTIFY,
        Act.OPEN,
        Act.OBJECT,
        Act.AGREE_OBJECTION,
        Act.REFUSE_OBJECTION,
        Act.ARBITRATE,
        Act.SEND_BACK,
        Act.REFUSE_VOID,
        Act.APPROVE_EXIT,
        Act.REFUSE_REMEDY,
        Act.READMIT_REMEDY,
        Act.PUBLISH_REVIEW,
        Act.END_PUBLICATION,
    }
)


WEIGHTS = {act: 40 if act in FORWARD else 15 if act in CLOCKWORK else 2 for act in Act}
