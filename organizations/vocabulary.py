"""Words of the organizations floor."""

from law.paths import OwnRules
from law.words import Word


class UnitKind(Word):
    """机关、单位类型 (Art. 2)."""

    AREA = "area", "行政区域"
    PARTY_ORGAN = "party_organ", "党委机关"
    GOVERNMENT = "government", "政府机关"
    PETITION_OFFICE = "petition_office", "信访部门"
    DEPARTMENT = "department", "工作部门"
    TOWN = "town", "乡镇街道"
    VILLAGE = "village", "村（社区）"
    VILLAGE_GROUP = "village_group", "村（居）民小组"
    PEOPLES_CONGRESS = "peoples_congress", "人大机关"
    CONSULTATIVE_CONFERENCE = "consultative_conference", "政协机关"
    COURT = "court", "审判机关"
    PROCURATORATE = "procuratorate", "检察机关"
    POLICE = "police", "公安机关"
    JUSTICE = "justice", "司法行政机关"
    DISCIPLINE = "discipline", "纪检监察机关"
    MASS_ORGANIZATION = "mass_organization", "群团组织"
    STATE_ENTERPRISE = "state_enterprise", "国有企事业单位"
    EXTERNAL = "external", "外部单位"


# The departments of a government, those with rules of their own among them.
DEPARTMENTS = (UnitKind.DEPARTMENT, UnitKind.POLICE, UnitKind.JUSTICE)
# Political and legal organs, and discipline inspection (Art. 23, para 4).
OWN_NOTICE_RULES: dict[UnitKind, OwnRules] = {
    UnitKind.COURT: OwnRules.LITIGATION,
    UnitKind.PROCURATORATE: OwnRules.LITIGATION,
    UnitKind.POLICE: OwnRules.LITIGATION,
    UnitKind.JUSTICE: OwnRules.LITIGATION,
    UnitKind.DISCIPLINE: OwnRules.ACCUSATIONS,
}


class Level(Word):
    """层级."""

    PROVINCE = "province", "省级"
    CITY = "city", "市级"
    DISTRICT = "district", "区县级"
    TOWN = "town", "乡镇街道级"
    VILLAGE = "village", "村（社区）级"
    GROUP = "group", "组级"


class NameKind(Word):
    """What a unit is called besides its own name."""

    FORMER = "former", "曾用名"
    EVERYDAY = "everyday", "别称"


class DayKind(Word):
    """How an override changes a day of the calendar."""

    HOLIDAY = "holiday", "放假"
    WORKDAY = "workday", "调休上班"


class DayChange(Word):
    """What is entered for days of the calendar."""

    HOLIDAY = "holiday", "放假"
    WORKDAY = "workday", "调休上班"
    CLEAR = "clear", "取消调整"


class ActorKind(Word):
    """Who did a thing."""

    STAFF = "staff", "工作人员"
    PARTY = "party", "信访人本人"
    SYSTEM = "system", "系统"
