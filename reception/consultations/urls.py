"""Addresses of consultations."""

from django.urls import path

from reception.consultations import pages

urlpatterns = [
    path("consultations/", pages.consultation_list, name="consultations"),
    path("consultations/new/", pages.consultation_new, name="consultation_new"),
    path("consultations/<int:consultation_id>/", pages.consultation_page, name="consultation"),
    path("consultations/<int:consultation_id>/<slug:step>/", pages.consultation_step, name="consultation_step"),
]
