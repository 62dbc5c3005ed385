"""The ways out, objections, disputes, withdrawal."""

from law.paths import TO_INFORM
from law.steps.step import CASE, DISPATCHED, LEG, OPEN_LEG, WORKING, Step
from law.vocabulary import Act, Duty, Letter, State

# fmt: off
EXITS: tuple[Step, ...] = (
    Step(Act.TRANSFER_OUT, CASE, (State.REGISTERED,), State.TRANSFERRED_OUT, "第二十二条第二款", "信访部门", needs=Letter.TRANSFER_LETTER, meets=(Duty.DISPATCH_15D,), opens_leg=True, note="检举控告转纪检监察机关，涉诉转政法机关，或者转其他区县、外部单位；书面告知信访人去向（检举控告的告知按有关规定，只记口头告知），登记回执后结案"),
    Step(Act.RECORD_TRANSFER_RECEIPT, LEG, (State.TRANSFERRED_OUT,), None, "第二十二条第二款", "信访部门"),
    Step(Act.NO_LONGER_ACCEPT, CASE, (State.REGISTERED,), State.EXIT_PENDING, "第三十六条第三款", "信访部门、收件机关", opens_leg=True, note="照常登记之后作出；写明原复核意见的文号和理由，不是本系统登记的附上原件；核准以前分流期限照常计算"),
    Step(Act.FILE_ONLY, CASE, (State.REGISTERED,), State.EXIT_PENDING, "第二十二条", "信访部门", opens_leg=True, note="只限完全重复、看不出请求、空信封、感谢，其他理由逐件两人核准；具名的建议、检举控告、申诉求决，涉诉和重大紧急事项不能存查"),
    Step(Act.DECLINE, CASE, (State.REGISTERED,), State.EXIT_PENDING, "第十九条、第二十条", "信访部门、收件机关", opens_leg=True, note="照常登记之后作出；写明理由和应当向哪里提出；信访部门不能以不属职权不予受理，应当转送；核准以前分流期限照常计算"),
    Step(Act.APPROVE_EXIT, LEG, (State.EXIT_PENDING,), State.NOT_ACCEPTED, "第十九条、第二十二条、第三十六条第三款", "单位负责人、协调员", needs=Letter.NON_ACCEPTANCE_NOTICE, ends=(Duty.DISPATCH_15D, Duty.OBJECTION_5WD), note="由作出决定以外的另一人核准，核准后才有告知书；不再受理的进入不再受理，存查的进入存查，没有告知书；最后一项等候分流的诉求这样离开的，分流期限终止"),
    Step(Act.REFUSE_EXIT, LEG, (State.EXIT_PENDING,), State.REFERRED, "第十九条、第二十二条、第三十六条第三款", "单位负责人、协调员", note="写明理由，回到决定以前的状态；在登记单位作出的，诉求重新等候分流，期限从未停止"),
    Step(Act.REOPEN_EXIT, LEG, (State.NOT_ACCEPTED, State.CLOSED), State.REFERRED, "第十九条、第二十二条、第三十六条第三款", "单位负责人、协调员", note="后来证明理由不成立的，由作出决定以外的人恢复办理；被终止的期限从原起算日继续计算，在登记单位作出的，诉求重新等候分流"),
    Step(Act.REOPEN_EXIT, LEG, (State.NO_LONGER_ACCEPTED, State.FILED), State.RETURNED, "第十九条、第二十二条、第三十六条第三款", "单位负责人、协调员", note="诉求重新等候分流，分流期限从原起算日继续计算"),
    Step(Act.GUIDE, CASE, (State.REGISTERED,), State.DIVERTED, "第二十条第二款、第二十二条第二款、第三十一条", "信访部门、收件机关", needs=Letter.DIVERSION_NOTICE, meets=(Duty.DISPATCH_15D,), opens_leg=True, note="走访反映涉诉等应当走法定途径的，释法明理，告知哪个机关、什么期限、到哪里、怎样提出"),
    Step(Act.OBJECT, LEG, (State.REFERRED, State.COMMISSIONED), State.OBJECTION_PENDING, "第二十三条第三款", "责任单位", needs=Letter.OBJECTION_LETTER, meets=(Duty.OPEN_1WD, Duty.OBJECTION_5WD), note="收到之日起5个工作日内，写明理由和建议的单位；告知期限不中断"),
    Step(Act.AGREE_OBJECTION, LEG, (State.OBJECTION_PENDING,), State.RETURNED, "第二十三条第三款", "转送交办方", note="诉求回到登记单位重新分流，分流期限从原起算日继续，往返天数另列；同一诉求只能这样退回一次"),
    Step(Act.REFUSE_OBJECTION, LEG, (State.OBJECTION_PENDING,), State.REFERRED, "第二十三条第三款", "转送交办方", note="交办件回到已交办；告知期限不中断"),
    Step(Act.ARBITRATE, LEG, (State.OBJECTION_PENDING,), State.REFERRED, "第二十四条", "共同上一级、联席会议", note="同一诉求第二次提出异议，或者争议提请指定时；指定原单位的继续办理（交办件回到已交办），指定其他单位的退回后只能分给该单位，不得再提异议"),
    Step(Act.TAKE_BACK, LEG, (*OPEN_LEG, State.OBJECTION_PENDING), State.RETURNED, "第二十二条第一款、第三十条", "转送交办方、检举控告专管员", note="对方尚未签收的，转送交办方可以撤回；签收以后只用于责任单位被检举控告；诉求回到登记单位，分流期限从原起算日继续，已起算的办结期限由下一个单位接着算"),
    Step(Act.ASK_REDIRECT, LEG, (State.REFERRED, State.COMMISSIONED), None, "第二十四条第一款", "责任单位、转送交办方", note="受理之前随时可以商请对方同意重新转办，不受5个工作日限制；答复之前各项期限照常计算"),
    Step(Act.AGREE_REDIRECT, LEG, (State.REFERRED, State.COMMISSIONED), State.RETURNED, "第二十四条第一款", "被商请的一方", note="双方协商一致，诉求回到登记单位重新分流，分流期限从原起算日继续，往返天数另列；下一个单位的告知、异议期限从它自己收到之日起算；不计入退回次数"),
    Step(Act.REFUSE_REDIRECT, LEG, (State.REFERRED, State.COMMISSIONED), None, "第二十四条第一款", "被商请的一方", note="状态和期限不变"),
    Step(Act.ASK_ARBITRATION, LEG, (State.REFERRED, State.COMMISSIONED), State.OBJECTION_PENDING, "第二十四条第一款", "责任单位、转送交办方", needs=Letter.ARBITRATION_REQUEST, ends=(Duty.OBJECTION_5WD,), note="5个工作日已过或者异议未被同意、仍有争议的，不必先退回，直接提请共同上一级、联席会议决定；告知期限不中断"),
    Step(Act.NOT_ACCEPT, LEG, DISPATCHED, State.EXIT_PENDING, "第十九条、第二十条", "责任单位", meets=(Duty.OPEN_1WD,), note="写明理由和应当向哪里提出；转送、交办件不属职权的应提出异议；核准以前各项期限照常计算"),
    Step(Act.DIVERT, LEG, (*DISPATCHED, *WORKING), State.DIVERTED, "第三十一条第一至四项", "责任单位", needs=Letter.DIVERSION_NOTICE, meets=(Duty.OPEN_1WD,), ends=(Duty.OBJECTION_5WD, Duty.HANDLE_60D, Duty.PATH5_2M, Duty.REMAND_LIMIT), note="申请履行法定职责的不导出，由本机关依法履行或者答复；告知哪个机关、什么期限、到哪里、怎样提出；告知书发出后满足告知期限"),
    Step(Act.ASK_WITHDRAWAL, LEG, OPEN_LEG, None, "第十七条", "信访人（责任单位或者登记单位代录）", note="核实之前办理和期限都不停止；检举控告不因撤回停止"),
    Step(Act.WITHDRAW, LEG, OPEN_LEG, State.WITHDRAWN, "第十七条", "办理单位以外的分办员、协调员", ends=(Duty.OPEN_1WD, *TO_INFORM, Duty.OBJECTION_5WD, Duty.HANDLE_60D, Duty.PATH5_2M, Duty.REMAND_LIMIT, Duty.SERVICE_3WD, Duty.COMMISSION_FEEDBACK), starts=(Duty.REVOKE_15D,), note="办理单位以外的人向本人核实，十五日内可反悔；检举控告不因撤回停止"),
    Step(Act.REVOKE_WITHDRAWAL, LEG, (State.WITHDRAWN,), State.IN_HANDLING, "第十七条", "信访人（责任单位或者登记单位代录）", meets=(Duty.REVOKE_15D,), note="恢复到撤回前的状态，期限从原起算日继续"),
    Step(Act.REVOKE_WITHDRAWAL, LEG, OPEN_LEG, None, "第十七条", "信访人（责任单位或者登记单位代录）", note="核实之前本人不愿撤回的，申请作罢"),
)
# fmt: on
