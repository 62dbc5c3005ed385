"""Addresses of senders for programs."""

from django.urls import path

from reception.senders import api

urlpatterns = [
    path("senders/", api.Senders.as_view(), name="api-reception-senders"),
    path("senders/<int:sender_id>/", api.SenderDetail.as_view(), name="api-reception-sender"),
    path("senders/<int:sender_id>/<slug:step>/", api.SenderStep.as_view(), name="api-reception-sender-step"),
]
