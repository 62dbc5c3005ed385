"""Dated accesses for tests: given through the action, or put straight into the table."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from cases.actions.access import give_access
from cases.models import Case, DatedAccess
from cases.models.access import AccessPurpose
from organizations.models import Staff
from organizations.today import today
from tests.cast import Cast

TODAY = today()
WHY: dict[str, Any] = {
    "from_day": TODAY,
    "to_day": TODAY + timedelta(days=6),
    "purpose": AccessPurpose.INSPECTION,
    "reason": "年度督查",
}


def fresh(person: Staff) -> Staff:
    """The person as the next request reads him."""
    return Staff.objects.get(pk=person.pk)


def sees(person: Staff) -> set[int]:
    """The cases that the person sees at his next request."""
    return set(Case.objects.visible_to(fresh(person)).values_list("pk", flat=True))


def given(by: Staff, **asked: Any) -> DatedAccess:
    """Give an access through the action, for a week from today."""
    return give_access(by=fresh(by), **{**WHY, **asked})


def raw(cast: Cast, **asked: Any) -> DatedAccess:
    """Put an access into the table, whether or not anybody could give it; ``revoked_by`` revokes it."""
    row = {**WHY, "district": cast.area, "given_by": cast.coordinator, "given_on": TODAY, **asked}
    row["to_day"] = max(row["from_day"], row["to_day"])
    return DatedAccess.objects.create(**row, revoked_at=timezone.now() if row.get("revoked_by") else None)
