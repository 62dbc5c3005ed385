"""Cases of one matter: joined, left and joined again; each keeps its number, its clocks and its place in every count (Art. 22)."""

from datetime import date

from cases.actions.deed import Deed
from cases.actions.frame import performing
from cases.actions.same_matter import known_case
from cases.models import Case, Matter
from cases.openings.matters import ARTICLE, own_case
from cases.places.matters import measured_by, others_seen
from law.errors import Refused
from law.vocabulary import Act, State
from organizations.models import Staff


def join_matter(
    case_id: int, *, by: Staff, number: str, reason: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Join a case to the matter of another one, known by its number; what it leaves keeps its other cases.

    Raises Refused: not_found, not_permitted, wrong_state, own_case, reason_missing, case_unknown, case_voided,
    matter_same, sealed_joins.
    """
    _assert_reason(reason)
    with performing(Act.JOIN_MATTER, case_id, by=by, seen=seen, on=on, text=reason) as deed:
        other = _locked_with_its_matter(deed, number)
        _assert_joinable(deed.case, other)
        _go_over(deed, _matter_of(other))
    return deed.case


def leave_matter(case_id: int, *, by: Staff, reason: str, seen: int | None = None, on: date | None = None) -> Case:
    """Leave a matter for one of its own; nothing is undone, and the case may join again.

    Raises Refused: not_found, not_permitted, wrong_state, own_case, nothing_joined, reason_missing, sealed_leaves.
    """
    _assert_reason(reason)
    with performing(Act.LEAVE_MATTER, case_id, by=by, seen=seen, on=on, text=reason) as deed:
        if not deed.case.sealed and not others_seen(deed.case, by).filter(sealed=False).exists():
            words = "同一事项的其他件含检举控告，本件的记录不能提到它；请由那一件退出。"
            raise Refused("sealed_leaves", words, "第三十条")
        _go_over(deed, _own_matter(deed.case))
    return deed.case


def _locked_with_its_matter(deed: Deed, number: str) -> Case:
    """Return the other case as it is once nobody moves either of the two matters. Raises Refused case_unknown."""
    found = [known_case(deed, number, ARTICLE).matter_id or 0, deed.case.matter_id or 0]
    # In one order, so that two who join each other's cases wait instead of changing places.
    list(Matter.objects.select_for_update().filter(pk__in=found).order_by("pk"))
    return known_case(deed, number, ARTICLE)


def _assert_joinable(case: Case, other: Case) -> None:
    if other.state == State.VOIDED:
        raise Refused("case_voided", f"“{other.number}”已经作废，不能并入它的事项。", ARTICLE)
    if other.matter_id is not None and other.matter_id == case.matter_id:
        raise Refused("matter_same", f"本件与“{other.number}”已经是同一事项。", ARTICLE)
    # Whoever reads the open case would read in its record that there is another, which may accuse himself (Art. 30).
    if other.sealed and not case.sealed:
        words = f"“{other.number}”含检举控告，本件的记录不能提到它；请在那一件上办理“并入同一事项”。"
        raise Refused("sealed_joins", words, "第三十条")


def _go_over(deed: Deed, matter: Matter) -> None:
    """Put a case to a matter. Raises Refused own_case: a unit of who acts is measured by a case of either."""
    case, before = deed.case, deed.case.matter_id
    if measured := measured_by(deed.by, [key for key in (before, matter.pk) if key]):
        raise own_case(measured.number)
    case.matter = matter
    deed.facts = {"matter": matter.pk, "matter_before": before}


def _matter_of(case: Case) -> Matter:
    """Return the matter of a case; one that was written without gets its own."""
    if case.matter is None:
        case.matter = _own_matter(case)
        Case.objects.filter(pk=case.pk).update(matter=case.matter)
    return case.matter


def _own_matter(case: Case) -> Matter:
    return Matter.objects.create(district_id=case.district_id, subject=case.subject)


def _assert_reason(reason: str) -> None:
    if not reason.strip():
        raise Refused("reason_missing", "请写明理由，例如“同一人就同一块地再次来信”。", ARTICLE)
