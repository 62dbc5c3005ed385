"""What happens beside the main way while a unit handles its leg: time, hearing, objection, side exits, agreement."""

from collections.abc import Callable
from datetime import timedelta

from cases.models import HandOff
from cases.models.agreement import MediationBody, MediationResult, SettlementMethod
from cases.models.duties import ReliefKind
from cases.models.recusal import RecusalSource
from demo.accounts import account_of
from demo.courses import Aside
from demo.legs import LegWalk
from demo.opening import ROUTER
from demo.plans import Moment, Words
from demo.words import DUTIES_CHECKED
from law.vocabulary import Act, Movement, Outcome, Path, ServiceMethod
from organizations.roles import Role


def _extension(walk: LegWalk) -> None:
    walk.deed(Act.ASK_EXTENSION, walk.handler, days=20, reason="需要调取往年的账目并逐户核对，原期限内难以查清。")


def _extended(walk: LegWalk) -> None:
    _extension(walk)
    walk.rest(1, 2)
    walk.deed(Act.EXTEND, walk.head, days=15, note="情况属实，先延长十五日，请抓紧。")


def _not_extended(walk: LegWalk) -> None:
    _extension(walk)
    walk.rest(1, 2)
    walk.deed(Act.REFUSE_EXTENSION, walk.head, reason="事实已经基本查清，应当在原期限内答复。")


def _hearing(walk: LegWalk) -> None:
    head = walk.head

    def called(now: Moment) -> Words:
        return {
            "leg_id": now.leg(walk.unit).pk,
            "matter": "处理方案是否合理",
            "planned_on": now.on + timedelta(days=8),
            "place": "一楼会议室",
            "chair": now.cast.staff(head),
            "participants": "信访人、承办人、两名居民代表、一名律师",
            "at_time": "上午九时",
        }

    def held(now: Moment) -> Words:
        return {
            "leg_id": now.leg(walk.unit).pk,
            "held_from": now.on,
            "attended": "通知的人员全部到会",
            "minutes": "信访人陈述了经过和请求，承办人说明了调查情况，参加人各自发表了意见。",
            "conclusion": "多数参加人认为方案可行，建议写明完成时间。",
        }

    walk.plan.add(Act.CALL_HEARING, walk.head, walk.day, called)
    walk.rest(9, 10)
    walk.plan.add(Act.HOLD_HEARING, walk.handler, walk.day, held)


def _objected(walk: LegWalk) -> None:
    other = walk.adviser()

    def how(now: Moment) -> Words:
        reason = "反映的设施由其他单位管养，不属于本单位职权。"
        return {"leg_id": now.leg(walk.unit).pk, "reason": reason, "proposed": now.cast.unit(other)}

    walk.plan.add(Act.OBJECT, walk.head, walk.day, how)


def _objection_refused(walk: LegWalk) -> None:
    _objected(walk)
    walk.rest(1, 1)
    walk.deed(Act.REFUSE_OBJECTION, ROUTER, reason="经核对职责分工，该事项属于你单位，请依法办理。")


def _returned(walk: LegWalk) -> None:
    _objected(walk)
    walk.rest(1, 1)
    walk.deed(Act.AGREE_OBJECTION, ROUTER, note="经核实，理由成立。")
    other, numbers = walk.adviser(), [number for number, _ in walk.asks]
    fixed: Words = {"demands": numbers, "reason": "按照职责分工转送你单位办理。"}
    walk.plan.add(Act.REFER, ROUTER, walk.day, lambda now: {**fixed, "unit": now.cast.unit(other)})


def _not_accepted(walk: LegWalk) -> None:
    reason = "同一纠纷已向人民法院起诉，法院已经立案。"
    walk.deed(Act.NOT_ACCEPT, walk.handler, ground="NA_LITIGATION", reason=reason, where="澄湖区人民法院")
    walk.rest(0, 1)
    walk.deed(Act.APPROVE_EXIT, walk.head, note="情况属实，同意。")
    _notified(walk)


def _diverted(walk: LegWalk) -> None:
    path = walk.asks[0][1].path or Path.JUDICIAL
    body, limit = BODIES[path]
    walk.deed(Act.DIVERT, walk.head, path=path, reason="反映的事项应当按照法定程序处理。", body=body, limit=limit)
    _notified(walk)


BODIES = {
    Path.JUDICIAL: ("澄湖区人民法院", "请留意判决书写明的上诉期限"),
    Path.ARBITRATION: ("澄湖区劳动人事争议仲裁委员会", "自知道权利被侵害之日起一年内"),
    Path.ADMIN_PROCEDURE: ("镇便民服务中心审批窗口", ""),
}


def _notified(walk: LegWalk) -> None:
    walk.rest(1, 2)
    walk.deed(Act.NOTIFY, walk.head, method=ServiceMethod.POST)


def _material(walk: LegWalk) -> None:
    walk.deed(Act.REQUEST_MATERIAL, walk.handler, missing="承包合同复印件\n损失清单")
    walk.rest(3, 5)
    walk.deed(Act.RECORD_MATERIAL, walk.handler, received="承包合同复印件、损失清单各一份")


def _helped(walk: LegWalk) -> None:
    other = walk.adviser()
    how = _handed(walk, other, "task", "请派员一同到现场查看。")
    walk.plan.add(Act.CO_HANDLE, walk.handler, walk.day, how)
    walk.rest(2, 3)

    def reply(now: Moment) -> Words:
        asked = HandOff.objects.get(leg=now.leg(walk.unit), movement=Movement.CO_HANDLE)
        return {"hand_off_id": asked.pk, "text": "已派两名技术人员到场，意见附后。"}

    walk.plan.add(Act.REPLY_CO_HANDLING, account_of(Role.HANDLER, other), walk.day, reply)


def _handed(walk: LegWalk, to: str, name: str, text: str) -> Callable[[Moment], Words]:
    def how(now: Moment) -> Words:
        return {
            "leg_id": now.leg(walk.unit).pk,
            "unit": now.cast.unit(to),
            name: text,
            "reply_by": now.on + timedelta(days=7),
        }

    return how


def _mediated(walk: LegWalk) -> None:
    walk.deed(
        Act.REFER_MEDIATION,
        walk.handler,
        body=MediationBody.COMMITTEE,
        name="镇人民调解委员会",
        reason="双方都愿意调解。",
    )
    walk.rest(4, 6)
    walk.deed(Act.RECORD_MEDIATION, walk.handler, result=MediationResult.REACHED, text="双方当面说开，愿意各让一步。")


def _agreed(walk: LegWalk) -> None:
    _mediated(walk)
    walk.rest(1, 1)
    walk.deed(
        Act.SETTLE,
        walk.handler,
        way=SettlementMethod.MEDIATION,
        parties="信访人、对方当事人",
        content="对方负责修复，并补偿材料费。",
        performance="一个月内完成，由调解委员会回访。",
    )


def _withdrawal(walk: LegWalk) -> None:
    walk.deed(Act.ASK_WITHDRAWAL, walk.handler, reason="问题已经解决，不再反映。")


def _withdrawn(walk: LegWalk) -> None:
    _withdrawal(walk)
    walk.rest(1, 2)
    walk.deed(Act.WITHDRAW, ROUTER, how="打电话向本人核实，本人说明是自愿的。")


def _returned_to(walk: LegWalk) -> None:
    _withdrawn(walk)
    walk.rest(3, 6)
    walk.deed(Act.REVOKE_WITHDRAWAL, walk.handler, reason="修好几天又坏了，请继续办理。")


def _recusal(walk: LegWalk) -> None:
    person = walk.handler
    asked = {"source": RecusalSource.PETITIONER, "reason": "听说承办人是对方的同学。"}
    decided = {"agree": False, "reason": "经了解并无此关系，已向信访人说明。"}

    def how(fixed: Words) -> Callable[[Moment], Words]:
        return lambda now: {"leg_id": now.leg(walk.unit).pk, "person": now.cast.staff(person), **fixed}

    walk.plan.add(Act.REQUEST_RECUSAL, walk.head, walk.day, how(asked))
    walk.rest(1, 2)
    walk.plan.add(Act.DECIDE_RECUSAL, walk.head, walk.day, how(decided))


def _relief(walk: LegWalk) -> None:
    walk.deed(
        Act.REFER_RELIEF, walk.handler, relief=ReliefKind.SOCIAL, body="澄湖区民政局", reason="家中有人重病，收入中断。"
    )


def _mail_came_back(walk: LegWalk) -> None:
    walk.rest(4, 6)
    walk.deed(Act.RECORD_RETURN, walk.handler, reason="收件人不在，逾期未领")


def _carried_out(walk: LegWalk) -> None:
    walk.deed(Act.CHECK_DUTIES, walk.handler, **DUTIES_CHECKED)
    number, ask = walk.asks[0]
    if ask.outcome is Outcome.SUPPORT:
        walk.rest(2, 4)
        walk.deed(Act.TRACK_EXECUTION, walk.handler, demand=number, progress="已经开工，每周回访一次。")


HANDLING: dict[Aside, Callable[[LegWalk], None]] = {
    Aside.EXTENSION_ASKED: _extension,
    Aside.EXTENDED: _extended,
    Aside.NOT_EXTENDED: _not_extended,
    Aside.HEARING: _hearing,
    Aside.OBJECTED: _objected,
    Aside.OBJECTION_REFUSED: _objection_refused,
    Aside.RETURNED: _returned,
    Aside.NOT_ACCEPTED: _not_accepted,
    Aside.DIVERTED: _diverted,
    Aside.MATERIAL: _material,
    Aside.CO_HANDLED: _helped,
    Aside.MEDIATED: _mediated,
    Aside.AGREED: _agreed,
    Aside.WITHDRAWAL_ASKED: _withdrawal,
    Aside.WITHDRAWN: _withdrawn,
    Aside.WITHDRAWAL_REVOKED: _returned_to,
    Aside.RECUSAL: _recusal,
    Aside.RELIEF: _relief,
    Aside.MAIL_CAME_BACK: _mail_came_back,
    Aside.CARRIED_OUT: _carried_out,
}
