"""Who is told when an accusation concerns an official (Art. 30, para 2)."""

from collections.abc import Collection

from law.errors import Refused
from law.words import Word

ARTICLE = "第三十条第二款"


class OfficialsTo(Word):
    """干部问题向谁通报、报送."""

    ORGANIZATION = "organization", "组织（人事）部门"
    MAIN_LEADER = "main_leader", "党委主要负责同志"
    LEADER_IN_CHARGE = "leader_in_charge", "分管组织（人事）工作的负责同志"


LEADERS = (OfficialsTo.MAIN_LEADER, OfficialsTo.LEADER_IN_CHARGE)


def assert_told_rightly(told: Collection[OfficialsTo], *, major: bool, left_out: str) -> None:
    """Refuse a report to nobody, or of a major matter without the two leaders, unless it is said why.

    ``left_out``: why one of them was not told (because the matter concerns him). Raises Refused: bodies_missing,
    leaders_missing.
    """
    if not told:
        known = "、".join(each.label for each in OfficialsTo)
        raise Refused("bodies_missing", f"请选择向谁通报：{known}。", ARTICLE)
    missing = [each.label for each in LEADERS if each not in told]
    if major and missing and not left_out.strip():
        raise Refused(
            "leaders_missing",
            f"重大情况还应报送{'、'.join(missing)}；因反映的正是本人等原因不报送的，请写明原因。",
            ARTICLE,
        )
