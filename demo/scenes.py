"""Places, people and numbers of a petition: drawn from a seeded random, so that every run tells the same."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from cases.actions.inputs import PartyInput
from cases.models.party import IdType, PartyRole
from demo.district import CODE, GROUPS, NAME, TOWNS
from demo.stories.story import Setting

_SURNAMES = "陈林黄吴郑何许谢沈韩冯邓曹彭曾萧田董袁潘蒋蔡余杜叶程苏魏吕丁任卢姚钟姜崔谭陆汪范石廖贾夏韦付方白邹孟熊秦邱江尹薛阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
_GIVEN = (
    "桂兰",
    "德贵",
    "秀珍",
    "永福",
    "玉梅",
    "长根",
    "春生",
    "月娥",
    "金宝",
    "水英",
    "志强",
    "建平",
    "淑芬",
    "国良",
    "晓燕",
    "海波",
    "丽华",
    "文斌",
    "雪琴",
    "立新",
    "小军",
    "红霞",
    "保田",
    "凤仙",
    "大勇",
    "美娟",
    "家骏",
    "思远",
    "雨桐",
    "明礼",
    "素云",
    "庆丰",
    "兰芳",
    "守义",
    "巧玲",
    "振华",
    "慧敏",
    "根生",
    "彩云",
    "耀祖",
    "佩珊",
    "光明",
    "望舒",
    "知行",
    "若兰",
    "景和",
    "怀瑾",
    "清越",
    "润生",
    "满仓",
    "爱莲",
    "同庆",
)
_ESTATES = (
    "桂香园",
    "听潮里",
    "晴川花苑",
    "临湖雅居",
    "东篱新村",
    "锦绣里小区",
    "新港湾花园",
    "杏林苑",
    "望鹭家园",
    "平安里",
)
_ROADS = ("鹭洲路", "芙蓉街", "学府路", "柳汀路", "望湖路", "荷风巷", "桂香街", "听潮路", "菱角巷", "苇岸路")
_FIRMS = (
    "澄湖荷风建筑公司",
    "澄湖鹭洲物业公司",
    "澄湖苇岸置业公司",
    "澄湖晴川装饰公司",
    "澄湖听潮制品厂",
    "澄湖芙蓉教育公司",
)
_SCHOOLS = ("学府路小学", "临湖小学", "澄湖第三中学", "桂香小学", "望鹭中学")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_MARKS = "10X98765432"
_RURAL, _URBAN = ("weitang", "wanghuai", "dihua", "qingluo"), ("chengnan", "luting")
# A block of numbers that no operator gives out: nobody's telephone rings.
_NO_OPERATOR = "129"


@dataclass(frozen=True)
class Scene:
    """Where one petition happens and the words that fill its story."""

    town: str
    village: str
    words: dict[str, str]

    def tell(self, text: str) -> str:
        """Fill the placeholders of a text."""
        return text.format(**self.words)


def scene(setting: Setting, rng: Random, day: date) -> Scene:
    """Draw a scene in a village or in a community; ``day`` dates what people remember."""
    town = rng.choice(_RURAL if setting is Setting.RURAL else _URBAN)
    community = setting is Setting.URBAN
    fitting = [name for name in TOWNS[town].villages if name.endswith("社区") == community]
    village = rng.choice(fitting)
    past = day - timedelta(days=rng.randint(100, 170))
    words = {
        "village": village,
        "community": village,
        "group": rng.choice(GROUPS[:2]),
        "estate": rng.choice(_ESTATES),
        "road": rng.choice(_ROADS),
        "firm": rng.choice(_FIRMS),
        "school": rng.choice(_SCHOOLS),
        "bus": str(rng.randint(11, 98)),
        "n": str(rng.randint(12, 40)),
        "m": str(rng.randint(3, 9)),
        "sum": str(rng.randint(18, 96) * 1000 + rng.randint(0, 9) * 100),
        "fee": str(rng.randint(14, 46) * 100),
        "old": str(rng.randint(66, 84)),
        "days": rng.choice(("十五", "二十", "三十")),
        "head": person(rng),
        "year": str(day.year - rng.randint(2, 9)),
        "month": str(past.month),
    }
    return Scene(town, village, words)


def person(rng: Random) -> str:
    """Return an invented name."""
    return rng.choice(_SURNAMES) + rng.choice(_GIVEN)


def petitioners(rng: Random, place: Scene, setting: Setting, *, joint: bool) -> list[PartyInput]:
    """Return who signs: one person, or a few representatives of a joint petition (at most five, Art. 20)."""
    if not joint:
        return [_party(rng, place, setting, PartyRole.PETITIONER)]
    return [_party(rng, place, setting, PartyRole.REPRESENTATIVE) for _ in range(rng.randint(2, 5))]


def _party(rng: Random, place: Scene, setting: Setting, role: PartyRole) -> PartyInput:
    known = rng.random() < 0.5
    phone = f"{_NO_OPERATOR}{rng.randint(0, 99999999):08d}" if rng.random() < 0.9 else ""
    return PartyInput(
        person(rng),
        role,
        IdType.ID_CARD if known else "",
        _id_number(rng) if known else "",
        phone,
        _address(rng, place, setting),
    )


def _address(rng: Random, place: Scene, setting: Setting) -> str:
    town = TOWNS[place.town].name
    if setting is Setting.RURAL:
        return f"{NAME}{town}{place.village}{place.words['group']}{rng.randint(1, 60)}号"
    floor = rng.randint(1, 11)
    return f"{NAME}{town}{place.words['estate']}{rng.randint(1, 18)}栋{floor}0{rng.randint(1, 4)}室"


def _id_number(rng: Random) -> str:
    """Return an identity number of the fictional district, with a right check mark."""
    birth = f"{rng.randint(1942, 2001)}{rng.randint(1, 12):02d}{rng.randint(1, 28):02d}"
    body = f"{CODE}{birth}{rng.randint(1, 999):03d}"
    total = sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True))
    return body + _CHECK_MARKS[total % 11]
