"""Addresses of originals."""

from django.urls import path

from reception.originals import pages

urlpatterns = [
    path("originals/", pages.originals_list, name="originals_list"),
    path("cases/<int:case_id>/originals/new/", pages.originals_new, name="originals_new"),
    path("originals/<int:originals_id>/", pages.originals_page, name="originals"),
    path("originals/<int:originals_id>/<slug:step>/", pages.originals_step, name="originals_step"),
]
