"""docs/glossary.md: every word that the code stores and people read, printed from the code."""

from collections.abc import Iterable

from cases.lists.filters import Due
from cases.models.agreement import MediationBody, MediationResult, SettlementMethod
from cases.models.duties import ReliefKind, RiskLevel
from cases.models.leg import InquiryKind
from cases.models.party import IdType, PartyRole
from cases.models.recusal import RecusalSource
from cases.models.suggestion import AwardKind
from cases.reading.proceeding import ProceedingKind
from kit.rooms import doors
from law import matters, officials, privacy
from law import vocabulary as law_words
from law.vocabulary import Act
from law.words import Word
from organizations import vocabulary as unit_words
from organizations.roles import Right, Role

_BOOKS: tuple[tuple[str, type[Word]], ...] = (
    ("信访形式", law_words.Channel),
    ("三类事项", law_words.Kind),
    ("第三十一条六路", law_words.Path),
    ("状态", law_words.State),
    ("行为", law_words.Act),
    ("期限职责", law_words.Duty),
    ("结论", law_words.Outcome),
    ("文书", law_words.Letter),
    ("送达方式", law_words.ServiceMethod),
    ("流转方式", law_words.Movement),
    ("行为的对象", law_words.Scope),
    ("单位类型", unit_words.UnitKind),
    ("层级", unit_words.Level),
    ("日历调整", unit_words.DayKind),
    ("谁办理的", unit_words.ActorKind),
    ("角色", Role),
    ("权利", Right),
    ("人员身份", PartyRole),
    ("证件类型", IdType),
    ("调查方式", InquiryKind),
    ("期限筛选", Due),
    ("程序事项", ProceedingKind),
    ("回避提出方式", RecusalSource),
    ("协议方式", SettlementMethod),
    ("调解组织", MediationBody),
    ("调解结果", MediationResult),
    ("风险等级", RiskLevel),
    ("救助类型", ReliefKind),
    ("异议的处理", matters.Ruling),
    ("转出去向", matters.Destination),
    ("紧急报告", matters.ReportKind),
    ("向谁报告", matters.ReportTo),
    ("分级办理", matters.Tier),
    ("向谁报告", matters.ReportTo),
    ("向谁通报", officials.OfficialsTo),
    ("奖励方式", AwardKind),
    ("查看事由", privacy.Purpose),
)
_RECORDS = (
    ("信访件", "Case", "登记的一件"),
    ("信访事项", "Matter", "同一件事的各次登记"),
    ("诉求", "Demand", "一件里的一项"),
    ("办理环节", "Leg", "一个责任单位对一项或者几项诉求的办理"),
    ("流转", "HandOff", "单位之间的一次移交或者请求"),
    ("期限", "Clock", "一个单位的一项法定职责"),
    ("办理记录", "Event", "只增不改的一次行为"),
    ("文书", "Document", "编号的公文"),
    ("送达", "Service", "文书如何、何时送到"),
    ("信访人", "Party", "提出信访事项的人、代表、代理人"),
    ("被反映对象", "Respondent", "被反映的单位或者人员"),
    ("后续事项", "FollowUp", "提交之后要做的一件事"),
    ("延期", "Extension", "申请与审批"),
    ("听证", "Hearing", "通知、举行与结论"),
    ("回避", "Recusal", "申请与决定；同意后该人员看不到本件"),
    ("补正", "MaterialRequest", "一次告知缺什么，来了什么"),
    ("调解和解", "Settlement", "各方签字的协议"),
    ("委托调解", "Mediation", "交给调解组织与它的结果"),
    ("撤回", "Withdrawal", "申请、核实与反悔"),
    ("信访风险评估", "RiskAssessment", "对一次答复的评估，不是对人的评价"),
    ("三到位一处理", "DutiesCheck", "第二十七条的四项"),
    ("执行情况", "Execution", "支持的诉求执行到哪一步"),
    ("引导救助", "Relief", "第三十七条的救助"),
    ("异议", "Objection", "责任单位认为不属于自己职权"),
    ("程序外去向", "SideExit", "诉求为什么、到哪里离开本程序"),
    ("重大紧急报告", "UrgentReport", "向上的一次报告"),
    ("报请决定", "LevelDecision", "报请本级党委和政府决定的一次"),
    ("提级", "Escalation", "请上级单位接办一个环节的申请与决定"),
    ("重新转办", "Redirect", "受理之前，责任单位与转送交办方一方商请、另一方同意，另行分流"),
    ("奖励", "Award", "对采纳的建议给予的奖励"),
    ("情况通报", "OfficialsReport", "检举控告反映干部问题，向组织（人事）部门的一次通报，密封"),
    ("人民建议征集", "Collection", "向公众征集建议的一次，不显示信访人"),
    ("提醒", "Notice", "工作台上的一行"),
    ("授权", "Grant", "在一个单位担任的一个角色"),
)


def glossary_text() -> str:
    """Return docs/glossary.md."""
    lines = [
        "# 词汇表",
        "",
        "本页由程序打印（`manage print_glossary`），不要手改。一个词只有一个意思。",
        "",
        "## 记录",
        "",
    ]
    lines += _table(("中文", "标识", "意思"), _RECORDS)
    for title, book in _BOOKS:
        lines += ["", f"## {title}（`{book.__name__}`）", "", *_table(("中文", "标识", "说明"), _rows(book))]
    return "\n".join(lines) + "\n"


def _rows(book: type[Word]) -> Iterable[tuple[str, str, str]]:
    for word in book:
        note = "规程所列，本版尚无操作" if isinstance(word, Act) and word not in doors() else ""
        yield word.label, str(word.value), note


def _table(heads: tuple[str, str, str], rows: Iterable[tuple[str, str, str]]) -> list[str]:
    return [f"| {' | '.join(heads)} |", "|---|---|---|", *(f"| {cn} | `{code}` | {note} |" for cn, code, note in rows)]
