"""What accuses one's own village or town becomes a sealed case (Art. 30): it leaves the sender and is no dispute."""

from datetime import date
from uuid import UUID

from cases.actions.inputs import DemandInput, PartyInput, RespondentInput
from cases.actions.registration import register
from law.errors import Refused
from law.vocabulary import Channel, Kind
from organizations.authority import may
from organizations.models import Staff, Unit
from organizations.roles import Right
from organizations.today import today

SOURCE = "screening"
ARTICLE = "第三十条"


def pass_to_sealed_desk(
    unit: Unit, *, facts: str, accused: Unit, client_id: UUID, by: Staff, name: str = "", on: date | None = None
) -> None:
    """Register an accusation of one's own village or town through the registration; nothing of it is kept here.

    Nothing is returned: it is out of the reach of who sends it. The same ``client_id`` twice is one case.
    Raises Refused: not_permitted, accused_unfit, client_id_taken, nothing_said.
    """
    on = on or today()
    if not may(by, Right.REPORT_SCREENING, at=unit):
        raise Refused("not_permitted", f"您的角色不能替“{unit.name}”填报。可在“权限一览”查看谁可以办理。")
    if accused.pk not in (unit.pk, unit.parent_id):
        raise Refused("accused_unfit", "这里只转反映本村（社区）、本镇的检举控告，其他的请在“登记”里登记。", ARTICLE)
    text = facts.strip()
    try:
        register(
            by=by,
            channel=Channel.VISIT,
            received_on=on,
            content=text,
            parties=[PartyInput(name.strip())] if name.strip() else (),
            demands=[DemandInput(text, Kind.ACCUSATION)],
            # Not linked here: until the sealed desk links it, nobody else in the town reads it.
            respondents=[RespondentInput(accused.name)],
            anonymous=not name.strip(),
            source=SOURCE,
            external_number=str(client_id),
            on=on,
        )
    except Refused as refused:
        if refused.code != "external_number_taken":
            raise
        # What was registered before is out of his sight: its number is not told.
        raise Refused("client_id_taken", "这个编号（client_id）已经用过，请换一个新的编号再发送。") from None
