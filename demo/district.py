"""A fictional district: its organs, departments, towns, villages and groups. No such place exists."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from demo.letterheads import letterhead_of
from organizations.actions import add_unit, pad_code
from organizations.models import Unit
from organizations.unit_names import add_name
from organizations.vocabulary import Level, NameKind, UnitKind

NAME, CODE = "澄湖区", "990103"
# key -> (full name, short name, 机关代字). Keys are the first part of the accounts of a unit.
OFFICE = "xinfang"
HOUSES: dict[str, tuple[UnitKind, str, str, str]] = {
    "zhengfu": (UnitKind.GOVERNMENT, "澄湖区人民政府", "区政府", "澄政"),
    "weiban": (UnitKind.PARTY_ORGAN, "中共澄湖区委办公室", "区委办", "澄委办"),
    "jiwei": (UnitKind.DISCIPLINE, "澄湖区纪委监委", "区纪委监委", "澄纪"),
    "renda": (UnitKind.PEOPLES_CONGRESS, "澄湖区人大常委会", "区人大", "澄人大"),
    "zhengxie": (UnitKind.CONSULTATIVE_CONFERENCE, "政协澄湖区委员会", "区政协", "澄政协"),
    "fayuan": (UnitKind.COURT, "澄湖区人民法院", "区法院", "澄法"),
    "jiancha": (UnitKind.PROCURATORATE, "澄湖区人民检察院", "区检察院", "澄检"),
    "fulian": (UnitKind.MASS_ORGANIZATION, "澄湖区妇女联合会", "区妇联", "澄妇"),
}
UNDER_GOVERNMENT: dict[str, tuple[UnitKind, str, str, str]] = {
    OFFICE: (UnitKind.PETITION_OFFICE, "澄湖区信访局", "区信访局", "澄信"),
    "zhujian": (UnitKind.DEPARTMENT, "澄湖区住房和城乡建设局", "区住建局", "澄住建"),
    "ziran": (UnitKind.DEPARTMENT, "澄湖区自然资源局", "区自然资源局", "澄自资"),
    "renshe": (UnitKind.DEPARTMENT, "澄湖区人力资源和社会保障局", "区人社局", "澄人社"),
    "jiaoyu": (UnitKind.DEPARTMENT, "澄湖区教育局", "区教育局", "澄教"),
    "minzheng": (UnitKind.DEPARTMENT, "澄湖区民政局", "区民政局", "澄民"),
    "weijian": (UnitKind.DEPARTMENT, "澄湖区卫生健康局", "区卫健局", "澄卫"),
    "gongan": (UnitKind.POLICE, "澄湖区公安局", "区公安局", "澄公"),
    "jiaotong": (UnitKind.DEPARTMENT, "澄湖区交通运输局", "区交通局", "澄交"),
    "nongye": (UnitKind.DEPARTMENT, "澄湖区农业农村局", "区农业农村局", "澄农"),
    "huanjing": (UnitKind.DEPARTMENT, "澄湖区生态环境局", "区生态环境局", "澄环"),
    "shichang": (UnitKind.DEPARTMENT, "澄湖区市场监督管理局", "区市场监管局", "澄市监"),
    "chengguan": (UnitKind.DEPARTMENT, "澄湖区城市管理局", "区城管局", "澄城管"),
    "sifa": (UnitKind.JUSTICE, "澄湖区司法局", "区司法局", "澄司"),
    "shuiwu": (UnitKind.STATE_ENTERPRISE, "澄湖区水务有限公司", "区水务公司", "澄水"),
}
# What they were called before, as people still say.
FORMERLY: dict[str, tuple[str, ...]] = {
    "zhujian": ("建设局", "房管局"),
    "ziran": ("国土资源局", "规划局"),
    "renshe": ("劳动和社会保障局",),
    "weijian": ("卫生局", "卫计委"),
    "nongye": ("农业局",),
    "huanjing": ("环境保护局", "环保局"),
    "shichang": ("工商行政管理局", "食药监局"),
}
# The government of the city reviews (Art. 36); nobody of it has an account here.
OUTSIDE = {
    "shixinfang": ("市信访局", Level.CITY),
    "rexian": ("12345政务服务便民热线", Level.CITY),
    "shizhengfu": ("澄州市人民政府", Level.CITY),
}
DEPARTMENTS = tuple(key for key, row in UNDER_GOVERNMENT.items() if row[0] in (UnitKind.DEPARTMENT, UnitKind.POLICE))


@dataclass(frozen=True)
class Town:
    """A town or street with the villages or communities below it."""

    name: str
    prefix: str
    code: str
    villages: tuple[str, ...]


TOWNS: dict[str, Town] = {
    "weitang": Town(
        "苇塘镇",
        "澄苇",
        "100",
        ("芦家村", "沈家圩村", "大桥头村", "双塘村", "新庄村", "荷叶浜村", "南埂村", "苇塘社区"),
    ),
    "wanghuai": Town(
        "望槐镇", "澄槐", "101", ("槐树底村", "孟家岭村", "石磨村", "上坪村", "下坪村", "望槐村", "半山村")
    ),
    "dihua": Town(
        "荻花湾镇", "澄荻", "102", ("荻花村", "陶家湾村", "渔家埠村", "东圩村", "西圩村", "三里桥村", "荻港社区")
    ),
    "qingluo": Town("青萝乡", "澄萝", "200", ("青萝村", "竹坞村", "云坪村", "松林村", "茶山村", "溪源村")),
    "chengnan": Town(
        "澄南街道", "澄南", "001", ("学府社区", "桂香社区", "晴川社区", "东篱社区", "锦绣里社区", "平安里社区")
    ),
    "luting": Town(
        "鹭汀街道", "澄鹭", "002", ("听潮社区", "临湖社区", "望鹭社区", "渡口社区", "新港湾社区", "杏林社区")
    ),
}
GROUPS = ("一组", "二组", "三组")


def name_of(key: str) -> str:
    """Return the full name of the unit with this key; a village is its own key."""
    if key in TOWNS:
        return TOWNS[key].name
    if key in OUTSIDE:
        return OUTSIDE[key][0]
    row = HOUSES.get(key) or UNDER_GOVERNMENT.get(key)
    return row[1] if row else key


def demo_area() -> Unit | None:
    """Return the fictional district, if it has been made."""
    return Unit.objects.filter(kind=UnitKind.AREA, code=pad_code(CODE), name=NAME).first()


def make_district() -> Unit:
    """Make the whole district in one transaction, once; returns its area."""
    known = demo_area()
    if known:
        return known
    with transaction.atomic():
        area = add_unit(NAME, UnitKind.AREA, Level.DISTRICT, code=CODE)
        houses = {key: _house(row, area) for key, row in HOUSES.items()}
        for key, row in UNDER_GOVERNMENT.items():
            unit = _house(row, houses["zhengfu"])
            for name in FORMERLY.get(key, ()):
                add_name(unit, name, NameKind.FORMER)
        for town in TOWNS.values():
            _town(town, houses["zhengfu"])
        for name, level in OUTSIDE.values():
            add_unit(name, UnitKind.EXTERNAL, level)
    return area


def _house(row: tuple[UnitKind, str, str, str], parent: Unit) -> Unit:
    kind, name, short, prefix = row
    given: dict[str, Any] = {"short_name": short, "document_prefix": prefix, "code": CODE, **letterhead_of(name, NAME)}
    return add_unit(name, kind, Level.DISTRICT, parent=parent, **given)


def _town(town: Town, government: Unit) -> None:
    code = f"{CODE}{town.code}"
    given: dict[str, Any] = {"document_prefix": town.prefix, "code": code, **letterhead_of(town.name, NAME)}
    unit = add_unit(town.name, UnitKind.TOWN, Level.TOWN, parent=government, **given)
    for number, name in enumerate(town.villages, 1):
        village = add_unit(name, UnitKind.VILLAGE, Level.VILLAGE, parent=unit, code=f"{code}{200 + number}")
        for group in GROUPS[: 2 + number % 2]:
            add_unit(f"{name}{group}", UnitKind.VILLAGE_GROUP, Level.GROUP, parent=village)
