"""What an act is about, so that a long row of buttons becomes a few short ones."""

from law.vocabulary import Act
from law.words import Word


class Topic(Word):
    """行为的归类, in the order they are shown; WORK is always in view."""

    WORK = "work", "办理"
    TOGETHER = "together", "协作"
    WHERE = "where", "由谁办理"
    TIME = "time", "期限、听证、回避"
    PETITIONER = "petitioner", "信访人的请求"
    LETTERS = "letters", "文书和送达"
    END = "end", "结果和结束"
    RECORD = "record", "登记事项"


TOPICS: dict[Act, Topic] = {
    **dict.fromkeys(
        (
            Act.DELEGATE,
            Act.CONSULT,
            Act.CO_HANDLE,
            Act.REFER_MEDIATION,
            Act.RECORD_MEDIATION,
            Act.ASK_GUIDANCE,
            Act.DEFER_REPLY,
        ),
        Topic.TOGETHER,
    ),
    **dict.fromkeys(
        (
            Act.OBJECT,
            Act.AGREE_OBJECTION,
            Act.REFUSE_OBJECTION,
            Act.ARBITRATE,
            Act.TAKE_BACK,
            Act.NOT_ACCEPT,
            Act.NO_LONGER_ACCEPT,
            Act.DIVERT,
            Act.TRANSFER_OUT,
            Act.RECORD_TRANSFER_RECEIPT,
            Act.FILE_ONLY,
            Act.ASK_DECISION,
            Act.RECORD_DECISION,
            Act.DECLINE,
            Act.GUIDE,
            Act.ESCALATE,
            Act.AGREE_ESCALATION,
            Act.REFUSE_ESCALATION,
        ),
        Topic.WHERE,
    ),
    **dict.fromkeys(
        (
            Act.ASK_EXTENSION,
            Act.EXTEND,
            Act.REFUSE_EXTENSION,
            Act.CALL_HEARING,
            Act.HOLD_HEARING,
            Act.REQUEST_RECUSAL,
            Act.DECIDE_RECUSAL,
        ),
        Topic.TIME,
    ),
    **dict.fromkeys(
        (
            Act.REQUEST_MATERIAL,
            Act.RECORD_MATERIAL,
            Act.SETTLE,
            Act.ASK_WITHDRAWAL,
            Act.WITHDRAW,
            Act.REVOKE_WITHDRAWAL,
            Act.REQUEST_REEXAMINATION,
            Act.REQUEST_REVIEW,
            Act.REFER_RELIEF,
        ),
        Topic.PETITIONER,
    ),
    **dict.fromkeys(
        (
            Act.NOTIFY,
            Act.SERVE,
            Act.RECORD_RECEIPT,
            Act.RECORD_RETURN,
            Act.WAIVE_NOTICE,
            Act.CORRECT_LETTER,
            Act.ATTACH_SCAN,
        ),
        Topic.LETTERS,
    ),
    **dict.fromkeys(
        (
            Act.CHECK_DUTIES,
            Act.TRACK_EXECUTION,
            Act.REPORT_CONCLUSION,
            Act.REJECT_CONCLUSION,
            Act.CLOSE,
            Act.PROPOSE_FINALIZATION,
            Act.FINALIZE,
            Act.AFTER_CARE,
            Act.ARCHIVE,
            Act.AWARD,
        ),
        Topic.END,
    ),
    **dict.fromkeys(
        (
            Act.CORRECT,
            Act.LINK_RESPONDENT,
            Act.REQUEST_VOID,
            Act.REMIND,
            Act.REPORT_URGENT,
            Act.RECORD_URGENT_RECEIPT,
            Act.TRIAGE,
            Act.ADD_FILE,
            Act.REPORT_OFFICIALS,
            Act.RECORD_OFFICIALS_RECEIPT,
        ),
        Topic.RECORD,
    ),
}


def topic_of(act: Act) -> Topic:
    """Return what an act is about; what nobody sorted is everyday work and stays in view."""
    return TOPICS.get(act, Topic.WORK)
