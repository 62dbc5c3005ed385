"""The facts of events: every name once, with its word and its type; the row of an act says which of them its events carry."""

from datetime import date
from typing import Any

from kit.rooms import doors
from kit.verbs import Fact
from law.matters import Cause, Tier
from law.promises import Evidence
from law.ratings import Rated
from law.vocabulary import Act, Channel, Duty, Outcome, ServiceMethod

_DAYS = {
    "received_on": "收到日期",
    "sent_on": "送出日期",
    "held_on": "办理日期",
    "from": "听证开始",
    "to": "听证结束",
    "planned_on": "计划听证日期",
    "reply_by": "回复期限",
    "report_by": "反馈期限",
    "commissioned_on": "交办日期",
    "wanted_on": "希望的日期",
    "reported_on": "报告日期",
    "requested_on": "提出日期",
    "returned_on": "退回日期",
    "decided_on": "决定日期",
    "done_on": "履行日期",
    "shown_from": "公示开始日期",
    "shown_to": "公示结束日期",
    "awarded_on": "奖励日期",
    "new_due_on": "新的届满日",
    "former_due_on": "原来的届满日",
    "dispatch_from": "转送期限起算日",
    "dispatch_due": "转送期限届满日",
    "answered_before": "先前的办结日期",
    "promised_for": "承诺的完成日期",
}
_NUMBERS = {
    "unit": "单位编号",
    "from_unit": "原单位编号",
    "apart_from": "原环节编号",
    "at": "办理单位编号",
    "proposed": "建议的单位编号",
    "named": "指定的单位编号",
    "person": "人员编号",
    "handler": "承办人编号",
    "staff": "工作人员编号",
    "demand": "诉求序号",
    "hand_off": "协作编号",
    "proposal": "拟办意见编号",
    "promise": "承诺编号",
    "report": "报告编号",
    "days": "天数",
    "asked_days": "申请延长天数",
    "granted_days": "批准延长天数",
    "days_lost": "已用天数",
    "change": "日历调整编号",
    "publications": "撤下的公示份数",
    "matter": "信访事项编号",
    "matter_before": "原信访事项编号",
    "reform": "机构改革编号",
}
_CODES: dict[str, tuple[str, Any]] = {
    "outcome": ("处理结果", Outcome),
    "method": ("送达方式", ServiceMethod),
    "channel": ("来信渠道", Channel),
    "duty": ("期限", Duty),
    "cause": ("产生原因", Cause),
    "rated": ("评价对象", Rated),
    "evidence": ("兑现依据", Evidence),
    "tier": ("办理方式", Tier),
    "tier_before": ("原办理方式", Tier),
    "exit": ("所决定的", Act),
    "undone": ("撤销的登记", Act),
    "proposed_act": ("拟办理的", Act),
    **{
        name: (label, {})
        for name, label in {
            "ground": "情形",
            "path": "途径",
            "decision": "决定",
            "kind": "种类",
            "care": "事后工作",
            "settled_by": "化解方式",
            "body": "调解组织",
            "result": "结果",
            "relief": "救助",
            "retention": "保管期限",
            "level": "风险等级",
            "destination": "去向",
            "purpose": "理由",
            "award": "奖励",
        }.items()
    },
}
# The number of a letter or of a case: made by the house, of no person.
_OWN_NUMBERS = {"number": "信访件编号", "document": "文书编号", "notice": "告知书编号", "corrects": "被更正文书编号"}
_YES = {
    "sixty_days": "适用六十日",
    "of_head": "单位负责人回避",
    "agreed": "同意",
    "second": "第二次",
    "late": "逾期",
    "outside": "外部单位",
    "revoked": "撤销原意见",
    "withheld": "不得移交",
}
_LISTS = {
    "demands": "诉求",
    "sm3": "附件摘要",
    "bodies": "报告对象",
    "told": "通报对象",
    "fields": "更正的栏目",
    "clocks": "调整的期限编号",
    "met": "完成的期限编号",
    "reopened": "恢复的期限编号",
}
FACTS: dict[str, Fact] = {
    **{name: Fact(label, date) for name, label in _DAYS.items()},
    **{name: Fact(label) for name, label in _NUMBERS.items()},
    **{name: Fact(label, str, words) for name, (label, words) in _CODES.items()},
    **{name: Fact(label, str, free=True) for name, label in _OWN_NUMBERS.items()},
    **{name: Fact(label, bool) for name, label in _YES.items()},
    **{name: Fact(label, list) for name, label in _LISTS.items()},
}


# What the system does by itself has no door.
_BY_ITSELF: dict[Act, tuple[str, ...]] = {
    Act.RECOUNT: ("change", "duty", "former_due_on", "new_due_on"),
    Act.SUCCEED: ("reform", "unit", "from_unit", "withheld"),
}


def facts_of(act: Act) -> tuple[str, ...]:
    """Return the names of the facts that the events of an act carry."""
    door = doors().get(act)
    return door.facts if door else _BY_ITSELF.get(act, ())


def assert_declared(act: Act, facts: dict[str, Any]) -> None:
    """Let an event carry only what the row of its act declares. Raises ValueError: a fact too many, or of another type."""
    declared = facts_of(act)
    for name, value in facts.items():
        if name not in declared:
            raise ValueError(f"{act} has no fact {name!r}; its row declares {declared}")
        FACTS[name].assert_holds(value)
