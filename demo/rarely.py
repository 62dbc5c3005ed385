"""What happens seldom, and is shown once each: corrected, set apart, sent on by agreement, made public, rated, written down."""

from collections.abc import Callable
from datetime import timedelta

from demo.accounts import account_of
from demo.afterwards import OFFICE_HEAD, decided_by_the_city, review_asked
from demo.courses import Aside
from demo.district import OFFICE
from demo.legs import LegWalk
from demo.opening import CLERK, ROUTER
from demo.plans import Moment, Words
from law.dissuasion import DissuasionKind
from law.matters import Cause
from law.promises import Evidence, Occasion, TellWay
from law.ratings import Rated, RatingWay, Score
from law.vocabulary import Act, Kind, Path, ServiceMethod
from organizations.roles import Role


def _reclassified(walk: LegWalk) -> None:
    number, _ = walk.asks[0]
    words = {
        "kind": Kind.APPEAL,
        "path": Path.PETITION_PROCEDURE,
        "reason": "经核实没有法定程序可走，应当由本单位办理。",
    }
    walk.deed(Act.ASK_RECLASSIFICATION, walk.handler, demand=number, **words)
    walk.rest(1, 2)
    walk.deed(Act.RECLASSIFY, walk.head, note="属实，同意更正。")
    walk.deed(Act.NOTIFY, walk.head, method=ServiceMethod.POST)


def _set_apart(walk: LegWalk) -> None:
    """The first demand is answered at once; the other needs more time."""
    number, ask = walk.asks[0]
    walk.deed(Act.SET_APART, walk.handler, demands=[number], reason="这一项已经查清，先行答复。")
    facts, opinion, basis = (walk.plan.told(words) for words in (ask.facts, ask.opinion, ask.basis))
    answer = {"facts": facts, "opinion": opinion, "legal_basis": basis, "cause": Cause.EXECUTION}
    _of_demand(walk, number, Act.ANSWER, walk.handler, demand=number, outcome=ask.outcome, **answer)
    _of_demand(walk, number, Act.SUBMIT, walk.handler)
    walk.rest(1, 2)
    _of_demand(walk, number, Act.ISSUE, walk.head)
    _of_demand(walk, number, Act.SERVE, walk.handler, method=ServiceMethod.POST)


def _of_demand(walk: LegWalk, number: int, act: Act, who: str, **fixed: object) -> None:
    """Write an act on the leg that has a demand now."""
    walk.plan.add(act, who, walk.day, lambda now: {"leg_id": now.case.legs.get(demands__number=number).pk, **fixed})


def _redirected(walk: LegWalk) -> None:
    other, numbers = walk.adviser(), [number for number, _ in walk.asks]

    def asked(now: Moment) -> Words:
        reason = "该设施已移交其他单位管养，有移交清单。"
        return {"leg_id": now.leg(walk.unit).pk, "reason": reason, "proposed": now.cast.unit(other)}

    walk.plan.add(Act.ASK_REDIRECT, walk.head, walk.day, asked)
    walk.rest(1, 1)
    walk.deed(Act.AGREE_REDIRECT, ROUTER, note="移交清单属实，同意重新转办。")
    fixed: Words = {"demands": numbers, "reason": "经双方商定，转送你单位办理。"}
    walk.plan.add(Act.REFER, ROUTER, walk.day, lambda now: {**fixed, "unit": now.cast.unit(other)})


def _published(walk: LegWalk) -> None:
    review_asked(walk)
    walk.rest(1, 1)

    def called(now: Moment) -> Words:
        return {
            "leg_id": now.leg(walk.unit).pk,
            "matter": "复查意见是否恰当",
            "planned_on": now.on,
            "place": "市信访局听证室",
            "chair": now.cast.staff(OFFICE_HEAD),
            "participants": "信访人、原办理单位、两名律师",
        }

    def held(now: Moment) -> Words:
        minutes = {
            "attended": "通知的人员全部到会",
            "minutes": "各方陈述了意见。",
            "conclusion": "多数认为复查意见恰当。",
        }
        return {"leg_id": now.leg(walk.unit).pk, "held_from": now.on, **minutes}

    def shown(now: Moment) -> Words:
        text = "信访人不服复查意见请求复核。经听证，复核认为原意见事实清楚、依据充分，予以维持。"
        days = {"shown_to": now.on + timedelta(days=30), "place": "市政府门户网站"}
        return {"leg_id": now.leg(walk.unit).pk, "text": text, **days}

    walk.plan.add(Act.CALL_HEARING, ROUTER, walk.day, called)
    walk.plan.add(Act.HOLD_HEARING, ROUTER, walk.day, held)
    decided_by_the_city(walk)
    walk.rest(1, 2)
    walk.plan.add(Act.PUBLISH_REVIEW, OFFICE_HEAD, walk.day, shown)


def _rated(walk: LegWalk) -> None:
    walk.rest(1, 3)
    by = account_of(Role.SUPERVISOR, OFFICE)
    walk.deed(Act.RATE, by, rated=Rated.UNIT, score=Score.MOSTLY, way=RatingWay.CALL, words="办得还行，就是慢了点。")


def _dissuaded(walk: LegWalk) -> None:
    fact: Words = {
        "kind": DissuasionKind.DISSUADED,
        "place": "区信访局接待大厅",
        "happened": "上午九时许，信访人在窗口前大声说话约十分钟。",
        "said": "工作人员请其到接谈室坐下来谈，信访人随后到接谈室。",
    }
    walk.plan.add(Act.RECORD_DISSUASION, CLERK, walk.day, lambda now: dict(fact))
    walk.rest(1, 2)

    def remark(now: Moment) -> Words:
        return {"record": now.case.dissuasions.get().pk, "remark": "我是着急，问清楚就走了。"}

    walk.plan.add(Act.REMARK_DISSUASION, CLERK, walk.day, remark)


def _promised(walk: LegWalk) -> None:
    def promised(now: Moment) -> Words:
        return {
            "text": "请设计单位到现场复核一次，把复核意见当面讲给信访人听",
            "due_on": now.on + timedelta(days=12),
            "occasion": Occasion.FIELD,
            "told_way": TellWay.FACE,
        }

    walk.plan.add(Act.PROMISE, walk.handler, walk.day, promised)


def _promise_kept(walk: LegWalk) -> None:
    _promised(walk)
    walk.rest(3, 5)

    def moved(now: Moment) -> Words:
        words = {"reason": "设计单位下周才有人到现场，已向信访人说明。", "told_way": TellWay.CALL}
        return {"promise": now.case.promises.get().pk, "new_due_on": now.on + timedelta(days=12), **words}

    def kept(now: Moment) -> Words:
        words = {"evidence": Evidence.CALL, "note": "信访人说设计单位的人来过了，讲得清楚。"}
        return {"promise": now.case.promises.get().pk, **words}

    walk.plan.add(Act.CHANGE_PROMISE_DATE, walk.handler, walk.day, moved)
    walk.rest(4, 6)
    walk.plan.add(Act.KEEP_PROMISE, ROUTER, walk.day, kept)


RARELY: dict[Aside, Callable[[LegWalk], None]] = {
    Aside.RECLASSIFIED: _reclassified,
    Aside.SET_APART: _set_apart,
    Aside.REDIRECTED: _redirected,
    Aside.PUBLISHED: _published,
    Aside.RATED: _rated,
    Aside.DISSUADED: _dissuaded,
    Aside.PROMISED: _promised,
    Aside.PROMISE_KEPT: _promise_kept,
}
