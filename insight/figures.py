"""How often what was suggested was followed, by month; of forms and cases, never of people."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q
from django.db.models.functions import TruncMonth

from insight.models import CategoryModel, Hint, HintKind
from law.errors import Refused
from organizations.authority import holdings
from organizations.models import Staff
from organizations.roles import Right


@dataclass(frozen=True)
class Followed:
    """The hints of one kind that were shown in a month and became a case, and how many were followed."""

    month: date
    kind: HintKind
    learned: bool
    shown: int
    followed: int


def assert_reads(staff: Staff) -> None:
    """Let in who oversees registrations. Raises Refused not_permitted."""
    if not holdings(staff, Right.READ_HINTS):
        raise Refused("not_permitted", "您的角色不查看提示采用情况。可在“权限一览”查看谁可以查看。")


def followed_by_month(staff: Staff, on: date) -> list[Followed]:
    """Return the last twelve months, the newest first: one statement. Raises Refused not_permitted."""
    assert_reads(staff)
    since = date(on.year - 1, on.month, 1)
    rows = Hint.objects.readable_by(staff).filter(followed__isnull=False, shown_on__gte=since).order_by()
    found: Any = (
        rows.annotate(month=TruncMonth("shown_on"))
        .values("month", "kind", "learned")
        .annotate(shown=Count("pk"), taken=Count("pk", filter=Q(followed=True)))
        .order_by("-month", "kind", "learned")
    )
    return [Followed(row["month"], HintKind(row["kind"]), row["learned"], row["shown"], row["taken"]) for row in found]


def model_of(staff: Staff) -> CategoryModel | None:
    """Return what was learned of the person's district last."""
    return CategoryModel.objects.filter(district=staff.unit.district_id).order_by("-id").first()
