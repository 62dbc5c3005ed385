"""What is noted in the journal of orders and of what rules found: codes, numbers and dates, never words."""

from datetime import date

from kit.verbs import Fact, Verb
from supervision.words.orders import (
    Account,
    AdviceKind,
    CheckResult,
    ExplainedHow,
    Failure,
    MeasureKind,
    OrderMethod,
    OrderSource,
    RowResult,
    Uptake,
)

SET_ASIDE = Verb("finding.set_aside", "不予督办", {"failure": Fact("情形", str, Failure)})
ORDERED = Verb("finding.ordered", "转为督办", {"number": Fact("督办号", str, free=True)})
MADE = Verb(
    "order.made",
    "发出督办函",
    {
        "failure": Fact("情形", str, Failure),
        "source": Fact("来源", str, OrderSource),
        "method": Fact("方式", str, OrderMethod),
        "reply_by": Fact("应反馈日期", date),
    },
)
RECEIVED = Verb("order.received", "签收督办函")
REPLIED = Verb("order.replied", "反馈督办件", {"late": Fact("逾期天数")})
RECTIFIED = Verb("order.rectified", "反馈整改情况")
CHECKED = Verb("order.checked", "核查督办反馈", {"result": Fact("结论", str, CheckResult)})
FURTHER = Verb("order.further", "提请进一步处理")
CLOSED = Verb("order.closed", "督办销号", {"how": Fact("说明方式", str, ExplainedHow), "on": Fact("说明日期", date)})
DECIDED = Verb("conference.decided", "登记联席会议决定", {"held_on": Fact("会议日期", date)})
MEASURED = Verb("measure.made", "登记联席会议措施", {"kind": Fact("措施", str, MeasureKind)})
CARRIED_OUT = Verb("measure.done", "登记措施落实情况")
ADVISED = Verb(
    "advice.made", "提出建议", {"kind": Fact("类型", str, AdviceKind), "number": Fact("文号", str, free=True)}
)
TAKEN_UP = Verb("advice.taken_up", "登记采纳情况", {"uptake": Fact("采纳情况", str, Uptake), "on": Fact("日期", date)})
HANDED = Verb("lead.handed", "移送责任线索", {"on": Fact("移送日期", date)})
RECEIPTED = Verb("lead.receipted", "登记线索回执", {"on": Fact("回执日期", date)})
DRAWN = Verb("sample.drawn", "抽取样本", {"population": Fact("总数"), "seed": Fact("抽签种子")})
ROW_CHECKED = Verb("sample.checked", "核对一行", {"place": Fact("序号"), "result": Fact("结果", str, RowResult)})
SAMPLE_SIGNED = Verb("sample.signed", "抽查签字")
CALLED = Verb("account.called", "要求交账", {"due_on": Fact("交账日期", date)})
ACCOUNTED = Verb("account.given", "交账", {"said": Fact("内容", str, Account), "late": Fact("迟交天数")})
INSPECTION_STARTED = Verb("inspection.started", "组织督查", {"members": Fact("人数"), "to_day": Fact("截止日期", date)})
INSPECTION_REPORTED = Verb("inspection.reported", "反馈督查情况")
VERBS = (
    INSPECTION_STARTED,
    INSPECTION_REPORTED,
    DRAWN,
    ROW_CHECKED,
    SAMPLE_SIGNED,
    CALLED,
    ACCOUNTED,
    ADVISED,
    TAKEN_UP,
    HANDED,
    RECEIPTED,
    SET_ASIDE,
    ORDERED,
    MADE,
    RECEIVED,
    REPLIED,
    RECTIFIED,
    CHECKED,
    FURTHER,
    CLOSED,
    DECIDED,
    MEASURED,
    CARRIED_OUT,
)
