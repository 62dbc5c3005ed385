"""Registration, dispatch, and what may happen to a case as a whole."""

from law.steps.step import AFTER, CASE, DISPATCHED, DONE_BELOW, LIVE, READABLE, UNDISPATCHED, UNIT_STARTS, Step
from law.vocabulary import Act, Duty, Letter, State

# fmt: off
DESK: tuple[Step, ...] = (
    Step(Act.REGISTER, CASE, (), State.REGISTERED, "第二十二条、第二十三条", "登记员、信息员、调度员", starts=(Duty.DISPATCH_15D, Duty.NOTICE_DIRECT_15D, Duty.URGENT_REPORT, Duty.SUPERIOR_REPORT), note="信访部门起分流15日，其他机关起告知15日；登记从不拒绝；标为重大紧急的起报告职责，上级交办的起上报职责"),
    Step(Act.CORRECT, CASE, LIVE, None, "第二十二条", "登记员、分办员", starts=(Duty.URGENT_REPORT,), note="更正须写明理由，原值留在链上；更正为重大紧急的起报告职责"),
    Step(Act.SPLIT, CASE, (State.REGISTERED,), None, "第二十二条", "分办员", note="只能改尚未分流的诉求"),
    Step(Act.LINK_RESPONDENT, CASE, LIVE, None, "第三十条", "登记员、分办员", note="检举控告未关联被反映对象前不得分流"),
    Step(Act.REFER, CASE, UNDISPATCHED, State.REFERRED, "第二十二条第一款、第二十三条第一款", "分办员、协调员，其他机关的单位负责人", needs=Letter.REFERRAL_LETTER, meets=(Duty.DISPATCH_15D,), starts=UNIT_STARTS, opens_leg=True, note="全部诉求分流后，分流期限即满足；信访部门以外的机关只能转送本系统下级单位，并书面告知信访人去向，转送告知书发出之日满足告知期限"),
    Step(Act.COMMISSION, CASE, UNDISPATCHED, State.COMMISSIONED, "第二十二条第一款第三项、第二十三条第一款", "分办员、协调员，其他机关的单位负责人", needs=Letter.COMMISSION_LETTER, meets=(Duty.DISPATCH_15D,), starts=(*UNIT_STARTS, Duty.COMMISSION_FEEDBACK), opens_leg=True, note="指定反馈期限，要求办结报告；信访部门以外的机关同转送"),
    Step(Act.PROPOSE_HANDLING, CASE, UNDISPATCHED, None, "第二十二条第一款", "分办员、协调员", note="写明拟转送、交办、转出到哪里；哪些须先呈批由设置决定；呈批期间分流期限照常计算"),
    Step(Act.APPROVE_PROPOSAL, CASE, UNDISPATCHED, None, "第二十二条第一款", "单位负责人、协调员", note="由拟办人以外的另一人批准，批准的同时按拟办意见分流"),
    Step(Act.RETURN_PROPOSAL, CASE, UNDISPATCHED, None, "第二十二条第一款", "单位负责人、协调员", note="写明理由，诉求仍等候分流；期限从未停止"),
    Step(Act.WITHDRAW_PROPOSAL, CASE, UNDISPATCHED, None, "第二十二条第一款", "分办员、协调员", note="批准以前可以撤回，另行呈报"),
    Step(Act.RECORD_PAPER, CASE, UNDISPATCHED, None, "第二十二条第一款", "登记员、分办员、单位负责人", note="领导在纸质呈批单上批示的，由拟办人以外的人登记批示人、批示内容和日期；同意的即按拟办意见分流"),
    Step(Act.KEEP, CASE, UNDISPATCHED, State.RECEIVED, "第二十三条第一款", "收件机关", meets=(Duty.DISPATCH_15D,), opens_leg=True, note="直接收到且属本机关职权"),
    Step(Act.TELL_ON_SPOT, CASE, UNDISPATCHED, None, "第二十三条第二款", "窗口、收件机关", needs=Letter.SPOT_NOTICE, meets=(Duty.NOTICE_DIRECT_SPOT, Duty.NOTICE_DIRECT_15D), starts=(Duty.NOTICE_DIRECT_SPOT,), note="来访当天能够当场告知的，当场把书面告知交给信访人签收；不能当场告知的，15日内书面告知"),
    Step(Act.DIRECT_ELSEWHERE, CASE, (State.REGISTERED,), State.NOT_ACCEPTED, "第二十三条第一款", "信访部门以外的收件机关", needs=Letter.COMPETENT_BODY_NOTICE, ends=(Duty.DISPATCH_15D,), opens_leg=True, note="不属于本机关以及本系统职权的，照常登记后书面告知有权处理的机关、单位的名称和地址；信访部门应当转送，不适用"),
    Step(Act.REQUEST_VOID, CASE, (State.REGISTERED, *DISPATCHED), State.VOID_PENDING, "第二十二条", "登记员、分办员", note="仅限登记错误；须另一人核准，记录保留在链上"),
    Step(Act.CONFIRM_VOID, CASE, (State.VOID_PENDING,), State.VOIDED, "第二十二条", "协调员、单位负责人", note="不得由申请人自己核准"),
    Step(Act.REFUSE_VOID, CASE, (State.VOID_PENDING,), State.REGISTERED, "第二十二条", "协调员、单位负责人", note="恢复到申请前的状态，期限从未停止"),
    Step(Act.UNMASK, CASE, READABLE, None, "个人信息保护法第六条", "经办人", note="写明理由，留痕"),
    Step(Act.REPORT_URGENT, CASE, (*LIVE, *AFTER), None, "第二十五条", "各机关", meets=(Duty.URGENT_REPORT,), note="向本级党委和政府、主管部门、联席会议办公室报告；信访部门另报上一级信访部门和国家信访局；都报到了，报告职责才满足；转出、存查、结案的也要补报"),
    Step(Act.RECORD_URGENT_RECEIPT, CASE, (*LIVE, *AFTER), None, "第二十五条", "各机关"),
    Step(Act.RECORD_COMMISSION_ABOVE, CASE, (*LIVE, *AFTER), None, "第二十二条第一款第三项", "登记单位", starts=(Duty.SUPERIOR_REPORT,), note="登记以后上级才交办的，或者登记时漏填的；自来文之日起算，不影响其他期限"),
    Step(Act.INTERIM_UPWARD, CASE, (*LIVE, *AFTER), None, "第二十二条第一款第三项", "登记单位", note="上级交办的，办结以前可以多次上报阶段情况；不改变上报日期"),
    Step(Act.REPORT_UPWARD, CASE, DONE_BELOW, None, "第二十二条第一款第三项", "登记单位", needs=Letter.UPWARD_REPORT, meets=(Duty.SUPERIOR_REPORT,), note="交办下去的，办结报告都已采用才能上报；附送达情况和信访人意见"),
    Step(Act.RECORD_SUPERIOR_CHANGE, CASE, (*LIVE, *AFTER), None, "第二十二条第一款第三项", "登记单位", note="上级另定日期或者撤销交办的，凭上级文件登记，写明文号和理由；核准以前上报日期不变"),
    Step(Act.CONFIRM_SUPERIOR_CHANGE, CASE, (*LIVE, *AFTER), None, "第二十二条第一款第三项", "登记人以外的负责人", ends=(Duty.SUPERIOR_REPORT,), note="另定日期的移到新的日期，撤销的终止上报职责；新旧日期都记入办理链；信访人的期限不受影响"),
    Step(Act.ASK_DECISION, CASE, (State.REGISTERED,), State.PENDING_DECISION, "第二十二条第一款第一项", "信访部门", note="提出建议，报请本级党委和政府决定；分流期限照常计算"),
    Step(Act.RECORD_DECISION, CASE, (State.PENDING_DECISION,), State.REGISTERED, "第二十二条第一款第一项", "信访部门", note="记录决定后按决定分流"),
    Step(Act.REPORT_OFFICIALS, CASE, (*LIVE, *AFTER), None, "第三十条第二款", "信访部门（检举控告专管范围）", needs=Letter.OFFICIALS_REPORT, note="按干部管理权限向组织（人事）部门通报；重大情况报党委主要负责同志和分管组织（人事）工作的负责同志；不透露给被反映人"),
    Step(Act.RECORD_OFFICIALS_RECEIPT, CASE, (*LIVE, *AFTER), None, "第三十条第二款", "信访部门（检举控告专管范围）"),
    Step(Act.RECOUNT, CASE, (*LIVE, *AFTER, State.VOID_PENDING), None, "民法典第二百零三条", "系统", note="日历调整后由系统重新计算仍在走的期限，每个移动了的期限记一条；起算日不变"),
    Step(Act.SUCCEED, CASE, (*LIVE, *AFTER, State.VOID_PENDING), None, "第二十四条第二款", "系统", note="机关、单位撤销之日由系统把它的环节、期限和等候办理的事项移交继续行使职权的单位；期限照常计算，首办单位不变；检举控告承接单位的不移交，由分办单位撤回后另行转送"),
    Step(Act.TRIAGE, CASE, LIVE, None, "第二十二条第一款", "分办员、收件单位", note="马上办、限时办、提级办，可以更改；只有启用了简易办理的地方，马上办的才用更短的期限，改为限时办后从原起算日连续计算"),
    Step(Act.ADD_FILE, CASE, (*LIVE, *AFTER), None, "第二十二条", "登记单位、责任单位经办人", note="写明名称，摘要记入办理链；不影响期限"),
    Step(Act.RECORD_DISSUASION, CASE, (*LIVE, *AFTER), None, "第二十六条、第四十七条", "登记单位、责任单位", note="只记什么时候、在哪里、发生了什么、说了什么；不评价人，不能按人查、不列名单，不是不予受理的理由，不影响任何期限"),
    Step(Act.REMARK_DISSUASION, CASE, (*LIVE, *AFTER), None, "第四十七条", "信访人（登记单位、责任单位代录）", note="信访人对劝阻教育记录的说明，附在记录后面"),
    Step(Act.JOIN_MATTER, CASE, (*LIVE, *AFTER), None, "第二十二条", "信访部门登记员、分办员、协调员", note="同一信访人重复提出、联名、经几个渠道或者向几级提出的同一事项归到一起；每件的编号、期限、登记数都不变；受理、办理其中任何一件的单位不得自己归并"),
    Step(Act.LEAVE_MATTER, CASE, (*LIVE, *AFTER), None, "第二十二条", "信访部门登记员、分办员、协调员", note="归并错了的退出，以后可以再并入；归并和退出各记一条，什么都不丢"),
)
# fmt: on
