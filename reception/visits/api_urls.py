"""Addresses of visits for programs."""

from django.urls import path

from reception.visits import api

urlpatterns = [
    path("visits/", api.HallVisits.as_view(), name="api-reception-visits"),
    path("cases/<int:case_id>/visits/", api.HallVisitOfCase.as_view(), name="api-reception-visit-of-case"),
    path("visits/<int:hall_visit_id>/", api.HallVisitDetail.as_view(), name="api-reception-visit"),
    path("visits/<int:hall_visit_id>/list/", api.Visitors.as_view(), name="api-reception-visitors"),
    path("visits/<int:hall_visit_id>/<slug:step>/", api.HallVisitStep.as_view(), name="api-reception-visit-step"),
]
