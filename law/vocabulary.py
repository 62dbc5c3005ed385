"""The words of the house: each value is stored, each label is what people read."""

from law.acts import Act as Act
from law.papers import Letter as Letter
from law.sending import ServiceMethod as ServiceMethod
from law.words import Word


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
    # None of the three: no request can be made out. Bound like an appeal until it is known, or filed by two (Art. 22).
    NONE = "none", "看不出请求"


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
    EXIT_PENDING = "exit_pending", "去向待核"
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
    NOTICE_REFERRED_15D = "NOTICE_REFERRED_15D", "受理告知"
    OBJECTION_5WD = "OBJECTION_5WD", "提出异议"
    COMMISSION_FEEDBACK = "COMMISSION_FEEDBACK", "交办反馈"
    SUPERIOR_REPORT = "SUPERIOR_REPORT", "上报办结报告"
    HANDLE_60D = "HANDLE_60D", "办结"
    PATH5_2M = "PATH5_2M", "履行或者答复（参照）"
    EXTEND_30D = "EXTEND_30D", "延长办理"
    SERVICE_3WD = "SERVICE_3WD", "开始送达"
    REEXAM_REQ_30D = "REEXAM_REQ_30D", "申请复查"
    REEXAM_30D = "REEXAM_30D", "复查"
    REVIEW_REQ_30D = "REVIEW_REQ_30D", "申请复核"
    REVIEW_30D = "REVIEW_30D", "复核"
    REMAND_LIMIT = "REMAND_LIMIT", "重新办理"
    URGENT_REPORT = "URGENT_REPORT", "重大紧急报告"
    SUGGESTION_FEEDBACK = "SUGGESTION_FEEDBACK", "建议采纳反馈"
    ANNUAL_REPORT = "ANNUAL_REPORT", "年度报告"
    OPEN_1WD = "OPEN_1WD", "签收"
    REVOKE_15D = "REVOKE_15D", "撤回反悔"
    PROMISE_DUE = "PROMISE_DUE", "兑现承诺"


class Outcome(Word):
    """结论 of one demand (Art. 29, 32)."""

    SUPPORT = "support", "支持"
    EXPLAIN = "explain", "解释说明"
    REJECT = "reject", "不支持"
    ADOPTED = "adopted", "采纳"
    PARTLY_ADOPTED = "partly_adopted", "部分采纳"
    NOT_ADOPTED = "not_adopted", "未采纳"
    REPORTED_BACK = "reported_back", "已按规定反馈"
    SETTLED = "settled", "达成协议"


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
    SUCCEED = "succeed", "职责承接"
    REMEDY = "remedy", "提请复查复核"
    GUIDANCE = "guidance", "请示"


class Scope(Word):
    """What an act acts on: the case, one leg of it, or one hand-off beside a leg."""

    CASE = "case", "信访件"
    LEG = "leg", "办理环节"
    HAND_OFF = "hand_off", "流转"
