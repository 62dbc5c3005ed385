"""The dates that are warned of, one source a kind: its rows, while which it is owed, and what a warning needs to know of it.

Where the law counts, or another unit was asked, it is a date of the case; the others the room sets itself: in the sheet
of the leader who owns a case, as a task, in an order, in what a unit is told after a visit.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from supervision.models.ownership_words import OPEN
from supervision.models.tasks import OPEN_TASK
from supervision.models.visit_words import FeedbackState
from supervision.words.orders import OrderState
from supervision.words.warnings import Dated

# What a date needs to be warned of, the same columns for all. accusing: it belongs to what accuses somebody; kept: the
# case is hidden from its desk, the sealed desk has it (Art. 30); shut: nobody at the unit may read it. route: u tells the
# unit (the handler first), then who stands over it, then the leader who owns the case; r the same without that leader;
# n the person named, then the leader. keepers: the list of those who are told above the unit of what accuses somebody.
_NONE = {
    **dict.fromkeys(
        ("clock_id", "hand_off_id", "leg_id", "handler_id", "leg_unit_id", "person_id", "leader_id"), "NULL::bigint"
    ),
    "case_id": "k.id",
    "sealed": "k.sealed",
    "desk_id": "k.unit_id",
    "kept": "(k.desk_walled OR k.unlinked)",
    "shut": "FALSE",
    "route": "'u'",
    "keepers": "'k'",
}


def _in(states: Iterable[str]) -> str:
    return f"IN ({', '.join(repr(str(each)) for each in states)})"


@dataclass(frozen=True)
class Source:
    """One kind of date. ``rows``: what has it, as o; ``due``: its day; ``owed``: the condition while it is.

    ``columns`` and ``joins``: what a warning says of it and whom it is told, where that is not as for most.
    """

    rows: str
    due: str
    owed: str
    joins: str
    columns: dict[str, str]

    def dates(self, what: Dated) -> str:
        """Return the question for all dates of this kind that are owed."""
        columns = {"duty": f"'{what.name}'", "key": "o.id", "due_on": self.due, **_NONE, **self.columns}
        said = ", ".join(f"{column} AS {name}" for name, column in columns.items())
        return f"SELECT {said} FROM {self.rows} {self.joins} WHERE {self.owed}"  # noqa: S608 — words of this module

    def still(self, key: str, due_on: str) -> str:
        """Return the condition that one date of this kind is owed still, and on the same day."""
        found = f"SELECT 1 FROM {self.rows} WHERE o.id = {key} AND {self.due} = {due_on} AND {self.owed}"  # noqa: S608
        return f"EXISTS ({found})"


_CASE = "JOIN cases_case k ON k.id = o.case_id"
_LEG = "JOIN cases_leg l ON l.id = o.leg_id"
_OF_LEG = {"district_id": "o.district_id", "leg_id": "o.leg_id", "unit_id": "o.unit_id"}
_CLOCKS = Source(
    "cases_clock o",
    "o.due_on",
    "o.met_on IS NULL AND o.waived_on IS NULL AND o.ended_on IS NULL AND o.due_on IS NOT NULL AND o.unit_id IS NOT NULL",
    f"{_CASE} LEFT {_LEG}",
    {
        **_OF_LEG,
        "clock_id": "o.id",
        "duty": "o.duty",
        "handler_id": "l.handler_id",
        "leg_unit_id": "l.unit_id",
        "accusing": "k.sealed AND (l.id IS NULL OR l.held_accusation)",
        "shut": "(k.desk_walled OR k.unlinked) AND o.leg_id IS NULL",
    },
)
_ACCUSING_LEG = "k.sealed AND l.held_accusation"
_HAND_OFFS = Source(
    f"cases_handoff o {_LEG}",
    "o.reply_by",
    "o.replied_on IS NULL AND o.reply_by IS NOT NULL AND l.state IN"
    " ('referred', 'commissioned', 'received', 'accepted', 'in_handling', 'pending_sign_off')",
    _CASE,
    {**_OF_LEG, "hand_off_id": "o.id", "unit_id": "o.to_unit_id", "accusing": _ACCUSING_LEG},
)
_RECORD = {**_OF_LEG, "route": "'r'"}
# Of a record that belongs to what accuses somebody a unit is told that has the accusation now, or is the desk of the case.
_NOT_THERE = """(k.desk_walled OR k.unlinked OR o.unit_id <> k.unit_id) AND NOT EXISTS (
    SELECT FROM cases_leg h JOIN cases_demand d ON d.leg_id = h.id
    WHERE h.case_id = k.id AND h.unit_id = o.unit_id AND d.kind = 'accusation')"""
_TASKS = Source(
    "supervision_task o",
    "o.due_on",
    f"o.state {_in(OPEN_TASK)}",
    f"LEFT {_CASE}",
    {
        **_RECORD,
        "leg_id": "NULL::bigint",
        "sealed": "COALESCE(k.sealed, FALSE)",
        "accusing": "COALESCE(k.sealed, FALSE)",
        "kept": "COALESCE(k.desk_walled OR k.unlinked, FALSE)",
        "shut": f"COALESCE(k.sealed AND {_NOT_THERE}, FALSE)",
        # The head of the desk does not check what other units did.
        "keepers": "'e'",
    },
)
_ORDERS = Source(
    "supervision_supervisionorder o",
    "o.reply_by",
    # What was sent back after a reply has no day of its own.
    f"o.state {_in((OrderState.ISSUED, OrderState.RECEIVED))}",
    f"{_CASE} {_LEG}",
    {**_RECORD, "accusing": _ACCUSING_LEG, "shut": f"{_ACCUSING_LEG} AND {_NOT_THERE}"},
)
_FEEDBACK = Source(
    f"supervision_visitfeedback o {_CASE}",
    "o.reply_by",
    # Of a case that turned out to accuse somebody nobody reads it any more.
    f"o.state {_in((FeedbackState.SENT,))} AND o.reply_by IS NOT NULL AND NOT k.sealed",
    "",
    {**_RECORD, "accusing": "FALSE"},
)
# Whose account is closed is told nothing: the next one is.
_PEOPLE = "LEFT JOIN organizations_staff p ON p.id = {} AND p.is_active LEFT JOIN organizations_staff w ON w.id = s.leader_id AND w.is_active"
_OF_SHEET = "JOIN supervision_ownershipsheet s ON s.id = o.sheet_id"
_NAMED = {
    "district_id": "s.district_id",
    "unit_id": "s.unit_id",
    "accusing": "k.sealed",
    "route": "'n'",
    "person_id": "p.id",
    "leader_id": "w.id",
}


def _in_sheet(table: str) -> Source:
    return Source(
        f"{table} o {_OF_SHEET}",
        "o.due_on",
        f"o.done_on IS NULL AND s.state {_in(OPEN)}",
        f"JOIN cases_case k ON k.id = s.case_id {_PEOPLE.format('o.person_id')}",
        _NAMED,
    )


_LIMITS = Source(
    "supervision_ownershipsheet o",
    "o.until",
    f"o.state {_in(OPEN)}",
    f"JOIN supervision_ownershipsheet s ON s.id = o.id {_CASE} {_PEOPLE.format('o.leader_id')}",
    _NAMED,
)
SOURCES = {
    Dated.CLOCK: _CLOCKS,
    Dated.ASKED: _HAND_OFFS,
    Dated.LIMIT: _LIMITS,
    Dated.GUARANTEE: _in_sheet("supervision_guarantee"),
    Dated.STEP: _in_sheet("supervision_planstep"),
    Dated.TASK: _TASKS,
    Dated.ORDER: _ORDERS,
    Dated.FEEDBACK: _FEEDBACK,
}
