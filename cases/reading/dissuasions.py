"""A record of 劝阻、批评、教育 as a line of its case, the only place where it is read (Art. 26, 47)."""

from cases.models import Dissuasion
from cases.reading.proceeding import Proceeding, ProceedingKind, said


def dissuasion_line(row: Dissuasion) -> Proceeding:
    """Return the line of a record, with what the petitioner says of it."""
    status = f"{row.get_kind_display()}：{row.on}{row.at_time}，{row.place}"
    details = said(("当时的情况", row.happened), ("说了什么", row.said), ("信访人的说明", row.remark))
    kind = ProceedingKind.DISSUASION
    return Proceeding(kind, None, row.unit.name, row.on, row.by.name, status, row.remarked_on, details)
