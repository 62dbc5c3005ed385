"""Addresses of the telephone."""

from django.urls import path

from reception.calls import pages

urlpatterns = [
    path("calls/new/", pages.call_new, name="call_new"),
    path("call-backs/", pages.call_list, name="call_backs"),
    path("cases/<int:case_id>/call-backs/new/", pages.call_back_new, name="call_back_new"),
    path("call-backs/<int:call_id>/", pages.call_page, name="call_back"),
    path("call-backs/<int:call_id>/<slug:step>/", pages.call_step, name="call_step"),
    path("recordings/", pages.recording_list, name="recordings"),
    path("recordings/<int:recording_id>/", pages.recording_page, name="recording"),
    path("recordings/<int:recording_id>/<slug:step>/", pages.recording_step, name="recording_step"),
]
