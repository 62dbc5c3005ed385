"""Addresses of the opening register."""

from django.urls import path

from reception.envelopes import pages

urlpatterns = [
    path("envelopes/", pages.envelope_list, name="envelopes"),
    path("envelopes/<int:envelope_id>/", pages.envelope_page, name="envelope"),
    path("envelopes/<int:envelope_id>/scans/", pages.envelope_scans, name="envelope_scans"),
    path("envelopes/<int:envelope_id>/<slug:step>/", pages.envelope_step, name="envelope_step"),
    path("batches/", pages.batch_list, name="batches"),
    path("batches/new/", pages.batch_new, name="batch_new"),
    path("batches/<int:batch_id>/", pages.batch_page, name="batch"),
    path("batches/<int:batch_id>/slips/", pages.batch_slips, name="batch_slips"),
]
