"""Addresses of comparisons and differences; those of a sender stand before its steps."""

from django.urls import path

from reception.reconciling import pages

urlpatterns = [
    path("senders/<int:sender_id>/compare/", pages.compare, name="compare"),
    path("senders/<int:sender_id>/export/", pages.sender_export, name="sender_export"),
    path("comparisons/<int:comparison_id>/", pages.comparison_page, name="comparison"),
    path("comparisons/<int:comparison_id>/register/", pages.comparison_register, name="comparison_register"),
    path("differences/", pages.difference_list, name="differences"),
    path("differences/<int:difference_id>/", pages.difference_page, name="difference"),
    path("differences/<int:difference_id>/<slug:step>/", pages.difference_step, name="difference_step"),
]
