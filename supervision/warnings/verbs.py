"""What the warnings note in the journal."""

from kit.verbs import Fact, Verb

WARNINGS_AUDITED = Verb(
    "warnings.audited",
    "核对预警",
    {"due": Fact("应预警"), "written": Fact("已预警"), "missing": Fact("缺少"), "double": Fact("多出")},
)
VERBS = (WARNINGS_AUDITED,)
