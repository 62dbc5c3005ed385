"""Acts on which matter a case is of: joining and leaving."""

from cases.actions import matters
from cases.forms import matters as matters_forms
from cases.openings.matters import leavable, unmeasured
from cases.places.acting_units import at_the_desk
from cases.record.audiences import who_works_on_the_matter
from kit.doors import Door, Topic
from law.vocabulary import Act

MATTERS: tuple[Door, ...] = (
    Door(
        act=Act.JOIN_MATTER,
        facts=("matter", "matter_before"),
        action=matters.join_matter,
        form=matters_forms.JoinMatterForm,
        place=at_the_desk,
        opening=unmeasured,
        told=who_works_on_the_matter,
        said="已并入同一事项；各件的编号、期限不变。",
        icon="link",
        topic=Topic.RECORD,
    ),
    Door(
        act=Act.LEAVE_MATTER,
        facts=("matter", "matter_before"),
        action=matters.leave_matter,
        form=matters_forms.LeaveMatterForm,
        place=at_the_desk,
        opening=leavable,
        told=who_works_on_the_matter,
        said="已退出同一事项，以后可以再并入。",
        icon="return",
        topic=Topic.RECORD,
    ),
)
