"""The grid and early warnings for programs, under /api/v1/screening/."""

from django.urls import path

from screening.grid import api

urlpatterns = [
    path("towns/<int:unit_id>/grid/", api.TownGridOf.as_view(), name="api-screening-grid"),
    path("warnings/", api.Warnings.as_view(), name="api-early-warnings"),
    path("warnings/<int:warning_id>/", api.WarningDetail.as_view(), name="api-early-warning"),
    path("warnings/<int:warning_id>/<slug:step>/", api.WarningStep.as_view(), name="api-early-warning-step"),
]
