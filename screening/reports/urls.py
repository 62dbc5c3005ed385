"""The pages of reports, under /screening/."""

from django.urls import path

from screening.reports import pages

urlpatterns = [
    path("", pages.home, name="home"),
    path("reports/", pages.report_list, name="reports"),
    path("reports/<int:screening_report_id>/", pages.report_page, name="report_page"),
    path("rounds/<int:round_id>/units/<int:unit_id>/", pages.report, name="report"),
    path("rounds/<int:round_id>/towns/<int:unit_id>/approve/", pages.approve, name="approve"),
    path("approvals/<int:approval_id>/<slug:step>/", pages.approval_step, name="approval_step"),
]
