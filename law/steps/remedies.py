"""Closing, re-examination, review, the end."""

from law.paths import TO_INFORM
from law.steps.step import AFTER, EXITED, LEG, REMEDIES, Step
from law.vocabulary import Act, Duty, Letter, State

# fmt: off
REMEDY: tuple[Step, ...] = (
    Step(Act.CLOSE, LEG, (State.ANSWERED, State.REEXAM_DECIDED, State.REVIEW_DECIDED), State.CLOSED, "第三十五条、第三十六条", "责任单位、协调员", ends=(Duty.REEXAM_REQ_30D, Duty.REVIEW_REQ_30D), note="信访人的窗口届满或者复核已经作出；意见书和延期、听证等告知书都已送达，三到位一处理已经核对"),
    Step(Act.CLOSE, LEG, EXITED, State.CLOSED, "第二十三条", "责任单位、信访部门、协调员", note="告知书已经送达，转出的已登记回执，交办的已报告；没有复查窗口"),
    Step(Act.REQUEST_REEXAMINATION, LEG, (State.ANSWERED, State.CLOSED), State.REEXAMINING, "第三十五条", "信访人", meets=(Duty.REEXAM_REQ_30D,), starts=(Duty.REEXAM_30D,), note="三十日自复查机关收到之日起算；邮寄的以交邮日为准；逾期须有正当理由"),
    Step(Act.DECIDE_REEXAMINATION, LEG, (State.REEXAMINING,), State.REEXAM_DECIDED, "第三十五条", "复查机关负责人", needs=Letter.REEXAM_OPINION, meets=(Duty.REEXAM_30D,), starts=(Duty.SERVICE_3WD,), note="维持、变更；撤销的须同时变更或者责令重新办理；草拟人不得自己决定"),
    Step(Act.REQUEST_REVIEW, LEG, (State.REEXAM_DECIDED, State.CLOSED), State.REVIEWING, "第三十六条", "信访人", meets=(Duty.REVIEW_REQ_30D,), starts=(Duty.REVIEW_30D,), note="三十日自复核机关收到之日起算；逾期须有正当理由"),
    Step(Act.DECIDE_REVIEW, LEG, (State.REVIEWING,), State.REVIEW_DECIDED, "第三十六条", "复核机关负责人", needs=Letter.REVIEW_OPINION, meets=(Duty.REVIEW_30D,), starts=(Duty.SERVICE_3WD,), note="复核意见是最终意见，不再写救济途径"),
    Step(Act.DRAFT_REMEDY, LEG, (State.REEXAMINING, State.REVIEWING), None, "第三十五条、第三十六条", "复查、复核机关", note="办理过本件的人不得草拟"),
    Step(Act.REMAND, LEG, (State.REEXAMINING,), State.IN_HANDLING, "第三十五条", "复查机关负责人", needs=Letter.REEXAM_OPINION, meets=(Duty.REEXAM_30D,), starts=(Duty.REMAND_LIMIT,), note="指定重新办理的期限；原答复留存，不得作出相同的意见"),
    Step(Act.REMAND, LEG, (State.REVIEWING,), State.IN_HANDLING, "第三十六条", "复核机关负责人", needs=Letter.REVIEW_OPINION, meets=(Duty.REVIEW_30D,), starts=(Duty.REMAND_LIMIT,), note="同上"),
    Step(Act.REFUSE_REMEDY, LEG, (State.REEXAMINING,), State.ANSWERED, "第三十五条", "复查机关", needs=Letter.REEXAM_REJECT_NOTICE, ends=(Duty.REEXAM_30D,), note="只限逾期无正当理由、书面意见没有送达、已经达成协议、应当走其他法定途径，须有办理记录证明；信访人的窗口按原起算日恢复"),
    Step(Act.REFUSE_REMEDY, LEG, (State.REVIEWING,), State.REEXAM_DECIDED, "第三十六条", "复核机关", needs=Letter.REEXAM_REJECT_NOTICE, ends=(Duty.REVIEW_30D,), note="同上"),
    Step(Act.READMIT_REMEDY, LEG, (State.ANSWERED,), State.REEXAMINING, "第三十五条", "复查机关或者它的上级", needs=Letter.REMEDY_READMITTED_NOTICE, note="不予受理不当的，由作出机关或者它的上级撤销；请求仍按原提出日期，复查期限从原起算日继续"),
    Step(Act.READMIT_REMEDY, LEG, (State.REEXAM_DECIDED,), State.REVIEWING, "第三十六条", "复核机关或者它的上级", needs=Letter.REMEDY_READMITTED_NOTICE, note="同上"),
    Step(Act.READMIT_REMEDY, LEG, (State.CLOSED,), State.REEXAMINING, "第三十五条、第三十六条", "复查、复核机关或者它的上级", needs=Letter.REMEDY_READMITTED_NOTICE, note="同上；已经结案的也要恢复，回到复查中或者复核中"),
    Step(Act.PUBLISH_REVIEW, LEG, (State.REVIEW_DECIDED, State.CLOSED), None, "第三十六条第二款", "复核机关", note="只有经过听证的复核意见可以公示，不公开信访人的姓名、证件、电话、住址；再次公示的，以新的为准"),
    Step(Act.END_PUBLICATION, LEG, (State.REVIEW_DECIDED, State.CLOSED, State.ARCHIVED), None, "第三十六条第二款", "复核机关", note="写明理由；到期的自行结束；归档以后也可以撤下"),
    Step(Act.SERVE, LEG, (State.REEXAM_DECIDED,), None, "第三十五条", "复查机关", meets=(Duty.SERVICE_3WD,), starts=(Duty.REVIEW_REQ_30D,), note="复查意见书；信访人收到之日起三十日内可以请求复核"),
    Step(Act.SERVE, LEG, (State.REVIEW_DECIDED,), None, "第三十六条", "复核机关", meets=(Duty.SERVICE_3WD,), note="复核意见书"),
    Step(Act.RECORD_RECEIPT, LEG, (State.REEXAM_DECIDED,), None, "第三十六条第一款", "复查机关", starts=(Duty.REVIEW_REQ_30D,), note="收到复查意见书之日起算"),
    Step(Act.RECORD_RECEIPT, LEG, (State.REVIEW_DECIDED,), None, "第三十六条", "复核机关"),
    Step(Act.NOTIFY, LEG, REMEDIES, None, "第二十三条第三款、第三十六条", "责任单位、复核机关", meets=TO_INFORM, note="不予受理复查、复核的告知书，复核听证通知书；先前没有送达的告知书"),
    Step(Act.PROPOSE_FINALIZATION, LEG, (State.REVIEW_DECIDED, State.CLOSED), None, "第三十六条第三款", "责任单位", note="写明终结情形和理由"),
    Step(Act.FINALIZE, LEG, (State.REVIEW_DECIDED, State.CLOSED), None, "第三十六条第三款", "单位负责人、协调员", needs=Letter.FINALIZATION_RECORD, note="核准人不得是提请人"),
    Step(Act.AFTER_CARE, LEG, (State.REVIEW_DECIDED, *AFTER, State.ARCHIVED), None, "第三十七条第三款", "责任单位", note="终结之后仍应疏导、化解、帮扶，归档之后也可以登记；归档目录不变"),
    Step(Act.ARCHIVE, LEG, AFTER, State.ARCHIVED, "档案法第十四条", "责任单位", needs=Letter.ARCHIVE_INDEX, ends=(Duty.REVOKE_15D,), note="列出全部文书和附件，定保管期限；撤回的在反悔期限届满后，旁路的在告知书送达后；归档后只能查阅"),
)
# fmt: on
