"""The review opinions of a matter that are known here, for who answers that it was reviewed already (Art. 36, para 3)."""

from cases.actions.deed import Deed
from cases.models import Case, Remedy
from law.errors import Refused
from law.remedies import RemedyDecision, RemedyKind, alike


def assert_review_known(deed: Deed, number: str, elsewhere: str) -> None:
    """Refuse a number that is none of the review opinions of this matter within the person's reach.

    What is out of reach plays no part, so that a refusal tells nothing of it. Raises Refused review_unknown.
    """
    known = _known(deed)
    if not known or elsewhere.strip() or any(alike(each, number) for each in known):
        return
    raise Refused(
        "review_unknown",
        f"“{number}”不是本事项已登记的复核意见。已登记的复核意见：{'、'.join(known)}。"
        "确由系统外的机关作出的，请填写“系统外作出的说明”。",
        "第三十六条第三款",
    )


def _known(deed: Deed) -> list[str]:
    if deed.case.matter_id is None:
        return []
    same = Case.objects.visible_to(deed.by).with_sealed_open(deed.by).filter(matter_id=deed.case.matter_id)
    # The accusing part of a sealed case is not read by everybody who sees the case: its numbers are not told either.
    opened = [case.pk for case in same if case.sealed_open]
    final = Remedy.objects.filter(kind=RemedyKind.REVIEW, decided_on__isnull=False, case__in=opened)
    rows = final.exclude(decision=RemedyDecision.REMAND).exclude(document=None).order_by("id")
    return list(rows.values_list("document__number", flat=True))
