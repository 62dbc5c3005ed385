"""What a program sends for each act, always right for the case as it was read."""

from datetime import date
from typing import Any

from law.vocabulary import Act
from tests.cast import Cast

ACCUSED = "柳湾采石场"


def register_body(**changes: Any) -> dict[str, Any]:
    """A letter with two demands."""
    return {
        "channel": "letter", "received_on": "2026-03-02", "content": "村口的路坏了，水渠也堵了。",
        "parties": [{"name": "老王", "phone": "13800001234", "address": "青石镇柳湾村12号"}],
        "demands": [{"text": "修好村口的路"}, {"text": "疏通水渠", "kind": "appeal", "path": "petition_procedure"}],
        **changes,
    }  # fmt: skip


def body_of(act: Act, cast: Cast, read: dict[str, Any], on: date) -> dict[str, Any]:
    """The fields of an act besides the ids of what it acts on."""
    waiting = [demand["number"] for demand in read["demands"] if demand["leg"] is None] or [1]
    day = on.isoformat()
    filled: dict[Act, dict[str, Any]] = {
        Act.CORRECT: {"reason": "笔误", "location": f"{ACCUSED}旁"},
        Act.SPLIT: {"demands": [{"text": "清渠"}, {"text": "赔偿青苗"}]},
        Act.LINK_RESPONDENT: {"name": ACCUSED, "outside": True},
        Act.REFER: {"unit": cast.housing.pk, "demands": waiting, "reason": "职权"},
        Act.COMMISSION: {"unit": cast.housing.pk, "demands": waiting, "reason": "重要", "days": 30},
        Act.KEEP: {"demands": waiting},
        Act.REQUEST_VOID: {"reason": "重复登记"},
        Act.REFUSE_VOID: {"reason": "并不重复"},
        Act.UNMASK: {"reason": "联系信访人"},
        Act.TAKE: {"handler": cast.town_handler.pk},
        Act.NOTIFY: {"method": "in_person", "receiver": "老王"},
        Act.DELEGATE: {"unit": cast.next_village.pk, "instruction": "现场看一下"},
        Act.REPORT_FINDINGS: {"text": "确有破损"},
        Act.ASSESS: {"text": "情况属实"},
        Act.CONSULT: {"unit": cast.farming.pk, "question": "是否有规划？"},
        Act.REPLY_CONSULTATION: {"text": "没有规划"},
        Act.RECORD_INQUIRY: {"kind": "heard_petitioner", "text": "老王说路坏了一年。", "held_on": day},
        Act.ANSWER: {"demand": 1, "outcome": "support", "facts": "属实", "opinion": "修", "legal_basis": "《公路法》"},
        Act.SEND_BACK: {"reason": "依据不足"},
        Act.SERVE: {"method": "post"},
        Act.RECORD_RECEIPT: {"received_on": day, "receiver": "老王"},
        Act.REPORT_CONCLUSION: {"text": "已经办结"},
        Act.REMIND: {"text": "请抓紧"},
        Act.OBJECT: {"reason": "不属于本单位职权"},
        Act.AGREE_OBJECTION: {"note": "情况属实"},
        Act.REFUSE_OBJECTION: {"reason": "属于你单位职权"},
        Act.ARBITRATE: {"reason": "联席会议决定由原单位办理"},
        Act.TAKE_BACK: {"reason": "责任单位被检举控告"},
        Act.NOT_ACCEPT: {"ground": "NA_LITIGATION", "reason": "已经起诉", "where": "云河区人民法院"},
        Act.DIVERT: {"path": "judicial", "reason": "行政处罚争议", "body": "云河区人民法院"},
        Act.NO_LONGER_ACCEPT: {"demands": waiting, "ground": "NLA_AFTER_REVIEW", "reason": "无新的事实", "earlier": "3号"},
        Act.TRANSFER_OUT: {"demands": waiting, "destination": "other_body", "body": "省铁路局", "reason": "属其管辖"},
        Act.RECORD_TRANSFER_RECEIPT: {"received_on": day},
        Act.FILE_ONLY: {"demands": waiting, "reason": "只表达谢意"},
        Act.REPORT_URGENT: {"kind": "flash", "bodies": ["department"], "content": "三十人聚集"},
        Act.RECORD_URGENT_RECEIPT: {"received_on": day},
        Act.ASK_DECISION: {"proposal": "建议由住建局牵头"},
        Act.RECORD_DECISION: {"decision": "由住建局牵头", "decided_by": "云河区人民政府"},
    }  # fmt: skip
    return filled.get(act, {})
