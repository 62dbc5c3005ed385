"""The warnings as a person reads them: his own, grouped; and of one case, who was warned of it, when and by what."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import F, Prefetch, Q, QuerySet

from cases.models import Case
from kit.messages.words import State
from law.errors import Refused
from law.vocabulary import Duty
from law.warning_stages import Colour
from organizations.models import Staff, Unit
from supervision.models import Alert, AlertSilence
from supervision.warnings.settings import ASKED

MOST_SHOWN = 500
MOST_PROVEN = 200
# Still to be done: an act silences it at once, before the next run has seen to it.
_CLOCK_RUNS = Q(clock__met_on=None, clock__waived_on=None, clock__ended_on=None, clock__due_on=F("due_on"))
_ASKED_STILL = Q(hand_off__replied_on=None, hand_off__reply_by=F("due_on"))
STANDING = Q(clock__isnull=False) & _CLOCK_RUNS | Q(hand_off__isnull=False) & _ASKED_STILL
_ORDER = {colour: place for place, colour in enumerate((Colour.RED, Colour.ORANGE, Colour.YELLOW, Colour.BLUE))}


@dataclass
class Group:
    """The warnings of one colour of one unit: one line, however many they are."""

    colour: Colour
    unit: Unit
    alerts: list[Alert] = field(default_factory=list)

    @property
    def unanswered(self) -> int:
        """Return how many of them he has not answered yet."""
        return sum(alert.seen_at is None for alert in self.alerts)


def my_warnings(staff: Staff) -> QuerySet[Alert]:
    """Return the warnings of a person that still stand, as far as he may read their cases.

    Who acts for somebody finds here what he was told in that person's place: it is that person's reach he reads with.
    """
    his = Q(staff=staff) | Q(staff=staff.hand, instead_of=staff) if staff.hand else Q(staff=staff)
    return Alert.objects.readable_by(staff).filter(STANDING, his, over=False)


def unanswered(staff: Staff, _on: date) -> QuerySet[Alert]:
    """Return his red warnings that he has not answered."""
    return my_warnings(staff).filter(colour=Colour.RED, seen_at=None)


def grouped(alerts: Sequence[Alert]) -> list[Group]:
    """Return warnings as lines, the worst colour first, then the unit with the most."""
    found: dict[tuple[str, int], Group] = {}
    for alert in alerts:
        key = (alert.colour, alert.unit_id)
        found.setdefault(key, Group(Colour(alert.colour), alert.unit)).alerts.append(alert)
    return sorted(found.values(), key=lambda each: (_ORDER[each.colour], -len(each.alerts), each.unit.path))


def shown(staff: Staff) -> list[Alert]:
    """Return the first of a person's warnings with all that a line says, the earliest date first."""
    rows = my_warnings(staff).select_related("case", "unit", "instead_of", "leg__handler", "clock", "hand_off")
    silences = AlertSilence.objects.readable_by(staff).select_related("by")
    rows = rows.prefetch_related(Prefetch("clock__silences", silences), Prefetch("hand_off__silences", silences))
    return list(rows.order_by("due_on", "pk")[:MOST_SHOWN])


def one_of_mine(staff: Staff, alert_id: int) -> Alert:
    """Return one of a person's warnings that still stand. Raises Refused not_found."""
    found = my_warnings(staff).select_related("case", "unit").filter(pk=alert_id).first()
    if found is None:
        raise Refused("not_found", "没有这条预警，或者它已经办理。")
    return found


def proof_of(case: Case) -> list[Alert]:
    """Return who was warned of a case that was read by somebody, the latest first: only what he may read of it."""
    rows = Alert.objects.read_with(case).select_related("staff__unit", "instead_of", "message", "unit")
    found = list(rows.defer("message__text", "message__subject", "message__address").order_by("-pk")[:MOST_PROVEN])
    for alert in found:
        alert.case = case
    return found


def duty_words(code: str) -> str:
    """Return what is owed."""
    return "回复别的单位" if code == ASKED else Duty(code).label


def stage_words(stage: int) -> str:
    """Return a threshold in words."""
    if stage > 0:
        return f"到期前{stage}个工作日"
    return "到期当日" if stage == 0 else f"超期第{-stage}个工作日"


def delivery_words(alert: Alert) -> str:
    """Return what is known of the way of a warning to its person."""
    if alert.message is None:
        return "未发出（发出前已办理）" if alert.over else "等候发出"
    state = State(alert.message.state)
    return {State.SENT: "已发出，未读", State.WAITING: "等候发出"}.get(state, state.label)
