"""Rounds and reports for programs, under /api/v1/screening/."""

from django.urls import path

from screening.reports import api

urlpatterns = [
    path("rounds/", api.Owes.as_view(), name="api-screening-rounds"),
    path("rounds/<int:round_id>/units/<int:unit_id>/", api.ReportOfUnit.as_view(), name="api-screening-report"),
    path("rounds/<int:round_id>/towns/<int:unit_id>/approve/", api.Approve.as_view(), name="api-screening-approve"),
    path("reports/", api.Reports.as_view(), name="api-screening-reports"),
    path("reports/<int:screening_report_id>/", api.ReportFile.as_view(), name="api-screening-report-read"),
    path("approvals/<int:approval_id>/<slug:step>/", api.ApprovalStep.as_view(), name="api-screening-approval-step"),
]
