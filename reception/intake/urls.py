"""Addresses of the pages of registration of one channel, and of the viewer beside them."""

from django.urls import path

from reception.intake import pages
from reception.scans.pages import preview

urlpatterns = [
    path("letters/new/", pages.letter_new, name="letter_new"),
    path("faxes/new/", pages.fax_new, name="fax_new"),
    path("scans/preview/", preview, name="scan_preview"),
]
