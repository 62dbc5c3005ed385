"""The warnings as a person reads them: his own, grouped; and of one case, who was warned of it, when and by what."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q, QuerySet

from cases.models import Case
from kit.messages.words import State
from law.errors import Refused
from law.vocabulary import Duty
from law.warning_stages import Colour
from organizations.models import Staff, Unit
from organizations.today import today
from supervision.models import Alert, AlertSilence
from supervision.models.warnings import BY_OWN_RULE
from supervision.warnings.places import place
from supervision.warnings.standing import StillOwed
from supervision.words.warnings import Dated

MOST_SHOWN = 500
MOST_PROVEN = 200
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
    """Return the warnings of a person that still stand, as far as he may read what they are of.

    Who acts for somebody finds here what he was told in that person's place: it is that person's reach he reads with.
    """
    his = Q(staff=staff) | Q(staff=staff.hand, instead_of=staff) if staff.hand else Q(staff=staff)
    return Alert.objects.readable_by(staff).filter(StillOwed(), his, over=False)


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
    rows = my_warnings(staff).select_related("case", "unit", "instead_of", "leg__handler")
    found = list(rows.order_by("due_on", "pk")[:MOST_SHOWN])
    place(found, staff)
    silences = _silences(found, staff) if found else {}
    for alert in found:
        alert.silence = silences.get((alert.what, alert.key, alert.due_on))
    return found


def _silences(alerts: list[Alert], staff: Staff) -> dict[tuple[str, int, date], AlertSilence]:
    """Return of each date of these warnings who put off, the last of them, that it is pushed today."""
    rows = AlertSilence.objects.readable_by(staff).filter(to_day__gte=today())
    rows = rows.filter(what__in={alert.what for alert in alerts}, key__in={alert.key for alert in alerts})
    return {(row.what, row.key, row.due_on): row for row in rows.select_related("by")}


def one_of_mine(staff: Staff, alert_id: int) -> Alert:
    """Return one of a person's warnings that still stand. Raises Refused not_found."""
    found = my_warnings(staff).select_related("case", "unit").filter(pk=alert_id).first()
    if found is None:
        raise Refused("not_found", "没有这条预警，或者它已经办理。")
    return found


def proof_of(case: Case, staff: Staff) -> list[Alert]:
    """Return who was warned of a case that a person has read, the latest first: only what he may read of it."""
    rows = Alert.objects.read_with(case).select_related("staff__unit", "instead_of", "message", "unit")
    rows = rows.defer("message__text", "message__subject", "message__address").order_by("-pk")
    found = opened(list(rows[:MOST_PROVEN]), staff)
    for alert in found:
        alert.case = case
    place(found, staff)
    return found


def opened(alerts: list[Alert], staff: Staff) -> list[Alert]:
    """Leave out of the warnings of a case those of records that fewer people read than it."""
    narrow = [alert.pk for alert in alerts if alert.what in BY_OWN_RULE]
    rows = Alert.objects.readable_by(staff).filter(pk__in=narrow).values_list("pk", flat=True)
    found = set(rows) if narrow else set()
    return [alert for alert in alerts if alert.what not in BY_OWN_RULE or alert.pk in found]


def duty_words(code: str) -> str:
    """Return what is owed."""
    return Dated[code].label if code in Dated.__members__ else Duty(code).label


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
