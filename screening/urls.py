"""Addresses of the screening room: one module a topic."""

from django.urls import URLPattern, URLResolver, include, path

app_name = "screening"
urlpatterns: list[URLPattern | URLResolver] = [
    path("screening/", include("screening.rounds.urls")),
    path("screening/", include("screening.reports.urls")),
    path("screening/", include("screening.disputes.urls")),
    path("screening/", include("screening.grid.urls")),
]
