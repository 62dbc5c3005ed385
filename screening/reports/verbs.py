"""What the journal says of reports and of a town's approval: counts and days, no words."""

from kit.verbs import Fact, Verb
from screening.models.words import ReportSource

_ROUND = Fact("期次编号")
REPORTED = Verb(
    "screening.reported",
    "填报排查",
    {
        "round": _ROUND,
        "zero": Fact("零报告", bool),
        "late": Fact("迟报", bool),
        "source": Fact("来源", str, ReportSource),
    },
)
CORRECTED = Verb("screening.corrected", "更正排查", {"round": _ROUND, "zero": Fact("零报告", bool)})
APPROVED = Verb(
    "screening.approved",
    "审核排查",
    {"round": _ROUND, "expected": Fact("应报"), "on_time": Fact("按时"), "late": Fact("迟报"), "zero": Fact("零报告")},
)
REOPENED = Verb("screening.reopened", "重新开启排查", {"round": _ROUND})
VERBS = (REPORTED, CORRECTED, APPROVED, REOPENED)
