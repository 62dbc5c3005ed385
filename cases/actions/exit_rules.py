"""What the ways out of the procedure have to keep to: who is to be answered, what is to be told, what goes where."""

from collections.abc import Iterable, Sequence
from datetime import date

from cases.models import Demand
from cases.openings.exits import no_appeals
from cases.places.wall import ARTICLE as WALL
from law.admission import Ground, assert_granted
from law.errors import Refused
from law.matters import Destination
from law.vocabulary import Kind, Path
from organizations.limits import basis_of, legal_limits


def assert_told(**said: str) -> None:
    """Refuse a way out that says too little; the names are the words people read. Raises Refused exit_incomplete."""
    missing = [name for name, words in said.items() if not words.strip()]
    if missing:
        raise Refused("exit_incomplete", f"请写明：{'、'.join(missing)}。", "第二十三条")


def assert_appeals(rows: Iterable[Demand], what: str) -> None:
    """Refuse for anything but appeals. Raises Refused kind_unfit."""
    if refusal := no_appeals(rows, what):
        raise refusal


def assert_destination(rows: Sequence[Demand], destination: Destination) -> None:
    """Refuse a destination that the demands do not belong to (Art. 22, 30). Raises Refused destination_unfit."""
    accusing = [row for row in rows if row.kind == Kind.ACCUSATION]
    if destination is Destination.DISCIPLINE and len(accusing) != len(rows):
        raise Refused("destination_unfit", "转纪检监察机关的只能是检举控告；其他诉求请另行分流。", "第二十二条第二款")
    if destination is Destination.JUDICIAL and any(row.path == Path.PETITION_PROCEDURE for row in rows):
        raise Refused(
            "destination_unfit",
            "已经定为信访程序的诉求不能转政法机关；确属涉法涉诉的，请先“拆分诉求”改正途径。",
            "第三十一条第一项",
        )
    if accusing and destination is Destination.OTHER_DISTRICT:
        raise Refused("destination_unfit", "检举控告按照管理权限转纪检监察机关或者有权机关，不转其他区县。", WALL)


def assert_in_use(on: date, found: Ground) -> str:
    """Return what a ground rests on, for the notice: the Regulation, or what the limits in force name.

    Raises Refused ground_not_granted.
    """
    rules = legal_limits().on(on)
    assert_granted(found, rules.local.grounds, rules.version)
    return basis_of(rules.version) if found.local else found.cited
