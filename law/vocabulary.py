"""The words of the house: each value is stored, each label is what people read."""

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """A stored code with the Chinese word that people read."""

    label: str

    def __new__(cls, code: str, label: str = "") -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """Return (code, Chinese word) pairs, in order, as form fields and models want them."""
        return [(str(member.value), member.label) for member in cls]


class Channel(Word):
    """信访形式 (Art. 17)."""

    LETTER = "letter", "来信"
    VISIT = "visit", "来访"
    ONLINE = "online", "网上信访"
    CALL = "call", "来电"
    FAX = "fax", "传真"


class Kind(Word):
    """三类信访事项 (Art. 29, 30, 31)."""

    SUGGESTION = "suggestion", "建议意见"
    ACCUSATION = "accusation", "检举控告"
    APPEAL = "appeal", "申诉求决"


class Path(Word):
    """第三十一条六路: how an appeal is to be handled."""

    JUDICIAL = "judicial", "诉讼、复议等法定程序"
    ARBITRATION = "arbitration", "仲裁"
    PARTY_APPEAL = "party_appeal", "党员申诉、申请复审"
    ADMIN_PROCEDURE = "admin_procedure", "行政复议等行政程序"
    STATUTORY_DUTY = "statutory_duty", "申请履行法定职责"
    PETITION_PROCEDURE = "petition_procedure", "信访程序"


class State(Word):
    """状态 of a case or of a leg; the legs carry the states from REFERRED to CLOSED."""

    REGISTERED = "registered", "已登记待分流"
    PENDING_DECISION = "pending_decision", "待报批决定"
    REFERRED = "referred", "已转送"
    COMMISSIONED = "commissioned", "已交办"
    RECEIVED = "received", "已收件"
    OBJECTION_PENDING = "objection_pending", "异议待核"
    RETURNED = "returned", "已退回"
    ACCEPTED = "accepted", "已受理"
    IN_HANDLING = "in_handling", "办理中"
    PENDING_SIGN_OFF = "pending_sign_off", "待审签"
    ISSUED = "issued", "已签发待送达"
    ANSWERED = "answered", "已办结"
    REEXAMINING = "reexamining", "复查中"
    REEXAM_DECIDED = "reexam_decided", "已复查"
    REVIEWING = "reviewing", "复核中"
    REVIEW_DECIDED = "review_decided", "已复核"
    NOT_ACCEPTED = "not_accepted", "不予受理"
    NO_LONGER_ACCEPTED = "no_longer_accepted", "不再受理"
    DIVERTED = "diverted", "已导入法定途径"
    TRANSFERRED_OUT = "transferred_out", "已转出"
    FILED = "filed", "存查"
    WITHDRAWN = "withdrawn", "已撤回"
    CLOSED = "closed", "已结案"
    ARCHIVED = "archived", "已归档"
    VOID_PENDING = "void_pending", "作废待核"
    VOIDED = "voided", "已作废"


class Duty(Word):
    """期限职责: the values are the codes of the deadline table."""

    DISPATCH_15D = "DISPATCH_15D", "登记分流"
    NOTICE_DIRECT_SPOT = "NOTICE_DIRECT_SPOT", "当场告知"
    NOTICE_DIRECT_15D = "NOTICE_DIRECT_15D", "直接收件告知"
    NOTICE_REFERRED_15D = "NOTICE_REFERRED_15D", "转交件告知"
    OBJECTION_5WD = "OBJECTION_5WD", "提出异议"
    COMMISSION_FEEDBACK = "COMMISSION_FEEDBACK", "交办反馈"
    HANDLE_60D = "HANDLE_60D", "办结"
    EXTEND_30D = "EXTEND_30D", "延长办理"
    SERVICE_3WD = "SERVICE_3WD", "开始送达"
    REEXAM_REQ_30D = "REEXAM_REQ_30D", "申请复查"
    REEXAM_30D = "REEXAM_30D", "复查"
    REVIEW_REQ_30D = "REVIEW_REQ_30D", "申请复核"
    REVIEW_30D = "REVIEW_30D", "复核"
    URGENT_REPORT = "URGENT_REPORT", "重大紧急报告"
    SUGGESTION_FEEDBACK = "SUGGESTION_FEEDBACK", "建议采纳反馈"
    ANNUAL_REPORT = "ANNUAL_REPORT", "年度报告"
    OPEN_1WD = "OPEN_1WD", "签收"


class Outcome(Word):
    """结论 of one demand (Art. 29, 32)."""

    SUPPORT = "support", "支持"
    EXPLAIN = "explain", "解释说明"
    REJECT = "reject", "不支持"
    ADOPTED = "adopted", "采纳"
    PARTLY_ADOPTED = "partly_adopted", "部分采纳"
    NOT_ADOPTED = "not_adopted", "未采纳"
    REPORTED_BACK = "reported_back", "已按规定反馈"


class Letter(Word):
    """标准文书."""

    REFERRAL_LETTER = "referral_letter", "转送函"
    COMMISSION_LETTER = "commission_letter", "交办函"
    ACCEPTANCE_NOTICE = "acceptance_notice", "受理告知书"
    HANDLING_OPINION = "handling_opinion", "信访事项处理意见书"
    CONCLUSION_REPORT = "conclusion_report", "办结报告"
    OBJECTION_LETTER = "objection_letter", "异议函"
    EXTENSION_NOTICE = "extension_notice", "延长办理期限告知书"
    NON_ACCEPTANCE_NOTICE = "non_acceptance_notice", "不予受理告知书"
    NO_LONGER_ACCEPTED_NOTICE = "no_longer_accepted_notice", "不再受理告知书"
    DIVERSION_NOTICE = "diversion_notice", "法定途径告知书"
    TRANSFER_LETTER = "transfer_letter", "转出函"
    REEXAM_OPINION = "reexam_opinion", "复查意见书"
    REVIEW_OPINION = "review_opinion", "复核意见书"
    ARCHIVE_INDEX = "archive_index", "归档目录"


class ServiceMethod(Word):
    """送达方式."""

    IN_PERSON = "in_person", "直接送达"
    POST = "post", "邮寄送达"
    ELECTRONIC = "electronic", "电子送达"
    LEFT_WITH_WITNESS = "left_with_witness", "留置送达"
    ANNOUNCEMENT = "announcement", "公告送达"


class Movement(Word):
    """流转方式: how a leg, or work on it, moved between units."""

    DIRECT = "direct", "直接收件"
    REFER = "refer", "转送"
    COMMISSION = "commission", "交办"
    DELEGATE = "delegate", "下派核查"
    CONSULT = "consult", "征求意见"
    CO_HANDLE = "co_handle", "协办"
    RETURN = "return", "退回"
    ESCALATE = "escalate", "提级"


class Scope(Word):
    """What an act acts on: the case, one leg of it, or one hand-off beside a leg."""

    CASE = "case", "信访件"
    LEG = "leg", "办理环节"
    HAND_OFF = "hand_off", "流转"


class Act(Word):
    """行为: everything a person can do to a case."""

    REGISTER = "register", "登记"
    CORRECT = "correct", "更正登记"
    SPLIT = "split", "拆分诉求"
    LINK_RESPONDENT = "link_respondent", "关联被反映对象"
    REFER = "refer", "转送"
    COMMISSION = "commission", "交办"
    KEEP = "keep", "本单位办理"
    OPEN = "open", "签收"
    ACCEPT = "accept", "受理并告知"
    TAKE = "take", "确定承办人"
    DELEGATE = "delegate", "下派核查"
    REPORT_FINDINGS = "report_findings", "报告核查情况"
    ASSESS = "assess", "研判核查情况"
    CONSULT = "consult", "征求意见"
    REPLY_CONSULTATION = "reply_consultation", "回复征求意见"
    RECORD_INQUIRY = "record_inquiry", "记录调查"
    ANSWER = "answer", "答复诉求"
    SUBMIT = "submit", "送审"
    SEND_BACK = "send_back", "退回修改"
    ISSUE = "issue", "审核签发"
    NOTIFY = "notify", "送达告知书"
    SERVE = "serve", "送达意见书"
    RECORD_RECEIPT = "record_receipt", "登记送达回证"
    REPORT_CONCLUSION = "report_conclusion", "提交办结报告"
    CLOSE = "close", "结案"
    REMIND = "remind", "催办"
    REQUEST_VOID = "request_void", "申请作废"
    CONFIRM_VOID = "confirm_void", "核准作废"
    REFUSE_VOID = "refuse_void", "不准作废"
    UNMASK = "unmask", "查看完整信息"
    # The rest of the Regulation's procedure; rows of procedure.py without an action yet.
    OBJECT = "object", "提出异议"
    AGREE_OBJECTION = "agree_objection", "同意异议"
    REFUSE_OBJECTION = "refuse_objection", "不同意异议"
    ARBITRATE = "arbitrate", "指定办理单位"
    REPORT_URGENT = "report_urgent", "报告重大紧急事项"
    ASK_DECISION = "ask_decision", "报请本级决定"
    NOT_ACCEPT = "not_accept", "不予受理"
    NO_LONGER_ACCEPT = "no_longer_accept", "不再受理"
    DIVERT = "divert", "导入法定途径"
    TRANSFER_OUT = "transfer_out", "转出"
    FILE_ONLY = "file_only", "存查"
    EXTEND = "extend", "延长办理期限"
    HOLD_HEARING = "hold_hearing", "举行听证"
    SETTLE = "settle", "调解和解"
    WITHDRAW = "withdraw", "撤回"
    TRACK_EXECUTION = "track_execution", "登记执行情况"
    REJECT_CONCLUSION = "reject_conclusion", "退回重办"
    REQUEST_REEXAMINATION = "request_reexamination", "提出复查请求"
    DECIDE_REEXAMINATION = "decide_reexamination", "作出复查意见"
    REQUEST_REVIEW = "request_review", "提出复核请求"
    DECIDE_REVIEW = "decide_review", "作出复核意见"
    SUPERVISE = "supervise", "督办"
    ARCHIVE = "archive", "归档"
    TAKE_BACK = "take_back", "收回"
    RECORD_DECISION = "record_decision", "记录本级决定"
    RECORD_TRANSFER_RECEIPT = "record_transfer_receipt", "登记转出回执"
    RECORD_URGENT_RECEIPT = "record_urgent_receipt", "登记报告回执"
