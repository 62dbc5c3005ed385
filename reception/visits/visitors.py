"""Who came together: a list kept once, sealed, read by its registrar and the handler alone, every look noted."""

from collections.abc import Sequence
from datetime import date

from kit.files import CheckedFile
from law.errors import Refused
from organizations.journal.noting import note
from organizations.models import Staff
from organizations.record_files import store_record_files
from organizations.recording import recording
from organizations.settings_in_force import setting_on
from reception.models import HallVisit, VisitorList
from reception.visits import moves
from reception.visits.settings import COLLECTIVE_FROM

MOST_PEOPLE = 1000


def list_visitors(
    row: HallVisit,
    *,
    people: str = "",
    uploads: Sequence[CheckedFile] = (),
    by: Staff,
    seen: int | None = None,
    on: date | None = None,
) -> VisitorList:
    """Keep who came together, pasted one a line, or as a photograph; once, by who registered the visit.

    Raises Refused: nothing_listed, not_registrar, listed_already, too_many_people, as `recording`.
    """
    lines = people_in(people)
    if not lines and not uploads:
        raise Refused("nothing_listed", "请粘贴名单，或者附上名单的照片、扫描件。")
    with recording(moves.ADD_LIST, row, by=by, seen=seen, on=on) as made:
        visit = made.record
        visit.people = max(visit.people, len(lines))
        visit.collective = visit.collective or is_collective(visit.people, visit.visited_on, by.unit.district_id)
        made.facts = {"people": len(lines)}
        return keep_list(visit, lines, by=by, on=made.on, uploads=uploads)


def keep_list(
    row: HallVisit, lines: Sequence[str], *, by: Staff, on: date, uploads: Sequence[CheckedFile] = ()
) -> VisitorList:
    """Keep a list inside the step of its visit, sealed as one text."""
    listed = VisitorList(unit=row.unit, visit=row, people="\n".join(lines), count=len(lines))
    with recording(moves.LIST, listed, by=by, on=on) as made:
        made.facts = {"people": len(lines)}
        store_record_files(made.record, uploads, by=by)
    return listed


def read_visitors(listed: VisitorList, *, by: Staff) -> list[str]:
    """Return the people of a list that was read through its own rule, and note who has read it."""
    note(moves.LIST_READ, by=by, at=listed.unit, about=listed)
    return people_in(listed.people)


def is_collective(people: int, day: date, district: int | None) -> bool:
    """Tell whether so many people counted as 集体访 on a day."""
    fewest: int = setting_on(COLLECTIVE_FROM.key, day, district)
    return people >= fewest


def people_in(text: str) -> list[str]:
    """Return the lines of a pasted list that say something. Raises Refused too_many_people."""
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    if len(lines) > MOST_PEOPLE:
        raise Refused("too_many_people", f"名单最多{MOST_PEOPLE}行，现有{len(lines)}行。")
    return lines
