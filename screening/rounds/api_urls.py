"""Themed screenings for programs, under /api/v1/screening/."""

from django.urls import path

from screening.rounds import api

urlpatterns = [
    path("themes/", api.Themes.as_view(), name="api-themes"),
    path("themes/<int:theme_id>/", api.ThemeDetail.as_view(), name="api-theme"),
    path("themes/<int:theme_id>/<slug:step>/", api.ThemeStep.as_view(), name="api-theme-step"),
]
