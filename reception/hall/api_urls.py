"""Addresses of the hall for programs."""

from django.urls import path

from reception.hall import api

urlpatterns = [
    path("windows/", api.Windows.as_view(), name="api-reception-windows"),
    path("windows/<int:window_id>/<slug:step>/", api.WindowStep.as_view(), name="api-reception-window-step"),
    path("tickets/", api.Tickets.as_view(), name="api-reception-tickets"),
    path("tickets/waiting/", api.Waiting.as_view(), name="api-reception-waiting"),
    path("tickets/<int:ticket_id>/", api.TicketDetail.as_view(), name="api-reception-ticket"),
    path("tickets/<int:ticket_id>/<slug:step>/", api.TicketStep.as_view(), name="api-reception-ticket-step"),
]
