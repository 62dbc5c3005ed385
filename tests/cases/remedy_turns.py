"""Random histories: whose turn a remedy or an ending is, and what that person fills in."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

from cases.models import Leg
from cases.places.deciders import current_remedy
from law.endings import CareKind, FinalizationGround, Retention
from law.procedure import REMEDIES
from law.remedies import AFTER_REVOCATION, RefusalGround, RemedyDecision
from law.vocabulary import Act, ServiceMethod
from organizations.models import Staff
from organizations.vocabulary import UnitKind
from tests.cases.commission_acts import BY_THE_SENDER
from tests.cast import Cast
from tests.remedy_walks import DRAFT, decider, drafter

_DECIDES = (Act.DECIDE_REEXAMINATION, Act.DECIDE_REVIEW, Act.REMAND, Act.REFUSE_REMEDY, Act.READMIT_REMEDY)
_PUBLISHES = (Act.PUBLISH_REVIEW, Act.END_PUBLICATION)


def whose_turn(cast: Cast, act: Act, leg: Leg) -> Staff | None:
    """The person at the place where the act is done, where that is not the unit of the leg."""
    remedy = current_remedy(leg)
    outside = remedy is not None and remedy.unit.kind == UnitKind.EXTERNAL
    served = act in (Act.SERVE, Act.RECORD_RECEIPT) and leg.state in REMEDIES
    turns: dict[Act, Any] = {
        **dict.fromkeys((Act.REJECT_CONCLUSION, *BY_THE_SENDER), cast.router),
        Act.DRAFT_REMEDY: cast.router if outside else drafter(cast),
        Act.REQUEST_REEXAMINATION: leg.handler,
        Act.REQUEST_REVIEW: leg.handler,
        Act.FINALIZE: cast.coordinator,
    }
    if act in (*_DECIDES, *_PUBLISHES) or served:
        person: Staff = cast.bureau_head if outside else decider(cast)
        return person
    found: Staff | None = turns.get(act)
    return found


def remedy_arguments(random: Random, on: date, leg: Leg | None) -> dict[Act, Callable[[], dict[str, Any]]]:
    """What is filled in, now and then wrong."""
    asked = {"request": "没有写清", "late_reason": random.choice(("", "住院"))}
    number = {"number": f"云政信核〔2026〕{random.randrange(10**9)}号"}
    letter = leg.documents.order_by("?").first() if leg else None
    return {
        Act.REQUEST_REEXAMINATION: lambda: {**asked, "requested_on": on - timedelta(days=random.choice((0, 2)))},
        Act.REQUEST_REVIEW: lambda: asked,
        Act.DRAFT_REMEDY: lambda: {
            "decision": random.choice(list(RemedyDecision)),
            "followed_by": random.choice((None, *AFTER_REVOCATION)),
            "remand_days": random.randint(1, 90),
            **DRAFT,
        },
        Act.DECIDE_REEXAMINATION: lambda: number,
        Act.DECIDE_REVIEW: lambda: number,
        Act.REMAND: lambda: number,
        Act.REFUSE_REMEDY: lambda: {"ground": random.choice(list(RefusalGround)), "reason": "不成立", **number},
        Act.READMIT_REMEDY: lambda: {"reason": "理由正当", **number},
        Act.PUBLISH_REVIEW: lambda: {
            "text": "维持。",
            "place": "公开栏",
            "shown_to": on + timedelta(days=random.randint(0, 30)),
        },
        Act.END_PUBLICATION: lambda: {"reason": "有错字"},
        Act.REJECT_CONCLUSION: lambda: {"reason": "没有写清"},
        Act.PROPOSE_FINALIZATION: lambda: {"ground": random.choice(list(FinalizationGround)), "reason": "已经办完"},
        Act.AFTER_CARE: lambda: {"kind": random.choice(list(CareKind)), "text": "上门看望"},
        Act.ARCHIVE: lambda: {"retention": random.choice(list(Retention))},
        Act.CORRECT_LETTER: lambda: {
            "document": letter.pk if letter else 0,
            "wrong": letter.content[:3] if letter else "x",
            "right": "更正",
            "reason": "笔误",
            "method": random.choice((None, ServiceMethod.POST)),
        },
    }
