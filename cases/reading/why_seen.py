"""Why somebody sees a case, or does not: answered by the one predicate, for the auditor, without a word of the case."""

from dataclasses import dataclass
from typing import Any

from cases.models import Case
from cases.models.access import AccessPurpose
from cases.record.verbs import EXPLAINED
from cases.sight.accesses import Access, accesses_of, by_access
from cases.sight.predicate import Held, reach_by, walled
from law.errors import Refused
from organizations.access import account_named
from organizations.authority import holdings
from organizations.journal.noting import note
from organizations.models import Staff
from organizations.roles import Right, Role


@dataclass(frozen=True)
class WhySeen:
    """The answer: whether he sees the case, the roles by which it is within his reach, and whether a wall stands.

    ``walled``: the case is about him or a unit over him, or he was recused (Art. 28, 30); which, is not told.
    """

    number: str
    name: str
    sees: bool
    sealed_open: bool
    walled: bool
    ways: list[str]


def assert_auditor(by: Staff) -> set[int | None]:
    """Return the districts whose questions a person may ask. Raises Refused not_permitted."""
    districts = {grant.unit.district_id for _, grant in holdings(by, Right.READ_LOG)}
    if not districts:
        raise Refused("not_permitted", "这项说明由安全审计员查阅。可在“权限一览”查看谁可以查阅。")
    return districts


def why_seen(number: str, username: str, *, by: Staff) -> WhySeen:
    """Answer why an account sees a case, and note that it was asked.

    Raises Refused: not_permitted, case_unknown, account_unknown.
    """
    districts = assert_auditor(by)
    rows = Case.objects.for_the_auditor()
    case_id = rows.filter(number=number.strip(), district_id__in=districts).values_list("pk", flat=True).first()
    if case_id is None:
        raise Refused("case_unknown", f"本区没有编号为“{number[:40]}”的信访件。")
    staff = account_named(username)
    case = rows.filter(pk=case_id)
    seen: Any = case.visible_to(staff).with_sealed_open(staff).only("pk").first()
    note(EXPLAINED, by=by, about=case.only("pk").get(), staff=staff.pk)
    return WhySeen(
        number=number.strip(),
        name=f"{staff.name}（{staff.unit.name}）",
        sees=seen is not None,
        sealed_open=bool(seen and seen.sealed_open),
        walled=case.filter(walled(staff)).exists(),
        ways=_ways(case_id, staff),
    )


def _ways(case_id: int, staff: Staff) -> list[str]:
    held: list[tuple[Right, Held, Held]] = [(Right.SEE, [each], []) for each in holdings(staff, Right.SEE)]
    held += [(Right.SEE_SEALED, [], [each]) for each in holdings(staff, Right.SEE_SEALED)]
    found = []
    for right, seeing, sealed in held:
        reach = reach_by(staff, seeing, sealed)
        if reach and Case.objects.for_the_auditor().filter(reach, pk=case_id).exists():
            how_far, grant = (seeing or sealed)[0]
            role = f"{grant.unit.name}的{Role(grant.role).label}"
            found.append(f"{role}：{right.label}，范围是{how_far.label}")
    return found + [words for given in accesses_of(staff) if (words := _given(case_id, given))]


def _given(case_id: int, given: Access) -> str:
    """Return the words of one access, "" where it does not open the case."""
    rows = Case.objects.for_the_auditor().filter(by_access((given,)), pk=case_id)
    if not rows.exists():
        return ""
    what = "本件" if given.case_id else "单位经手的信访件"
    return f"临时查阅（第{given.pk}号）：查看{what}，{given.from_day}至{given.to_day}，{AccessPurpose(given.purpose).label}"
