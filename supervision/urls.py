"""Addresses of the supervision room: one module a topic."""

from django.urls import URLPattern, URLResolver, include, path

app_name = "supervision"
urlpatterns: list[URLPattern | URLResolver] = [
    path("supervision/warnings/", include("supervision.warnings.urls")),
    path("supervision/tasks/", include("supervision.tasks.urls")),
    path("supervision/instructions/", include("supervision.instructions.urls")),
    path("supervision/meetings/", include("supervision.meetings.urls")),
    path("supervision/congress/", include("supervision.congress.urls")),
    path("supervision/campaigns/", include("supervision.campaigns.urls")),
    path("supervision/contacts/", include("supervision.contacts.urls")),
    path("supervision/ownership/", include("supervision.ownership.urls")),
    path("supervision/visits/", include("supervision.visits.urls")),
    path("supervision/forecast/", include("supervision.forecast.urls")),
    path("supervision/relief/", include("supervision.relief.urls")),
    path("supervision/orders/", include("supervision.orders.urls")),
    path("supervision/assessment/", include("supervision.assessing.urls")),
]
