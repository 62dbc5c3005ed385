"""Words of matters: whose it is, where it goes, how urgent it is, and what repeats it (Art. 22-25)."""

from collections.abc import Iterable

from law.words import Word


class Ruling(Word):
    """异议的处理: by the sender (Art. 23, para 3) or, the second time, by the common superior (Art. 24)."""

    AGREED = "agreed", "同意，退回重新分流"
    REFUSED = "refused", "不同意，仍由原单位办理"
    STAYS = "stays", "指定原单位办理"
    MOVED = "moved", "指定其他单位办理"
    TAKEN_BACK = "taken_back", "异议未决即被撤回"


class Destination(Word):
    """转出去向 (Art. 22, para 2): bodies that handle the matter outside this procedure."""

    DISCIPLINE = "discipline", "纪检监察机关"
    JUDICIAL = "judicial", "政法机关"
    OTHER_DISTRICT = "other_district", "其他区县"
    OTHER_BODY = "other_body", "其他外部单位"


class ReportKind(Word):
    """重大紧急报告的种类."""

    FLASH = "flash", "快报"
    DAILY = "daily", "日报"


class ReportTo(Word):
    """重大紧急事项向谁报告 (Art. 25)."""

    LOCAL_LEADERSHIP = "local_leadership", "本级党委和政府"
    DEPARTMENT = "department", "相关主管部门"
    JOINT_CONFERENCE = "joint_conference", "本级联席会议办公室"
    SUPERIOR_OFFICE = "superior_office", "上一级信访部门"
    NATIONAL_OFFICE = "national_office", "国家信访局"


class Tier(Word):
    """分级办理: how much work a case is; only a place that set the simplified procedure shortens a simple one's time."""

    SIMPLE = "simple", "马上办"
    ORDINARY = "ordinary", "限时办"
    DIFFICULT = "difficult", "提级办"


class Cause(Word):
    """产生原因: what a matter came of, picked by its handler when he answers; about the work, never about a person."""

    POLICY = "policy", "政策缺失"
    EXECUTION = "execution", "执行不到位"
    PROCEDURE = "procedure", "程序不规范"
    CONDUCT = "conduct", "作风推诿"
    LEGACY = "legacy", "历史遗留"
    CONTRACT = "contract", "合同纠纷"
    UNFOUNDED = "unfounded", "诉求缺依据"
    OTHER = "other", "其他"


class PetitionMark(Word):
    """初次、重复、联名: what a registration is beside the others of its matter; derived each time, never stored."""

    FIRST = "first", "初次"
    REPEATED = "repeated", "重复"
    JOINT = "joint", "联名"


def petition_marks(*, repeated: bool, petitioners: int) -> tuple[PetitionMark, ...]:
    """Return the marks of a registration: of the first time or repeated by the same people, and joint where several sign it.

    ``repeated``: one of its petitioners has an earlier case of the same matter.
    """
    first = PetitionMark.REPEATED if repeated else PetitionMark.FIRST
    return (first, PetitionMark.JOINT) if petitioners > 1 else (first,)


def marks_said(marks: Iterable[PetitionMark]) -> str:
    """Return the marks as the ledger and the forms write them."""
    return "、".join(mark.label for mark in marks)
