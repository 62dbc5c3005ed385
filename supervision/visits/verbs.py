"""What the journal says of return visits: codes, dates and numbers, never a word that was said."""

from datetime import date

from kit.verbs import Fact, Verb
from supervision.models.visit_words import CallOutcome, Reopening, VisitResult, VisitRule, VisitWay

LOT_DRAWN = Verb(
    "visits.drawn",
    "抽取回访",
    {
        "rule": Fact("范围", str, VisitRule),
        "pool": Fact("符合范围的件数"),
        "drawn": Fact("抽取件数"),
        "seed": Fact("随机种子", str, free=True),
        "digest": Fact("范围摘要", str, free=True),
    },
)
ASSIGNED = Verb("visits.assigned", "指派回访", {"assignee": Fact("回访人", person=True)})
CALLED = Verb(
    "visits.called", "联系信访人", {"outcome": Fact("联系结果", str, CallOutcome), "agreed_for": Fact("约定", date)}
)
VISITED = Verb(
    "visits.visited",
    "登记回访",
    {
        "way": Fact("方式", str, VisitWay),
        "result": Fact("结果", str, VisitResult),
        "reopening": Fact("建议重新办理", bool),
    },
)
DROPPED = Verb("visits.dropped", "不再回访")
FED_BACK = Verb("visits.fed_back", "反馈责任单位", {"feedback": Fact("反馈")})
FINISHED = Verb("visits.finished", "无需反馈")
DECIDED = Verb("visits.decided", "对重新办理的建议作出决定", {"decision": Fact("决定", str, Reopening)})
TOLD = Verb("visits.told", "回访反馈", {"reply_by": Fact("请于此日前回复", date)})
REPLIED = Verb("visits.replied", "回复回访反馈")
CHECKED = Verb("visits.checked", "核对回访反馈的回复", {"accepted": Fact("已经改进", bool)})
VERBS = (LOT_DRAWN, ASSIGNED, CALLED, VISITED, DROPPED, FED_BACK, FINISHED, DECIDED, TOLD, REPLIED, CHECKED)
