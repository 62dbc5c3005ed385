"""What is said once an act is done: what happened, and what comes next."""

from cases.reading import CaseFile
from law.vocabulary import Act

_SAID: dict[Act, str] = {
    Act.REFER: "已转送，转送函已生成。",
    Act.COMMISSION: "已交办，交办函已生成，反馈期限已开始计算。",
    Act.KEEP: "已由本单位办理，请受理并告知信访人。",
    Act.OPEN: "已签收。",
    Act.ACCEPT: "已受理，受理告知书已生成；发出后请“送达告知书”。",
    Act.NOTIFY: "已登记送达。",
    Act.TAKE: "承办人已确定。",
    Act.DELEGATE: "已下派，村（社区）会收到提醒。",
    Act.REPORT_FINDINGS: "已报告，谢谢。",
    Act.ANSWER: "答复已保存；各项都答复后即可送审。",
    Act.SUBMIT: "已送审，等候负责人签发。",
    Act.SEND_BACK: "已退回承办人修改，期限照常计算。",
    Act.ISSUE: "已签发，处理意见书已生成，请及时送达。",
    Act.SERVE: "已登记送达。",
    Act.RECORD_RECEIPT: "已登记收到日期，信访人申请复查的三十日开始计算。",
    Act.CLOSE: "已结案。",
    Act.ASK_EXTENSION: "已申请延期，等候负责人审批；原期限照常计算。",
    Act.EXTEND: "已批准延期，延长办理期限告知书已生成；请“送达告知书”。",
    Act.REFUSE_EXTENSION: "已退回延期申请，原期限不变。",
    Act.CALL_HEARING: "听证通知书已生成，请“送达告知书”。",
    Act.SETTLE: "已登记协议，本环节已办结；协议书已生成，请“送达告知书”。",
    Act.REFER_MEDIATION: "已登记委托调解，期限照常计算。",
    Act.ASK_WITHDRAWAL: "已登记撤回申请，等候办理单位以外的人员向本人核实。",
    Act.WITHDRAW: "已确认撤回；信访人15日内可以反悔。",
    Act.REVOKE_WITHDRAWAL: "已恢复办理，期限从原起算日继续计算。",
    Act.CO_HANDLE: "已请求协办，对方会收到提醒；期限照常计算。",
    Act.REPLY_CO_HANDLING: "已回复，谢谢。",
    Act.REQUEST_RECUSAL: "已提出回避申请，等候决定。",
    Act.DECIDE_RECUSAL: "已作出决定；同意回避的，请另行确定承办人。",
    Act.REQUEST_MATERIAL: "补正告知书已生成，请“送达告知书”；期限照常计算。",
    Act.RECORD_MATERIAL: "已登记收到的材料。",
    Act.HOLD_HEARING: "听证已登记，笔录和报告已生成。",
    Act.RECORD_RETURN: "已登记退件，承办人会收到提醒；请换一种方式重新送达。",
    Act.WAIVE_NOTICE: "已免予书面告知，理由留在办理链上。",
    Act.REQUEST_REEXAMINATION: "已登记复查请求，复查期限从复查机关收到之日起算。",
    Act.REQUEST_REVIEW: "已登记复核请求，复核期限从复核机关收到之日起算。",
    Act.DRAFT_REMEDY: "草稿已保存，等候负责人决定。",
    Act.DECIDE_REEXAMINATION: "复查意见书已生成，请及时送达。",
    Act.DECIDE_REVIEW: "复核意见书已生成，请及时送达。",
    Act.REMAND: "已责令重新办理，指定的期限开始计算。",
    Act.REFUSE_REMEDY: "不予受理告知书已生成，请及时送达。",
    Act.PROPOSE_FINALIZATION: "已提请终结认定，等候另一人核准。",
    Act.FINALIZE: "已核准终结，终结认定表已生成。",
    Act.CORRECT_LETTER: "更正单已生成，原文书保持不变。",
    Act.ARCHIVE: "已归档，归档目录已生成。",
    Act.REJECT_CONCLUSION: "已退回重办，各项期限从原起算日继续。",
    Act.REQUEST_VOID: "已申请作废，须由另一人核准。",
}


def done_words(act: Act, file: CaseFile, *, still: bool) -> str:
    """Return the sentence of the toast; ``still``: the case is still within this person's reach."""
    said = _SAID.get(act, f"“{act.label}”已办理。")
    return said if still else f"{file.case.number}：{said}办理后，本件不再在您的查看范围内。"
