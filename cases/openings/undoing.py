"""When what was written down of a service can be undone: a slip, lately, by another than who wrote it (Art. 23, 35, 36)."""

import sys
from collections.abc import Iterator

from cases.models import Document, Event, Leg, Service
from cases.openings.days import days_of
from cases.openings.delivery import sends
from cases.openings.letters import letters_of
from cases.places.second_person import same_person
from cases.places.spot import Spot
from kit.settings import Setting
from law.errors import Refused
from law.service import BUILT_ON
from law.vocabulary import Act

UNDO_DAYS = Setting(
    "UNDO_DAYS",
    3,
    "送达登记可以撤销的天数",
    help="自登记送达、登记收到之日起算。登记有误的，在这些天内由另一人核准撤销；条例没有规定天数。",
    unit="天",
    least=1,
    most=15,
)
ARTICLE = "第二十三条、第三十五条"


def undoing_askable(spot: Spot) -> Refused | None:
    """Something was written down lately, and nobody asks for its undoing yet (Art. 23, 35).

    One query, for the setting of days, where something was. Codes: nothing_to_undo, undoing_asked.
    """
    if asked_for(spot):
        return Refused("undoing_asked", "撤销送达登记的申请已经提交，正在等另一人核准。", ARTICLE)
    if recorded_lately(spot):
        return None
    return Refused("nothing_to_undo", "近日没有送达、收到的登记，没有可以撤销的。", ARTICLE)


def undoing_decidable(spot: Spot) -> Refused | None:
    """Another than who decides wrote it down and asked for its undoing. Codes: nothing_asked, own_request."""
    found = asked_for(spot)
    if found is None:
        return Refused("nothing_asked", "没有等待核准的撤销送达登记申请。", ARTICLE)
    _, service = found
    if same_person(spot, service.undoing_asked_by_id, recorder_of(service)):
        return Refused("own_request", "送达登记的撤销要由登记人、申请人以外的人核准。", ARTICLE)
    return None


def asked_for(spot: Spot) -> tuple[Document, Service] | None:
    """Return the letter and its service whose last entry is asked to be undone, if there is one."""
    asked = ((letter, each) for letter, each in _services(spot) if each.undoing_asked_on)
    return next(asked, None)


def recorded_lately(spot: Spot) -> list[tuple[Document, Service]]:
    """Return the letters of a leg, each with the service whose last entry is young enough, the newest first."""
    # Of an opinion that was asked against the receipt stands; who else relied on an entry its events say.
    asked_against = {remedy.against_id for remedy in spot.leg.remedies.all()}
    sent = [(letter, each) for letter, each in _services(spot) if letter.pk not in asked_against]
    known = [(letter, each) for letter, each in sent if _age(spot, each) <= int(UNDO_DAYS.most or 0)]
    return [(letter, each) for letter, each in reversed(known) if not too_late(spot, each)] if known else []


def too_late(spot: Spot, service: Service) -> Refused | None:
    """Only of some days is an entry undone: one query, for how many. Codes: undoing_late."""
    days = days_of(spot.case, UNDO_DAYS.key, spot.on)
    if _age(spot, service) <= days:
        return None
    words = f"登记已超过{days}日，不能撤销；确有错误的，请更正文书或者登记退件后重新送达。"
    return Refused("undoing_late", words, ARTICLE)


def recorder_of(service: Service) -> int | None:
    """Return the key of who made the last entry of a service."""
    return service.receipt_recorded_by_id or service.recorded_by_id


def entry_of(service: Service, letter: Document, leg: Leg) -> Event | None:
    """Return the event of the last entry of a service."""
    acts = (Act.RECORD_RECEIPT,) if service.receipt_recorded_on else (Act.NOTIFY, Act.SERVE)
    found = Event.objects.for_the_wall().filter(leg=leg, act__in=acts).order_by("-sequence")
    return next((entry for entry in found if letter.number in _numbers(entry)), None)


def entered_together(spot: Spot, entry: Event) -> list[tuple[Document, Service]]:
    """Return the letters that an entry is of, each with its service: several answers of a leg go out at once."""
    return [(letter, service) for letter, service in _services(spot) if letter.number in _numbers(entry)]


def _numbers(entry: Event) -> list[str]:
    return str(entry.facts.get("document", "")).split("、")


def built_upon(leg: Leg, entry: Event) -> Refused | None:
    """Whoever relied on an entry holds it fast: the petitioner who used his right above all. Codes: built_upon."""
    after = Event.objects.for_the_wall().filter(leg=leg, act__in=BUILT_ON, sequence__gt=entry.sequence)
    last = after.order_by("sequence").first()
    if last is None:
        return None
    text = f"这次登记之后，{last.on}已经办理“{Act(last.act).label}”，登记不能再撤销；确有错误的，请更正文书或者登记退件后重新送达。"
    return Refused("built_upon", text, ARTICLE)


def _age(spot: Spot, service: Service) -> int:
    """Return how many days ago the last entry was made; endless where it was made before days were kept."""
    entered_on = service.receipt_recorded_on or service.recorded_on
    return (spot.on - entered_on).days if entered_on else sys.maxsize


def _services(spot: Spot) -> Iterator[tuple[Document, Service]]:
    """Return each letter that this person's unit sends, with how it was last sent, unless it came back."""
    for letter in letters_of(spot.leg, "services"):
        standing = [each for each in letter.services.all() if each.returned_on is None]
        if standing and sends(spot, letter):
            yield letter, standing[-1]
