"""When the answer to one demand can be given to another of the same matter too (Art. 30, 32)."""

from cases.models import Demand, Leg
from law.errors import Refused
from law.vocabulary import Kind

ARTICLE = "第三十二条"


def shareable(source: Demand, target: Demand) -> Refused | None:
    """The same matter, the same unit and handler, the same kind, and no accusation: those are answered one by one.

    Both come with case and leg. Codes: accusation_apart, answer_missing, same_demand, not_same_matter, other_handler,
    kind_unlike.
    """
    if source.pk == target.pk:
        return Refused("same_demand", "这就是被照用的那一项。", ARTICLE)
    if _accuses(source) or _accuses(target):
        return Refused("accusation_apart", "检举控告要逐件答复，不照用别的件的答复。", "第三十条")
    if not source.outcome:
        return Refused(
            "answer_missing", f"“{source.case.number}”第{source.number}项还没有答复，没有可以照用的。", ARTICLE
        )
    if source.case.matter_id is None or source.case.matter_id != target.case.matter_id:
        return Refused("not_same_matter", f"“{target.case.number}”与“{source.case.number}”不是同一事项。", ARTICLE)
    if not _held_alike(source.leg, target.leg):
        words = f"“{target.case.number}”第{target.number}项不是由同一单位、同一承办人办理，由它的承办人答复。"
        return Refused("other_handler", words, ARTICLE)
    if source.kind != target.kind:
        words = f"“{target.case.number}”第{target.number}项是{Kind(target.kind).label}，结论不同，请单独答复。"
        return Refused("kind_unlike", words, ARTICLE)
    return None


def _accuses(demand: Demand) -> bool:
    return demand.kind == Kind.ACCUSATION or (demand.leg is not None and demand.leg.held_accusation)


def _held_alike(one: Leg | None, other: Leg | None) -> bool:
    if one is None or other is None or one.handler_id is None:
        return False
    return (one.unit_id, one.handler_id) == (other.unit_id, other.handler_id)
