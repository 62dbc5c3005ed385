"""Which committee of the people's congress looks after which departments (人大工委对口): a table that each site sets."""

from datetime import date

from kit.settings import Setting
from organizations.models import Unit
from organizations.settings_in_force import setting_on

_USUAL = (
    "监察和司法工作委员会：公安局、司法局、信访局；财政经济工作委员会：发展改革局、财政局、审计局；"
    "农业和农村工作委员会：农业农村局、水利局；城乡建设和环境保护工作委员会：住建局、自然资源局、生态环境局、交通运输局；"
    "教育科学文化卫生工作委员会：教育局、卫生健康局、文化和旅游局；社会建设工作委员会：民政局、人力资源社会保障局、医疗保障局"
)
COMMITTEES = Setting(
    "CONGRESS_COMMITTEES",
    _USUAL,
    "人大工委对口联系的部门",
    help="写作“委员会：部门、部门；委员会：部门”。没有写到的单位，哪个委员会都可以选。",
)


def committees_on(day: date, district: int | None) -> dict[str, tuple[str, ...]]:
    """Return the committees of a district on a day with their departments, in the order of the table."""
    table = str(setting_on(COMMITTEES.key, day, district))
    rows = (row.partition("：") for row in table.split("；") if row.strip())
    return {name.strip(): tuple(filter(None, map(str.strip, named.split("、")))) for name, _, named in rows}


def committee_of(unit: Unit, table: dict[str, tuple[str, ...]]) -> str:
    """Return the committee that the table names for a unit, "" where it names none."""
    known = (name for name, units in table.items() if any(unit.name.endswith(each) for each in units))
    return next(known, "")
