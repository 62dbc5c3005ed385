"""Who may know of which case of the leak scene, and the words planted in each: written by hand, not asked of the code."""

EVERY = "ABCDEFGHIJUV"
# Who may know that a case is there. A: bureau to housing. B: the other town's own. C: another district.
# D: accuses the village. E: accuses the town. F: accuses the petition office.
# G: was with housing, which objected, is with discipline; housing has the plain demand of the same letter, with an extract.
# H: was with the town, which turned out to be accused and lost it; discipline has it now, housing the plain demand.
# I: housing has to do it again, farming has the plain demand. J: the town handed it up to housing and has the plain demand.
# U: registered at the town, accuses somebody there whom nobody has linked yet. V: the same, its respondent written like the
# town itself, which stands over the registrar too: he has its number and no more.
# fmt: off
KNOWS = {
    "clerk": "ADEGHIJ", "router": "ADEGHIJ", "bureau_head": "ADEGHIJ", "coordinator": "ABDEGHIJ",
    "supervisor": "ABDEGHIJ", "analyst": "ABDEGHIJ", "leader": "ABDEGHIJ", "sealed_desk": "FUV", "inspector": "EFGH",
    "housing_head": "AGHIJ", "housing_handler": "AGHIJ", "housing_second": "AGHIJ", "farming_head": "I", "farming_handler": "I",
    "town_head": "DJ", "dispatcher": "DJU", "town_handler": "DJ", "other_dispatcher": "B", "informant": "", "village_head": "",
    "group_informant": "", "next_informant": "", "stranger": "C", "system_admin": "", "security_admin": "", "auditor": "",
}
# fmt: on
# Of these it reads only what is not sealed: what it held once and gave back, or handed up, least of all.
NOT_THE_SEALED = {
    "supervisor": "DEGHIJ",
    "analyst": "DEGHIJ",
    "leader": "DEGHIJ",
    "town_head": "DJ",
    "dispatcher": "DJ",
    "town_handler": "DJ",
    "housing_head": "GH",
    "housing_handler": "GHJ",
    "housing_second": "GHIJ",
    "farming_head": "I",
    "farming_handler": "I",
}
# One of every role and of every place; the others of the table know what one of these knows.
WALKERS = (
    "clerk",
    "router",
    "bureau_head",
    "coordinator",
    "supervisor",
    "analyst",
    "leader",
    "sealed_desk",
    "inspector",
    "housing_handler",
    "farming_head",
    "town_head",
    "dispatcher",
    "town_handler",
    "other_dispatcher",
    "informant",
    "village_head",
    "stranger",
    "system_admin",
    "security_admin",
    "auditor",
)
OFFICERS = ("system_admin", "security_admin", "auditor")

# Of each case: petitioner and phone; words that are open, words that are sealed. They stand nowhere else.
PEOPLE = {
    "A": ("贺兰山", "13911110001"),
    "B": ("洛清河", "13922220002"),
    "C": ("岳不凡", "13933330003"),
    "D": ("湛蓝天", "13944440004"),
    "E": ("暮春雨", "13955550005"),
    "F": ("霁月明", "13966660006"),
    "G": ("云中鹤", "13977770007"),
    "H": ("秋水长", "13988880008"),
    "I": ("冬青树", "13999990009"),
    "J": ("夏荷风", "13900000010"),
    "U": ("司空见", "13911110011"),
    "V": ("钟离春", "13922220012"),
}
WORDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "A": (("青瓷花瓶",), ()),
    "B": (("墨竹画轴",), ()),
    "C": (("铜鼎香炉",), ()),
    "D": (("桥栏坏了",), ("玉麒麟",)),
    "E": ((), ("金丝楠木", "市委组织部干部监督处")),
    "F": ((), ("琉璃佛塔",)),
    "U": ((), ("赤霞剑",)),
    "V": ((), ("紫檀屏风",)),
    "G": (("井盖松了",), ("白玉瓶",)),
    "H": (("路灯不亮",), ("象牙笔筒",)),
    "I": (("围墙裂了",), ("沉香木珠",)),
    "J": (("水管漏了",), ("翡翠如意",)),
}
