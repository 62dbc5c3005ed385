"""Acts that propose at the desk how to send a matter on, and that let it pass, on the screen or on paper."""

from cases.actions import proposing
from cases.doors import side_consequences
from cases.forms import proposing as forms
from cases.openings import approval
from cases.places.acting_units import at_the_desk
from cases.record.proposal_audiences import who_approves, who_proposed
from kit.doors import Door, Topic
from law.vocabulary import Act

_FACTS = ("demands", "proposal", "proposed_act")

PROPOSING: tuple[Door, ...] = (
    Door(
        act=Act.PROPOSE_HANDLING,
        facts=_FACTS,
        action=proposing.propose_handling,
        form=forms.ProposeHandlingForm,
        place=at_the_desk,
        opening=approval.proposable,
        told=who_approves,
        said="拟办意见已呈报，等候批准；分流期限照常计算。",
        consequence=side_consequences.waits_for_approval,
        icon="up",
        turn=27,
        wide=True,
    ),
    Door(
        act=Act.APPROVE_PROPOSAL,
        facts=_FACTS,
        action=proposing.approve_proposal,
        form=forms.ApproveProposalForm,
        place=at_the_desk,
        opening=approval.approvable,
        told=who_proposed,
        said="已批准，已按拟办意见办理，文书已生成。",
        icon="seal",
        turn=24,
        wide=True,
        reads=True,
    ),
    Door(
        act=Act.RETURN_PROPOSAL,
        facts=_FACTS,
        action=proposing.return_proposal,
        form=forms.ReturnProposalForm,
        place=at_the_desk,
        opening=approval.decidable,
        told=who_proposed,
        said="已退回，诉求仍等候分流。",
        icon="return",
    ),
    Door(
        act=Act.WITHDRAW_PROPOSAL,
        facts=_FACTS,
        action=proposing.withdraw_proposal,
        form=forms.WithdrawProposalForm,
        place=at_the_desk,
        opening=approval.decidable,
        said="已撤回，可以另行呈报。",
        icon="return",
        topic=Topic.RECORD,
    ),
    Door(
        act=Act.RECORD_PAPER,
        facts=(*_FACTS, "agreed", "decided_on", "sm3"),
        action=proposing.record_paper,
        form=forms.RecordPaperForm,
        place=at_the_desk,
        opening=approval.approvable,
        told=who_proposed,
        said="批示已登记；同意的已按拟办意见办理。",
        icon="book",
        topic=Topic.RECORD,
        wide=True,
    ),
)
