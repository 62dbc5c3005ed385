"""STEPS: every transition the Regulation lets happen, one row each; printed to docs/procedure.md.

A row without a ``to_state`` leaves the state as it is. ``starts`` lists the clocks a step *can* start: which of
them apply (the 60 days only on path six, the office's clock only at a petition office) is decided by `paths.py`
and by the kind of the unit. ``meets`` lists the duties that a step fulfils, ``ends`` those that it only ends: what
ended without its fulfilment never counts as done. Acts opening a leg carry the state that the new leg begins in.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from law.errors import Refused
from law.vocabulary import Act, Duty, Letter, Scope, State


@dataclass(frozen=True)
class Step:
    """One lawful transition: who may act is settled by organizations/roles.py, `actor` only names them."""

    act: Act
    scope: Scope
    from_states: tuple[State, ...]
    to_state: State | None
    article: str
    actor: str
    needs: Letter | None = None
    meets: tuple[Duty, ...] = ()
    ends: tuple[Duty, ...] = ()
    starts: tuple[Duty, ...] = ()
    opens_leg: bool = False
    note: str = ""


DISPATCHED = (State.REFERRED, State.COMMISSIONED, State.RECEIVED)
WORKING = (State.ACCEPTED, State.IN_HANDLING)
OPEN_LEG = (*DISPATCHED, *WORKING, State.PENDING_SIGN_OFF, State.ISSUED)
REMEDIES = (State.REEXAMINING, State.REEXAM_DECIDED, State.REVIEWING, State.REVIEW_DECIDED)
SIDE_EXITS = (State.NOT_ACCEPTED, State.NO_LONGER_ACCEPTED, State.DIVERTED, State.TRANSFERRED_OUT, State.WITHDRAWN)
# Those that another than who decided them approves, and that a later proof undoes.
SECONDED = (State.NOT_ACCEPTED, State.NO_LONGER_ACCEPTED, State.FILED)
# Those that a notice (or a receipt) brings to their end; there is no window to wait for.
EXITED = (State.NOT_ACCEPTED, State.NO_LONGER_ACCEPTED, State.DIVERTED, State.TRANSFERRED_OUT)
_UNDECIDED = (State.OBJECTION_PENDING, State.EXIT_PENDING)
LIVE = (State.REGISTERED, State.PENDING_DECISION, *OPEN_LEG, *_UNDECIDED, State.ANSWERED, *REMEDIES)
AFTER = (*SIDE_EXITS, State.FILED, State.CLOSED)
READABLE = (*LIVE, *AFTER, State.ARCHIVED, State.VOID_PENDING, State.VOIDED)
# Of the whole case: what its legs could do is halted with it.
HALTED = (State.VOID_PENDING, State.VOIDED, State.ARCHIVED)
_UNDISPATCHED = (State.REGISTERED, State.PENDING_DECISION)
# While an opinion is being worked on, or waits for the head, its time can still be extended.
_DRAFTING = (*WORKING, State.PENDING_SIGN_OFF)
_CASE, _LEG, _HAND_OFF = Scope.CASE, Scope.LEG, Scope.HAND_OFF
_UNIT_STARTS = (Duty.OPEN_1WD, Duty.NOTICE_REFERRED_15D, Duty.OBJECTION_5WD)
_NOTICES = (Duty.NOTICE_DIRECT_15D, Duty.NOTICE_REFERRED_15D)
_SPOT = (Duty.NOTICE_DIRECT_SPOT, *_NOTICES)

# fmt: off
STEPS: tuple[Step, ...] = (
    # Registration and dispatch
    Step(Act.REGISTER, _CASE, (), State.REGISTERED, "第二十二条、第二十三条", "登记员、信息员、调度员", starts=(Duty.DISPATCH_15D, Duty.NOTICE_DIRECT_15D, Duty.URGENT_REPORT), note="信访部门起分流15日，其他机关起告知15日；登记从不拒绝；标为重大紧急的起报告职责"),
    Step(Act.CORRECT, _CASE, LIVE, None, "第二十二条", "登记员、分办员", starts=(Duty.URGENT_REPORT,), note="更正须写明理由，原值留在链上；更正为重大紧急的起报告职责"),
    Step(Act.SPLIT, _CASE, (State.REGISTERED,), None, "第二十二条", "分办员", note="只能改尚未分流的诉求"),
    Step(Act.LINK_RESPONDENT, _CASE, LIVE, None, "第三十条", "登记员、分办员", note="检举控告未关联被反映对象前不得分流"),
    Step(Act.REFER, _CASE, _UNDISPATCHED, State.REFERRED, "第二十二条第一款、第二十三条第一款", "分办员、协调员，其他机关的单位负责人", needs=Letter.REFERRAL_LETTER, meets=(Duty.DISPATCH_15D,), starts=_UNIT_STARTS, opens_leg=True, note="全部诉求分流后，分流期限即满足；信访部门以外的机关只能转送本系统下级单位，并书面告知信访人去向，转送告知书发出之日满足告知期限"),
    Step(Act.COMMISSION, _CASE, _UNDISPATCHED, State.COMMISSIONED, "第二十二条第一款第三项、第二十三条第一款", "分办员、协调员，其他机关的单位负责人", needs=Letter.COMMISSION_LETTER, meets=(Duty.DISPATCH_15D,), starts=(*_UNIT_STARTS, Duty.COMMISSION_FEEDBACK), opens_leg=True, note="指定反馈期限，要求办结报告；信访部门以外的机关同转送"),
    Step(Act.KEEP, _CASE, _UNDISPATCHED, State.RECEIVED, "第二十三条第一款", "收件机关", meets=(Duty.DISPATCH_15D,), opens_leg=True, note="直接收到且属本机关职权"),
    Step(Act.TELL_ON_SPOT, _CASE, _UNDISPATCHED, None, "第二十三条第二款", "窗口、收件机关", needs=Letter.SPOT_NOTICE, meets=(Duty.NOTICE_DIRECT_SPOT, Duty.NOTICE_DIRECT_15D), starts=(Duty.NOTICE_DIRECT_SPOT,), note="来访当天能够当场告知的，当场把书面告知交给信访人签收；不能当场告知的，15日内书面告知"),
    Step(Act.DIRECT_ELSEWHERE, _CASE, (State.REGISTERED,), State.NOT_ACCEPTED, "第二十三条第一款", "信访部门以外的收件机关", needs=Letter.COMPETENT_BODY_NOTICE, ends=(Duty.DISPATCH_15D,), opens_leg=True, note="不属于本机关以及本系统职权的，照常登记后书面告知有权处理的机关、单位的名称和地址；信访部门应当转送，不适用"),
    Step(Act.REQUEST_VOID, _CASE, (State.REGISTERED, *DISPATCHED), State.VOID_PENDING, "第二十二条", "登记员、分办员", note="仅限登记错误；须另一人核准，记录保留在链上"),
    Step(Act.CONFIRM_VOID, _CASE, (State.VOID_PENDING,), State.VOIDED, "第二十二条", "协调员、单位负责人", note="不得由申请人自己核准"),
    Step(Act.REFUSE_VOID, _CASE, (State.VOID_PENDING,), State.REGISTERED, "第二十二条", "协调员、单位负责人", note="恢复到申请前的状态，期限从未停止"),
    Step(Act.UNMASK, _CASE, READABLE, None, "个人信息保护法第六条", "经办人", note="写明理由，留痕"),
    # The unit: receipt, acceptance, handling
    Step(Act.OPEN, _LEG, (State.REFERRED, State.COMMISSIONED), None, "第二十三条第三款", "责任单位", meets=(Duty.OPEN_1WD,), note="只记谁何时打开；“收到”以到达收件箱之日为准"),
    Step(Act.ACCEPT, _LEG, DISPATCHED, State.ACCEPTED, "第二十三条", "责任单位", needs=Letter.ACCEPTANCE_NOTICE, meets=(Duty.OPEN_1WD,), ends=(Duty.OBJECTION_5WD,), starts=(Duty.HANDLE_60D,), note="首次受理的单位即首办单位；六十日只适用于第三十一条第六项"),
    Step(Act.NOTIFY, _LEG, (*DISPATCHED, *WORKING, State.PENDING_SIGN_OFF, State.ISSUED, State.ANSWERED, *SIDE_EXITS), None, "第二十三条第二款、第三款", "责任单位", meets=_SPOT, note="受理等告知书发出之日满足告知期限；延期、听证、补正等通知书也由此登记送达"),
    Step(Act.TAKE, _LEG, WORKING, State.IN_HANDLING, "第二十八条", "单位负责人、承办人", note="首次确定的承办人即首办责任人"),
    Step(Act.DELEGATE, _LEG, WORKING, None, "第十五条第三款", "乡镇街道", note="下派村（社区）核查，不转移办理责任"),
    Step(Act.REPORT_FINDINGS, _HAND_OFF, WORKING, None, "第十五条第三款", "村（社区）信息员"),
    Step(Act.ASSESS, _LEG, WORKING, None, "第二十八条", "工作调度员、承办人", note="乡镇对村级核查情况作出研判"),
    Step(Act.CONSULT, _LEG, WORKING, None, "第二十四条", "责任单位", note="沉默不产生任何后果"),
    Step(Act.REPLY_CONSULTATION, _HAND_OFF, WORKING, None, "第二十四条", "被征求意见单位"),
    Step(Act.RECORD_INQUIRY, _LEG, WORKING, None, "第三十一条第六项", "承办人", note="听取陈述、调查核实、现场查看"),
    Step(Act.ANSWER, _LEG, (State.IN_HANDLING,), None, "第三十二条", "承办人", note="逐项载明事实、意见、依据"),
    Step(Act.SET_APART, _LEG, WORKING, None, "第三十一条", "承办人、单位负责人", note="一个环节的几项诉求结果、时间不同的，分出去的各自答复；单位、来件和起算日不变，期限各自计算"),
    Step(Act.ASK_RECLASSIFICATION, _LEG, (*DISPATCHED, *WORKING), None, "第三十一条", "承办人、单位负责人", note="分流以后发现类别、途径定错的，写明理由；检举控告不适用；核准之前照常办理"),
    Step(Act.RECLASSIFY, _LEG, (*DISPATCHED, *WORKING), None, "第三十一条、第三十四条", "申请人以外的负责人", note="改走第六项的六十日从原受理之日起算（可能一开始就已超期）；不再有第六项诉求的，六十日终止；另发告知书更正"),
    Step(Act.REFUSE_RECLASSIFICATION, _LEG, (*DISPATCHED, *WORKING), None, "第三十一条", "申请人以外的负责人", note="类别、途径不变"),
    Step(Act.SUBMIT, _LEG, (State.IN_HANDLING,), State.PENDING_SIGN_OFF, "第三十二条", "承办人", note="每项诉求都已答复，且听取过信访人陈述"),
    Step(Act.SEND_BACK, _LEG, (State.PENDING_SIGN_OFF,), State.IN_HANDLING, "第三十二条", "单位负责人", note="期限不重置"),
    Step(Act.ISSUE, _LEG, (State.PENDING_SIGN_OFF,), State.ISSUED, "第三十二条", "单位负责人", needs=Letter.HANDLING_OPINION, starts=(Duty.SERVICE_3WD,), note="签发人不得是承办人本人；责令重办的，新意见不得与原意见相同"),
    Step(Act.SERVE, _LEG, (State.ISSUED,), State.ANSWERED, "第三十四条", "承办人", meets=(Duty.HANDLE_60D, Duty.REMAND_LIMIT, Duty.SERVICE_3WD), starts=(Duty.REEXAM_REQ_30D,), note="签发后及时送达的，办结日为签发日"),
    Step(Act.SERVE, _LEG, (State.ANSWERED,), None, "第三十四条", "承办人", starts=(Duty.REEXAM_REQ_30D,), note="意见书被退回后重新送达；办结日不变"),
    Step(Act.RECORD_RECEIPT, _LEG, (State.ANSWERED,), None, "第三十五条", "承办人", starts=(Duty.REEXAM_REQ_30D,), note="收到书面答复之日起算信访人的三十日"),
    Step(Act.RECORD_RETURN, _LEG, (*DISPATCHED, *WORKING, State.PENDING_SIGN_OFF, State.ISSUED, State.ANSWERED, *REMEDIES, *SIDE_EXITS), None, "第二十三条", "承办人、登记员", note="退件提醒承办人重新送达，期限不停止"),
    Step(Act.WAIVE_NOTICE, _LEG, (*DISPATCHED, *WORKING, State.PENDING_SIGN_OFF, State.ISSUED, State.ANSWERED), None, "第二十三条第二款", "单位负责人、承办人", note="只限姓名（名称）、住址不清的，直接收到的和转送、交办的都一样；写明理由并另行告知"),
    Step(Act.REPORT_CONCLUSION, _LEG, (State.ANSWERED, *REMEDIES), None, "第二十二条第一款第三项", "责任单位", needs=Letter.CONCLUSION_REPORT, meets=(Duty.COMMISSION_FEEDBACK,)),
    Step(Act.REPORT_CONCLUSION, _LEG, (State.NOT_ACCEPTED, State.DIVERTED), None, "第二十二条第一款第三项", "责任单位", needs=Letter.CONCLUSION_REPORT, meets=(Duty.COMMISSION_FEEDBACK,), note="交办件不予受理、导入法定途径的也要反馈"),
    Step(Act.CLOSE, _LEG, (State.ANSWERED, State.REEXAM_DECIDED, State.REVIEW_DECIDED), State.CLOSED, "第三十五条、第三十六条", "责任单位、协调员", ends=(Duty.REEXAM_REQ_30D, Duty.REVIEW_REQ_30D), note="信访人的窗口届满或者复核已经作出；意见书和延期、听证等告知书都已送达，三到位一处理已经核对"),
    Step(Act.CLOSE, _LEG, EXITED, State.CLOSED, "第二十三条", "责任单位、信访部门、协调员", note="告知书已经送达，转出的已登记回执，交办的已报告；没有复查窗口"),
    Step(Act.REMIND, _LEG, OPEN_LEG, None, "第四十条", "督查员、协调员、分办员", note="不改变状态和期限"),
    # The rest of the procedure
    Step(Act.REPORT_URGENT, _CASE, (*LIVE, *AFTER), None, "第二十五条", "各机关", meets=(Duty.URGENT_REPORT,), note="向本级党委和政府、主管部门、联席会议办公室报告；信访部门另报上一级信访部门和国家信访局；都报到了，报告职责才满足；转出、存查、结案的也要补报"),
    Step(Act.RECORD_URGENT_RECEIPT, _CASE, (*LIVE, *AFTER), None, "第二十五条", "各机关"),
    Step(Act.ASK_DECISION, _CASE, (State.REGISTERED,), State.PENDING_DECISION, "第二十二条第一款第一项", "信访部门", note="提出建议，报请本级党委和政府决定；分流期限照常计算"),
    Step(Act.RECORD_DECISION, _CASE, (State.PENDING_DECISION,), State.REGISTERED, "第二十二条第一款第一项", "信访部门", note="记录决定后按决定分流"),
    Step(Act.TRANSFER_OUT, _CASE, (State.REGISTERED,), State.TRANSFERRED_OUT, "第二十二条第二款", "信访部门", needs=Letter.TRANSFER_LETTER, meets=(Duty.DISPATCH_15D,), opens_leg=True, note="检举控告转纪检监察机关，涉诉转政法机关，或者转其他区县、外部单位；书面告知信访人去向（检举控告的告知按有关规定，只记口头告知），登记回执后结案"),
    Step(Act.RECORD_TRANSFER_RECEIPT, _LEG, (State.TRANSFERRED_OUT,), None, "第二十二条第二款", "信访部门"),
    Step(Act.NO_LONGER_ACCEPT, _CASE, (State.REGISTERED,), State.EXIT_PENDING, "第三十六条第三款", "信访部门、收件机关", opens_leg=True, note="照常登记之后作出；写明原复核意见的文号和理由，不是本系统登记的附上原件；核准以前分流期限照常计算"),
    Step(Act.FILE_ONLY, _CASE, (State.REGISTERED,), State.EXIT_PENDING, "第二十二条", "信访部门", opens_leg=True, note="只限完全重复、看不出请求、空信封、感谢，其他理由逐件两人核准；具名的建议、检举控告、申诉求决，涉诉和重大紧急事项不能存查"),
    Step(Act.DECLINE, _CASE, (State.REGISTERED,), State.EXIT_PENDING, "第十九条、第二十条", "信访部门、收件机关", opens_leg=True, note="照常登记之后作出；写明理由和应当向哪里提出；信访部门不能以不属职权不予受理，应当转送；核准以前分流期限照常计算"),
    Step(Act.APPROVE_EXIT, _LEG, (State.EXIT_PENDING,), State.NOT_ACCEPTED, "第十九条、第二十二条、第三十六条第三款", "单位负责人、协调员", needs=Letter.NON_ACCEPTANCE_NOTICE, ends=(Duty.DISPATCH_15D, Duty.OBJECTION_5WD), note="由作出决定以外的另一人核准，核准后才有告知书；不再受理的进入不再受理，存查的进入存查，没有告知书；最后一项等候分流的诉求这样离开的，分流期限终止"),
    Step(Act.REFUSE_EXIT, _LEG, (State.EXIT_PENDING,), State.REFERRED, "第十九条、第二十二条、第三十六条第三款", "单位负责人、协调员", note="写明理由，回到决定以前的状态；在登记单位作出的，诉求重新等候分流，期限从未停止"),
    Step(Act.REOPEN_EXIT, _LEG, (State.NOT_ACCEPTED, State.CLOSED), State.REFERRED, "第十九条、第二十二条、第三十六条第三款", "单位负责人、协调员", note="后来证明理由不成立的，由作出决定以外的人恢复办理；被终止的期限从原起算日继续计算，在登记单位作出的，诉求重新等候分流"),
    Step(Act.REOPEN_EXIT, _LEG, (State.NO_LONGER_ACCEPTED, State.FILED), State.RETURNED, "第十九条、第二十二条、第三十六条第三款", "单位负责人、协调员", note="诉求重新等候分流，分流期限从原起算日继续计算"),
    Step(Act.GUIDE, _CASE, (State.REGISTERED,), State.DIVERTED, "第二十条第二款、第二十二条第二款、第三十一条", "信访部门、收件机关", needs=Letter.DIVERSION_NOTICE, meets=(Duty.DISPATCH_15D,), opens_leg=True, note="走访反映涉诉等应当走法定途径的，释法明理，告知哪个机关、什么期限、到哪里、怎样提出"),
    Step(Act.REPORT_OFFICIALS, _CASE, (*LIVE, *AFTER), None, "第三十条第二款", "信访部门（检举控告专管范围）", needs=Letter.OFFICIALS_REPORT, note="按干部管理权限向组织（人事）部门通报；重大情况报党委主要负责同志和分管组织（人事）工作的负责同志；不透露给被反映人"),
    Step(Act.RECORD_OFFICIALS_RECEIPT, _CASE, (*LIVE, *AFTER), None, "第三十条第二款", "信访部门（检举控告专管范围）"),
    Step(Act.AWARD, _LEG, (State.ANSWERED, *REMEDIES, State.CLOSED), None, "第二十九条第二款", "责任单位", note="采纳、部分采纳的建议有贡献的，按照有关规定奖励；可以附感谢信"),
    Step(Act.OBJECT, _LEG, (State.REFERRED, State.COMMISSIONED), State.OBJECTION_PENDING, "第二十三条第三款", "责任单位", needs=Letter.OBJECTION_LETTER, meets=(Duty.OPEN_1WD, Duty.OBJECTION_5WD), note="收到之日起5个工作日内，写明理由和建议的单位；告知期限不中断"),
    Step(Act.AGREE_OBJECTION, _LEG, (State.OBJECTION_PENDING,), State.RETURNED, "第二十三条第三款", "转送交办方", note="诉求回到登记单位重新分流，分流期限从原起算日继续，往返天数另列；同一诉求只能这样退回一次"),
    Step(Act.REFUSE_OBJECTION, _LEG, (State.OBJECTION_PENDING,), State.REFERRED, "第二十三条第三款", "转送交办方", note="交办件回到已交办；告知期限不中断"),
    Step(Act.ARBITRATE, _LEG, (State.OBJECTION_PENDING,), State.REFERRED, "第二十四条", "共同上一级、联席会议", note="同一诉求第二次提出异议，或者争议提请指定时；指定原单位的继续办理（交办件回到已交办），指定其他单位的退回后只能分给该单位，不得再提异议"),
    Step(Act.TAKE_BACK, _LEG, (*OPEN_LEG, State.OBJECTION_PENDING), State.RETURNED, "第二十二条第一款、第三十条", "转送交办方、检举控告专管员", note="对方尚未签收的，转送交办方可以撤回；签收以后只用于责任单位被检举控告；诉求回到登记单位，分流期限从原起算日继续，已起算的办结期限由下一个单位接着算"),
    Step(Act.ASK_REDIRECT, _LEG, (State.REFERRED, State.COMMISSIONED), None, "第二十四条第一款", "责任单位、转送交办方", note="受理之前随时可以商请对方同意重新转办，不受5个工作日限制；答复之前各项期限照常计算"),
    Step(Act.AGREE_REDIRECT, _LEG, (State.REFERRED, State.COMMISSIONED), State.RETURNED, "第二十四条第一款", "被商请的一方", note="双方协商一致，诉求回到登记单位重新分流，分流期限从原起算日继续，往返天数另列；下一个单位的告知、异议期限从它自己收到之日起算；不计入退回次数"),
    Step(Act.REFUSE_REDIRECT, _LEG, (State.REFERRED, State.COMMISSIONED), None, "第二十四条第一款", "被商请的一方", note="状态和期限不变"),
    Step(Act.ASK_ARBITRATION, _LEG, (State.REFERRED, State.COMMISSIONED), State.OBJECTION_PENDING, "第二十四条第一款", "责任单位、转送交办方", needs=Letter.ARBITRATION_REQUEST, ends=(Duty.OBJECTION_5WD,), note="5个工作日已过或者异议未被同意、仍有争议的，不必先退回，直接提请共同上一级、联席会议决定；告知期限不中断"),
    Step(Act.NOT_ACCEPT, _LEG, DISPATCHED, State.EXIT_PENDING, "第十九条、第二十条", "责任单位", meets=(Duty.OPEN_1WD,), note="写明理由和应当向哪里提出；转送、交办件不属职权的应提出异议；核准以前各项期限照常计算"),
    Step(Act.DIVERT, _LEG, (*DISPATCHED, *WORKING), State.DIVERTED, "第三十一条第一至五项", "责任单位", needs=Letter.DIVERSION_NOTICE, meets=(Duty.OPEN_1WD,), ends=(Duty.OBJECTION_5WD, Duty.HANDLE_60D, Duty.REMAND_LIMIT), note="告知哪个机关、什么期限、到哪里、怎样提出；告知书发出后满足告知期限"),
    Step(Act.ASK_EXTENSION, _LEG, WORKING, None, "第三十四条", "承办人", note="写明情况复杂的理由；须在原期限届满前"),
    Step(Act.EXTEND, _LEG, _DRAFTING, None, "第三十四条", "单位负责人", needs=Letter.EXTENSION_NOTICE, note="累计不超过三十日，须在原期限届满前由申请人以外的负责人批准，可以少批"),
    Step(Act.REFUSE_EXTENSION, _LEG, _DRAFTING, None, "第三十四条", "单位负责人", note="期限不变"),
    Step(Act.CALL_HEARING, _LEG, (State.IN_HANDLING, State.REVIEWING), None, "第三十一条第六项、第三十六条第二款", "责任单位、复核机关", needs=Letter.HEARING_NOTICE, note="主持人不得是本件的调查人员"),
    Step(Act.HOLD_HEARING, _LEG, (State.IN_HANDLING, State.REVIEWING), None, "第三十一条第六项、第三十六条第二款", "责任单位、复核机关", needs=Letter.HEARING_REPORT, note="只有复核扣除听证时间，办理期限不停"),
    Step(Act.REQUEST_RECUSAL, _LEG, OPEN_LEG, None, "第二十八条", "信访人、承办人、单位负责人", note="与信访事项或者信访人有直接利害关系的；决定之前不停止办理"),
    Step(Act.DECIDE_RECUSAL, _LEG, OPEN_LEG, None, "第二十八条", "单位负责人（对承办人）、上级或者协调员（对负责人）", note="同意后不再承办、不再看到本件；状态和期限不变"),
    Step(Act.REQUEST_MATERIAL, _LEG, (*DISPATCHED, *WORKING), None, "第二十三条", "责任单位", needs=Letter.MATERIAL_REQUEST, note="一次告知齐全，有新情况才可再次告知；不停止任何期限"),
    Step(Act.RECORD_MATERIAL, _LEG, OPEN_LEG, None, "第二十三条", "责任单位"),
    Step(Act.SETTLE, _LEG, WORKING, State.ANSWERED, "第三十三条", "责任单位", needs=Letter.MEDIATION_AGREEMENT, meets=(Duty.HANDLE_60D, Duty.REMAND_LIMIT), note="各方已签字的协议；检举控告不适用"),
    Step(Act.REFER_MEDIATION, _LEG, WORKING, None, "第三十三条", "责任单位", note="不停止任何期限；检举控告不适用"),
    Step(Act.RECORD_MEDIATION, _LEG, OPEN_LEG, None, "第三十三条", "责任单位"),
    Step(Act.ASK_WITHDRAWAL, _LEG, OPEN_LEG, None, "第十七条", "信访人（责任单位或者登记单位代录）", note="核实之前办理和期限都不停止；检举控告不因撤回停止"),
    Step(Act.WITHDRAW, _LEG, OPEN_LEG, State.WITHDRAWN, "第十七条", "办理单位以外的分办员、协调员", ends=(Duty.OPEN_1WD, *_SPOT, Duty.OBJECTION_5WD, Duty.HANDLE_60D, Duty.REMAND_LIMIT, Duty.SERVICE_3WD, Duty.COMMISSION_FEEDBACK), starts=(Duty.REVOKE_15D,), note="办理单位以外的人向本人核实，十五日内可反悔；检举控告不因撤回停止"),
    Step(Act.REVOKE_WITHDRAWAL, _LEG, (State.WITHDRAWN,), State.IN_HANDLING, "第十七条", "信访人（责任单位或者登记单位代录）", meets=(Duty.REVOKE_15D,), note="恢复到撤回前的状态，期限从原起算日继续"),
    Step(Act.REVOKE_WITHDRAWAL, _LEG, OPEN_LEG, None, "第十七条", "信访人（责任单位或者登记单位代录）", note="核实之前本人不愿撤回的，申请作罢"),
    Step(Act.CO_HANDLE, _LEG, WORKING, None, "第二十四条", "责任单位", note="不转移办理责任，不停止任何期限"),
    Step(Act.REPLY_CO_HANDLING, _HAND_OFF, WORKING, None, "第二十四条", "协办单位"),
    Step(Act.ASSESS_RISK, _LEG, (State.IN_HANDLING, State.PENDING_SIGN_OFF), None, "第二十七条", "承办人、单位负责人", note="拟作不支持、解释说明等答复以前；是否必须由设置决定"),
    Step(Act.CHECK_DUTIES, _LEG, (State.IN_HANDLING, State.PENDING_SIGN_OFF, State.ISSUED, State.ANSWERED, State.REEXAM_DECIDED, State.REVIEW_DECIDED), None, "第二十七条", "承办人、单位负责人", note="没有核对的不能结案"),
    Step(Act.TRACK_EXECUTION, _LEG, (State.ANSWERED, *REMEDIES, State.CLOSED), None, "第三十二条第二款", "责任单位", note="支持、采纳的诉求执行到哪一步，何时完成"),
    Step(Act.REFER_RELIEF, _LEG, (*WORKING, State.PENDING_SIGN_OFF, State.ISSUED, State.ANSWERED, *REMEDIES, State.CLOSED), None, "第三十七条第二款", "责任单位"),
    Step(Act.REJECT_CONCLUSION, _LEG, (State.ANSWERED,), State.IN_HANDLING, "第二十二条第一款第三项", "交办方", note="期限不重置，从原起算日继续；信访人的窗口到新意见书送达时才由新窗口接替"),
    Step(Act.REQUEST_REEXAMINATION, _LEG, (State.ANSWERED, State.CLOSED), State.REEXAMINING, "第三十五条", "信访人", meets=(Duty.REEXAM_REQ_30D,), starts=(Duty.REEXAM_30D,), note="三十日自复查机关收到之日起算；邮寄的以交邮日为准；逾期须有正当理由"),
    Step(Act.DECIDE_REEXAMINATION, _LEG, (State.REEXAMINING,), State.REEXAM_DECIDED, "第三十五条", "复查机关负责人", needs=Letter.REEXAM_OPINION, meets=(Duty.REEXAM_30D,), starts=(Duty.SERVICE_3WD,), note="维持、变更；撤销的须同时变更或者责令重新办理；草拟人不得自己决定"),
    Step(Act.REQUEST_REVIEW, _LEG, (State.REEXAM_DECIDED, State.CLOSED), State.REVIEWING, "第三十六条", "信访人", meets=(Duty.REVIEW_REQ_30D,), starts=(Duty.REVIEW_30D,), note="三十日自复核机关收到之日起算；逾期须有正当理由"),
    Step(Act.DECIDE_REVIEW, _LEG, (State.REVIEWING,), State.REVIEW_DECIDED, "第三十六条", "复核机关负责人", needs=Letter.REVIEW_OPINION, meets=(Duty.REVIEW_30D,), starts=(Duty.SERVICE_3WD,), note="复核意见是最终意见，不再写救济途径"),
    Step(Act.DRAFT_REMEDY, _LEG, (State.REEXAMINING, State.REVIEWING), None, "第三十五条、第三十六条", "复查、复核机关", note="办理过本件的人不得草拟"),
    Step(Act.REMAND, _LEG, (State.REEXAMINING,), State.IN_HANDLING, "第三十五条", "复查机关负责人", needs=Letter.REEXAM_OPINION, meets=(Duty.REEXAM_30D,), starts=(Duty.REMAND_LIMIT,), note="指定重新办理的期限；原答复留存，不得作出相同的意见"),
    Step(Act.REMAND, _LEG, (State.REVIEWING,), State.IN_HANDLING, "第三十六条", "复核机关负责人", needs=Letter.REVIEW_OPINION, meets=(Duty.REVIEW_30D,), starts=(Duty.REMAND_LIMIT,), note="同上"),
    Step(Act.REFUSE_REMEDY, _LEG, (State.REEXAMINING,), State.ANSWERED, "第三十五条", "复查机关", needs=Letter.REEXAM_REJECT_NOTICE, ends=(Duty.REEXAM_30D,), note="只限逾期无正当理由、书面意见没有送达、已经达成协议、应当走其他法定途径，须有办理记录证明；信访人的窗口按原起算日恢复"),
    Step(Act.REFUSE_REMEDY, _LEG, (State.REVIEWING,), State.REEXAM_DECIDED, "第三十六条", "复核机关", needs=Letter.REEXAM_REJECT_NOTICE, ends=(Duty.REVIEW_30D,), note="同上"),
    Step(Act.READMIT_REMEDY, _LEG, (State.ANSWERED,), State.REEXAMINING, "第三十五条", "复查机关或者它的上级", needs=Letter.REMEDY_READMITTED_NOTICE, note="不予受理不当的，由作出机关或者它的上级撤销；请求仍按原提出日期，复查期限从原起算日继续"),
    Step(Act.READMIT_REMEDY, _LEG, (State.REEXAM_DECIDED,), State.REVIEWING, "第三十六条", "复核机关或者它的上级", needs=Letter.REMEDY_READMITTED_NOTICE, note="同上"),
    Step(Act.READMIT_REMEDY, _LEG, (State.CLOSED,), State.REEXAMINING, "第三十五条、第三十六条", "复查、复核机关或者它的上级", needs=Letter.REMEDY_READMITTED_NOTICE, note="同上；已经结案的也要恢复，回到复查中或者复核中"),
    Step(Act.PUBLISH_REVIEW, _LEG, (State.REVIEW_DECIDED, State.CLOSED), None, "第三十六条第二款", "复核机关", note="只有经过听证的复核意见可以公示，不公开信访人的姓名、证件、电话、住址；再次公示的，以新的为准"),
    Step(Act.END_PUBLICATION, _LEG, (State.REVIEW_DECIDED, State.CLOSED, State.ARCHIVED), None, "第三十六条第二款", "复核机关", note="写明理由；到期的自行结束；归档以后也可以撤下"),
    Step(Act.SERVE, _LEG, (State.REEXAM_DECIDED,), None, "第三十五条", "复查机关", meets=(Duty.SERVICE_3WD,), starts=(Duty.REVIEW_REQ_30D,), note="复查意见书；信访人收到之日起三十日内可以请求复核"),
    Step(Act.SERVE, _LEG, (State.REVIEW_DECIDED,), None, "第三十六条", "复核机关", meets=(Duty.SERVICE_3WD,), note="复核意见书"),
    Step(Act.RECORD_RECEIPT, _LEG, (State.REEXAM_DECIDED,), None, "第三十六条第一款", "复查机关", starts=(Duty.REVIEW_REQ_30D,), note="收到复查意见书之日起算"),
    Step(Act.RECORD_RECEIPT, _LEG, (State.REVIEW_DECIDED,), None, "第三十六条", "复核机关"),
    Step(Act.NOTIFY, _LEG, REMEDIES, None, "第二十三条第三款、第三十六条", "责任单位、复核机关", meets=_SPOT, note="不予受理复查、复核的告知书，复核听证通知书；先前没有送达的告知书"),
    Step(Act.SUPERVISE, _LEG, LIVE, None, "第四十条", "信访部门"),
    Step(Act.RECOUNT, _CASE, (*LIVE, *AFTER, State.VOID_PENDING), None, "民法典第二百零三条", "系统", note="日历调整后由系统重新计算仍在走的期限，每个移动了的期限记一条；起算日不变"),
    Step(Act.PROPOSE_FINALIZATION, _LEG, (State.REVIEW_DECIDED, State.CLOSED), None, "第三十六条第三款", "责任单位", note="写明终结情形和理由"),
    Step(Act.FINALIZE, _LEG, (State.REVIEW_DECIDED, State.CLOSED), None, "第三十六条第三款", "单位负责人、协调员", needs=Letter.FINALIZATION_RECORD, note="核准人不得是提请人"),
    Step(Act.AFTER_CARE, _LEG, (State.REVIEW_DECIDED, *AFTER, State.ARCHIVED), None, "第三十七条第三款", "责任单位", note="终结之后仍应疏导、化解、帮扶，归档之后也可以登记；归档目录不变"),
    Step(Act.CORRECT_LETTER, _LEG, (*OPEN_LEG, State.ANSWERED, *REMEDIES, *AFTER), None, "第二十二条、第二十三条", "发文单位负责人", needs=Letter.CORRECTION_SHEET, note="已签发的文书不改动，另发更正单；不影响期限"),
    # Tiers, guidance, escalation
    Step(Act.TRIAGE, _CASE, LIVE, None, "第二十二条第一款", "分办员、收件单位", note="马上办、限时办、提级办，可以更改；只有启用了简易办理的地方，马上办的才用更短的期限，改为限时办后从原起算日连续计算"),
    Step(Act.ASK_GUIDANCE, _LEG, (*DISPATCHED, *WORKING), None, "第二十四条", "责任单位", note="写明请示事项和拟办意见；不停止任何期限"),
    Step(Act.REPLY_GUIDANCE, _HAND_OFF, (*DISPATCHED, *WORKING, State.PENDING_SIGN_OFF), None, "第二十四条", "被请示的上级、信访部门"),
    Step(Act.DEFER_REPLY, _HAND_OFF, WORKING, None, "第二十四条", "被请求协办、征求意见的单位", note="须请示自己的上级时说明一次，回复日期顺延；不是法定期限"),
    Step(Act.ESCALATE, _LEG, WORKING, None, "第二十二条第一款", "责任单位", note="写明理由和建议的上级单位；决定之前照常办理，不停止任何期限"),
    Step(Act.AGREE_ESCALATION, _LEG, WORKING, State.REFERRED, "第二十二条第一款", "转送交办方、上级单位", starts=(Duty.OPEN_1WD, Duty.NOTICE_REFERRED_15D), note="由上级单位接着办理；已起算的办结期限不重新起算，尚未告知的仍按原告知期限；首办单位、首办责任人不变"),
    Step(Act.REFUSE_ESCALATION, _LEG, WORKING, None, "第二十二条第一款", "转送交办方、上级单位", note="写明指导意见，仍由原单位办理"),
    Step(Act.ATTACH_SCAN, _LEG, (*OPEN_LEG, State.OBJECTION_PENDING, State.ANSWERED, *REMEDIES, *AFTER), None, "第三十二条", "发文单位经办人", note="纸质文书签名盖章以后的扫描件；可以多份，附上后不删除，摘要记入办理链"),
    Step(Act.ADD_FILE, _CASE, (*LIVE, *AFTER), None, "第二十二条", "登记单位、责任单位经办人", note="写明名称，摘要记入办理链；不影响期限"),
    Step(Act.CORRECT_CAUSE, _LEG, (State.ANSWERED, *REMEDIES, State.CLOSED), None, "第三十二条", "信访部门", note="答复时选定的产生原因由信访部门核对，改了写明理由；答复不变"),
    Step(Act.RATE, _LEG, (State.ANSWERED, *REMEDIES, State.CLOSED), None, "第二十一条第二款", "信访人（信访部门回访、窗口代录）", note="信访部门、办理单位分别评，一个环节评一次，不能更改；被评价的单位不得登记；不愿评的不算；检举控告不适用"),
    Step(Act.RECORD_DISSUASION, _CASE, (*LIVE, *AFTER), None, "第二十六条、第四十七条", "登记单位、责任单位", note="只记什么时候、在哪里、发生了什么、说了什么；不评价人，不能按人查、不列名单，不是不予受理的理由，不影响任何期限"),
    Step(Act.REMARK_DISSUASION, _CASE, (*LIVE, *AFTER), None, "第四十七条", "信访人（登记单位、责任单位代录）", note="信访人对劝阻教育记录的说明，附在记录后面"),
    Step(Act.ARCHIVE, _LEG, AFTER, State.ARCHIVED, "档案法第十四条", "责任单位", needs=Letter.ARCHIVE_INDEX, ends=(Duty.REVOKE_15D,), note="列出全部文书和附件，定保管期限；撤回的在反悔期限届满后，旁路的在告知书送达后；归档后只能查阅"),
)
# fmt: on

_BY_ACT: dict[Act, tuple[Step, ...]] = {act: tuple(s for s in STEPS if s.act is act) for act in Act}

# From the least to the most advanced: a case is where its slowest leg is.
_PROGRESS: tuple[State, ...] = (
    State.PENDING_DECISION,
    State.EXIT_PENDING,
    *DISPATCHED,
    State.OBJECTION_PENDING,
    *WORKING,
    State.PENDING_SIGN_OFF,
    State.ISSUED,
    State.REEXAMINING,
    State.REVIEWING,
    State.ANSWERED,
    State.REEXAM_DECIDED,
    State.REVIEW_DECIDED,
    *SIDE_EXITS,
    State.FILED,
    State.CLOSED,
    State.ARCHIVED,
)


def steps_of(act: Act) -> tuple[Step, ...]:
    """Return the rows of one act."""
    return _BY_ACT[act]


def states_of(act: Act) -> tuple[State, ...]:
    """Return the states in which the Regulation lets an act happen."""
    return tuple(dict.fromkeys(state for step in _BY_ACT[act] for state in step.from_states))


def allowed(act: Act, state: State) -> bool:
    """Tell whether the Regulation lets this act happen in this state."""
    return any(state in step.from_states for step in _BY_ACT[act])


def step_for(act: Act, state: State) -> Step:
    """Return the row for this act in this state, or raise Refused wrong_state naming what is possible."""
    for step in _BY_ACT[act]:
        if state in step.from_states:
            return step
    states = "、".join(dict.fromkeys(s.label for step in _BY_ACT[act] for s in step.from_states))
    article = _BY_ACT[act][0].article if _BY_ACT[act] else ""
    raise Refused("wrong_state", f"目前状态是“{state.label}”，不能“{act.label}”。可以办理的状态：{states}。", article)


def case_state(leg_states: Iterable[State], *, undispatched: bool) -> State:
    """Derive the state of a case: registered while a demand waits for dispatch, else its slowest leg's state."""
    states = [state for state in leg_states if state is not State.RETURNED]
    if undispatched or not states:
        return State.REGISTERED
    return min(states, key=_PROGRESS.index)
