"""Addresses of consultations for programs."""

from django.urls import path

from reception.consultations import api

urlpatterns = [
    path("consultations/", api.Consultations.as_view(), name="api-reception-consultations"),
    path("consultations/<int:consultation_id>/", api.ConsultationDetail.as_view(), name="api-reception-consultation"),
    path(
        "consultations/<int:consultation_id>/<slug:step>/",
        api.ConsultationStep.as_view(),
        name="api-reception-consultation-step",
    ),
]
