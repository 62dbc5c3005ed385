"""Commissions in words for the case page."""

from cases.openings.upward import commission_above
from cases.reading.case_file import CaseFile
from kit.days import day_words


def above_fact(file: CaseFile) -> dict[str, str]:
    """Return the fact of a commission from above: whose, under which number, by when it wants a report."""
    found = commission_above(file.case) if file.whole else None
    if found is None:
        return {"label": "上级交办", "value": ""}
    owed = f"应于{day_words(found.report_by)}以前上报" if found.report_by else "没有指定上报日期"
    done = (
        f"{day_words(found.reported_on)}已上报" if found.reported_on else "已撤销交办" if found.cancelled_on else owed
    )
    return {"label": "上级交办", "value": f"{found.superior_name} {found.number}".strip(), "note": done}
