"""Reception days and appointments of the cases of the leak scene."""

from datetime import time
from typing import Any

from cases.models import Case
from reception.models import (
    Appointment,
    ReceiverProfile,
    ReceptionDay,
    ReceptionRule,
    ReceptionShortfall,
    Seat,
    Undertaking,
)
from reception.models.day_words import (
    AppointmentKind,
    AppointmentState,
    Cadence,
    DayState,
    ProfileState,
    ReceptionKind,
    ReceptionPost,
    SeatRole,
)
from tests.cast import START, Cast


def a_reception_day(cast: Cast) -> ReceptionDay:
    """A published day of the bureau, with its rule and a profile: everybody of the district may read these."""
    where = {"venue": "接访厅", "at": time(9), "until": time(11), "places": 2, "post": ReceptionPost.MAYOR}
    at = {"district": cast.area, "unit": cast.bureau, "title": "区长", "person": cast.leader, "name": "卫区长", **where}
    rule = ReceptionRule.objects.create(
        **at, state="in_force", cadence=Cadence.MONTHLY_DAY, number=2, from_day=START, made_by=cast.bureau_head
    )
    profile = {"person": cast.leader, "title": "区长", "charge": "全面工作", "written_on": START}
    ReceiverProfile.objects.create(district=cast.area, unit=cast.bureau, state=ProfileState.PROPOSED, **profile)
    ReceptionShortfall.objects.create(
        rule=rule, district=cast.area, unit=cast.bureau, since=START, until=START, expected=1, held=0, found_on=START
    )
    return ReceptionDay.objects.create(
        **at, rule=rule, state=DayState.PUBLISHED, kind=ReceptionKind.OFFICE, on=START, published_on=START
    )


def hang_appointment(cast: Cast, case: Case, said: str, day: ReceptionDay) -> None:
    """An appointment of the case on that day, with a seat of the receiver's house and somebody named to do something."""
    row = Appointment.objects.create(
        district=case.district,
        unit=case.unit,
        case=case,
        day=day,
        on=START,
        state=AppointmentState.TRACKED,
        kind=AppointmentKind.BOOKED,
        people=1,
        booked_by=cast.clerk,
        booked_on=START,
        briefing=said,
        briefed_on=START,
        reply=said,
        received_on=START,
    )
    Seat.objects.create(appointment=row, role=SeatRole.JOINT_STUDY, person=cast.town_head, name=said[:40])
    owner = {"person": cast.housing_head, "due_on": START, "done_note": said}
    Undertaking.objects.create(appointment=row, level=SeatRole.JOINT_STUDY, what=said, **owner)


def day_keys(case: Case) -> dict[str, Any]:
    """The records of reception days, by the names of the addresses."""
    return {
        "appointment_id": Appointment.objects.filter(case=case).first(),
        "day_id": ReceptionDay.objects.first(),
        "rule_id": ReceptionRule.objects.first(),
        "profile_id": ReceiverProfile.objects.first(),
    }
