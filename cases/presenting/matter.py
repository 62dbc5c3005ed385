"""The matter of a case on its page: all its cases within reach, each with its state and who first took it up."""

from typing import Any

from django.urls import reverse

from cases.models import Leg
from cases.presenting.marks import badge
from cases.reading.case_file import CaseFile
from cases.reading.matter_case import MatterCase
from law.vocabulary import Channel


def matter_lines(file: CaseFile) -> list[dict[str, Any]]:
    """Return [{number, subject, received_on, channel, state, first, url, reviewed}] for cases/_matter.html, the earliest first."""
    return [_line(each) for each in file.related]


def together_url(file: CaseFile) -> str:
    """Return the address where a unit that has several of them answers them together, "" for who has not."""
    here = {leg.unit_id for leg in file.legs}
    shared = any(leg.unit_id in here for each in file.related for leg in each.legs)
    return reverse("cases:together", args=[file.case.pk]) if shared else ""


def _line(each: MatterCase) -> dict[str, Any]:
    case = each.case
    return {
        "number": case.number,
        "subject": each.subject,
        "received_on": case.received_on,
        "channel": Channel(case.channel).label,
        "state": badge(each.state),
        "first": "；".join(dict.fromkeys(_taken_up(leg) for leg in each.first)) or "尚未受理",
        "url": reverse("cases:case", args=[case.pk]),
        "reviewed": "、".join(each.reviewed),
    }


def _taken_up(leg: Leg) -> str:
    unit = leg.first_unit.name if leg.first_unit else ""
    return f"首办 {unit}{'　' + leg.first_handler.name if leg.first_handler else ''}"
