"""The words of case ownership 包案 (practice.md §4): wordings, the five guarantees, the three duties, what came of it."""

from law.words import Word


class Wording(Word):
    """提法: which words a district uses for one and the same sheet."""

    FIVE_TO_THE_END = "five_to_the_end", "五个一（一抓到底）"
    FIVE_WITH_RELIEF = "five_with_relief", "五个一（一套帮扶措施）"
    THREE_AND_ONE = "three_and_one", "三定一包"
    FOUR_AND_ONE = "four_and_one", "四定一包"


class SheetState(Word):
    """包案的状态."""

    PROPOSED = "proposed", "待包案领导确认"
    OWNED = "owned", "包案中"
    REPORTED = "reported", "申请销号"
    CLOSED = "closed", "已销号"
    WITHDRAWN = "withdrawn", "已撤销"


# As they stand in the column, for conditions that migrations write down.
OPEN = (SheetState.PROPOSED.value, SheetState.OWNED.value, SheetState.REPORTED.value)


class NamedDuty(Word):
    """三个责任: each of another person."""

    PROCEDURE = "procedure", "程序推进"
    COORDINATION = "coordination", "调查处理协调"
    SETTLEMENT = "settlement", "实质解决"


class GuaranteeKind(Word):
    """五包; the fourth stands where the documents say 稳控管理."""

    KNOW = "know", "包掌握情况"
    SOLVE = "solve", "包解决问题"
    EXPLAIN = "explain", "包解释疏导"
    HELP = "help", "包帮扶联系"
    BY_LAW = "by_law", "包依法处理"


# What each guarantee asks for until a sheet says it more closely, and whose duty it is.
REQUIREMENTS: dict[GuaranteeKind, tuple[str, NamedDuty]] = {
    GuaranteeKind.KNOW: ("查清事实经过、诉求和已作出的答复", NamedDuty.COORDINATION),
    GuaranteeKind.SOLVE: ("合理诉求限期解决，一时解决不了的写明原因和新的时限", NamedDuty.SETTLEMENT),
    GuaranteeKind.EXPLAIN: ("当面说明政策依据和办理进展，听取意见", NamedDuty.COORDINATION),
    GuaranteeKind.HELP: ("确有困难的依规定帮扶，保持联系", NamedDuty.SETTLEMENT),
    GuaranteeKind.BY_LAW: ("告知法定途径和救济权利，按程序办理", NamedDuty.PROCEDURE),
}


class ProgressKind(Word):
    """进展的种类: what was done."""

    RECEPTION = "reception", "接谈"
    VISIT = "visit", "走访"
    MEETING = "meeting", "会办"
    CALL = "call", "电话联系"
    HELP = "help", "帮扶"
    OTHER = "other", "其他"


# What the ledger counts under 接谈/走访: duties of the official, done or not.
MET = (ProgressKind.RECEPTION, ProgressKind.VISIT)


class Satisfaction(Word):
    """回访时信访人的评价."""

    SATISFIED = "satisfied", "满意"
    PARTLY = "partly", "部分满意"
    NOT = "not", "不满意"
    SILENT = "silent", "未表示"


class LimitReason(Word):
    """时限变更的原因."""

    LAW = "law", "等候司法、仲裁、鉴定等程序"
    MONEY = "money", "资金、工程尚未到位"
    AGREED = "agreed", "与信访人商定"
    SUPERIOR = "superior", "上级另有要求"
    OTHER = "other", "其他"
