"""When a unit may sign for, take, submit and issue what it answers (Art. 23, 27, 28, 31, 32)."""

from django.conf import settings
from django.utils import timezone

from cases.models import Case, Leg
from cases.models.leg import InquiryKind
from cases.places.second_person import same_person
from cases.places.spot import Spot
from law.errors import Refused
from law.remedies import alike
from law.vocabulary import Kind, Outcome
from organizations.models import Staff, Unit
from organizations.roles import Role

ARTICLE = "第三十二条"
UNWELCOME = (Outcome.EXPLAIN, Outcome.REJECT, Outcome.NOT_ADOPTED)
_ASSIGNERS = (Role.HEAD, Role.DISPATCHER)


def unopened(spot: Spot) -> Refused | None:
    """Signed for once only (Art. 23, para 3). Codes: opened_already."""
    leg = spot.leg
    if leg.opened_by is None:
        return None
    when = timezone.localtime(leg.opened_at)
    return Refused("opened_already", f"{leg.opened_by.name}已于{when:%m月%d日%H:%M}签收。")


def takeable(spot: Spot) -> Refused | None:
    """Who has the leg, and assigns nobody at its unit, has nothing left to take (Art. 28). Codes: handler_same."""
    if spot.leg.handler_id != spot.by.pk or assigns(spot.by, spot.leg.unit):
        return None
    words = f"承办人已经是{spot.by.name}。改由他人承办，由单位负责人或者工作调度员决定。"
    return Refused("handler_same", words, "第二十八条")


def assigns(by: Staff, unit: Unit) -> bool:
    """Tell whether a person names the handlers of a unit, not only himself (Art. 28)."""
    return any(grant.unit_id == unit.pk and grant.role in _ASSIGNERS for grant in by.grants_in_force)


def submittable(spot: Spot) -> Refused | None:
    """Every demand is answered, anew after a remand, and the petitioner was heard (Art. 31, 32).

    Codes: demand_unanswered, petitioner_unheard, same_as_before.
    """
    return unanswered(spot.leg) or petitioner_unheard(spot.case, spot.leg) or same_as_before(spot.leg)


def issuable(spot: Spot) -> Refused | None:
    """Whoever drafted it cannot issue it; it is complete, weighed where the site wants it, and new (Art. 27, 32).

    Codes: own_draft, demand_unanswered, risk_unassessed, same_as_before.
    """
    leg = spot.leg
    if same_person(spot, leg.submitted_by_id, leg.handler_id):
        return Refused("own_draft", "意见书要由承办人以外的负责人审核签发。", ARTICLE)
    return unanswered(leg) or risk_unassessed(leg) or same_as_before(leg)


def unheard(case: Case, leg: Leg) -> bool:
    """Tell whether the petitioner of an appeal was not heard yet (Art. 31, item six); an anonymous one cannot be."""
    appeals = any(demand.kind == Kind.APPEAL for demand in leg.demands.all())
    heard = any(each.kind == InquiryKind.HEARD_PETITIONER for each in leg.inquiries.all())
    return appeals and not heard and not case.anonymous


def separable(spot: Spot) -> Refused | None:
    """There are several demands to set apart from each other (Art. 31). Code: nothing_to_set_apart."""
    if len(spot.leg.demands.all()) > 1:
        return None
    return Refused("nothing_to_set_apart", "本环节只有一项诉求，不需要分开办理。", "第三十一条")


def unanswered(leg: Leg) -> Refused | None:
    """Every demand has its answer (Art. 32). Code: demand_unanswered."""
    numbers = [str(demand.number) for demand in leg.demands.all() if not demand.outcome]
    if not numbers:
        return None
    return Refused("demand_unanswered", f"第{'、'.join(numbers)}项诉求还没有答复，答复齐全后才能送审。", ARTICLE)


def petitioner_unheard(case: Case, leg: Leg) -> Refused | None:
    """The petitioner of an appeal was heard (Art. 31, item six). Code: petitioner_unheard."""
    if not unheard(case, leg):
        return None
    words = "还没有听取信访人陈述的记录。请先“登记调查情况”，方式选“听取信访人陈述”（电话、当面均可）。"
    return Refused("petitioner_unheard", words, "第三十一条第六项")


def risk_unassessed(leg: Leg) -> Refused | None:
    """What is unwelcome was weighed, only where the site wants it (a setting). Code: risk_unassessed."""
    wanted = getattr(settings, "XINFANG_RISK_BEFORE_ISSUE", False)
    if not wanted or leg.risk_assessments.all() or not any(d.outcome in UNWELCOME for d in leg.demands.all()):
        return None
    words = "拟作出不支持或者解释说明的答复，本系统设置要求先“信访风险评估”，再签发。"
    return Refused("risk_unassessed", words, "第二十七条")


def same_as_before(leg: Leg) -> Refused | None:
    """After a remand the answer is another one: the Regulation itself does not say so, 山东 and 北京 do. Code: same_as_before."""
    remanded = {row.demand_id: row for row in leg.past_answers.all() if row.remedy_id}
    for demand in leg.demands.all() if remanded else ():
        old = remanded.get(demand.pk)
        if old and old.outcome == demand.outcome and alike(old.opinion, demand.opinion):
            return Refused(
                "same_as_before",
                f"第{demand.number}项诉求的结论（{Outcome(demand.outcome).label}）和处理意见与被责令重新办理的原意见相同。"
                "重新办理不得作出与原意见相同或者基本相同的处理意见，请查明后重新答复。",
                "地方规定",
            )
    return None
