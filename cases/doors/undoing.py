"""Acts on slips: what was written down of a service by mistake."""

from cases.actions import undoing
from cases.doors import service_consequences, side_consequences
from cases.forms import undoing as forms
from cases.openings.undoing import undoing_askable, undoing_decidable
from cases.places.acting_units import where_notices_are_sent
from cases.record.audiences import the_handler, who_undoes_service
from kit.doors import Door, Topic
from law.vocabulary import Act

UNDOING: tuple[Door, ...] = (
    Door(
        act=Act.ASK_UNDOING,
        facts=("document", "undone"),
        action=undoing.ask_undoing,
        form=forms.AskUndoingForm,
        place=where_notices_are_sent,
        opening=undoing_askable,
        told=who_undoes_service,
        said="已申请撤销，等候另一人核准；期限照常计算。",
        consequence=side_consequences.no_stop,
        icon="return",
        topic=Topic.LETTERS,
    ),
    Door(
        act=Act.UNDO_SERVICE,
        facts=("document", "undone", "sent_on", "received_on", "reopened"),
        action=undoing.undo_service,
        form=forms.UndoServiceForm,
        place=where_notices_are_sent,
        opening=undoing_decidable,
        told=the_handler,
        said="登记已撤销，期限按原起算日继续；请重新登记送达。",
        consequence=service_consequences.undoing,
        icon="return",
        topic=Topic.LETTERS,
        turn=27,
    ),
    Door(
        act=Act.REFUSE_UNDOING,
        facts=("document",),
        action=undoing.refuse_undoing,
        form=forms.RefuseUndoingForm,
        place=where_notices_are_sent,
        opening=undoing_decidable,
        told=the_handler,
        said="已退回申请，登记不变。",
        icon="ban",
        topic=Topic.LETTERS,
    ),
)
