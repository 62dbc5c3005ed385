"""What the journal says of assessments: years, items, points, days and codes; no words."""

from datetime import date

from kit.verbs import Fact, Verb
from supervision.words.assessing import AssessedGroup, Formula, PublishedTo

_ITEM, _POINTS = Fact("考核内容号"), Fact("得分", str, free=True)
DRAWN_UP = Verb("assess.drawn_up", "拟定考核", {"year": Fact("年度"), "group": Fact("考核对象", str, AssessedGroup)})
ITEM_ADDED = Verb(
    "assess.item_added", "增加考核内容", {"item": _ITEM, "weight": Fact("分值"), "formula": Fact("算式", str, Formula)}
)
ITEM_CHANGED = Verb(
    "assess.item_changed", "调整分值", {"item": _ITEM, "before": Fact("原分值"), "weight": Fact("分值")}
)
ITEM_DROPPED = Verb("assess.item_dropped", "删去考核内容", {"item": _ITEM, "weight": Fact("分值")})
SCORED = Verb("assess.scored", "评分", {"item": _ITEM, "points": _POINTS})
FIXED = Verb("assess.fixed", "定稿征求意见", {"until": Fact("异议截止日期", date), "rows": Fact("依据行数")})
OBJECTED = Verb("assess.objected", "对考核提出异议", {"item": _ITEM})
ANSWERED = Verb("assess.answered", "核定考核异议", {"item": _ITEM, "upheld": Fact("采纳", bool), "points": _POINTS})
PUBLISHED = Verb("assess.published", "公布考核结果", {"to": Fact("公布范围", str, PublishedTo)})
COMMENDED = Verb("assess.commended", "表扬")
VERBS = (DRAWN_UP, ITEM_ADDED, ITEM_CHANGED, ITEM_DROPPED, SCORED, FIXED, OBJECTED, ANSWERED, PUBLISHED, COMMENDED)
