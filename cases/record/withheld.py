"""What a successor must not handle is told to who can take it back and send it elsewhere (Art. 24, 30)."""

from cases.models import Event
from cases.places.acting_units import sender_of
from cases.record.audiences import able, sealed_desk
from cases.record.notices import tell
from law.vocabulary import Act


def tell_withheld(event: Event) -> int:
    """Tell the sender of the leg, of what is hidden from its desk the sealed desk; returns how many people were told."""
    assert event.leg is not None
    hidden = event.case.desk_walled or event.case.unlinked
    people = sealed_desk(event.case) if hidden else able(Act.TAKE_BACK, sender_of(event.case, event.leg))
    return tell(event, people, f"{event.case.number}：责任单位已撤销，承接单位不能办理本件，请撤回后另行转送")
