"""What is said once an act is done: what happened, and what comes next."""

from cases.reading import CaseFile
from law.vocabulary import Act

_SAID: dict[Act, str] = {
    Act.REFER: "已转送，转送函已生成。",
    Act.COMMISSION: "已交办，交办函已生成，反馈期限已开始计算。",
    Act.KEEP: "已由本单位办理，请受理并告知信访人。",
    Act.OPEN: "已签收。",
    Act.ACCEPT: "已受理，受理告知书已生成；发出后请“送达告知书”。",
    Act.NOTIFY: "已登记送达，告知期限已完成。",
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
    Act.OBJECT: "已提出异议，异议函已生成；告知信访人的期限照常计算。",
    Act.AGREE_OBJECTION: "已退回，请重新分流；分流期限从原起算日继续。",
    Act.REFUSE_OBJECTION: "已告知责任单位仍由其办理。",
    Act.ARBITRATE: "已指定办理单位。",
    Act.TAKE_BACK: "已收回，请重新分流；分流期限从原起算日继续。",
    Act.NOT_ACCEPT: "已决定不予受理，告知书已生成；发出后请“送达告知书”。",
    Act.NO_LONGER_ACCEPT: "已决定不再受理，告知书已生成；发出后请“送达告知书”。",
    Act.DIVERT: "已导入法定途径，告知书已生成；发出后请“送达告知书”。",
    Act.TRANSFER_OUT: "已转出，转出函已生成；收到回执后请登记。",
    Act.RECORD_TRANSFER_RECEIPT: "回执已登记，可以结案。",
    Act.FILE_ONLY: "已存查。",
    Act.REPORT_URGENT: "已记录报告。",
    Act.ASK_DECISION: "已报请本级决定；分流期限照常计算。",
    Act.RECORD_DECISION: "决定已记录，请按决定分流。",
    Act.REQUEST_VOID: "已申请作废，须由另一人核准。",
}


def done_words(act: Act, file: CaseFile, *, still: bool) -> str:
    """Return the sentence of the toast; ``still``: the case is still within this person's reach."""
    said = _SAID.get(act, f"“{act.label}”已办理。")
    return said if still else f"{file.case.number}：{said}办理后，本件不再在您的查看范围内。"
