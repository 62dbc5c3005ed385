"""The steps of such a report: reported, remarked upon, replied to."""

from kit.verbs import Fact, Verb
from organizations.recording import Move
from organizations.roles import Right
from supervision.words.congress import ReportedTo, ReportState

REPORTED = Verb("supervision.congress_reported", "登记向人大政协的报告", {"to": Fact("报告的机关", str, ReportedTo)})
REMARKED = Verb("supervision.congress_remarked", "登记审议、协商意见")
REPLIED = Verb("supervision.congress_replied", "登记回复")

REPORT = Move(verb=REPORTED, right=Right.CONVENE, to_state=ReportState.REPORTED)
REMARK = Move(
    verb=REMARKED,
    right=Right.CONVENE,
    from_states=frozenset(state.value for state in ReportState),
    to_state=ReportState.REMARKED,
)
REPLY = Move(verb=REPLIED, right=Right.CONVENE, from_states=frozenset({ReportState.REMARKED.value}))
MOVES = (REPORT, REMARK, REPLY)
