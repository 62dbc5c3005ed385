"""What is registered, as the page of corrections shows it: people masked, as everywhere."""

from django.urls import reverse

from cases.reading.case_file import CaseFile, PartyView
from law.vocabulary import Channel
from reception.corrections.forms import OF_A_PERSON, OF_THE_CASE


def case_rows(file: CaseFile) -> list[dict[str, str]]:
    """Return {label, value, url} of every field of the case."""
    case = file.case
    values = {
        "subject": file.subject,
        "content": file.content if len(file.content) <= 80 else f"{file.content[:80]}……",
        "channel": Channel(case.channel).label,
        "location": case.location,
        "place": case.division.name if case.division else "",
        "category": case.category,
        "count": str(case.petitioner_count),
        "urgent": "是" if case.urgent else "否",
    }
    return [
        {"label": label, "value": values[name], "url": reverse("reception:correct_field", args=[case.pk, name])}
        for name, (label, _) in OF_THE_CASE.items()
    ]


def people_rows(file: CaseFile) -> list[list[dict[str, str]]]:
    """Return the same of every person, masked."""
    return [_person(file, person) for person in file.parties]


def _person(file: CaseFile, person: PartyView) -> list[dict[str, str]]:
    values = {
        "name": person.name,
        "role": person.role,
        "phone": person.phone,
        "papers": person.id_number,
        "address": person.address,
        "mandate": person.mandate,
    }
    return [
        {
            "label": label,
            "value": values[name],
            "url": reverse("reception:correct_person", args=[file.case.pk, person.id, name]),
        }
        for name, (label, _) in OF_A_PERSON.items()
    ]
