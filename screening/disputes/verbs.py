"""What the journal says of disputes: kinds, counts, units and days; no words, no names."""

from datetime import date

from kit.verbs import Fact, Verb
from law.matters import Tier
from screening.models.words import DisputeKind, DisputeOutcome, Grade, Way

_DAY = Fact("时限", date)
_WHO = Fact("责任人", person=True)
_UNIT = Fact("单位编号")
FILED = Verb(
    "dispute.filed",
    "登记矛盾纠纷",
    {
        "kind": Fact("类型", str, DisputeKind),
        "people": Fact("人数"),
        "grade": Fact("等级", str, Grade),
        "tier": Fact("分级", str, Tier),
        "late": Fact("期次已截止", bool),
    },
)
WORKED = Verb("dispute.worked", "登记措施", {"who": _WHO, "due_on": _DAY})
PASSED = Verb("dispute.passed", "上报、转交", {"to": _UNIT, "decide_by": Fact("接收期限", date)})
TAKEN = Verb("dispute.taken", "接收")
GIVEN_BACK = Verb("dispute.given_back", "退回", {"to": _UNIT})
JUDGED = Verb("dispute.judged", "研判", {"way": Fact("意见", str, Way), "who": _WHO, "due_on": _DAY})
SETTLED = Verb("dispute.settled", "登记结果", {"outcome": Fact("结果", str, DisputeOutcome)})
VISITED = Verb("dispute.visited", "回访", {"kept": Fact("结果属实", bool)})
CLOSED = Verb("dispute.closed", "销账")
REPEATED = Verb("dispute.repeated", "标为再次发生", {"of": Fact("前一起的编号")})
TURNED = Verb("dispute.turned", "转信访")
NAMES_DELETED = Verb("dispute.names_deleted", "删除当事人姓名", {"count": Fact("件数")})
VERBS = (FILED, WORKED, PASSED, TAKEN, GIVEN_BACK, JUDGED, SETTLED, VISITED, CLOSED, REPEATED, TURNED, NAMES_DELETED)
