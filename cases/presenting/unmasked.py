"""The people of a case in full, for the one answer that may show them."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from cases.models import Party
from cases.models.party import IdType, PartyRole
from cases.reading.case_file import CaseFile

SECONDS = 60


def unmasked_page(file: CaseFile, parties: Sequence[Party]) -> dict[str, Any]:
    """Return the context of cases/_unmasked.html."""
    people = [
        {
            "role": PartyRole(party.role).label,
            "name": party.name or "姓名不详",
            "phone": party.phone,
            "id_number": party.id_number,
            "id_type": IdType(party.id_type).label if party.id_type else "",
            "address": party.address,
        }
        for party in parties
    ]
    back = reverse("cases:case", args=[file.case.pk])
    return {"number": file.case.number, "people": people, "seconds": SECONDS, "back_url": back}
