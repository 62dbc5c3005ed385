"""What the room of the case notes in the journal beside the events of its acts: who saw, saved or printed something."""

from datetime import date

from cases.letters.verbs import TEMPLATE_SAVED
from cases.models.access import AccessPurpose
from kit.verbs import Fact, Verb
from law.vocabulary import Act

NAMES_SEEN = Verb("case.names", "查看信访人姓名", {"cases": Fact("件数"), "on": Fact("日期", date)})
SEALED_READ = Verb("case.sealed", "查看检举控告内容")
EXPLAINED = Verb("case.why_seen", "查询为什么能看到", {"staff": Fact("人员", person=True)})
LOOKED_UP = Verb("case.look_up", "按人查询", {"found": Fact("查到件数")})
FILE_SAVED = Verb("attachment.file", "下载附件")
ROWS_IMPORTED = Verb("cases.imported", "导入信访件", {"new": Fact("新增"), "refused": Fact("拒绝")})
BASES_KEPT = Verb("legal_bases.kept", "维护法律依据", {"new": Fact("新增"), "corrected": Fact("更正")})
MAILINGS_ENTERED = Verb(
    "mailings.entered", "邮寄登记", {"lines": Fact("行数"), "done": Fact("已登记"), "refused": Fact("没有登记")}
)
CLOCKS_RECOUNTED = Verb("clocks.recounted", "重新计算期限", {"moved": Fact("移动"), "change": Fact("日历调整编号")})
WORDS_LINKED = Verb("cases.linked", "补字典条目和属地", {"terms": Fact("分类件数"), "divisions": Fact("属地件数")})

PROMISES_DRAWN = Verb(
    "promises.drawn", "抽取承诺回访", {"month": Fact("月份", date), "kept": Fact("兑现数"), "drawn": Fact("抽到数")}
)
REACH_AUDITED = Verb(
    "reach.audited",
    "核对查看范围",
    {"cases": Fact("件数"), "readers": Fact("查看人种类"), "surplus": Fact("多出"), "missing": Fact("缺少")},
)
REACH_MENDED = Verb(
    "reach.mended", "更正查看范围", {"staff": Fact("人员", person=True), "surplus": Fact("更正后仍多出", bool)}
)

ACCESS_GIVEN = Verb(
    "access.given",
    "给予临时查阅",
    {
        "to_staff": Fact("查阅人员编号"),
        "to_unit": Fact("查阅单位编号"),
        "case": Fact("信访件编号（内部）"),
        "of_unit": Fact("经手单位编号"),
        "from_day": Fact("自", date),
        "to_day": Fact("至", date),
        "purpose": Fact("用途", str, AccessPurpose),
        "sealed_too": Fact("含检举控告件的公开部分", bool),
    },
)
ACCESS_REVOKED = Verb("access.revoked", "收回临时查阅")

# The acts of staff stand in the chain of the case alone; what came from outside is noted with the address it came from.
PARTY_ACTED = Verb(
    "party.acted", "信访人本人办理", {"party": Fact("当事人编号", party=True), "act": Fact("行为", str, Act)}
)

VERBS = (
    PARTY_ACTED,
    NAMES_SEEN,
    SEALED_READ,
    EXPLAINED,
    LOOKED_UP,
    FILE_SAVED,
    ROWS_IMPORTED,
    BASES_KEPT,
    MAILINGS_ENTERED,
    CLOCKS_RECOUNTED,
    WORDS_LINKED,
    PROMISES_DRAWN,
    REACH_AUDITED,
    REACH_MENDED,
    TEMPLATE_SAVED,
    ACCESS_GIVEN,
    ACCESS_REVOKED,
)
