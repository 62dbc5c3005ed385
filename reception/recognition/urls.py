"""Addresses of recognition; before those of the steps of envelopes."""

from django.urls import path

from reception.recognition.pages import recognise

urlpatterns = [path("envelopes/<int:envelope_id>/recognise/", recognise, name="envelope_recognise")]
