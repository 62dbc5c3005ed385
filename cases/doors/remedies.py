"""Acts of re-examination and review."""

from cases.actions import remedies, remedy_decisions
from cases.doors import consequences
from cases.forms import remedies as remedies_forms
from cases.openings import remedies as openings
from cases.places.acting_units import anywhere_near, where_decided
from cases.record.audiences import below_and_at_the_decider, who_was_asked
from kit.doors import Door, Topic
from law.remedies import RemedyKind
from law.vocabulary import Act, Duty

REMEDIES: tuple[Door, ...] = (
    Door(
        act=Act.REQUEST_REEXAMINATION,
        facts=("at", "document", "late", "received_on", "requested_on", "unit"),
        action=remedies.request_reexamination,
        form=remedies_forms.RequestRemedyForm,
        place=anywhere_near,
        opening=openings.requestable(RemedyKind.REEXAMINATION),
        told=who_was_asked(Act.DRAFT_REMEDY, "at"),
        said="已登记复查请求，复查期限从复查机关收到之日起算。",
        consequence=consequences.requesting(Duty.REEXAM_30D),
        icon="escalate",
        topic=Topic.PETITIONER,
    ),
    Door(
        act=Act.REQUEST_REVIEW,
        facts=("at", "document", "late", "received_on", "requested_on", "unit"),
        action=remedies.request_review,
        form=remedies_forms.RequestRemedyForm,
        place=anywhere_near,
        opening=openings.requestable(RemedyKind.REVIEW),
        told=who_was_asked(Act.DRAFT_REMEDY, "at"),
        said="已登记复核请求，复核期限从复核机关收到之日起算。",
        consequence=consequences.requesting(Duty.REVIEW_30D),
        icon="escalate",
        topic=Topic.PETITIONER,
    ),
    Door(
        act=Act.DRAFT_REMEDY,
        facts=("at", "decision", "unit"),
        action=remedy_decisions.draft_remedy,
        form=remedies_forms.DraftRemedyForm,
        place=where_decided,
        opening=openings.draftable,
        told=who_was_asked(Act.REMAND, "at"),
        said="草稿已保存，等候负责人决定。",
        icon="pen",
        turn=13,
        wide=True,
        reads=True,
    ),
    Door(
        act=Act.DECIDE_REEXAMINATION,
        facts=("decision", "document", "unit"),
        action=remedy_decisions.decide_reexamination,
        form=remedies_forms.DecideRemedyForm,
        place=where_decided,
        opening=openings.decidable,
        told=below_and_at_the_decider(Act.SERVE),
        said="复查意见书已生成，请及时送达。",
        consequence=consequences.deciding,
        icon="seal",
        turn=11,
        wide=True,
        reads=True,
    ),
    Door(
        act=Act.DECIDE_REVIEW,
        facts=("decision", "document", "unit"),
        action=remedy_decisions.decide_review,
        form=remedies_forms.DecideRemedyForm,
        place=where_decided,
        opening=openings.decidable,
        told=below_and_at_the_decider(Act.SERVE),
        said="复核意见书已生成，请及时送达。",
        consequence=consequences.deciding,
        icon="seal",
        turn=12,
        wide=True,
        reads=True,
    ),
    Door(
        act=Act.REMAND,
        facts=("days", "decision", "document", "unit"),
        action=remedy_decisions.remand,
        form=remedies_forms.RemandForm,
        place=where_decided,
        opening=openings.decidable,
        told=below_and_at_the_decider(Act.NOTIFY),
        said="已责令重新办理，指定的期限开始计算。",
        consequence=consequences.remanding,
        icon="return",
        turn=10,
        wide=True,
        reads=True,
    ),
    Door(
        act=Act.REFUSE_REMEDY,
        facts=("document", "unit"),
        action=remedies.refuse_remedy,
        form=remedies_forms.RefuseRemedyForm,
        place=where_decided,
        told=below_and_at_the_decider(Act.NOTIFY),
        said="不予受理告知书已生成，请及时送达。",
        icon="ban",
    ),
)
