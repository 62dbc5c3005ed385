"""Addresses of case ownership."""

from django.urls import path

from supervision.ownership import pages

urlpatterns = [
    path("", pages.ownerships, name="ownerships"),
    path("new/", pages.ownership_new, name="ownership_new"),
    path("mine/", pages.my_ownerships, name="my_ownerships"),
    path("<int:sheet_id>/", pages.ownership, name="ownership"),
    path("<int:sheet_id>/<slug:sheet_step>/", pages.ownership_step, name="ownership_step"),
]
