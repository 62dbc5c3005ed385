"""Addresses of corrections of one field."""

from django.urls import path

from reception.corrections import pages

urlpatterns = [
    path("cases/<int:case_id>/correct/", pages.corrections, name="corrections"),
    path("cases/<int:case_id>/correct/<slug:field>/", pages.correct_field, name="correct_field"),
    path("cases/<int:case_id>/people/<int:person_id>/<slug:field>/", pages.correct_person, name="correct_person"),
]
