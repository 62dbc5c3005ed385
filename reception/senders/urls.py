"""Addresses of senders."""

from django.urls import path

from reception.senders import pages

urlpatterns = [
    path("senders/", pages.sender_list, name="senders"),
    path("senders/new/", pages.sender_new, name="sender_new"),
    path("senders/<int:sender_id>/", pages.sender_page, name="sender"),
    path("senders/<int:sender_id>/<slug:step>/", pages.sender_step, name="sender_step"),
]
