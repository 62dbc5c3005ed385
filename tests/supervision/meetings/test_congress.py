"""A report to the people's congress is remarked upon, and each remark is replied to."""

from datetime import timedelta
from typing import Any

import pytest

from law.errors import Refused
from supervision.congress.actions import remark_on, reply_to, report_to
from supervision.models import CongressReport, ReportedTo, ReportState
from tests.cast import START, Cast


def refused(deed: Any) -> str:
    with pytest.raises(Refused) as said:
        deed()
    return said.value.code


def test_a_report_is_replied_to_when_no_remark_is_open(cast: Cast):
    by: dict[str, Any] = {"by": cast.coordinator, "on": START}
    asked: dict[str, Any] = {
        "to": ReportedTo.CONGRESS,
        "title": "上半年信访工作",
        "content": "总的情况",
        "reported_on": START,
    }
    assert refused(lambda: report_to(**{**asked, "reported_on": START + timedelta(days=1)}, **by)) == "day_unfit"
    assert refused(lambda: report_to(**asked, by=cast.clerk)) == "not_permitted"
    report = report_to(**asked, **by)
    for text in ("办理质量要提高", "积案要有清单"):
        report = remark_on(report, text=text, remarked_on=START, due_on=START + timedelta(days=30), **by)
    first, second = report.remarks.all()
    reply: dict[str, Any] = {"reply": "已经整改", "replied_on": START, **by}
    report = reply_to(report, remark=first.pk, **reply)
    assert report.state == ReportState.REMARKED
    assert refused(lambda: reply_to(report, remark=first.pk, **reply)) == "remark_unknown"
    assert reply_to(report, remark=second.pk, **reply).state == ReportState.REPLIED
    assert CongressReport.objects.readable_by(cast.supervisor).exists()
    assert not CongressReport.objects.readable_by(cast.stranger).exists()
