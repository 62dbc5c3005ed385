"""Addresses of reception days."""

from django.urls import path

from reception.days import pages

urlpatterns = [
    path("days/", pages.day_list, name="days"),
    path("days/new/", pages.day_new, name="day_new"),
    path("days/rules/", pages.rule_list, name="rules"),
    path("days/rules/new/", pages.rule_new, name="rule_new"),
    path("days/rules/<int:rule_id>/", pages.rule_page, name="rule"),
    path("days/rules/<int:rule_id>/<slug:step>/", pages.rule_step, name="rule_step"),
    path("days/shortfalls/", pages.shortfall_list, name="shortfalls"),
    path("days/<int:day_id>/", pages.day_page, name="day"),
    path("days/<int:day_id>/<slug:step>/", pages.day_step, name="day_step"),
]
