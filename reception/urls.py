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
    path("reception/", include("reception.hall.urls")),
    path("reception/", include("reception.visits.urls")),
    path("reception/", include("reception.consultations.urls")),
    path("reception/", include("reception.shifts.urls")),
    path("reception/", include("reception.days.urls")),
    path("reception/", include("reception.appointments.urls")),
    path("portal/", include("reception.days.open_urls")),
    path("reception/", include("reception.portal.desk_urls")),
    path("portal/", include("reception.portal.urls")),
    path("reception/", include("reception.passed_on.urls")),
    path("reception/", include("reception.reconciling.urls")),
    path("reception/", include("reception.senders.urls")),
]
