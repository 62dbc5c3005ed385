"""What comes after a unit's answer: re-examination, review, after-care, archive."""

from collections.abc import Callable

from cases.models.suggestion import AwardKind
from demo.accounts import account_of
from demo.courses import Aside
from demo.district import OFFICE
from demo.legs import LegWalk
from demo.opening import CLERK, ROUTER
from demo.plans import Moment, Words
from demo.upward import GOVERNMENT
from demo.words import REEXAM_REQUEST, REVIEW_REQUEST
from law.endings import CareKind, FinalizationGround, Retention
from law.remedies import RemedyDecision
from law.vocabulary import Act, ServiceMethod
from organizations.roles import Role

CITY = "shizhengfu"
DECIDER, DRAFTER = account_of(Role.HEAD, GOVERNMENT), account_of(Role.HANDLER, GOVERNMENT)
OFFICE_HEAD = account_of(Role.HEAD, OFFICE)


def _reexamination_asked(walk: LegWalk) -> None:
    walk.rest(6, 12)
    walk.deed(Act.REQUEST_REEXAMINATION, CLERK, request=REEXAM_REQUEST)


def _drafted(walk: LegWalk, who: str, decision: RemedyDecision, **more: object) -> None:
    walk.rest(6, 9)
    words = {
        "facts": "调阅案卷，向双方了解情况，并到现场查看。",
        "legal_basis": "《信访工作条例》第三十五条、第三十六条",
    }
    opinion = _OPINIONS[decision]
    walk.deed(Act.DRAFT_REMEDY, who, decision=decision, opinion=opinion, **words, **more)
    walk.rest(1, 2)


_OPINIONS = {
    RemedyDecision.UPHOLD: "原意见认定事实清楚，依据充分，予以维持。",
    RemedyDecision.REMAND: "原意见没有写明完成时间，责令重新办理。",
}


def _reexamined(walk: LegWalk) -> None:
    _reexamination_asked(walk)
    _drafted(walk, DRAFTER, RemedyDecision.UPHOLD)
    walk.deed(Act.DECIDE_REEXAMINATION, DECIDER)
    walk.deed(Act.SERVE, DECIDER, method=ServiceMethod.POST)


def _remanded(walk: LegWalk) -> None:
    _reexamination_asked(walk)
    _drafted(walk, DRAFTER, RemedyDecision.REMAND, remand_days=30)
    walk.deed(Act.REMAND, DECIDER)


def review_asked(walk: LegWalk) -> None:
    """Write that the city is asked to review what the district upheld."""
    _reexamined(walk)
    walk.rest(2, 3)
    walk.received(DECIDER)
    walk.rest(4, 8)

    def how(now: Moment) -> Words:
        return {"leg_id": now.leg(walk.unit).pk, "request": REVIEW_REQUEST, "unit": now.cast.unit(CITY)}

    walk.plan.add(Act.REQUEST_REVIEW, CLERK, walk.day, how)


def decided_by_the_city(walk: LegWalk) -> None:
    """Write down what the city decided, and that it was sent."""
    _drafted(walk, ROUTER, RemedyDecision.UPHOLD)
    walk.deed(Act.DECIDE_REVIEW, OFFICE_HEAD, number=f"市政信核〔2026〕{walk.rng.randint(1, 400)}号")
    walk.deed(Act.SERVE, OFFICE_HEAD, method=ServiceMethod.POST)


def _reviewed(walk: LegWalk) -> None:
    review_asked(walk)
    decided_by_the_city(walk)
    walk.rest(2, 3)
    walk.received(OFFICE_HEAD)
    walk.rest(1, 2)
    walk.deed(
        Act.PROPOSE_FINALIZATION, walk.handler, ground=FinalizationGround.AFTER_REVIEW, reason="三级程序已经走完。"
    )
    walk.deed(Act.FINALIZE, walk.head)


def _archived(walk: LegWalk) -> None:
    walk.deed(Act.AFTER_CARE, walk.handler, kind=CareKind.RESOLVING, text="上门回访，设施使用正常。")
    walk.rest(1, 3)
    walk.deed(Act.ARCHIVE, walk.handler, retention=Retention.TEN_YEARS)


def _awarded(walk: LegWalk) -> None:
    walk.deed(
        Act.AWARD,
        walk.handler,
        demand=walk.asks[0][0],
        kind=AwardKind.COMMENDATION,
        recipient="信访人",
        body="澄湖区人民政府",
        contribution="建议被采纳，方便了群众。",
    )


AFTER: dict[Aside, Callable[[LegWalk], None]] = {
    Aside.REEXAMINATION_ASKED: _reexamination_asked,
    Aside.REEXAMINED: _reexamined,
    Aside.REMANDED: _remanded,
    Aside.REVIEW_ASKED: review_asked,
    Aside.REVIEWED: _reviewed,
    Aside.ARCHIVED: _archived,
    Aside.AWARDED: _awarded,
}
