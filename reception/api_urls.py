"""Addresses of the reception room for programs, under /api/v1/reception/: one module a topic."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("reception/", include("reception.envelopes.api_urls")),
    path("reception/", include("reception.corrections.api_urls")),
    path("reception/", include("reception.originals.api_urls")),
    path("reception/", include("reception.calls.api_urls")),
    path("reception/", include("reception.hall.api_urls")),
    path("reception/", include("reception.visits.api_urls")),
    path("reception/", include("reception.consultations.api_urls")),
    path("reception/", include("reception.shifts.api_urls")),
    path("reception/", include("reception.days.api_urls")),
    path("reception/", include("reception.appointments.api_urls")),
    path("reception/portal/", include("reception.portal.api_urls")),
    path("reception/", include("reception.passed_on.api_urls")),
    path("reception/", include("reception.reconciling.api_urls")),
    path("reception/", include("reception.senders.api_urls")),
]
