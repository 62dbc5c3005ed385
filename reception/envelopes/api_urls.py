"""Addresses of the opening register for programs."""

from django.urls import path

from reception.envelopes import api

urlpatterns = [
    path("envelopes/", api.Envelopes.as_view(), name="api-reception-envelopes"),
    path("envelopes/<int:envelope_id>/", api.EnvelopeDetail.as_view(), name="api-reception-envelope"),
    path("envelopes/<int:envelope_id>/register/", api.EnvelopeLetter.as_view(), name="api-reception-envelope-register"),
    path("envelopes/<int:envelope_id>/<slug:step>/", api.EnvelopeStep.as_view(), name="api-reception-envelope-step"),
    path("batches/", api.Batches.as_view(), name="api-reception-batches"),
    path("batches/<int:batch_id>/", api.BatchDetail.as_view(), name="api-reception-batch"),
]
