"""Acts that send a case on: to a unit, to oneself, out, or into the file."""

from cases.actions import desk_exits, direct, dispatch, side_exits, urgent
from cases.doors import consequences
from cases.forms import direct as direct_forms
from cases.forms import dispatching as dispatching_forms
from cases.forms import exits as exits_forms
from cases.forms import urgent as urgent_forms
from cases.openings import approval, dispatching, exits, reporting
from cases.places.acting_units import at_the_desk, at_the_leg
from cases.record.audiences import who_can
from kit.doors import Door, Topic
from law.vocabulary import Act

DISPATCHING: tuple[Door, ...] = (
    Door(
        act=Act.REFER,
        facts=("demands", "document", "notice", "unit"),
        action=dispatch.refer,
        form=dispatching_forms.ReferForm,
        place=at_the_desk,
        opening=approval.sendable,
        told=who_can(Act.ACCEPT),
        said="已转送，转送函已生成。",
        consequence=consequences.referring,
        icon="send",
        turn=26,
    ),
    Door(
        act=Act.COMMISSION,
        facts=("days", "demands", "document", "notice", "unit"),
        action=dispatch.commission,
        form=dispatching_forms.CommissionForm,
        place=at_the_desk,
        opening=approval.sendable,
        told=who_can(Act.ACCEPT),
        said="已交办，交办函已生成，反馈期限已开始计算。",
        consequence=consequences.commissioning,
        icon="send",
    ),
    Door(
        act=Act.KEEP,
        facts=("demands", "unit"),
        action=dispatch.keep,
        form=dispatching_forms.KeepForm,
        place=at_the_desk,
        opening=dispatching.keepable,
        told=who_can(Act.ACCEPT),
        said="已由本单位办理，请受理并告知信访人。",
        consequence=consequences.keeping,
        icon="building",
        turn=25,
    ),
    Door(
        act=Act.TELL_ON_SPOT,
        facts=("document",),
        action=direct.tell_on_spot,
        form=direct_forms.TellOnSpotForm,
        place=at_the_desk,
        opening=dispatching.tellable_on_spot,
        said="当场告知单已生成，请打印后当面交给信访人签收。",
        icon="letter",
    ),
    Door(
        act=Act.DIRECT_ELSEWHERE,
        facts=("demands", "document", "ground"),
        action=direct.direct_elsewhere,
        form=direct_forms.DirectElsewhereForm,
        place=at_the_desk,
        opening=dispatching.directable,
        told=who_can(Act.NOTIFY),
        said="告知书已生成；发出后请“送达告知书”，告知期限才算满足。",
        icon="split",
        topic=Topic.WHERE,
    ),
    Door(
        act=Act.TRANSFER_OUT,
        facts=("demands", "destination", "document", "notice"),
        action=side_exits.transfer_out,
        form=exits_forms.TransferOutForm,
        place=at_the_desk,
        opening=approval.sendable,
        said="已转出，转出函已生成；请送达转送告知书，收到回执后登记。",
        icon="send",
        topic=Topic.WHERE,
    ),
    Door(
        act=Act.RECORD_TRANSFER_RECEIPT,
        facts=("received_on",),
        action=side_exits.record_transfer_receipt,
        form=exits_forms.TransferReceiptForm,
        place=at_the_leg,
        opening=exits.receipt_waits,
        said="回执已登记，可以结案。",
        icon="inbox",
        topic=Topic.WHERE,
        turn=33,
    ),
    Door(
        act=Act.GUIDE,
        facts=("demands", "document", "path"),
        action=desk_exits.guide,
        form=exits_forms.GuideForm,
        place=at_the_desk,
        opening=exits.appeal_waiting("导入法定途径"),
        told=who_can(Act.NOTIFY),
        said="已引导到法定途径，告知书已生成；发出后请“送达告知书”。",
        icon="split",
        topic=Topic.WHERE,
    ),
    Door(
        act=Act.ASK_DECISION,
        action=urgent.ask_decision,
        form=urgent_forms.AskDecisionForm,
        place=at_the_desk,
        opening=reporting.for_the_own_level,
        said="已报请本级决定；分流期限照常计算。",
        icon="up",
        topic=Topic.WHERE,
    ),
    Door(
        act=Act.RECORD_DECISION,
        facts=("decided_on",),
        action=urgent.record_decision,
        form=urgent_forms.RecordDecisionForm,
        place=at_the_desk,
        said="决定已记录，请按决定分流。",
        icon="seal",
        topic=Topic.WHERE,
        turn=34,
    ),
)
