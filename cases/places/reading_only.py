"""Who reads a case by a dated access alone does nothing on it: said before every act, whatever his roles allow elsewhere."""

from collections.abc import Collection

from cases.models import Case
from cases.sight.accesses import accesses_of
from law.errors import Refused
from organizations.models import Staff


def assert_works_on(case_ids: Collection[int], by: Staff) -> None:
    """Refuse an act on what a person reads by a dated access alone; no query for who has none.

    Raises Refused not_permitted.
    """
    keys = set(case_ids)
    if accesses_of(by) and Case.objects.workable_by(by).filter(pk__in=keys).count() < len(keys):
        raise only_to_read()


def only_to_read() -> Refused:
    """Return the refusal of whatever is more than reading. Code: not_permitted."""
    return Refused("not_permitted", "您凭临时查阅的授权查看本件，只能查看，不能办理，也不能查看完整的姓名和联系方式。")
