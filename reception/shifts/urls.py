"""Addresses of the hall's own day."""

from django.urls import path

from reception.shifts import pages

urlpatterns = [
    path("handovers/", pages.handover_list, name="handovers"),
    path("handovers/new/", pages.handover_new, name="handover_new"),
    path("handovers/<int:handover_id>/", pages.handover_page, name="handover"),
    path("handovers/<int:handover_id>/<slug:step>/", pages.handover_step, name="handover_step"),
    path("duty-notes/", pages.note_list, name="duty_notes"),
    path("duty-notes/new/", pages.note_new, name="duty_note_new"),
    path("duty-notes/<int:duty_note_id>/", pages.note_page, name="duty_note"),
]
