"""A reception is called off: those booked are told at once, and a worker offers each another place before others (Art. 18)."""

from collections.abc import Iterable
from datetime import date

from django.db import IntegrityError, transaction

from cases.models import Party
from cases.models.party import ASKING
from kit.days import day_words
from kit.messages.words import Channel
from law.errors import Refused
from organizations.journal.noting import note
from organizations.models import Staff
from organizations.outbox.recipients import outsider
from organizations.record_messages import tell_of
from organizations.today import now, today
from reception.appointments.booking import hold_open, put
from reception.appointments.moves import APPOINTMENT_CHANGED, DISPLACED, OFFERED
from reception.appointments.slots import open_slots
from reception.appointments.walls import complained_of
from reception.models import Appointment, ReceptionDay, ReceptionSlot
from reception.models.day_words import AppointmentState

_STANDING = (AppointmentState.BOOKED, AppointmentState.OFFERED)


def displace_all(day: ReceptionDay, *, by: Staff, on: date) -> int:
    """Take everybody off a day that is called off, inside its transaction, and tell each; returns how many."""
    rows = list(Appointment.objects.filter(day=day, state__in=_STANDING).order_by("slot__number", "pk"))
    said = f"原定{day_words(day.on)}的接访因故取消，给您造成不便。我们正在优先为您另行安排，稍后告知。"
    for row in rows:
        _displace(row, said, by, on)
    return len(rows)


def _displace(row: Appointment, said: str, by: Staff, on: date) -> None:
    """The canceller need not read the case: it is the desk's, and nothing of it is shown to him."""
    found = Appointment.objects.select_for_update(of=("self",)).select_related("unit").get(pk=row.pk)
    found.state, found.slot, found.displaced_at, found.offered_at = AppointmentState.DISPLACED, None, now(), None
    found.told_on = on if _tell(found, said, by) else None
    found.version += 1
    found.save()
    note(DISPLACED, by=by, at=found.unit, about=found, told=bool(found.told_on))


def offer_places() -> int:
    """Offer everybody whose reception was called off the soonest free place, in the order in which they lost theirs.

    Whoever finds none stays first in the line for what is published next. Returns how many were offered one.
    """
    waiting = Appointment.objects.filter(state=AppointmentState.DISPLACED).order_by("displaced_at", "id")
    return sum(_offer(key) for key in waiting.values_list("pk", flat=True))


def _offer(key: int) -> int:
    with transaction.atomic():
        rows = Appointment.objects.select_for_update(of=("self",), skip_locked=True).select_related("unit", "case")
        row = rows.filter(pk=key, state=AppointmentState.DISPLACED).first()
        if row is None:
            return 0
        for slot in _fitting(row):
            if _take(row, slot):
                return 1
    return 0


def _fitting(row: Appointment) -> Iterable[ReceptionSlot]:
    """Yield the free places of later days, those with the same receiver first; never with somebody complained of."""
    slots = [slot for slot in open_slots(row.unit_id, today()) if slot.day.on > today()]
    name = ReceptionDay.objects.get(pk=row.day_id).name
    slots.sort(key=lambda slot: slot.day.name != name)
    fit: dict[int, bool] = {}
    for slot in slots:
        if slot.day_id not in fit:
            fit[slot.day_id] = complained_of(row.case, slot.day.person, slot.day.name) is None
        if fit[slot.day_id]:
            yield slot


def _take(row: Appointment, slot: ReceptionSlot) -> bool:
    """Hold a place for an appointment and tell the petitioner; False where another was quicker."""
    put(row, slot)
    row.state, row.offered_at, row.version = AppointmentState.OFFERED, now(), row.version + 1
    if not _kept(row, slot):
        row.state, row.version = AppointmentState.DISPLACED, row.version - 1
        return False
    where = f"{day_words(slot.day.on)}{slot.at:%H:%M}，{slot.day.venue}"
    told = _tell(row, f"您的接访已另行安排：{where}。不方便的请来电改约。")
    row.told_on = today() if told else None
    row.save(update_fields=["told_on"])
    note(OFFERED, at=row.unit, about=row, day=slot.day.on, slot=slot.number, told=told)
    return True


def _kept(row: Appointment, slot: ReceptionSlot) -> bool:
    try:
        with transaction.atomic():
            hold_open(slot)
            row.save()
    except IntegrityError as taken:
        if "slot_taken_once" not in str(taken):
            raise
        return False
    except Refused:
        return False
    return True


def _tell(row: Appointment, said: str, by: Staff | None = None) -> bool:
    """Send who asks in the case a few words, never of what it is about; False where nobody left a telephone number."""
    people = Party.objects.for_the_wall().filter(case=row.case_id, role__in=ASKING)
    phones = [party.phone for party in people if party.phone]
    for phone in phones:
        tell_of(row, Channel.SMS, APPOINTMENT_CHANGED, outsider(phone, at=row.unit), said, by=by)
    return bool(phones)
