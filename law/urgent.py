"""Major and urgent matters (Art. 25): to whom they are reported."""

from collections.abc import Iterable

from law.matters import ReportTo

_EVERYBODY = (ReportTo.LOCAL_LEADERSHIP, ReportTo.DEPARTMENT, ReportTo.JOINT_CONFERENCE)
_OFFICES_TOO = (ReportTo.SUPERIOR_OFFICE, ReportTo.NATIONAL_OFFICE)


def bodies_owed(*, petition_office: bool) -> tuple[ReportTo, ...]:
    """Return to whom a unit has to report: a petition office also to the office above and to the national one."""
    return (*_EVERYBODY, *_OFFICES_TOO) if petition_office else _EVERYBODY


def still_owed(told: Iterable[str], *, petition_office: bool) -> tuple[ReportTo, ...]:
    """Return to whom it has not been reported yet."""
    known = set(told)
    return tuple(body for body in bodies_owed(petition_office=petition_office) if body not in known)
