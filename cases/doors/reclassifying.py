"""Acts on what kind a demand is, and which way it goes."""

from cases.actions import reclassifying
from cases.doors import side_consequences
from cases.forms import reclassifying as forms
from cases.openings.reclassifying import reclassification_askable, reclassification_decidable
from cases.places.acting_units import at_the_leg
from cases.record.audiences import the_handler, who_can
from kit.doors import Door, Topic
from law.vocabulary import Act

RECLASSIFYING: tuple[Door, ...] = (
    Door(
        act=Act.ASK_RECLASSIFICATION,
        facts=("demand", "kind", "path"),
        action=reclassifying.ask_reclassification,
        form=forms.AskReclassificationForm,
        place=at_the_leg,
        opening=reclassification_askable,
        told=who_can(Act.RECLASSIFY),
        said="已申请更正，等候另一人审批；期限照常计算。",
        consequence=side_consequences.no_stop,
        icon="split",
        topic=Topic.WHERE,
    ),
    Door(
        act=Act.RECLASSIFY,
        facts=("demand", "document", "kind", "path"),
        action=reclassifying.reclassify,
        form=forms.ReclassifyForm,
        place=at_the_leg,
        opening=reclassification_decidable,
        told=the_handler,
        said="已更正；告知过信访人的，更正的告知书已生成，请“送达告知书”。",
        icon="check",
        topic=Topic.WHERE,
        turn=26,
    ),
    Door(
        act=Act.REFUSE_RECLASSIFICATION,
        facts=("demand",),
        action=reclassifying.refuse_reclassification,
        form=forms.RefuseReclassificationForm,
        place=at_the_leg,
        opening=reclassification_decidable,
        told=the_handler,
        said="已退回更正申请，类别、途径不变。",
        icon="return",
        topic=Topic.WHERE,
    ),
)
