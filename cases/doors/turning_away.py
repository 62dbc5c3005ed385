"""Acts that turn a petition away, each approved by a second person before its letter goes, and undone by a later proof."""

from cases.actions import desk_exits, exit_approval, filing, side_exits
from cases.doors import consequences
from cases.forms import turning_away as forms
from cases.openings import exits
from cases.places.acting_units import at_the_desk, at_the_leg
from cases.record.audiences import who_approves_an_exit, who_can, who_is_answered
from kit.doors import Door, Topic
from law.vocabulary import Act

_WAITS = "须由另一人核准；核准以前不发告知书，各项期限照常计算。"

TURNING_AWAY: tuple[Door, ...] = (
    Door(
        act=Act.NOT_ACCEPT,
        facts=("apart_from", "demands", "ground", "sm3"),
        action=side_exits.not_accept,
        form=forms.NotAcceptForm,
        place=at_the_leg,
        opening=exits.unaccepted,
        told=who_approves_an_exit,
        said=f"已提出不予受理，{_WAITS}",
        consequence=consequences.leaving,
        icon="ban",
        topic=Topic.WHERE,
    ),
    Door(
        act=Act.NO_LONGER_ACCEPT,
        facts=("demands", "ground", "sm3"),
        action=side_exits.no_longer_accept,
        form=forms.NoLongerAcceptForm,
        place=at_the_desk,
        opening=exits.appeal_waiting("不再受理"),
        told=who_approves_an_exit,
        said=f"已提出不再受理，{_WAITS}",
        icon="ban",
        topic=Topic.WHERE,
        wide=True,
    ),
    Door(
        act=Act.FILE_ONLY,
        facts=("demands", "ground"),
        action=filing.file_only,
        form=forms.FileOnlyForm,
        place=at_the_desk,
        opening=exits.fileable,
        told=who_approves_an_exit,
        said="已提出存查，列入当天的存查清单，须由另一人签字；签字以前分流期限照常计算。",
        icon="book",
        topic=Topic.WHERE,
    ),
    Door(
        act=Act.DECLINE,
        facts=("demands", "ground", "sm3"),
        action=desk_exits.decline,
        form=forms.DeclineForm,
        place=at_the_desk,
        opening=exits.appeal_waiting("不予受理"),
        told=who_approves_an_exit,
        said=f"已提出不予受理，{_WAITS}",
        icon="ban",
        topic=Topic.WHERE,
    ),
    Door(
        act=Act.APPROVE_EXIT,
        facts=("document", "exit"),
        action=exit_approval.approve_exit,
        form=forms.ApproveExitForm,
        place=at_the_leg,
        opening=exits.approvable,
        told=who_can(Act.NOTIFY),
        said="已核准；有告知书的已经生成，发出后请“送达告知书”。",
        icon="seal",
        topic=Topic.WHERE,
        turn=37,
        wide=True,
    ),
    Door(
        act=Act.REFUSE_EXIT,
        facts=("demands", "dispatch_due", "dispatch_from", "exit"),
        action=exit_approval.refuse_exit,
        form=forms.RefuseExitForm,
        place=at_the_leg,
        opening=exits.approvable,
        told=who_is_answered,
        said="未予核准，请继续办理；期限从未停止。",
        icon="return",
        topic=Topic.WHERE,
        wide=True,
    ),
    Door(
        act=Act.REOPEN_EXIT,
        facts=("demands", "dispatch_due", "dispatch_from", "exit"),
        action=exit_approval.reopen_exit,
        form=forms.ReopenExitForm,
        place=at_the_leg,
        opening=exits.reopenable,
        told=who_is_answered,
        said="已恢复办理，期限从原起算日继续计算。",
        icon="return",
        topic=Topic.WHERE,
    ),
)
