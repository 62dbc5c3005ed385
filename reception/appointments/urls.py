"""Addresses of appointments and of the profiles of those who receive."""

from django.urls import path

from reception.appointments import pages, profile_pages

urlpatterns = [
    path("appointments/", pages.appointment_list, name="appointments"),
    path("cases/<int:case_id>/appointments/new/", pages.appointment_new, name="appointment_new"),
    path("appointments/<int:appointment_id>/", pages.appointment_page, name="appointment"),
    path("appointments/<int:appointment_id>/briefing/", pages.briefing_page, name="briefing"),
    path("appointments/<int:appointment_id>/<slug:step>/", pages.appointment_step, name="appointment_step"),
    path("receivers/", profile_pages.profile_list, name="profiles"),
    path("receivers/new/", profile_pages.profile_new, name="profile_new"),
    path("receivers/<int:profile_id>/", profile_pages.profile_page, name="profile"),
    path("receivers/<int:profile_id>/<slug:step>/", profile_pages.profile_step, name="profile_step"),
]
