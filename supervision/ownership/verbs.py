"""What is noted of an ownership sheet: numbers, codes, dates and people of the staff, never words."""

from datetime import date

from kit.verbs import Fact, Verb
from supervision.models.ownership_words import GuaranteeKind, LimitReason, ProgressKind, Satisfaction

_LEADER, _UNTIL = Fact("包案领导", person=True), Fact("时限", date)
_THREE = {
    "procedure": Fact("程序推进人", person=True),
    "coordination": Fact("调查处理协调人", person=True),
    "settlement": Fact("实质解决责任人", person=True),
}
_STEP, _PERSON = Fact("步骤号"), Fact("责任人", person=True)

MADE = Verb("ownership.made", "确定包案", {"leader": _LEADER, **_THREE, "until": _UNTIL})
ACCEPTED = Verb("ownership.accepted", "领导确认包案")
HANDED_OVER = Verb(
    "ownership.handed_over", "交接包案领导", {"before": Fact("原包案领导", person=True), "leader": _LEADER}
)
PEOPLE_CHANGED = Verb("ownership.people", "调整三个责任人", _THREE)
SCHEME_SET = Verb("ownership.scheme", "填写化解方案", {"length": Fact("字数")})
GUARANTEE_SET = Verb(
    "ownership.guarantee",
    "填写五包",
    {
        "kind": Fact("五包", str, words=GuaranteeKind),
        "due_on": _UNTIL,
        "person": _PERSON,
        "done_on": Fact("完成日期", date),
    },
)
STEP_ADDED = Verb("ownership.step_added", "增加化解步骤", {"step": _STEP, "due_on": _UNTIL, "person": _PERSON})
STEP_DONE = Verb("ownership.step_done", "完成化解步骤", {"step": _STEP})
STEP_MOVED = Verb(
    "ownership.step_moved", "步骤改期", {"step": _STEP, "before": Fact("原时限", date), "due_on": Fact("新时限", date)}
)
PROGRESS_ENTERED = Verb(
    "ownership.progress", "登记包案进展", {"kind": Fact("方式", str, words=ProgressKind), "on": Fact("日期", date)}
)
LIMIT_CHANGED = Verb(
    "ownership.limit",
    "变更包案时限",
    {"before": Fact("原时限", date), "until": Fact("新时限", date), "kind": Fact("原因", str, words=LimitReason)},
)
RESULT_ENTERED = Verb(
    "ownership.result",
    "登记包案结果",
    {"concluded_on": Fact("办结", date), "resolved_on": Fact("化解", date), "settled_on": Fact("息访", date)},
)
REPORTED = Verb("ownership.reported", "申请销号")
VISITED = Verb(
    "ownership.visited", "包案回访", {"on": Fact("回访日期", date), "said": Fact("信访人评价", str, words=Satisfaction)}
)
SENT_BACK = Verb("ownership.sent_back", "退回继续包案")
CLOSED = Verb("ownership.closed", "包案销号")
WITHDRAWN = Verb("ownership.withdrawn", "撤销包案")
VERBS = (
    MADE,
    ACCEPTED,
    HANDED_OVER,
    PEOPLE_CHANGED,
    SCHEME_SET,
    GUARANTEE_SET,
    STEP_ADDED,
    STEP_DONE,
    STEP_MOVED,
    PROGRESS_ENTERED,
    LIMIT_CHANGED,
    RESULT_ENTERED,
    REPORTED,
    VISITED,
    SENT_BACK,
    CLOSED,
    WITHDRAWN,
)
