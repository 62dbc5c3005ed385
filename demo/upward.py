"""What goes up from a unit: a question to its superior, a leg it cannot handle alone."""

from collections.abc import Callable

from cases.models import HandOff
from demo.accounts import account_of
from demo.courses import Aside
from demo.legs import LegWalk
from demo.opening import ROUTER
from demo.plans import Moment, Words
from law.matters import Tier
from law.vocabulary import Act, Movement
from organizations.roles import Role

GOVERNMENT = "zhengfu"


def _guided(walk: LegWalk) -> None:
    asked = {"question": "往年的同类补偿能否参照现行标准？", "proposal": "拟参照现行标准予以支持。"}

    def ask(now: Moment) -> Words:
        return {"leg_id": now.leg(walk.unit).pk, "unit": now.cast.unit(GOVERNMENT), **asked}

    def reply(now: Moment) -> Words:
        found = HandOff.objects.get(leg=now.leg(walk.unit), movement=Movement.GUIDANCE)
        return {"hand_off_id": found.pk, "text": "同意拟办意见，请写明依据。"}

    walk.plan.add(Act.ASK_GUIDANCE, walk.handler, walk.day, ask)
    walk.rest(2, 3)
    walk.plan.add(Act.REPLY_GUIDANCE, account_of(Role.HEAD, GOVERNMENT), walk.day, reply)


def _escalation(walk: LegWalk) -> None:
    tier = {"tier": Tier.DIFFICULT, "reason": "牵涉三个部门，本单位难以单独办理。"}
    walk.plan.add(Act.TRIAGE, ROUTER, walk.day, lambda now: dict(tier))
    walk.rest(1, 2)

    def how(now: Moment) -> Words:
        return {"leg_id": now.leg(walk.unit).pk, "unit": now.cast.unit(GOVERNMENT), "reason": tier["reason"]}

    walk.plan.add(Act.ESCALATE, walk.handler, walk.day, how)


UPWARD: dict[Aside, Callable[[LegWalk], None]] = {Aside.GUIDED: _guided, Aside.ESCALATION_ASKED: _escalation}
