"""Addresses of the reception room: one module a topic."""

from django.urls import URLPattern, URLResolver, include, path

app_name = "reception"
urlpatterns: list[URLPattern | URLResolver] = [
    path("reception/", include("reception.intake.urls")),
    path("reception/", include("reception.recognition.urls")),
    path("reception/", include("reception.envelopes.urls")),
    path("reception/", include("reception.corrections.urls")),
    path("reception/", include("reception.originals.urls")),
    path("reception/", include("reception.calls.urls")),
    path("reception/", include("reception.passed_on.urls")),
    path("reception/", include("reception.reconciling.urls")),
    path("reception/", include("reception.senders.urls")),
]
