"""The acts beside the main way in random histories: who does them, and with what."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

from cases.models import Case, Dissuasion
from cases.models.agreement import MediationBody, MediationResult, SettlementMethod
from cases.models.duties import ReliefKind, RiskLevel
from cases.models.recusal import RecusalSource
from law.matters import Cause
from law.ratings import Rated, RatingWay, Score
from law.vocabulary import Act, Kind, Path
from tests.cases.commission_acts import BY_THE_SENDER, at_random
from tests.cases.promises import promises_at_random
from tests.cases.side_acts import DISSUADED, supervising
from tests.cast import Cast

# Not done by the handler of the leg.
BY_OTHERS = (
    Act.EXTEND,
    Act.REFUSE_EXTENSION,
    Act.DECIDE_RECUSAL,
    Act.WITHDRAW,
    Act.RATE,
    Act.CORRECT_CAUSE,
    Act.AGREE_ESCALATION,
    Act.REFUSE_ESCALATION,
    Act.UNDO_SERVICE,
    Act.REFUSE_UNDOING,
    Act.APPROVE_EXIT,
    Act.REFUSE_EXIT,
    Act.REOPEN_EXIT,
    *BY_THE_SENDER,
)


def beside_arguments(random: Random, cast: Cast, on: date) -> dict[Act, Callable[[], dict[str, Any]]]:
    """What a person would fill in, now and then wrong."""
    back = on - timedelta(days=random.choice((0, 0, 2)))
    return {
        **at_random(random, on),
        **promises_at_random(random, on),
        Act.ASK_EXTENSION: lambda: {"days": random.randint(1, 40), "reason": "情况复杂"},
        Act.EXTEND: lambda: {"days": random.choice((None, 5, 30))},
        Act.REFUSE_EXTENSION: lambda: {"reason": "并不复杂"},
        Act.CALL_HEARING: lambda: {
            "matter": "事实",
            "planned_on": on,
            "place": "会议室",
            "participants": "各方",
            "chair": random.choice([cast.bureau_head, cast.town_handler]),
        },
        Act.REQUEST_RECUSAL: lambda: {
            "person": random.choice([cast.town_handler, cast.housing_second, cast.town_head]),
            "reason": "亲戚",
            "source": random.choice(list(RecusalSource)),
        },
        Act.DECIDE_RECUSAL: lambda: {
            "person": random.choice([cast.town_handler, cast.housing_second, cast.town_head]),
            "reason": "查过了",
            "agree": random.random() < 0.3,
        },
        Act.SUPERVISE: lambda: supervising(random.choice([cast.bureau_head, cast.town_head]), back),
        Act.REQUEST_MATERIAL: lambda: {"missing": "合同", "new_facts": random.choice(("", "另有人作证"))},
        Act.SETTLE: lambda: {
            "way": SettlementMethod.RECONCILIATION,
            "parties": "双方",
            "content": "和好",
            "performance": "当天",
            "demands": random.sample([1, 2, 3], random.choice([0, 0, 1])),
        },
        Act.REFER_MEDIATION: lambda: {"body": MediationBody.STUDIO, "name": "工作室", "reason": "邻里"},
        Act.RECORD_MEDIATION: lambda: {"result": random.choice(list(MediationResult)), "text": "谈过了"},
        Act.CO_HANDLE: lambda: {"unit": random.choice([cast.housing, cast.farming]), "task": "帮着查"},
        Act.REPLY_CO_HANDLING: lambda: {"text": "查过了"},
        Act.ASK_RECLASSIFICATION: lambda: {
            "demand": random.randint(1, 3),
            "kind": random.choice(list(Kind)),
            "path": random.choice([None, *Path]),
            "reason": "r",
        },
        Act.RECLASSIFY: lambda: {"note": "属实"},
        Act.REFUSE_RECLASSIFICATION: lambda: {"reason": "r"},
        Act.SET_APART: lambda: {"demands": random.sample([1, 2, 3], random.randint(1, 2)), "reason": "r"},
        Act.ASSESS_RISK: lambda: {"level": random.choice(list(RiskLevel)), "reasons": "r", "plan": "p"},
        Act.CHECK_DUTIES: lambda: dict.fromkeys(("solved", "explained", "helped", "lawful"), "无此情形"),
        Act.RATE: lambda: {
            "rated": random.choice(list(Rated)),
            "score": random.choice(list(Score)),
            "way": random.choice((RatingWay.CALL, RatingWay.COUNTER)),
        },
        Act.CORRECT_CAUSE: lambda: {"demand": 1, "cause": random.choice(list(Cause)), "reason": "核对"},
        Act.RECORD_DISSUASION: lambda: DISSUADED,
        Act.REMARK_DISSUASION: lambda: {
            "record": Dissuasion.objects.values_list("pk", flat=True).last() or 0,
            "remark": "我只是想问问",
        },
        Act.JOIN_MATTER: lambda: {
            "number": Case.objects.order_by("?").values_list("number", flat=True)[0],
            "reason": "r",
        },
        Act.LEAVE_MATTER: lambda: {"reason": "r"},
        Act.TRACK_EXECUTION: lambda: {
            "demand": random.randint(1, 3),
            "progress": "在修",
            "done_on": random.choice((None, on)),
        },
        Act.REFER_RELIEF: lambda: {"relief": random.choice(list(ReliefKind)), "body": "民政局", "reason": "病"},
        Act.ASK_WITHDRAWAL: lambda: {"reason": "修好了", "demands": random.sample([1, 2, 3], random.choice([0, 0, 1]))},
        Act.WITHDRAW: lambda: {"how": "电话核实"},
        Act.REVOKE_WITHDRAWAL: lambda: {"reason": "又坏了"},
        Act.RECORD_MATERIAL: lambda: {"received": "合同", "received_on": back},
        Act.HOLD_HEARING: lambda: {"held_from": back, "attended": "各方", "minutes": "m", "conclusion": "c"},
    }
