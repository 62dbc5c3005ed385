"""Addresses of appointments for programs."""

from django.urls import path

from reception.appointments import api

_STEP = "appointments/<int:appointment_id>/<slug:step>/"
urlpatterns = [
    path("appointments/", api.Appointments.as_view(), name="api-reception-appointments"),
    path("cases/<int:case_id>/appointments/", api.AppointmentOfCase.as_view(), name="api-reception-book"),
    path("appointments/<int:appointment_id>/", api.AppointmentDetail.as_view(), name="api-reception-appointment"),
    path(_STEP, api.AppointmentStep.as_view(), name="api-reception-appointment-step"),
    path("receivers/", api.Profiles.as_view(), name="api-reception-profiles"),
    path("receivers/<int:profile_id>/<slug:step>/", api.ProfileStep.as_view(), name="api-reception-profile-step"),
]
