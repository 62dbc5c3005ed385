"""The review opinions of the matter of a case, as far as somebody may read them (Art. 36, para 3)."""

from cases.models import Case, Remedy
from law.remedies import RemedyDecision, RemedyKind
from organizations.models import Staff


def known_reviews(case: Case, by: Staff) -> list[Remedy]:
    """Return the reviews of the same matter that were decided and stand, the oldest first; none of a sealed part."""
    if case.matter_id is None:
        return []
    same = Case.objects.visible_to(by).with_sealed_open(by).filter(matter_id=case.matter_id)
    # The accusing part of a sealed case is not read by everybody who sees the case: its numbers are not told either.
    opened = [each.pk for each in same if each.sealed_open]
    final = Remedy.objects.filter(kind=RemedyKind.REVIEW, decided_on__isnull=False, case__in=opened)
    rows = final.exclude(decision=RemedyDecision.REMAND).exclude(document=None).order_by("id")
    return list(rows.select_related("document"))
