"""Addresses of the hall's own day for programs."""

from django.urls import path

from reception.shifts import api

urlpatterns = [
    path("handovers/", api.Handovers.as_view(), name="api-reception-handovers"),
    path("handovers/<int:handover_id>/<slug:step>/", api.HandoverStep.as_view(), name="api-reception-handover-step"),
    path("duty-notes/", api.DutyNotes.as_view(), name="api-reception-duty-notes"),
]
