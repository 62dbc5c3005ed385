"""What the topics of the room add to the timeline of a case: one line of this file a topic."""

from collections.abc import Callable
from typing import Any

from cases.reading.case_file import CaseFile
from organizations.models import Staff
from supervision.instructions.reading import instruction_events
from supervision.meetings.reading import meeting_events
from supervision.orders.presenting import order_events
from supervision.ownership.presenting import timeline_lines
from supervision.visits.on_cases import visit_lines

LINES: tuple[Callable[[CaseFile, Staff], list[dict[str, Any]]], ...] = (
    timeline_lines,
    instruction_events,
    meeting_events,
    visit_lines,
    order_events,
)


def timeline(file: CaseFile, staff: Staff) -> list[dict[str, Any]]:
    """Return the lines of all topics among the events of a case."""
    return [line for lines in LINES for line in lines(file, staff)]
