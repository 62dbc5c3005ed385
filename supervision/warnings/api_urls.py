"""Addresses of the warnings for programs."""

from django.urls import path

from supervision.warnings.api import CaseWarnings, WarningsAnswered, WarningSilence, WarningsMine

urlpatterns = [
    path("", WarningsMine.as_view(), name="api-warnings"),
    path("answered/", WarningsAnswered.as_view(), name="api-warnings-answered"),
    path("cases/<int:case_id>/", CaseWarnings.as_view(), name="api-case-warnings"),
    path("<int:alert_id>/silence/", WarningSilence.as_view(), name="api-warning-silence"),
]
