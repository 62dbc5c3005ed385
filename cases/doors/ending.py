"""Acts that bring a case to its end, and after it."""

from cases.actions import causes, closing, duties, ending, rejection
from cases.forms import ending as ending_forms
from cases.forms import following as following_forms
from cases.forms import handling as handling_forms
from cases.forms import remedies as remedies_forms
from cases.openings import ending as openings
from cases.openings.after_answer import trackable
from cases.places.acting_units import at_the_desk, at_the_leg, at_the_sender
from cases.record.audiences import the_handler, who_can, who_commissioned
from kit.doors import Door, Topic
from law.vocabulary import Act

ENDING: tuple[Door, ...] = (
    Door(
        act=Act.REPORT_CONCLUSION,
        facts=("document",),
        action=closing.report_conclusion,
        form=handling_forms.ReportConclusionForm,
        place=at_the_leg,
        opening=openings.reportable,
        told=who_commissioned,
        icon="book",
        topic=Topic.END,
        turn=16,
    ),
    Door(
        act=Act.REJECT_CONCLUSION,
        facts=("document",),
        action=rejection.reject_conclusion,
        form=remedies_forms.RejectConclusionForm,
        place=at_the_sender,
        opening=openings.rejectable,
        told=the_handler,
        said="已退回重办，各项期限从原起算日继续。",
        icon="return",
        topic=Topic.END,
    ),
    Door(
        act=Act.TRACK_EXECUTION,
        facts=("demands", "done_on"),
        action=duties.track_execution,
        form=following_forms.TrackExecutionForm,
        place=at_the_leg,
        opening=trackable,
        icon="flag",
        topic=Topic.END,
    ),
    Door(
        act=Act.CORRECT_CAUSE,
        facts=("cause", "demand"),
        action=causes.correct_cause,
        form=handling_forms.CorrectCauseForm,
        place=at_the_desk,
        told=the_handler,
        icon="pen",
        topic=Topic.END,
    ),
    Door(
        act=Act.CLOSE,
        action=closing.close,
        form=handling_forms.CloseForm,
        place=at_the_leg,
        opening=openings.closable,
        said="已结案。",
        icon="lock",
        topic=Topic.END,
        turn=17,
    ),
    Door(
        act=Act.PROPOSE_FINALIZATION,
        facts=("ground",),
        action=ending.propose_finalization,
        form=ending_forms.ProposeFinalizationForm,
        place=at_the_leg,
        opening=openings.proposable,
        told=who_can(Act.FINALIZE),
        said="已提请终结认定，等候另一人核准。",
        icon="flag",
        topic=Topic.END,
    ),
    Door(
        act=Act.FINALIZE,
        facts=("document", "ground"),
        action=ending.finalize,
        form=ending_forms.FinalizeForm,
        place=at_the_leg,
        opening=openings.finalizable,
        said="已核准终结，终结认定表已生成。",
        icon="seal",
        topic=Topic.END,
        turn=18,
    ),
    Door(
        act=Act.AFTER_CARE,
        facts=("care", "held_on"),
        action=ending.after_care,
        form=ending_forms.AfterCareForm,
        place=at_the_leg,
        icon="people",
        topic=Topic.END,
    ),
    Door(
        act=Act.ARCHIVE,
        facts=("document", "retention"),
        action=ending.archive,
        form=ending_forms.ArchiveForm,
        place=at_the_leg,
        opening=openings.archivable,
        said="已归档，归档目录已生成。",
        icon="book",
        topic=Topic.END,
        turn=19,
    ),
)
