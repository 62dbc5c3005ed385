"""Acts on time and fairness: extension, hearing, recusal."""

from cases.actions import extension, hearing, recusal
from cases.doors import side_consequences
from cases.forms import people_of_the_leg as people_of_the_leg_forms
from cases.forms import time_and_hearing as time_and_hearing_forms
from cases.openings.time import (
    extendable,
    extension_askable,
    extension_decidable,
    hearing_callable,
    hearing_waits,
    recusal_decidable,
)
from cases.places.acting_units import at_the_leg, where_heard
from cases.record.audiences import the_handler, who_can, who_decides_recusal
from kit.doors import Door, Topic
from law.vocabulary import Act

TIME: tuple[Door, ...] = (
    Door(
        act=Act.ASK_EXTENSION,
        facts=("asked_days",),
        action=extension.ask_extension,
        form=time_and_hearing_forms.AskExtensionForm,
        place=at_the_leg,
        opening=extension_askable,
        told=who_can(Act.EXTEND),
        said="已申请延期，等候负责人审批；原期限照常计算。",
        consequence=side_consequences.ask_extension,
        icon="clock",
        topic=Topic.TIME,
    ),
    Door(
        act=Act.EXTEND,
        facts=("document", "granted_days", "new_due_on"),
        action=extension.extend,
        form=time_and_hearing_forms.ExtendForm,
        place=at_the_leg,
        opening=extendable,
        told=the_handler,
        said="已批准延期，延长办理期限告知书已生成；请“送达告知书”。",
        consequence=side_consequences.extend,
        icon="clock",
        topic=Topic.TIME,
        turn=27,
    ),
    Door(
        act=Act.REFUSE_EXTENSION,
        action=extension.refuse_extension,
        form=time_and_hearing_forms.RefuseExtensionForm,
        place=at_the_leg,
        opening=extension_decidable,
        told=the_handler,
        said="已退回延期申请，原期限不变。",
        icon="return",
        topic=Topic.TIME,
    ),
    Door(
        act=Act.CALL_HEARING,
        facts=("document", "planned_on"),
        action=hearing.call_hearing,
        form=time_and_hearing_forms.CallHearingForm,
        place=where_heard,
        opening=hearing_callable,
        told=the_handler,
        said="听证通知书已生成，请“送达告知书”。",
        consequence=side_consequences.hearing,
        icon="people",
        topic=Topic.TIME,
    ),
    Door(
        act=Act.HOLD_HEARING,
        facts=("document", "from", "new_due_on", "to"),
        action=hearing.hold_hearing,
        form=time_and_hearing_forms.HoldHearingForm,
        place=where_heard,
        opening=hearing_waits,
        told=the_handler,
        said="听证已登记，笔录和报告已生成。",
        consequence=side_consequences.hearing,
        icon="people",
        topic=Topic.TIME,
    ),
    Door(
        act=Act.REQUEST_RECUSAL,
        facts=("of_head", "person"),
        action=recusal.request_recusal,
        form=people_of_the_leg_forms.RequestRecusalForm,
        place=at_the_leg,
        told=who_decides_recusal,
        said="已提出回避申请，等候决定。",
        icon="shield",
        topic=Topic.TIME,
    ),
    Door(
        act=Act.DECIDE_RECUSAL,
        facts=("agreed", "person"),
        action=recusal.decide_recusal,
        form=people_of_the_leg_forms.DecideRecusalForm,
        place=at_the_leg,
        opening=recusal_decidable,
        told=who_can(Act.TAKE),
        said="已作出决定；同意回避的，请另行指定承办人。",
        icon="shield",
        topic=Topic.TIME,
        turn=28,
    ),
)
