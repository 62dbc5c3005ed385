"""What the warnings note in the journal."""

from datetime import date

from kit.verbs import Fact, Verb

WARNINGS_AUDITED = Verb(
    "warnings.audited",
    "核对预警",
    {"due": Fact("应预警"), "written": Fact("已预警"), "missing": Fact("缺少"), "double": Fact("多出")},
)
WARNING_SILENCED = Verb("warnings.silenced", "暂不提醒", {"due_on": Fact("到期日", date), "to_day": Fact("止日", date)})
VERBS = (WARNINGS_AUDITED, WARNING_SILENCED)
