"""Addresses of case ownership for programs."""

from django.urls import path

from supervision.ownership.api import OneOwnership, Ownerships, step_door
from supervision.ownership.steps import STEPS

urlpatterns = [
    path("", Ownerships.as_view(), name="api-ownerships"),
    path("<int:sheet_id>/", OneOwnership.as_view(), name="api-ownership"),
    *(
        path(f"<int:sheet_id>/{step.slug}/", step_door(step).as_view(), name=f"api-ownership-{step.slug}")
        for step in STEPS.values()
    ),
]
