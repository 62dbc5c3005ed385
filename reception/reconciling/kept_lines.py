"""A petition of a list, kept sealed until somebody has said what becomes of it, so that nobody types it again."""

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from cases.actions.inputs import DemandInput, FromAbove, PartyInput, RespondentInput
from cases.importing.desk import Desk
from cases.importing.intake import Intake
from cases.models.party import PartyRole
from law.vocabulary import Channel, Kind
from organizations.models import Unit
from vault.digests import sm3


def kept(line: Intake, report_by: date | None) -> str:
    """Return a petition as it is kept: everything that a registration takes, and by when they want a report."""
    wanted = ("subject", "content", "received_on", "channel", "kind", "category", "location", "petitioner_count")
    said: dict[str, Any] = {name: getattr(line, name) for name in wanted}
    said["report_by"] = report_by
    said |= {"anonymous": line.anonymous, "respondent": line.respondent, "notes": line.notes}
    said["party"] = asdict(line.party) if line.party else None
    above = line.from_above
    said["above"] = {"name": above.name, "number": above.number, "dated_on": above.dated_on} if above else {}
    return json.dumps(said, ensure_ascii=False, cls=DjangoJSONEncoder)


def opened(text: str) -> dict[str, Any]:
    """Return what was kept, {} for nothing."""
    found: dict[str, Any] = json.loads(text) if text else {}
    return found


def told(line: Intake) -> str:
    """Return the digest of what a list says of a petition, by which it is seen that it says otherwise; not for the database as it is."""
    return sm3(f"{line.subject}\x1f{line.content}".encode())


def told_by(said: dict[str, Any]) -> str:
    """Return the same of what was kept."""
    return sm3(f"{said['subject']}\x1f{said['content']}".encode())


def accuses(said: dict[str, Any]) -> bool:
    """Tell whether what was kept is an accusation, whose words are shown to nobody before it is registered (Art. 30)."""
    return said.get("kind") == Kind.ACCUSATION


def registration_of(said: dict[str, Any], desk: Unit) -> dict[str, Any]:
    """Return the keyword arguments of `register` for what was kept."""
    kind = Kind(said["kind"])
    named = said["respondent"]
    linked = Desk(desk).unit_called(named) if named else None
    return {
        "channel": Channel(said["channel"]),
        "received_on": date.fromisoformat(said["received_on"]),
        "subject": said["subject"],
        "content": said["content"],
        "category": said["category"],
        "location": said["location"],
        "petitioner_count": said["petitioner_count"],
        "anonymous": said["anonymous"],
        "parties": [_person(said["party"])] if said["party"] else [],
        "demands": [DemandInput(said["content"], kind)],
        "respondents": [RespondentInput(named, unit_id=linked)] if named else [],
    }


def _person(said: dict[str, Any]) -> PartyInput:
    return PartyInput(**{**said, "role": PartyRole(said["role"])})


def commission_in(said: dict[str, Any]) -> FromAbove:
    """Return the letter of a body above as far as a line named it."""
    above = said["above"]
    day = above.get("dated_on")
    return FromAbove(None, above.get("name", ""), above.get("number", ""), date.fromisoformat(day) if day else None)
