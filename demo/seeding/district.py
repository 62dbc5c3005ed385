"""The district that is seeded: fictional, of the size of a real one. No such place exists."""

from typing import Any

from django.db import transaction

from demo.letterheads import letterhead_of
from law.errors import Refused
from organizations.actions import add_unit, pad_code
from organizations.dictionaries import load_dictionaries
from organizations.models import Unit
from organizations.unit_names import add_name
from organizations.vocabulary import Level, NameKind, UnitKind

NAME, CODE = "青岚区", "990207"
CITY, CITY_OFFICE = "岚州市人民政府", "岚州市信访局"
OFFICE = "青岚区信访局"
GOVERNMENT, PARTY, DISCIPLINE = "青岚区人民政府", "中共青岚区委办公室", "青岚区纪委监委"
_HOUSES = (
    (UnitKind.PARTY_ORGAN, PARTY, "区委办", "青委办"),
    (UnitKind.DISCIPLINE, DISCIPLINE, "区纪委监委", "青纪"),
    (UnitKind.COURT, "青岚区人民法院", "区法院", "青法"),
    (UnitKind.PROCURATORATE, "青岚区人民检察院", "区检察院", "青检"),
    (UnitKind.MASS_ORGANIZATION, "青岚区妇女联合会", "区妇联", "青妇"),
)
DEPARTMENTS = (
    "住房和城乡建设局 住建", "自然资源局 自资", "人力资源和社会保障局 人社", "教育局 教", "民政局 民", "卫生健康局 卫",
    "公安局 公", "交通运输局 交", "农业农村局 农", "生态环境局 环", "市场监督管理局 市监", "城市管理局 城管", "水利局 水",
    "财政局 财", "发展和改革局 发改", "司法局 司", "商务局 商", "文化和旅游局 文旅", "应急管理局 应急", "退役军人事务局 退役",
    "医疗保障局 医保", "审计局 审", "统计局 统", "林业局 林", "数据局 数",
)  # fmt: skip
_FORMERLY = {"生态环境局": "环保局", "自然资源局": "国土局", "卫生健康局": "卫生局", "市场监督管理局": "工商局"}
TOWNS = (
    "云溪镇", "白鹭镇", "青石镇", "柳浪镇", "松坪镇", "荷塘镇", "枫林乡", "竹海乡", "望江街道", "梧桐街道", "星湖街道", "南苑街道",
)  # fmt: skip
_VILLAGES_OF = ("溪", "鹭", "石", "浪", "坪", "塘", "枫", "竹", "江", "桐", "湖", "苑")
_VILLAGES = ("东{}", "西{}", "上{}", "下{}", "老{}", "新{}", "大{}", "小{}", "长{}", "双{}")


def seeded_area() -> Unit | None:
    """Return the fictional district, if it has been made."""
    return Unit.objects.filter(kind=UnitKind.AREA, code=pad_code(CODE), name=NAME).first()


def make_district() -> Unit:
    """Make the district with its dictionaries in an empty system, once; returns its area. Raises Refused not_empty."""
    if known := seeded_area():
        return known
    if Unit.objects.exists():
        raise Refused("not_empty", f"系统里已有其他单位，不能生成测试数据：只能在空系统或者“{NAME}”的测试系统里生成。")
    with transaction.atomic():
        load_dictionaries()
        area = add_unit(NAME, UnitKind.AREA, Level.DISTRICT, code=CODE)
        government = _house(UnitKind.GOVERNMENT, GOVERNMENT, "区政府", "青政", area)
        for kind, name, short, prefix in _HOUSES:
            _house(kind, name, short, prefix, area)
        _house(UnitKind.PETITION_OFFICE, OFFICE, "区信访局", "青信", government)
        for words in DEPARTMENTS:
            name, prefix = words.split()
            unit = _house(UnitKind.DEPARTMENT, f"{NAME}{name}", f"区{name}", f"青{prefix}", government)
            if name in _FORMERLY:
                add_name(unit, _FORMERLY[name], NameKind.FORMER)
        for number, name in enumerate(TOWNS):
            _town(number, name, government)
        add_unit(CITY, UnitKind.EXTERNAL, Level.CITY)
        add_unit(CITY_OFFICE, UnitKind.EXTERNAL, Level.CITY)
    return area


def _house(kind: UnitKind, name: str, short: str, prefix: str, parent: Unit) -> Unit:
    given: dict[str, Any] = {"short_name": short, "document_prefix": prefix, "code": CODE, **letterhead_of(name, NAME)}
    return add_unit(name, kind, Level.DISTRICT, parent=parent, **given)


def _town(number: int, name: str, government: Unit) -> None:
    code = f"{CODE}{100 + number}"
    given: dict[str, Any] = {
        "short_name": name,
        "document_prefix": f"青{name[:2]}",
        "code": code,
        **letterhead_of(name, NAME),
    }
    town = add_unit(name, UnitKind.TOWN, Level.TOWN, parent=government, **given)
    last = "社区" if name.endswith("街道") else "村"
    for place, pattern in enumerate(_VILLAGES, 1):
        village = pattern.format(_VILLAGES_OF[number]) + last
        add_unit(village, UnitKind.VILLAGE, Level.VILLAGE, parent=town, code=f"{code}{200 + place}")
