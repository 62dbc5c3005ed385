"""What every act needs to be done in a state: a case of that state, and two people who may do anything."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from cases.actions.inputs import DemandInput
from cases.models import Case, HandOff, Leg
from cases.models.leg import InquiryKind
from law.endings import CareKind, FinalizationGround, Retention
from law.filing import FilingGround
from law.matters import Cause, Destination, ReportKind, ReportTo
from law.officials import OfficialsTo
from law.procedure import AFTER
from law.remedies import RefusalGround, RemedyDecision
from law.vocabulary import Act, Movement, Outcome, Path, ServiceMethod, State
from organizations.models import Staff
from organizations.roles import OFFICERS, Role
from tests.cases.side_acts import OF_THE_MATTER, SECOND, beside
from tests.cases.uploads import a_file, a_scan
from tests.cast import Cast
from tests.remedy_walks import DRAFT, city
from tests.walks import REACHABLE, Walk, answer_all, commission, refer, walk_to

OFFICIALS = {"officials": "施镇长", "told": [OfficialsTo.ORGANIZATION], "body": "区委组织部", "content": "收受礼金"}
ALL_WORK = tuple(role for role in Role if role not in OFFICERS)
AT_THE_DESK = (State.REGISTERED, State.PENDING_DECISION, State.VOID_PENDING, State.VOIDED)
# States without an act of their own yet are set by hand on the nearest state that has one.
NEAREST = {**dict.fromkeys(AFTER, State.ANSWERED), State.CLOSED: State.CLOSED, State.EXIT_PENDING: State.REFERRED}


@dataclass
class Scene:
    """A case in a state, everything prepared that any act asks for besides the state."""

    walk: Walk
    handler: Staff
    head: Staff
    other: Staff
    asked: HandOff
    consulted: HandOff
    helping: HandOff
    guiding: HandOff

    def hand_off(self, act: Act) -> HandOff:
        """The request that an act answers."""
        replies = {
            Act.REPORT_FINDINGS: self.asked,
            Act.REPLY_CO_HANDLING: self.helping,
            Act.REPLY_GUIDANCE: self.guiding,
        }
        return replies.get(act, self.consulted)

    @property
    def leg(self) -> Leg:
        assert isinstance(self.walk.leg, Leg)
        return self.walk.leg


def set_scene(cast: Cast, state: State) -> Scene:
    """Bring a case to a state and prepare hand-offs, a handler, answers and a report owed."""
    handler, head = (cast.hire(name, cast.bureau, *ALL_WORK) for name in ("一把好手", "另一把好手"))
    for person in (handler, head):
        for unit in (cast.town, cast.village, cast.housing, cast.gov):
            cast.grant(person, unit, *ALL_WORK)
    walk = _reach(cast, state)
    scene = Scene(
        walk,
        handler,
        head,
        cast.town_handler,
        *(_hand_off(walk, m) for m in (Movement.DELEGATE, Movement.CONSULT, Movement.CO_HANDLE, Movement.GUIDANCE)),
    )
    prepared = {} if state in AT_THE_DESK else {"state": state}
    Leg.objects.filter(pk=scene.leg.pk).update(handler=handler, opened_by=None, **prepared)
    if state in NEAREST or state is State.PENDING_DECISION:
        Case.objects.filter(pk=walk.case.pk).update(state=state)
    walk.refresh()
    return scene


def _reach(cast: Cast, state: State) -> Walk:
    if state in AT_THE_DESK:
        # One demand waits at the desk, the other has a leg, so that acts on legs have something to act on.
        walk = walk_to(cast, State.REGISTERED)
        walk.act(Act.REFER, cast.router, later=1, unit=cast.town, demands=[1], reason="属地管理")
        walk.go_on_at(cast.town, cast.town_head, cast.town_handler)
        if state in (State.VOID_PENDING, State.VOIDED):
            walk.act(Act.REQUEST_VOID, cast.clerk, reason="重复登记")
        if state == State.VOIDED:
            walk.act(Act.CONFIRM_VOID, cast.coordinator)
        return walk
    nearest = state if state in REACHABLE else NEAREST[state]
    walk = walk_to(cast, nearest, first=refer if nearest == State.REFERRED else commission)
    if nearest == State.IN_HANDLING:
        answer_all(walk)
    return walk


def _hand_off(walk: Walk, movement: Movement) -> HandOff:
    assert walk.leg is not None
    common = {"case": walk.case, "leg": walk.leg, "district_id": walk.case.district_id, "movement": movement}
    village = walk.cast.next_village
    # One that was reported already, so that there is something to assess.
    HandOff.objects.create(
        **common, to_unit=village, sent_on=walk.on, received_on=walk.on, reply="属实", replied_on=walk.on
    )
    return HandOff.objects.create(**common, to_unit=walk.cast.village, sent_on=walk.on, received_on=walk.on)


def correction(scene: Scene) -> dict[str, Any]:
    """A slip in the first letter of the leg."""
    letter = scene.leg.documents.first()
    words = letter.content[:4] if letter else ""
    key = letter.pk if letter else 0
    return {"document": key, "wrong": words, "right": "某某", "reason": "笔误", "method": ServiceMethod.POST}


def doer(act: Act, scene: Scene) -> Staff:
    """Who may do this act: the handler, or where the law wants a second person, that one."""
    if act in (Act.WITHDRAW, Act.RATE, Act.SUPERVISE, *OF_THE_MATTER):
        coordinator: Staff = scene.walk.cast.coordinator
        return coordinator
    if act is Act.TAKE_BACK:
        # Who may do anything also stands at the unit that turns out to be accused.
        router: Staff = scene.walk.cast.router
        return router
    second = (
        Act.ISSUE,
        Act.SEND_BACK,
        Act.CONFIRM_VOID,
        Act.REFUSE_VOID,
        Act.DECIDE_REEXAMINATION,
        Act.DECIDE_REVIEW,
        Act.REMAND,
        Act.FINALIZE,
        *SECOND,
    )
    # Who handled it below has no part in its re-examination.
    apart = dict.fromkeys((Act.DRAFT_REMEDY, Act.REFUSE_REMEDY), scene.head)
    return apart.get(act) or (scene.head if act in second else scene.handler)


def arguments(act: Act, scene: Scene) -> dict[str, Any]:
    """What a person would fill in for this act, always right."""
    return filled(scene).get(act) or beside(act, scene)


def filled(scene: Scene) -> dict[Act, dict[str, Any]]:
    """What a person would fill in for the acts of the main way and of the ways out of it."""
    cast, walk = scene.walk.cast, scene.walk
    waiting = walk.case.demands.filter(leg=None).values_list("number", flat=True)
    numbers = list(waiting) or [1]
    return {
        Act.CORRECT: {"reason": "笔误", "location": "柳湾村村口", "urgent": True},
        Act.SPLIT: {"demands": [DemandInput("清渠"), DemandInput("赔偿青苗")]},
        Act.LINK_RESPONDENT: {"name": "某公司", "outside": True},
        Act.REFER: {"unit": cast.housing, "demands": numbers, "reason": "职权"},
        Act.COMMISSION: {"unit": cast.housing, "demands": numbers, "reason": "重要", "days": 30},
        Act.KEEP: {"demands": numbers},
        Act.TELL_ON_SPOT: {"handling": "由本单位依法受理", "receiver": "老王"},
        Act.DIRECT_ELSEWHERE: {
            "demands": numbers,
            "body": "省铁路局",
            "address": "省城铁路大街1号",
            "reason": "属其管辖",
        },
        Act.REQUEST_VOID: {"reason": "重复"},
        Act.REFUSE_VOID: {"reason": "并不重复"},
        Act.UNMASK: {"reason": "联系信访人"},
        Act.NOTIFY: {"method": ServiceMethod.IN_PERSON},
        Act.TAKE: {"handler": scene.other},
        Act.DELEGATE: {"unit": cast.group, "instruction": "现场看一下"},
        Act.REPORT_FINDINGS: {"text": "确有破损"},
        Act.ASSESS: {"text": "情况属实"},
        Act.CONSULT: {"unit": cast.farming, "question": "是否有规划？"},
        Act.REPLY_CONSULTATION: {"text": "没有规划"},
        Act.RECORD_INQUIRY: {"kind": InquiryKind.SITE_VISIT, "text": "到场查看"},
        Act.ANSWER: {
            "demand": 1,
            "outcome": Outcome.SUPPORT,
            "facts": "属实",
            "opinion": "修",
            "legal_basis": "《公路法》",
            "cause": Cause.EXECUTION,
        },
        Act.SEND_BACK: {"reason": "依据不足"},
        Act.SERVE: {"method": ServiceMethod.IN_PERSON},
        Act.RECORD_RECEIPT: {"received_on": walk.on, "receiver": "老王"},
        Act.REPORT_CONCLUSION: {"text": "已经办结"},
        Act.REMIND: {"text": "请抓紧"},
        Act.RECORD_RETURN: {"reason": "查无此人"},
        Act.WAIVE_NOTICE: {"reason": "没有署名", "tried": "在村务公开栏张贴"},
        Act.REQUEST_REEXAMINATION: {"request": "没有写清", "unit": cast.gov, "late_reason": "住院"},
        Act.REQUEST_REVIEW: {"request": "没有写清", "unit": city(cast), "late_reason": "住院"},
        Act.DRAFT_REMEDY: {"decision": RemedyDecision.UPHOLD, **DRAFT},
        Act.DECIDE_REEXAMINATION: {"number": "99号"},
        Act.DECIDE_REVIEW: {"number": "99号"},
        Act.REMAND: {"number": "99号"},
        Act.REFUSE_REMEDY: {"ground": RefusalGround.LATE, "reason": "外出务工不是正当理由", "number": "99号"},
        Act.READMIT_REMEDY: {"reason": "住院有病历为证", "number": "100号"},
        Act.PUBLISH_REVIEW: {"text": "维持复查意见。", "place": "门户网站", "shown_to": walk.on + timedelta(days=400)},
        Act.END_PUBLICATION: {"reason": "有错字"},
        Act.REJECT_CONCLUSION: {"reason": "没有写清怎么修"},
        Act.PROPOSE_FINALIZATION: {"ground": FinalizationGround.JUDICIAL_FINAL, "reason": "法院已经判决"},
        Act.AFTER_CARE: {"kind": CareKind.RELIEF, "text": "送去过冬物资"},
        Act.CORRECT_LETTER: correction(scene),
        Act.ARCHIVE: {"retention": Retention.TEN_YEARS},
        Act.OBJECT: {"reason": "不属于本镇职权", "proposed": cast.housing},
        Act.AGREE_OBJECTION: {"note": "情况属实"},
        Act.REFUSE_OBJECTION: {"reason": "属于你单位职权"},
        Act.ARBITRATE: {"reason": "联席会议决定"},
        Act.TAKE_BACK: {"reason": "被检举控告"},
        Act.ASK_REDIRECT: {"reason": "道路由区住建局管养", "proposed": cast.housing},
        Act.AGREE_REDIRECT: {"note": "经核实，同意"},
        Act.REFUSE_REDIRECT: {"reason": "属于你单位职权"},
        Act.ASK_ARBITRATION: {"reason": "双方意见不一", "proposed": cast.housing},
        Act.NOT_ACCEPT: {"ground": "NA_LITIGATION", "reason": "已经起诉", "where": "云河区人民法院"},
        Act.DIVERT: {"path": Path.JUDICIAL, "reason": "行政处罚争议", "body": "云河区人民法院"},
        Act.NO_LONGER_ACCEPT: {
            "demands": numbers,
            "ground": "NLA_AFTER_REVIEW",
            "reason": "无新的事实",
            "earlier": "云信核〔2025〕3号",
            "elsewhere": "市里作出，已核对",
            "papers": [a_scan()],
        },
        Act.TRANSFER_OUT: {
            "demands": numbers,
            "destination": Destination.OTHER_BODY,
            "body": "省铁路局",
            "reason": "属其管辖",
        },
        Act.DECLINE: {"demands": numbers, "ground": "NA_LITIGATION", "reason": "已经起诉", "where": "云河区人民法院"},
        Act.GUIDE: {"demands": numbers, "path": Path.JUDICIAL, "reason": "行政处罚争议", "body": "云河区人民法院"},
        Act.REPORT_OFFICIALS: OFFICIALS,
        Act.RECORD_OFFICIALS_RECEIPT: {"received_on": walk.on},
        Act.RECORD_TRANSFER_RECEIPT: {"received_on": walk.on},
        Act.FILE_ONLY: {"demands": numbers, "ground": FilingGround.THANKS},
        Act.REFUSE_EXIT: {"reason": "理由不成立"},
        Act.REOPEN_EXIT: {"reason": "后来查明并未起诉"},
        Act.REPORT_URGENT: {"kind": ReportKind.FLASH, "bodies": list(ReportTo), "content": "三十人聚集"},
        Act.RECORD_URGENT_RECEIPT: {"received_on": walk.on},
        Act.ASK_DECISION: {"proposal": "建议由住建局牵头"},
        Act.RECORD_DECISION: {"decision": "由住建局牵头", "decided_by": "云河区人民政府"},
        Act.ATTACH_SCAN: {"document": correction(scene)["document"], "uploads": [a_scan()]},
        Act.ADD_FILE: {"title": "承包合同复印件", "uploads": [a_file()]},
    }
