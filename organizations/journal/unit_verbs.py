"""The verbs of units: letterhead, posts, and 机构改革."""

from datetime import date

from kit.verbs import Fact, Verb
from organizations.models.posts import Post

_POST, _HEIR = Fact("岗位", str, Post), Fact("承接单位编号")
_ON = Fact("生效日期", date)

LETTERHEAD_KEPT = Verb("unit.letterhead", "维护单位信息", {"fields": Fact("栏目", list)})
POST_FILLED = Verb("unit.post", "登记岗位", {"post": _POST, "from_day": Fact("起", date)})
POST_ENDED = Verb("unit.post_ended", "结束任职", {"post": _POST, "to_day": Fact("止", date)})
REFORM_REGISTERED = Verb("reform.registered", "登记机构改革", {"successor": _HEIR, "on": _ON})
REFORM_APPROVED = Verb("reform.approved", "核准机构改革", {"successor": _HEIR, "on": _ON})
REFORM_CANCELLED = Verb("reform.cancelled", "撤回机构改革", {"successor": _HEIR, "on": _ON})
REFORM_TAKEN = Verb(
    "reform.taken",
    "撤销单位并移交人员",
    {
        "successor": _HEIR,
        "accounts": Fact("账号"),
        "grants": Fact("授权"),
        "below": Fact("下级单位"),
        "accused": Fact("检举控告"),
    },
)
REFORM_DONE = Verb(
    "reform.done", "完成移交", {"successor": _HEIR, "moved": Fact("移交的信访件"), "withheld": Fact("不得移交的信访件")}
)
UNIT_VERBS = (
    LETTERHEAD_KEPT,
    POST_FILLED,
    POST_ENDED,
    REFORM_REGISTERED,
    REFORM_APPROVED,
    REFORM_CANCELLED,
    REFORM_TAKEN,
    REFORM_DONE,
)
