"""What a site may set of reception days; the Regulation says that there are some and that they are made public, no numbers (Art. 18)."""

from kit.settings import Setting
from reception.models.day_words import ReceptionPost

_NO_NUMBER = "条例第十八条没有规定次数，按本地的接访制度填写；从生效日起的接访安排按这个数核对。"


def _times(key: str, default: int, label: str, most: int) -> Setting:
    return Setting(key, default, label, help=_NO_NUMBER, unit="次", least=1, most=most)


NOTICE_DAYS = Setting(
    "RECEPTION_NOTICE_DAYS",
    3,
    "接访日提前多少个工作日公布",
    help="公布当日不算。公布得晚的照样接访、照样可以约，但是不计入接访次数。",
    unit="个工作日",
    least=1,
    most=30,
)
LEADER_TIMES = _times("RECEPTION_LEADER_TIMES", 1, "书记、区县长、政法机关主要负责人每月至少接访", 31)
TOWN_TIMES = _times("RECEPTION_TOWN_TIMES", 2, "乡镇（街道）领导每月至少接访", 31)
DEPARTMENT_TIMES = _times("RECEPTION_DEPARTMENT_TIMES", 1, "部门领导每月至少接访", 31)
DELEGATE_TIMES = _times("RECEPTION_DELEGATE_TIMES", 1, "党代表、人大代表、政协委员每年至少接访", 366)
SETTINGS = (NOTICE_DAYS, LEADER_TIMES, TOWN_TIMES, DEPARTMENT_TIMES, DELEGATE_TIMES)

_LEADERS = (ReceptionPost.SECRETARY, ReceptionPost.MAYOR, ReceptionPost.POLITICAL_LEGAL)
_DELEGATES = (ReceptionPost.PARTY_DELEGATE, ReceptionPost.DEPUTY, ReceptionPost.COMMITTEE_MEMBER)
# How often at least a post receives: a month, or for delegates a year.
A_MONTH: dict[ReceptionPost, Setting] = {
    **dict.fromkeys(_LEADERS, LEADER_TIMES),
    ReceptionPost.TOWN_LEADER: TOWN_TIMES,
    ReceptionPost.DEPARTMENT_LEADER: DEPARTMENT_TIMES,
}
A_YEAR: dict[ReceptionPost, Setting] = dict.fromkeys(_DELEGATES, DELEGATE_TIMES)
