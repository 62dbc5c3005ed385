"""Acts at the desk: registering, correcting, splitting, linking, voiding, files, reminders."""

from cases.actions import correcting, demands, files, oversight, registration, triage, unmasking
from cases.forms import dispatching as dispatching_forms
from cases.forms import files as files_forms
from cases.forms import tiers as tiers_forms
from cases.forms.correcting import CorrectForm
from cases.forms.intake import IntakeForm
from cases.openings import desk, dispatching
from cases.places.acting_units import at_the_desk, at_the_desk_or_a_leg, at_the_leg, where_people_are_met
from cases.record.audiences import handler_or, the_desk_unless_hidden, who_can_at_the_desk, who_works_on_it
from kit.doors import Door, Topic
from law.vocabulary import Act

DESK: tuple[Door, ...] = (
    Door(
        act=Act.REGISTER,
        facts=("channel", "commissioned_on", "number", "received_on", "report_by"),
        action=registration.register,
        form=IntakeForm,
        place=at_the_desk,
        told=the_desk_unless_hidden,
        icon="intake",
    ),
    Door(
        act=Act.CORRECT,
        facts=("fields",),
        action=correcting.correct,
        form=CorrectForm,
        place=at_the_desk,
        icon="pen",
        topic=Topic.RECORD,
        wide=True,
    ),
    Door(
        act=Act.SPLIT,
        facts=("demands", "publications"),
        action=demands.split,
        form=dispatching_forms.SplitForm,
        place=at_the_desk,
        opening=dispatching.undispatched,
        told=the_desk_unless_hidden,
        icon="split",
        wide=True,
    ),
    Door(
        act=Act.LINK_RESPONDENT,
        facts=("demands", "outside", "publications", "staff", "unit"),
        action=demands.link_respondent,
        form=dispatching_forms.LinkRespondentForm,
        place=at_the_desk,
        told=the_desk_unless_hidden,
        icon="link",
        topic=Topic.RECORD,
        turn=24,
        wide=True,
    ),
    Door(
        act=Act.REQUEST_VOID,
        action=oversight.request_void,
        form=dispatching_forms.RequestVoidForm,
        place=at_the_desk,
        told=who_can_at_the_desk(Act.CONFIRM_VOID),
        said="已申请作废，须由另一人核准。",
        icon="ban",
        topic=Topic.RECORD,
    ),
    Door(
        act=Act.CONFIRM_VOID,
        action=oversight.confirm_void,
        form=dispatching_forms.ConfirmVoidForm,
        place=at_the_desk,
        opening=desk.asked_by_another,
        icon="ban",
        turn=1,
    ),
    Door(
        act=Act.REFUSE_VOID,
        action=oversight.refuse_void,
        form=dispatching_forms.RefuseVoidForm,
        place=at_the_desk,
        opening=desk.asked_by_another,
        icon="return",
    ),
    Door(
        act=Act.UNMASK,
        facts=("purpose",),
        action=unmasking.unmask,
        form=dispatching_forms.UnmaskForm,
        place=where_people_are_met,
        icon="eye",
    ),
    Door(
        act=Act.REMIND,
        facts=("unit",),
        action=oversight.remind,
        form=dispatching_forms.RemindForm,
        place=at_the_leg,
        opening=desk.at_another_unit,
        told=handler_or(Act.ACCEPT),
        icon="bell",
        topic=Topic.RECORD,
    ),
    Door(
        act=Act.TRIAGE,
        facts=("clocks", "tier", "tier_before"),
        action=triage.triage,
        form=tiers_forms.TriageForm,
        place=at_the_desk_or_a_leg,
        said="已分级。",
        icon="list",
        topic=Topic.RECORD,
    ),
    Door(
        act=Act.ADD_FILE,
        facts=("sm3",),
        action=files.add_file,
        form=files_forms.AddFileForm,
        place=at_the_desk_or_a_leg,
        told=who_works_on_it,
        said="附件已加入，摘要已记入办理链。",
        icon="clip",
        topic=Topic.RECORD,
    ),
)
