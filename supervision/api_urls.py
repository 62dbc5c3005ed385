"""Addresses of the supervision room for programs, under /api/v1/supervision/: one module a topic."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("supervision/warnings/", include("supervision.warnings.api_urls")),
    path("supervision/tasks/", include("supervision.tasks.api")),
    path("supervision/instructions/", include("supervision.instructions.api")),
    path("supervision/meetings/", include("supervision.meetings.api")),
    path("supervision/congress/", include("supervision.congress.api")),
    path("supervision/campaigns/", include("supervision.campaigns.api_urls")),
    path("supervision/contacts/", include("supervision.contacts.api_urls")),
    path("supervision/ownership/", include("supervision.ownership.api_urls")),
    path("supervision/visits/", include("supervision.visits.api_urls")),
    path("supervision/forecast/", include("supervision.forecast.api_urls")),
    path("supervision/relief/", include("supervision.relief.api_urls")),
    path("supervision/orders/", include("supervision.orders.api_urls")),
    path("supervision/assessment/", include("supervision.assessing.api_urls")),
]
