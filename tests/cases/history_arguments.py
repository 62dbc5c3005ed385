"""What the random histories fill in for the acts of jurisdiction and of the side exits."""

from collections.abc import Callable
from datetime import date
from random import Random
from typing import Any

from cases.models.suggestion import AwardKind
from law.filing import FilingGround
from law.matters import Destination, ReportKind, ReportTo, Tier
from law.officials import OfficialsTo
from law.vocabulary import Act, Path
from tests.cases.proposals import REFERRAL, last_proposal
from tests.cases.uploads import a_file, a_scan
from tests.cast import Cast


def of_jurisdiction(
    random: Random, cast: Cast, some: list[int], back: date, on: date
) -> dict[Act, Callable[[], dict[str, Any]]]:
    """Mostly lawful arguments for each act; ``some``: numbers of free demands, ``back``: today or a little earlier."""
    return {
        Act.OBJECT: lambda: {"reason": "不属于本单位职权", "proposed": random.choice([None, cast.farming])},
        Act.AGREE_OBJECTION: lambda: {"note": "属实"},
        Act.REFUSE_OBJECTION: lambda: {"reason": "属于你单位"},
        Act.ARBITRATE: lambda: {"reason": "决定", "unit": random.choice([None, cast.housing, cast.farming])},
        Act.TAKE_BACK: lambda: {"reason": "分错了"},
        Act.ASK_REDIRECT: lambda: {"reason": "不属于该单位", "proposed": random.choice([None, cast.farming])},
        Act.AGREE_REDIRECT: lambda: {"note": "同意"},
        Act.REFUSE_REDIRECT: lambda: {"reason": "属于该单位"},
        Act.ASK_ARBITRATION: lambda: {"reason": "意见不一", "proposed": random.choice([None, cast.farming])},
        Act.NOT_ACCEPT: lambda: {
            "ground": random.choice(["NA_LITIGATION", "NA_NOT_COMPETENT"]),
            "reason": "r",
            "where": "法院",
        },
        Act.DIVERT: lambda: {
            "path": random.choice(list(Path)),
            "reason": "r",
            "body": "法院",
            "demands": random.sample([1, 2, 3], random.choice([0, 0, 1])),
        },
        Act.NO_LONGER_ACCEPT: lambda: {
            "demands": some,
            "ground": "NLA_AFTER_REVIEW",
            "reason": "r",
            "earlier": "3号",
            "elsewhere": "e",
            "papers": [a_scan()],
        },
        Act.TELL_ON_SPOT: lambda: {"handling": "依法受理", "receiver": "老王"},
        Act.DIRECT_ELSEWHERE: lambda: {"demands": some, "body": "铁路局", "address": "铁路大街1号", "reason": "r"},
        Act.DECLINE: lambda: {"demands": some, "ground": "NA_LITIGATION", "reason": "r", "where": "法院"},
        Act.GUIDE: lambda: {"demands": some, "path": random.choice(list(Path)), "reason": "r", "body": "法院"},
        Act.AWARD: lambda: {
            "demand": 1,
            "kind": AwardKind.COMMENDATION,
            "recipient": "老王",
            "body": "区政府",
            "contribution": "c",
        },
        Act.REPORT_OFFICIALS: lambda: {
            "officials": "某某",
            "told": [OfficialsTo.ORGANIZATION],
            "body": "组织部",
            "content": "c",
        },
        Act.RECORD_OFFICIALS_RECEIPT: lambda: {"received_on": on},
        Act.TRANSFER_OUT: lambda: {
            "demands": some,
            "destination": random.choice(list(Destination)),
            "body": "某局",
            "reason": "r",
        },
        Act.PROPOSE_HANDLING: lambda: {
            **REFERRAL,
            "handling": random.choice([Act.REFER, Act.COMMISSION, Act.TRANSFER_OUT]),
            "demands": some,
            "unit": random.choice([cast.town, cast.housing, cast.farming]),
            "days": 30,
            "destination": random.choice(list(Destination)),
        },
        Act.APPROVE_PROPOSAL: lambda: {"proposal": last_proposal()},
        Act.RETURN_PROPOSAL: lambda: {"proposal": last_proposal(), "reason": "r"},
        Act.WITHDRAW_PROPOSAL: lambda: {"proposal": last_proposal()},
        Act.RECORD_PAPER: lambda: {
            "proposal": last_proposal(),
            "agree": random.random() < 0.7,
            "leader": "卫区长",
            "instruction": "i",
            "instructed_on": back,
        },
        Act.RECORD_TRANSFER_RECEIPT: lambda: {"received_on": back},
        Act.FILE_ONLY: lambda: {"demands": some, "ground": random.choice(list(FilingGround)), "reason": "r"},
        Act.REFUSE_EXIT: lambda: {"reason": "r"},
        Act.REOPEN_EXIT: lambda: {"reason": "r"},
        Act.REPORT_URGENT: lambda: {
            "kind": ReportKind.DAILY,
            "bodies": random.choice([list(ReportTo), [ReportTo.DEPARTMENT]]),
            "content": "c",
        },
        Act.RECORD_URGENT_RECEIPT: lambda: {"received_on": on},
        Act.ASK_DECISION: lambda: {"proposal": "p"},
        Act.RECORD_DECISION: lambda: {"decision": "d", "decided_by": "区政府"},
        Act.TRIAGE: lambda: {"tier": random.choice(list(Tier)), "reason": "r"},
        Act.ASK_GUIDANCE: lambda: {"unit": random.choice([cast.bureau, cast.gov]), "question": "q", "proposal": "p"},
        Act.REPLY_GUIDANCE: lambda: {"text": "可以"},
        Act.DEFER_REPLY: lambda: {"note": "请示市局"},
        Act.ESCALATE: lambda: {"unit": random.choice([cast.gov, cast.housing, cast.farming]), "reason": "难"},
        Act.AGREE_ESCALATION: lambda: {"note": "同意"},
        Act.REFUSE_ESCALATION: lambda: {"guidance": "照办"},
        Act.ADD_FILE: lambda: {"title": "合同", "uploads": [a_file(f"{random.random()}")]},
    }
