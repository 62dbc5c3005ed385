"""Addresses of reception days for programs."""

from django.urls import path

from reception.days import api

urlpatterns = [
    path("days/", api.Days.as_view(), name="api-reception-days"),
    path("days/open/", api.OpenDays.as_view(), name="api-reception-open-days"),
    path("days/shortfalls/", api.Shortfalls.as_view(), name="api-reception-shortfalls"),
    path("days/rules/", api.Rules.as_view(), name="api-reception-rules"),
    path("days/rules/<int:rule_id>/<slug:step>/", api.RuleStep.as_view(), name="api-reception-rule-step"),
    path("days/<int:day_id>/", api.Day.as_view(), name="api-reception-day"),
    path("days/<int:day_id>/<slug:step>/", api.DayStep.as_view(), name="api-reception-day-step"),
]
