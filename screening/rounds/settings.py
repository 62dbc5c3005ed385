"""What a site may set of the rounds; practice gives the rhythm, no law does."""

from kit.settings import Setting
from organizations.vocabulary import UnitKind
from screening.models.words import Rhythm

_CHOICES = tuple(Rhythm.choices())


def _rhythm(key: str, default: Rhythm, label: str) -> Setting:
    return Setting(key, str(default), label, help="从生效日期以后新开的一期起算；已经开的一期不变。", choices=_CHOICES)


RHYTHMS: dict[UnitKind, Setting] = {
    UnitKind.VILLAGE: _rhythm("SCREENING_VILLAGE", Rhythm.WEEKLY, "排查周期：村（社区），含村（居）民小组"),
    UnitKind.TOWN: _rhythm("SCREENING_TOWN", Rhythm.WEEKLY, "排查周期：乡镇街道"),
    UnitKind.DEPARTMENT: _rhythm("SCREENING_DEPARTMENT", Rhythm.MONTHLY, "排查周期：部门"),
}
DUE_AFTER = Setting(
    "SCREENING_DUE_AFTER",
    0,
    "排查应报日期：一期结束后的工作日数",
    help="0 就是本期最后一个工作日。",
    unit="个工作日",
    least=0,
    most=10,
)
REPORT_MINUTES = Setting("SCREENING_REPORT_MINUTES", 1, "填报一次排查用时", unit="分钟", least=1, most=120)
QUESTION_MINUTES = Setting(
    "SCREENING_QUESTION_MINUTES", 2, "专项排查每增加一个填报项用时", unit="分钟", least=1, most=120
)
SETTINGS = (*RHYTHMS.values(), DUE_AFTER, REPORT_MINUTES, QUESTION_MINUTES)
