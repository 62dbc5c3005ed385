"""Not taken up, or led to a statutory way, at the desk itself before any unit has the matter (Art. 20, 22, 31)."""

from collections.abc import Sequence
from datetime import date

from cases.actions.exit_leg import NOT_COMPETENT, assert_ground, known_way, open_exit, say_diverted
from cases.actions.exit_rules import assert_appeals, assert_told
from cases.actions.frame import performing
from cases.actions.not_accepting import ask_not_accepted
from cases.actions.same_matter import Pending
from cases.models import Case
from law.admission import ground as ground_of
from law.errors import Refused
from law.vocabulary import Act, Path
from organizations.models import Staff
from organizations.vocabulary import UnitKind


def decline(
    case_id: int,
    *,
    by: Staff,
    demands: Sequence[int],
    ground: str,
    reason: str,
    where: str,
    pending: Pending | None = None,
    extract: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Do not take registered demands up; once approved, a notice says why and where to go; only appeals (Art. 19, 20).

    Raises Refused: not_found, not_permitted, wrong_state, unknown_ground, ground_unfit, exit_incomplete, kind_unfit,
    demand_unknown, demand_taken, extract_missing, and those of `proven_pending`.
    """
    found = ground_of(ground, local_rules=True)
    assert_told(理由=reason, 应当向哪里提出=where)
    with performing(Act.DECLINE, case_id, by=by, seen=seen, on=on, text=reason) as deed:
        assert_ground(deed, found, Act.NOT_ACCEPT, "不予受理")
        if found.code == NOT_COMPETENT:
            raise _whose_it_is(deed.case)
        open_exit(deed, demands, extract)
        assert_appeals(deed.the_leg.demands.all(), "不予受理")
        ask_not_accepted(deed, found, reason, where, pending)
    return deed.case


def guide(
    case_id: int,
    *,
    by: Staff,
    demands: Sequence[int],
    path: Path,
    reason: str,
    body: str,
    limit: str = "",
    how: str = "",
    extract: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Explain the law and lead a petitioner to the statutory way: which body, until when, where and how (Art. 22, 31).

    Raises Refused: not_found, not_permitted, wrong_state, path_unfit, kind_unfit, exit_incomplete, demand_unknown,
    demand_taken, extract_missing.
    """
    limit, how = known_way(path, limit, how)
    assert_told(释法说明=reason, 有权处理的机关=body)
    with performing(Act.GUIDE, case_id, by=by, seen=seen, on=on, text=reason) as deed:
        open_exit(deed, demands, extract)
        assert_appeals(deed.the_leg.demands.all(), "导入法定途径")
        say_diverted(deed, path, reason, body, limit, how)
    return deed.case


def _whose_it_is(case: Case) -> Refused:
    """Return why what is not one's own is no ground to turn somebody away: it is sent on, or he is told whose it is."""
    if case.unit.kind == UnitKind.PETITION_OFFICE:
        words = "信访部门不能以不属于本单位职权不予受理，应当转送有权处理的机关、单位，或者“转出”。"
        return Refused("ground_unfit", words, "第二十二条第一款")
    words = "不属于本单位职权的，属于下级单位的“转送”“交办”；不属于本系统的“告知向有权机关提出”，写明名称和地址。"
    return Refused("ground_unfit", words, "第二十三条第一款")
