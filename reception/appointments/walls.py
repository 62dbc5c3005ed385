"""Nobody complained of receives or is seated (Art. 30): asked by his account and by his name."""

from cases.models import Case, Respondent
from law.errors import Refused
from organizations.models import Staff


def complained_of(case: Case, person: Staff | None, name: str) -> Refused | None:
    """Refuse whom a case complains of, whose unit it accuses, and who keeps out of it (Art. 28, 30). Codes: complained_of."""
    rows = Respondent.objects.for_the_wall().filter(case=case)
    found = any(each.name == name.strip() or (person and each.staff_id == person.pk) for each in rows)
    if found or (person and Case.objects.closed_to(person).filter(pk=case.pk).exists()):
        return Refused("complained_of", "被反映的人、被检举控告单位的人员和应当回避的人，不接访、不列席。", "第三十条")
    return None
