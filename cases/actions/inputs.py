"""What a registration brings along, as plain typed values; both doors build these."""

from dataclasses import dataclass, field
from datetime import date

from cases.models.party import PartyRole
from law.vocabulary import Kind, Path


@dataclass(frozen=True)
class PartyInput:
    """A person as written; any part may be missing (registration is never refused for it)."""

    name: str = ""
    role: PartyRole = PartyRole.PETITIONER
    id_type: str = ""
    id_number: str = ""
    phone: str = ""
    address: str = ""
    mandate: str = ""
    mandate_until: date | None = None


@dataclass(frozen=True)
class DemandInput:
    """One demand as the clerk understood it."""

    text: str
    kind: Kind = Kind.APPEAL
    path: Path | None = None


@dataclass(frozen=True)
class RespondentInput:
    """Who is complained of; linked later, or at once. ``demands``: their numbers; empty means all."""

    name: str
    position: str = ""
    unit_id: int | None = None
    staff_id: int | None = None
    outside: bool = False
    demands: tuple[int, ...] = field(default_factory=tuple)
