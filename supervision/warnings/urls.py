"""Addresses of the warnings."""

from django.urls import path

from supervision.warnings import views

urlpatterns = [
    path("", views.warnings, name="warnings"),
    path("answered/", views.answered, name="warnings_answered"),
    path("<int:alert_id>/silence/", views.silenced, name="warning_silence"),
]
