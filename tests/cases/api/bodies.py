"""What a program sends for each act, always right for the case as it was read."""

from datetime import date, timedelta
from typing import Any

from law.vocabulary import Act
from tests.cases.commission_acts import sent_of_commissions
from tests.cases.promises import sent_of_promises
from tests.cases.uploads import PDF, json_file
from tests.cast import Cast
from tests.serving import typed_service

ACCUSED = "柳湾采石场"


def register_body(**changes: Any) -> dict[str, Any]:
    """A letter with two demands."""
    return {
        "channel": "letter",
        "received_on": "2026-03-02",
        "content": "村口的路坏了，水渠也堵了。",
        "parties": [{"name": "老王", "phone": "13800001234", "address": "青石镇柳湾村12号"}],
        "demands": [{"text": "修好村口的路"}, {"text": "疏通水渠", "kind": "appeal", "path": "petition_procedure"}],
        **changes,
    }


def proposal_in(read: dict[str, Any]) -> int:
    """The key of the latest proposal that a file tells of; 1 where there is none."""
    lines = [each["details"] for each in read.get("proceedings", ()) if each["kind"] == "proposal"]
    return int(next((said["text"] for said in lines[-1] if said["name"] == "编号"), 1)) if lines else 1


def body_of(act: Act, cast: Cast, read: dict[str, Any], on: date) -> dict[str, Any]:
    """The fields of an act besides the ids of what it acts on."""
    waiting = [demand["number"] for demand in read["demands"] if demand["leg"] is None] or [1]
    day = on.isoformat()
    held = [demand for demand in read["demands"] if demand["leg"]]
    beside = [one["number"] for one in held for other in held if one["leg"] == other["leg"] and one is not other] or [1]
    proposal = proposal_in(read)
    letters = [letter["id"] for letter in read.get("documents", ())]
    filled: dict[Act, dict[str, Any]] = {
        Act.CORRECT: {"reason": "笔误", "location": f"{ACCUSED}旁"},
        Act.SPLIT: {"demands": [{"text": "清渠"}, {"text": "赔偿青苗"}]},
        Act.LINK_RESPONDENT: {"name": ACCUSED, "outside": True},
        Act.REFER: {"unit": cast.housing.pk, "demands": waiting, "reason": "职权"},
        Act.COMMISSION: {"unit": cast.housing.pk, "demands": waiting, "reason": "重要", "days": 30},
        Act.PROPOSE_HANDLING: {
            "demands": waiting,
            "handling": "refer",
            "unit": cast.housing.pk,
            "text": "拟转区住建局办理",
        },
        **{key: {"proposal": proposal} for key in (Act.APPROVE_PROPOSAL, Act.WITHDRAW_PROPOSAL)},
        Act.RETURN_PROPOSAL: {"proposal": proposal, "reason": "应由农业农村局办理"},
        Act.RECORD_PAPER: {
            "proposal": proposal,
            "decision": "agree",
            "leader": "卫区长",
            "instruction": "同意",
            "instructed_on": day,
        },
        Act.KEEP: {"demands": waiting},
        Act.TELL_ON_SPOT: {"handling": "由本单位依法受理", "receiver": "老王"},
        Act.DIRECT_ELSEWHERE: {"demands": waiting, "body": "省铁路局", "address": "铁路大街1号", "reason": "属其管辖"},
        Act.REQUEST_VOID: {"reason": "重复登记"},
        Act.REFUSE_VOID: {"reason": "并不重复"},
        Act.UNMASK: {"reason": "联系信访人"},
        Act.TAKE: {"handler": cast.town_handler.pk},
        Act.NOTIFY: typed_service("in_person", on),
        Act.DELEGATE: {"unit": cast.next_village.pk, "instruction": "现场看一下"},
        Act.REPORT_FINDINGS: {"text": "确有破损"},
        Act.ASSESS: {"text": "情况属实"},
        Act.CONSULT: {"unit": cast.farming.pk, "question": "是否有规划？"},
        Act.REPLY_CONSULTATION: {"text": "没有规划"},
        Act.RECORD_INQUIRY: {"kind": "heard_petitioner", "text": "老王说路坏了一年。", "held_on": day},
        Act.ANSWER: {
            "demand": 1,
            "outcome": "support",
            "facts": "属实",
            "opinion": "修",
            "legal_basis": "《公路法》",
            "cause": "other",
        },
        Act.SEND_BACK: {"reason": "依据不足"},
        Act.SERVE: typed_service("post", on),
        Act.ASK_UNDOING: {"document": letters[-1] if letters else 1, "reason": "日期登记错了"},
        Act.REFUSE_UNDOING: {"reason": "登记没有错"},
        Act.RECORD_RECEIPT: {"received_on": day, "receiver": "老王"},
        Act.REPORT_CONCLUSION: {"text": "已经办结"},
        Act.REMIND: {"text": "请抓紧"},
        Act.SUPERVISE: {
            "failure": "evasion",
            "source": "office",
            "method": "letter",
            "text": "请抓紧办理",
            "reply_by": (on + timedelta(days=10)).isoformat(),
            "signed_by": cast.bureau_head.pk,
        },
        Act.ASK_EXTENSION: {"days": 20, "reason": "涉及多个年度的账目"},
        Act.EXTEND: {"days": 10},
        Act.REQUEST_RECUSAL: {"person": cast.town_handler.pk, "source": "petitioner", "reason": "是对方的亲戚"},
        Act.DECIDE_RECUSAL: {"person": cast.town_handler.pk, "decision": "agree", "reason": "属实"},
        Act.REQUEST_MATERIAL: {"missing": "身份证明\n承包合同"},
        Act.RECORD_MATERIAL: {"received": "承包合同"},
        Act.SETTLE: {"way": "mediation", "parties": "老王、村委会", "content": "补三千元", "performance": "月底前"},
        Act.REFER_MEDIATION: {"body": "committee", "name": "青石镇调委会", "reason": "邻里相争"},
        Act.RECORD_MEDIATION: {"result": "reached", "text": "愿意和好"},
        Act.CO_HANDLE: {"unit": cast.farming.pk, "task": "核对灌溉用水记录"},
        Act.REPLY_CO_HANDLING: {"text": "已经核对"},
        Act.ASK_RECLASSIFICATION: {
            "demand": held[0]["number"] if held else 1,
            "kind": "suggestion",
            "reason": "只是建议",
        },
        Act.REFUSE_RECLASSIFICATION: {"reason": "就是申诉求决"},
        Act.SET_APART: {"demands": beside[:1], "reason": "第1项已经查清"},
        Act.ASSESS_RISK: {"level": "low", "reasons": "诉求已部分解决", "plan": "当面解释"},
        Act.RATE: {"rated": "unit", "score": "satisfied", "way": "call"},
        Act.CORRECT_CAUSE: {"demand": 1, "cause": "legacy", "reason": "查明是历史遗留"},
        Act.RECORD_DISSUASION: {"kind": "dissuaded", "place": "大厅", "happened": "大声说话", "said": "请坐下来谈"},
        Act.JOIN_MATTER: {"number": "X990102-20260302-9", "reason": "同一人再次来信"},
        Act.LEAVE_MATTER: {"reason": "说的不是一块地"},
        Act.REMARK_DISSUASION: {"record": 1, "remark": "我只是想问问"},
        **sent_of_promises(on),
        Act.CHECK_DUTIES: dict.fromkeys(("solved", "explained", "helped", "lawful"), "无此情形"),
        Act.TRACK_EXECUTION: {"demand": 1, "progress": "已开工"},
        Act.REFER_RELIEF: {"relief": "social", "body": "区民政局", "reason": "家中有重病人"},
        Act.ASK_WITHDRAWAL: {"reason": "已经修好了"},
        Act.WITHDRAW: {"how": "电话向本人核实"},
        Act.REVOKE_WITHDRAWAL: {"reason": "又坏了"},
        Act.REFUSE_EXTENSION: {"reason": "案情并不复杂"},
        Act.CALL_HEARING: {
            "matter": "补偿标准",
            "planned_on": day,
            "place": "镇政府",
            "chair": cast.housing_head.pk,
            "participants": "双方",
        },
        Act.HOLD_HEARING: {"held_from": day, "attended": "双方", "minutes": "各陈其词", "conclusion": "按新标准"},
        Act.RECORD_RETURN: {"reason": "查无此人"},
        Act.WAIVE_NOTICE: {"reason": "没有署名", "tried": "在村务公开栏张贴"},
        Act.REQUEST_REEXAMINATION: {"request": "没有写清怎么修", "late_reason": "住院"},
        Act.REQUEST_REVIEW: {"request": "没有写清怎么修", "late_reason": "住院"},
        Act.DRAFT_REMEDY: {"decision": "uphold", "facts": "属实", "opinion": "原意见正确", "legal_basis": "《公路法》"},
        Act.DECIDE_REEXAMINATION: {"number": "云政信核〔2026〕99号"},
        Act.DECIDE_REVIEW: {"number": "云政信核〔2026〕99号"},
        Act.REMAND: {"number": "云政信核〔2026〕99号"},
        Act.REFUSE_REMEDY: {"ground": "late", "reason": "外出务工不是正当理由", "number": "云政信核〔2026〕99号"},
        Act.READMIT_REMEDY: {"reason": "住院有病历为证", "number": "云政信核〔2026〕100号"},
        Act.PUBLISH_REVIEW: {"text": "维持复查意见。", "place": "门户网站", "shown_to": "2036-12-31"},
        Act.END_PUBLICATION: {"reason": "有错字"},
        Act.REJECT_CONCLUSION: {"reason": "没有写清怎么修"},
        Act.PROPOSE_FINALIZATION: {"ground": "judicial_final", "reason": "法院已经判决"},
        Act.AFTER_CARE: {"kind": "relief", "text": "送去过冬物资"},
        Act.CORRECT_LETTER: {
            "document": letters[0] if letters else 1,
            "wrong": "信访",
            "right": "信 访",
            "reason": "笔误",
            "method": "post",
        },
        Act.ARCHIVE: {"retention": "10y"},
        Act.OBJECT: {"reason": "不属于本单位职权"},
        Act.AGREE_OBJECTION: {"note": "情况属实"},
        Act.REFUSE_OBJECTION: {"reason": "属于你单位职权"},
        Act.ARBITRATE: {"reason": "联席会议决定由原单位办理"},
        Act.TAKE_BACK: {"reason": "责任单位被检举控告"},
        Act.ASK_REDIRECT: {"reason": "道路由区住建局管养"},
        Act.AGREE_REDIRECT: {"note": "同意"},
        Act.REFUSE_REDIRECT: {"reason": "属于你单位职权"},
        Act.ASK_ARBITRATION: {"reason": "双方意见不一"},
        Act.NOT_ACCEPT: {"ground": "NA_LITIGATION", "reason": "已经起诉", "where": "云河区人民法院"},
        Act.DIVERT: {"path": "judicial", "reason": "行政处罚争议", "body": "云河区人民法院"},
        Act.NO_LONGER_ACCEPT: {
            "demands": waiting,
            "ground": "NLA_AFTER_REVIEW",
            "reason": "无新的事实",
            "earlier": "3号",
            "elsewhere": "市里作出，已核对",
            "papers": [json_file("复核意见.pdf", PDF)],
        },
        Act.REFUSE_EXIT: {"reason": "理由不成立"},
        Act.REOPEN_EXIT: {"reason": "后来查明并未起诉"},
        Act.DECLINE: {"demands": waiting, "ground": "NA_LITIGATION", "reason": "已经起诉", "where": "云河区人民法院"},
        Act.GUIDE: {"demands": waiting, "path": "judicial", "reason": "处罚争议", "body": "云河区人民法院"},
        Act.AWARD: {
            "demand": 1,
            "kind": "certificate",
            "recipient": "老王",
            "body": "区政府",
            "contribution": "改进了管护",
        },
        Act.REPORT_OFFICIALS: {
            "officials": "施镇长",
            "told": ["organization"],
            "body": "区委组织部",
            "content": "收受礼金",
        },
        Act.RECORD_OFFICIALS_RECEIPT: {"received_on": "2026-03-05"},
        Act.TRANSFER_OUT: {"demands": waiting, "destination": "other_body", "body": "省铁路局", "reason": "属其管辖"},
        Act.RECORD_TRANSFER_RECEIPT: {"received_on": day},
        Act.FILE_ONLY: {"demands": waiting, "ground": "thanks"},
        Act.REPORT_URGENT: {"kind": "flash", "bodies": ["department"], "content": "三十人聚集"},
        Act.RECORD_URGENT_RECEIPT: {"received_on": day},
        Act.ASK_DECISION: {"proposal": "建议由住建局牵头"},
        Act.RECORD_DECISION: {"decision": "由住建局牵头", "decided_by": "云河区人民政府"},
        Act.TRIAGE: {"tier": "difficult", "reason": "牵涉三个部门"},
        Act.ASK_GUIDANCE: {"unit": cast.gov.pk, "question": "政策怎么理解", "proposal": "拟予支持"},
        Act.REPLY_GUIDANCE: {"text": "同意拟办意见"},
        Act.DEFER_REPLY: {"note": "须请示市局"},
        Act.ESCALATE: {"unit": cast.gov.pk, "reason": "牵涉三个部门"},
        Act.AGREE_ESCALATION: {"note": "由区政府接办"},
        Act.REFUSE_ESCALATION: {"guidance": "按某某规定办"},
        Act.ATTACH_SCAN: {"document": letters[0] if letters else 1, "uploads": [json_file("盖章.pdf", PDF)]},
        Act.ADD_FILE: {"title": "承包合同", "uploads": [json_file("合同.txt", "合同".encode())]},
    }
    return {**filled, **sent_of_commissions(on)}.get(act, {})
