"""The steps of comparisons and of their differences, and what the journal keeps of them."""

from datetime import date

from kit.verbs import Fact, Verb
from law.errors import Refused
from law.vocabulary import Act
from organizations.models import Staff
from organizations.recording import Move
from organizations.roles import Right
from reception.models import Difference, DifferenceState, Differs, SettledHow

_CASE = Fact("信访件号")
_HOW = Fact("怎样处理", str, SettledHow)
COMPARED = Verb(
    "reception.compared",
    "对账",
    {
        "rows": Fact("行数"),
        "since": Fact("清单起日", date),
        "until": Fact("清单止日", date),
        "found": Fact("新的不一致"),
    },
)
REGISTERED = Verb("reception.difference_registered", "按对方清单登记", {"case": _CASE})
LINKED = Verb("reception.difference_linked", "对应我方信访件", {"case": _CASE})
TAKEN = Verb("reception.difference_taken", "按对方更正", {"case": _CASE})
SETTLED = Verb("reception.difference_settled", "处理对账差异", {"how": _HOW})
EXPORTED = Verb(
    "reception.sender_exported",
    "按对方的列导出",
    {"rows": Fact("行数"), "since": Fact("起日", date), "until": Fact("止日", date)},
)
VERBS = (COMPARED, REGISTERED, LINKED, TAKEN, SETTLED, EXPORTED)

_OPEN = frozenset({DifferenceState.OPEN.value})
_TAKEABLE = (Differs.REPORT_BY, Differs.CONTENT)


def _is_theirs(row: Difference, _staff: Staff, _on: date) -> Refused | None:
    """Only what they have and we have not is looked for among ours. Codes: not_theirs_only."""
    if row.what == Differs.THEIRS_ONLY:
        return None
    return Refused("not_theirs_only", "只有“他有我无”的才登记或者对应；本条请核对后说明。")


def _registrable(row: Difference, staff: Staff, on: date) -> Refused | None:
    """Codes: not_theirs_only, no_words."""
    if refused := _is_theirs(row, staff, on):
        return refused
    return None if row.row else Refused("no_words", "对方清单里没有内容，不能直接登记：请登记后再“对应我方信访件”。")


def _takeable(row: Difference, _staff: Staff, _on: date) -> Refused | None:
    """Codes: not_takeable."""
    if row.what in _TAKEABLE:
        return None
    return Refused("not_takeable", "这一项不能按对方直接更正：收到日期不得更改，状态由办理行为推进；请核对后说明。")


COMPARE = Move(verb=COMPARED, right=Right.IMPORT, to_state="made")
REGISTER = Move(
    verb=REGISTERED, right=Act.REGISTER, from_states=_OPEN, to_state=DifferenceState.SETTLED, opening=_registrable
)
LINK = Move(verb=LINKED, right=Act.REGISTER, from_states=_OPEN, to_state=DifferenceState.SETTLED, opening=_is_theirs)
TAKE = Move(verb=TAKEN, right=Act.REGISTER, from_states=_OPEN, to_state=DifferenceState.SETTLED, opening=_takeable)
SETTLE = Move(verb=SETTLED, right=Act.REGISTER, from_states=_OPEN, to_state=DifferenceState.SETTLED)
