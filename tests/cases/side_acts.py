"""What the acts beside the main way need in the State x Act table: arguments, and what has to have been asked before."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from cases.models import Case, Escalation, Extension, Hearing, MaterialRequest, Mediation, Recusal, Withdrawal
from cases.models.agreement import MediationBody, MediationResult, SettlementMethod
from cases.models.duties import ReliefKind, RiskLevel
from cases.models.recusal import RecusalSource
from cases.models.suggestion import AwardKind
from law.dissuasion import DissuasionKind
from law.matters import Cause, Tier
from law.ratings import Rated, RatingWay, Score
from law.vocabulary import Act, Kind, Outcome, Path, State
from organizations.models import Staff
from supervision.words.orders import Failure, OrderMethod, OrderSource
from tests.cases.commission_acts import of_commissions, prepare_commission
from tests.cases.promises import BY_ANOTHER, of_promises, prepare_promise
from tests.cases.proposals import prepare_proposal, proposing
from tests.cast import register
from tests.walks import clock_of

if TYPE_CHECKING:
    from tests.cases.table import Scene

DISSUADED = {
    "kind": DissuasionKind.DISSUADED,
    "place": "信访大厅",
    "happened": "在窗口前大声说话约十分钟",
    "said": "请到接谈室坐下来谈",
}
# Done by the second person, who is not the handler.
SECOND = (
    Act.RECLASSIFY,
    Act.REFUSE_RECLASSIFICATION,
    Act.EXTEND,
    Act.REFUSE_EXTENSION,
    Act.DECIDE_RECUSAL,
    Act.UNDO_SERVICE,
    Act.REFUSE_UNDOING,
    Act.APPROVE_EXIT,
    Act.REFUSE_EXIT,
    Act.REOPEN_EXIT,
    Act.APPROVE_PROPOSAL,
    Act.RECORD_PAPER,
    Act.CONFIRM_SUPERIOR_CHANGE,
    *BY_ANOTHER,
)
# Done by the office, which is measured by no case.
OF_THE_MATTER = (Act.JOIN_MATTER, Act.LEAVE_MATTER)
# Only possible before a date that the handling of the table would let pass.
ON_THE_DAY = (
    Act.ASK_UNDOING,
    Act.UNDO_SERVICE,
    Act.RATE,
    Act.ASK_EXTENSION,
    Act.EXTEND,
    Act.HOLD_HEARING,
    Act.REVOKE_WITHDRAWAL,
    Act.TELL_ON_SPOT,
)


def supervising(signed_by: Staff, on: date) -> dict[str, Any]:
    """What a person would fill in to order a unit."""
    said = {"failure": Failure.EVASION, "source": OrderSource.OFFICE, "method": OrderMethod.LETTER}
    return {**said, "text": "请抓紧办理", "reply_by": on + timedelta(days=10), "signed_by": signed_by}


def beside(act: Act, scene: "Scene") -> dict[str, Any]:
    """What a person would fill in for an act beside the main way."""
    cast, on = scene.walk.cast, scene.walk.on
    filled: dict[Act, dict[str, Any]] = {
        Act.SUPERVISE: supervising(cast.bureau_head, on),
        Act.ASK_EXTENSION: {"days": 20, "reason": "涉及多个年度的账目"},
        Act.EXTEND: {"days": 15},
        Act.REFUSE_EXTENSION: {"reason": "案情并不复杂"},
        Act.CALL_HEARING: {
            "matter": "补偿标准",
            "planned_on": on,
            "place": "镇政府",
            "chair": cast.housing_head,
            "participants": "双方",
        },
        Act.REQUEST_RECUSAL: {
            "person": cast.town_handler,
            "source": RecusalSource.PETITIONER,
            "reason": "是对方的亲戚",
        },
        Act.DECIDE_RECUSAL: {"person": cast.town_handler, "agree": True, "reason": "属实"},
        Act.REQUEST_MATERIAL: {"missing": "身份证明\n承包合同"},
        Act.RECORD_MATERIAL: {"received": "承包合同"},
        Act.SETTLE: {
            "way": SettlementMethod.MEDIATION,
            "parties": "老王、村委会",
            "content": "补三千元",
            "performance": "月底前",
        },
        Act.REFER_MEDIATION: {"body": MediationBody.COMMITTEE, "name": "青石镇调委会", "reason": "邻里相争"},
        Act.RECORD_MEDIATION: {"result": MediationResult.REACHED, "text": "愿意和好"},
        Act.CO_HANDLE: {"unit": cast.farming, "task": "核对灌溉用水记录"},
        Act.REPLY_CO_HANDLING: {"text": "已经核对"},
        Act.SET_APART: {"demands": [1], "reason": "第1项已经查清，先行答复"},
        Act.ASK_RECLASSIFICATION: {"demand": 1, "kind": Kind.SUGGESTION, "reason": "只是建议"},
        Act.REFUSE_RECLASSIFICATION: {"reason": "就是申诉求决"},
        Act.ASSESS_RISK: {"level": RiskLevel.LOW, "reasons": "诉求已部分解决", "plan": "当面解释"},
        Act.CHECK_DUTIES: dict.fromkeys(("solved", "explained", "helped", "lawful"), "无此情形"),
        Act.TRACK_EXECUTION: {"demand": 1, "progress": "已开工"},
        Act.REFER_RELIEF: {"relief": ReliefKind.SOCIAL, "body": "区民政局", "reason": "家中有重病人"},
        Act.AWARD: {
            "demand": 1,
            "kind": AwardKind.CERTIFICATE,
            "recipient": "老王",
            "body": "云河区人民政府",
            "contribution": "改进了路灯管护",
        },
        Act.ASK_UNDOING: {"document": last_letter(scene), "reason": "日期登记错了"},
        Act.REFUSE_UNDOING: {"reason": "登记没有错"},
        Act.ASK_WITHDRAWAL: {"reason": "已经修好了"},
        Act.WITHDRAW: {"how": "电话向本人核实"},
        Act.REVOKE_WITHDRAWAL: {"reason": "又坏了"},
        Act.RATE: {"rated": Rated.UNIT, "score": Score.MOSTLY, "way": RatingWay.CALL},
        Act.RECORD_DISSUASION: DISSUADED,
        Act.CORRECT_CAUSE: {"demand": 1, "cause": Cause.LEGACY, "reason": "查明是历史遗留"},
        Act.REMARK_DISSUASION: {"record": record_key(scene), "remark": "我只是想问问"},
        Act.JOIN_MATTER: {"number": another_number(scene), "reason": "同一人再次来信"},
        Act.LEAVE_MATTER: {"reason": "说的不是一块地"},
        Act.TRIAGE: {"tier": Tier.DIFFICULT, "reason": "牵涉三个部门"},
        Act.ASK_GUIDANCE: {"unit": cast.gov, "question": "政策怎么理解", "proposal": "拟予支持"},
        Act.REPLY_GUIDANCE: {"text": "同意拟办意见"},
        Act.DEFER_REPLY: {"note": "须请示市局"},
        Act.ESCALATE: {"unit": cast.gov, "reason": "牵涉三个部门"},
        Act.AGREE_ESCALATION: {"note": "由区政府接办"},
        Act.REFUSE_ESCALATION: {"guidance": "按某某规定办"},
        Act.HOLD_HEARING: {"held_from": on, "attended": "双方", "minutes": "各陈其词", "conclusion": "按新标准"},
    }
    return (
        filled.get(act) or of_commissions(on).get(act) or of_promises(act, scene.walk.case, on) or proposing(act, scene)
    )


def prepare_apart(act: Act, scene: "Scene") -> None:
    """Two demands at least, to set one apart from the other; a correction that waits."""
    leg = scene.leg
    if act in (Act.RECLASSIFY, Act.REFUSE_RECLASSIFICATION):
        asked = {
            "demand": leg.demands.first(),
            "kind": Kind.APPEAL,
            "path": Path.PETITION_PROCEDURE,
            "old_kind": Kind.APPEAL,
        }
        leg.reclassifications.create(**asked, reason="定错", asked_on=scene.walk.on, asked_by=scene.handler)
    if act is Act.SET_APART and leg.demands.count() == 1:
        leg.demands.create(case=leg.case, number=leg.case.demands.count() + 1, kind=Kind.APPEAL, text="清运垃圾")


def last_letter(scene: "Scene") -> int:
    """The key of the newest letter of the leg; 0 where there is none."""
    return scene.leg.documents.values_list("pk", flat=True).last() or 0


def record_key(scene: "Scene") -> int:
    """The key of a record of dissuasion of the case; 0 where there is none."""
    return scene.walk.case.dissuasions.values_list("pk", flat=True).last() or 0


def another_number(scene: "Scene") -> str:
    """The number of the case that came last; of the case at hand where there is no other."""
    return Case.objects.latest("pk").number


def prepare_matter(act: Act, scene: "Scene") -> None:
    """Another case, whose matter can be joined, or was."""
    other = register(scene.walk.cast) if act in OF_THE_MATTER else None
    if other and act is Act.LEAVE_MATTER:
        Case.objects.filter(pk=scene.leg.case_id).update(matter=other.matter)


def prepare_beside(act: Act, scene: "Scene") -> None:
    """Write what an act answers to: a request, a call, and a running clock where it needs one."""
    leg, on, by = scene.leg, scene.walk.on, scene.handler
    if act in (Act.ASK_EXTENSION, Act.EXTEND):
        clock_of(leg, "HANDLE_60D", on)
    prepare_matter(act, scene)
    prepare_escalation(act, scene)
    prepare_commission(act, scene)
    prepare_apart(act, scene)
    prepare_proposal(act, scene)
    prepare_promise(act, scene)
    if act in (Act.EXTEND, Act.REFUSE_EXTENSION):
        Extension.objects.create(leg=leg, days=20, reason="账目多", asked_on=on, asked_by=by)
    if act is Act.DECIDE_RECUSAL:
        Recusal.objects.create(
            case=leg.case,
            leg=leg,
            person=scene.walk.cast.town_handler,
            source=RecusalSource.PETITIONER,
            reason="亲戚",
            asked_on=on,
            asked_by=by,
        )
    if act is Act.RECORD_MEDIATION:
        Mediation.objects.create(leg=leg, body="studio", name="老李工作室", reason="邻里", sent_on=on, sent_by=by)
    if act in (Act.WITHDRAW, Act.REVOKE_WITHDRAWAL):
        Withdrawal.objects.create(leg=leg, reason="修好了", asked_on=on, asked_by=by, from_state=State.IN_HANDLING)
    if act is Act.REVOKE_WITHDRAWAL and leg.state == State.WITHDRAWN:
        clock_of(leg, "REVOKE_15D", on)
    if act is Act.TRACK_EXECUTION:
        leg.demands.update(outcome=Outcome.SUPPORT)
    if act is Act.RECORD_MATERIAL:
        MaterialRequest.objects.create(leg=leg, missing="承包合同", asked_on=on, asked_by=by)
    if act is Act.HOLD_HEARING:
        Hearing.objects.create(
            leg=leg,
            matter="补偿标准",
            planned_on=on,
            place="镇政府",
            chair=scene.walk.cast.housing_head,
            participants="双方",
            called_on=on,
            called_by=by,
        )


def prepare_escalation(act: Act, scene: "Scene") -> None:
    """A request that the district government takes the leg over."""
    if act in (Act.AGREE_ESCALATION, Act.REFUSE_ESCALATION):
        asked = {"asked_unit": scene.leg.unit, "proposed": scene.walk.cast.gov, "reason": "难"}
        Escalation.objects.create(leg=scene.leg, asked_on=scene.walk.on, asked_by=scene.handler, **asked)
