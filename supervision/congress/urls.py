"""Addresses of reports to congress and conference, below /supervision/congress/."""

from django.urls import URLPattern, path

from organizations.roles import Right
from supervision.congress.actions import report_to
from supervision.congress.forms import STEPS, ReportToForm
from supervision.congress.pages import report_list, report_page, shown
from supervision.congress.reading import report_of
from supervision.tasks.step_pages import NewPage, new_view, step_view

REPORT_PAGE = NewPage(
    title="登记向人大政协的报告",
    button="登记",
    said="报告已登记。",
    right=Right.CONVENE,
    form=ReportToForm,
    action=report_to,
    back=("supervision:congress_reports", "各份报告"),
)

urlpatterns: list[URLPattern] = [
    path("", report_list, name="congress_reports"),
    path("new/", new_view(REPORT_PAGE), name="congress_new"),
    path("<int:report_id>/", report_page, name="congress_report"),
    *(
        path(
            f"<int:report_id>/{step.slug}/",
            step_view(step, "report_id", report_of, shown),
            name=f"congress-{step.slug}",
        )
        for step in STEPS
    ),
]
