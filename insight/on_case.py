"""On the page of a case that waits at the desk: cases that may be the same matter, looked for when somebody asks."""

from collections import Counter
from datetime import date
from typing import Any

from django.urls import reverse

from cases.intake.similar import Person, Similar, similar_cases
from cases.models import Party
from cases.models.case import DESK_STATES
from cases.reading.case_file import CaseFile
from kit.doors import slug_of
from law.errors import Refused
from law.vocabulary import Act
from organizations.authority import may
from organizations.models import Staff


def read_alike_panel(file: CaseFile, staff: Staff, _on: date) -> dict[str, Any] | None:
    """Return where to look for repeats of a case, for who may join it to another at its desk; no query."""
    waits = file.case.state in DESK_STATES
    return {"url": reverse("insight:alike", args=[file.case.pk])} if waits and may_join(file, staff) else None


def may_join(file: CaseFile, staff: Staff) -> bool:
    """Tell whether a person reads the whole case and may say of which matter it is."""
    return file.whole and file.sealed_open and may(staff, Act.JOIN_MATTER, at=file.case.unit)


def alike_of(file: CaseFile, staff: Staff, on: date) -> list[Similar]:
    """Return the cases within reach that may be of the same matter: of the same people, or of the same words.

    Raises Refused not_permitted.
    """
    if not may_join(file, staff):
        raise Refused("not_permitted", "您不办理本件的“并入同一事项”。可在“权限一览”查看谁可以办理。")
    people = [Person(each.name, each.phone, each.id_number) for each in Party.objects.read_with(file.case)]
    return similar_cases(staff, people, f"{file.subject}\n{file.content}", on, to=file.case)


def join_url(file: CaseFile, number: str) -> str:
    """Return the dialog that joins a case to the matter of another one, whose number stands there already."""
    return f"{reverse('cases:act', args=[file.case.pk, slug_of(Act.JOIN_MATTER)])}?number={number}"


def units_of(found: list[Similar]) -> list[tuple[str, int]]:
    """Return the units that handle what is alike, the most frequent first: who answered the like before."""
    counted = Counter(each.line.units for each in found if each.line.units)
    return counted.most_common()
