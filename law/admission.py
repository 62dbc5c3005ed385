"""When a matter is not taken up (Art. 19, 20, 23, 31, 36), and what is only marked: registration never fails."""

from dataclasses import dataclass

from law.articles import cited
from law.errors import Refused
from law.local_rules import LOCAL
from law.vocabulary import Act, Channel

MAX_REPRESENTATIVES = 5


@dataclass(frozen=True)
class Ground:
    """A reason for a decision after registration; a local one holds only where a province set it."""

    code: str
    label: str
    article: str
    decision: Act
    local: bool = False

    @property
    def cited(self) -> str:
        """Return the article with the law it stands in."""
        return cited(self.article)


@dataclass(frozen=True)
class Mark:
    """Something people should see on a registration; it never blocks it."""

    code: str
    message: str
    article: str


GROUNDS: tuple[Ground, ...] = (
    Ground("NA_PENDING_SAME", "同一事项已经受理或者正在办理，规定期限内又向上级提出", "第十九条第三款", Act.NOT_ACCEPT),
    Ground(
        "NA_LITIGATION",
        "应当通过诉讼等法定途径解决，另行告知途径",
        "第二十条第二款、第二十八条第二款、第三十一条第一项",
        Act.NOT_ACCEPT,
    ),
    Ground(
        "NA_NOT_COMPETENT",
        "不属于本机关、单位或者本系统职权范围，告知向有权机关提出",
        "第二十三条第一款",
        Act.NOT_ACCEPT,
    ),
    Ground("NLA_AFTER_REVIEW", "复核后仍以同一事实和理由提出投诉请求", "第三十六条第三款", Act.NO_LONGER_ACCEPT),
    Ground(
        "NLA_WINDOW_LAPSED",
        "无正当理由未在期限内申请复查或者复核，又提出同一事项",
        "地方规定",
        Act.NO_LONGER_ACCEPT,
        local=True,
    ),
    Ground("NA_BYPASS_LEVEL", "跨越本级和上一级走访，引导到有权处理的机关提出", "地方规定", Act.NOT_ACCEPT, local=True),
)
_BY_CODE = {ground.code: ground for ground in GROUNDS}


def ground(code: str, *, local_rules: bool = False) -> Ground:
    """Return a ground by its code, or raise Refused unknown_ground naming the grounds that hold here."""
    found = _BY_CODE.get(code)
    if found is None or (found.local and not local_rules):
        known = "、".join(g.code for g in GROUNDS if local_rules or not g.local)
        raise Refused("unknown_ground", f"没有“{code}”这一理由。可用的理由：{known}。")
    return found


def assert_granted(found: Ground, granted: frozenset[str], version: str) -> None:
    """Refuse a local ground that the limits in force, ``version``, do not switch on. Raises Refused ground_not_granted."""
    if found.local and found.code not in granted:
        raise Refused(
            "ground_not_granted",
            f"“{found.label}”是地方规定的理由，现行期限标准“{version}”没有启用；"
            "本地确有规定的，由系统管理员在“期限标准”中写明依据后启用。",
            LOCAL,
        )


def choices(decision: Act) -> list[tuple[str, str]]:
    """Return all grounds for a decision as (code, words): a local one that is not in use is refused by its name."""
    return [(each.code, each.label) for each in GROUNDS if each.decision is decision]


def not_accept_choices() -> list[tuple[str, str]]:
    """Return the grounds of not taking a matter up, on a leg or at the desk."""
    return choices(Act.NOT_ACCEPT)


def check_representatives(channel: Channel, representatives: int, *, limit: int = MAX_REPRESENTATIVES) -> None:
    """Raise Refused too_many_representatives when more people are received together than Art. 20 allows.

    For a reception only; registering a visit uses `marks`, which refuses nothing. ``limit`` may be stricter locally.
    """
    if channel is Channel.VISIT and representatives > limit:
        text = f"多人走访应当推选代表，代表不得超过{limit}人，现有{representatives}人。"
        raise Refused("too_many_representatives", text, "第二十条第三款")


def marks(
    channel: Channel,
    *,
    petitioners: int,
    representatives: int,
    named: bool = True,
    same_matter_open: bool = False,
    same_matter_reviewed: bool = False,
    limit: int = MAX_REPRESENTATIVES,
) -> tuple[Mark, ...]:
    """Return what people should see about a registration (Art. 19, 20, 23, 36); a mark never refuses it.

    ``named``: name and address are clear enough to send a written notice.
    """
    found: list[Mark] = []
    try:
        check_representatives(channel, representatives, limit=limit)
    except Refused as refusal:
        found.append(Mark(refusal.code, f"{refusal.message}照常登记，接谈时请推选代表。", refusal.article))
    if channel is Channel.VISIT and petitioners > limit and not representatives:
        found.append(Mark("no_representatives", f"共{petitioners}人走访，尚未推选代表。", "第二十条第三款"))
    if not named:
        found.append(
            Mark("notice_waivable", "姓名（名称）或者住址不清，照常登记，可以不书面告知。", "第二十三条第二款")
        )
    if same_matter_open:
        found.append(Mark("same_matter_open", "同一事项正在办理，请核对后决定是否并入。", "第十九条第三款"))
    if same_matter_reviewed:
        found.append(Mark("same_matter_reviewed", "同一事项已经复核，请核对有无新的事实和理由。", "第三十六条第三款"))
    return tuple(found)
