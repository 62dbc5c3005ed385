"""What a registration brings along, as plain typed values; both doors build these."""

from dataclasses import dataclass, field
from datetime import date

from cases.models.party import PartyRole
from law.commission import Owed
from law.vocabulary import Kind, Path
from organizations.models import Unit


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
class Himself:
    """Who registers where no member of staff does (Art. 21, 22): the first of the people brings it to this desk himself."""

    desk: Unit


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


@dataclass(frozen=True)
class FromAbove:
    """The letter with which a body above commissioned the matter; ``superior`` where it is a unit known here, else its name."""

    superior: Unit | None = None
    name: str = ""
    number: str = ""
    dated_on: date | None = None
    report_by: date | None = None
    owes: Owed = Owed.CONCLUSION

    @property
    def said(self) -> list[str]:
        """Return everything it says, for the fingerprint of a sending."""
        known = (self.superior and self.superior.pk, self.name, self.number, self.dated_on, self.report_by, self.owes)
        return [str(each) for each in known]

    def starts_on(self, received_on: date) -> date:
        """Return the day from which the time of the report counts: that of the letter, else of its arrival."""
        return self.dated_on or received_on

    def days(self, received_on: date) -> int | None:
        """Return the days that the body above gave, None where it named no day."""
        return (self.report_by - self.starts_on(received_on)).days if self.report_by else None
