"""Whoever acts on a case reaches it by his roles: who reads it by a dated access alone does nothing on it."""

from collections.abc import Collection

from cases.models import Case
from cases.sight.out_of_reach import not_found
from law.errors import Refused
from organizations.models import Staff


def assert_works_on(case_ids: Collection[int], by: Staff) -> None:
    """Refuse an act on cases out of a person's reach, or within it by a dated access alone.

    One query for who acts by his roles, however much he was given to read. Raises Refused: not_found, not_permitted.
    """
    keys = set(case_ids)
    if Case.objects.workable_by(by).filter(pk__in=keys).count() == len(keys):
        return
    if Case.objects.visible_to(by).filter(pk__in=keys).count() == len(keys):
        raise only_to_read()
    raise not_found()


def only_to_read() -> Refused:
    """Return the refusal of whatever is more than reading. Code: not_permitted."""
    return Refused("not_permitted", "您凭临时查阅的授权查看本件，只能查看，不能办理，也不能查看完整的姓名和联系方式。")
