"""The words of return visits 回访."""

from law.words import Word


class VisitRule(Word):
    """Which legs a lot is drawn from."""

    ANSWERED = "answered", "期间内办结的"
    RUNNING = "running", "正在办理的"
    ANSWERED_LATE = "answered_late", "期间内办结、办结期限已过的"
    UNEXECUTED = "unexecuted", "支持的诉求没有登记执行完成的"
    WITHDRAWN_LATE = "withdrawn_late", "期间内在期限届满前十日内撤回的"
    SETTLED_AT_ONCE = "settled_at_once", "期间内登记当日即达成协议的"
    HALF_TIME = "half_time", "办结期限过半、没有登记调查的"


class VisitState(Word):
    """Where a visit stands."""

    DRAWN = "drawn", "待指派"
    ASSIGNED = "assigned", "待联系"
    AGREED = "agreed", "已约定"
    VISITED = "visited", "已回访"
    FED_BACK = "fed_back", "已反馈"
    FINISHED = "finished", "无需反馈"
    UNREACHED = "unreached", "联系不上"
    DECLINED = "declined", "信访人谢绝"
    DROPPED = "dropped", "不再回访"


class CallOutcome(Word):
    """What came of a call."""

    REACHED = "reached", "已联系上并约定"
    NOT_REACHED = "not_reached", "没有联系上"
    DECLINED = "declined", "信访人谢绝回访"


class VisitWay(Word):
    """How a visit was made; no address is kept of it."""

    PHONE = "phone", "电话"
    COUNTER = "counter", "信访人来窗口"
    MEETING = "meeting", "约定地点面谈"
    ONLINE = "online", "网络"


class VisitResult(Word):
    """What the petitioner says of how his matter was handled."""

    SATISFIED = "satisfied", "满意"
    PARTLY = "partly", "部分满意"
    NOT = "not", "不满意"


class Reopening(Word):
    """What became of the proposal to handle a matter again; the act itself is the case's own."""

    PROPOSED = "proposed", "已建议"
    TAKEN = "taken", "采纳"
    REFUSED = "refused", "不采纳"


class FeedbackState(Word):
    """Where the feedback to a unit stands."""

    SENT = "sent", "待回复"
    REPLIED = "replied", "待核对"
    CHECKED = "checked", "已核对"
