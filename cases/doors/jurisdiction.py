"""Acts on whose matter it is: objecting, arbitrating, taking back, escalating."""

from cases.actions import escalation, objections
from cases.doors import consequences, side_consequences
from cases.forms import jurisdiction as jurisdiction_forms
from cases.forms import tiers as tiers_forms
from cases.openings import jurisdiction
from cases.places.acting_units import at_the_arbiter, at_the_leg, at_the_sender, over_the_leg
from cases.record.audiences import (
    handler_or,
    who_answers_an_objection,
    who_decides_escalation,
    who_has_it_now,
    who_is_answered,
)
from kit.doors import Door, Topic
from law.vocabulary import Act

JURISDICTION: tuple[Door, ...] = (
    Door(
        act=Act.OBJECT,
        action=objections.object_to,
        form=jurisdiction_forms.ObjectForm,
        place=at_the_leg,
        opening=jurisdiction.objectionable,
        told=who_answers_an_objection,
        said="已提出异议，异议函已生成；告知信访人的期限照常计算。",
        consequence=consequences.objecting,
        icon="return",
        topic=Topic.WHERE,
    ),
    Door(
        act=Act.AGREE_OBJECTION,
        action=objections.agree_objection,
        form=jurisdiction_forms.AgreeObjectionForm,
        place=at_the_sender,
        opening=jurisdiction.for_the_sender,
        told=who_is_answered,
        said="已退回，请重新分流；分流期限从原起算日继续。",
        consequence=consequences.returning,
        icon="return",
        topic=Topic.WHERE,
        turn=32,
    ),
    Door(
        act=Act.REFUSE_OBJECTION,
        action=objections.refuse_objection,
        form=jurisdiction_forms.RefuseObjectionForm,
        place=at_the_sender,
        opening=jurisdiction.for_the_sender,
        told=who_is_answered,
        said="已告知责任单位仍由其办理。",
        consequence=consequences.objecting,
        icon="ban",
        topic=Topic.WHERE,
    ),
    Door(
        act=Act.ARBITRATE,
        action=objections.arbitrate,
        form=jurisdiction_forms.ArbitrateForm,
        place=at_the_arbiter,
        opening=jurisdiction.for_the_superior,
        told=who_is_answered,
        said="已指定办理单位。",
        icon="seal",
        topic=Topic.WHERE,
        turn=31,
    ),
    Door(
        act=Act.TAKE_BACK,
        action=objections.take_back,
        form=jurisdiction_forms.TakeBackForm,
        place=at_the_sender,
        opening=jurisdiction.held_by_the_accused,
        told=who_is_answered,
        said="已撤回转送，请重新分流；分流期限从原起算日继续。",
        consequence=consequences.returning,
        icon="return",
        topic=Topic.WHERE,
        turn=30,
    ),
    Door(
        act=Act.ESCALATE,
        action=escalation.escalate,
        form=tiers_forms.EscalateForm,
        place=at_the_leg,
        opening=jurisdiction.not_escalating,
        told=who_decides_escalation,
        said="已申请提级，等候决定；在此之前照常办理，期限照常计算。",
        consequence=side_consequences.no_stop,
        icon="escalate",
        topic=Topic.WHERE,
    ),
    Door(
        act=Act.AGREE_ESCALATION,
        action=escalation.agree_escalation,
        form=tiers_forms.AgreeEscalationForm,
        place=over_the_leg,
        opening=jurisdiction.raisable,
        told=who_has_it_now,
        said="已提级，由上级单位接着办理；已起算的期限继续计算。",
        consequence=side_consequences.escalate,
        icon="escalate",
        topic=Topic.WHERE,
        turn=36,
    ),
    Door(
        act=Act.REFUSE_ESCALATION,
        action=escalation.refuse_escalation,
        form=tiers_forms.RefuseEscalationForm,
        place=over_the_leg,
        opening=jurisdiction.escalating,
        told=handler_or(Act.ESCALATE),
        said="已告知原单位继续办理。",
        icon="ban",
        topic=Topic.WHERE,
    ),
)
