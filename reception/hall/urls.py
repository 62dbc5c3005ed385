"""Addresses of the hall."""

from django.urls import path

from reception.hall import pages

urlpatterns = [
    path("hall/", pages.hall, name="hall"),
    path("hall/screen/", pages.screen, name="hall_screen"),
    path("windows/new/", pages.window_new, name="window_new"),
    path("windows/<int:window_id>/", pages.window_page, name="window"),
    path("windows/<int:window_id>/<slug:step>/", pages.window_step, name="window_step"),
    path("tickets/new/", pages.ticket_new, name="ticket_new"),
    path("tickets/<int:ticket_id>/", pages.ticket_page, name="ticket"),
    path("tickets/<int:ticket_id>/<slug:step>/", pages.ticket_step, name="ticket_step"),
]
