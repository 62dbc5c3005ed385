"""Addresses of the screening room for programs, under /api/v1/screening/: one module a topic."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("screening/", include("screening.rounds.api_urls")),
    path("screening/", include("screening.reports.api_urls")),
    path("screening/", include("screening.disputes.api_urls")),
    path("screening/", include("screening.grid.api_urls")),
]
