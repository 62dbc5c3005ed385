"""Addresses of visits."""

from django.urls import path

from reception.visits import pages

urlpatterns = [
    path("visits/new/", pages.visit_new, name="visit_new"),
    path("visits/", pages.visit_list, name="hall_visits"),
    path("cases/<int:case_id>/visits/new/", pages.visit_of_case, name="visit_of_case"),
    path("visits/<int:hall_visit_id>/", pages.visit_page, name="hall_visit"),
    path("visits/<int:hall_visit_id>/list/", pages.visitors, name="visitors"),
    path("visits/<int:hall_visit_id>/<slug:step>/", pages.visit_step, name="hall_visit_step"),
]
