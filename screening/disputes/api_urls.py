"""Disputes for programs, under /api/v1/screening/."""

from django.urls import path

from screening.disputes import api, sheet_pages

urlpatterns = [
    path("disputes/", api.Disputes.as_view(), name="api-disputes"),
    path("units/<int:unit_id>/disputes/", api.DisputesOfUnit.as_view(), name="api-dispute-file"),
    path("units/<int:unit_id>/accusations/", api.Accusations.as_view(), name="api-dispute-accusation"),
    path("disputes/sheet/", sheet_pages.DisputeSheet.as_view(), name="api-dispute-sheet"),
    path("disputes/<int:dispute_id>/", api.DisputeDetail.as_view(), name="api-dispute"),
    path("disputes/<int:dispute_id>/<slug:step>/", api.DisputeStep.as_view(), name="api-dispute-step"),
]
