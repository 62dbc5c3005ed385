"""Addresses of what was passed on, for programs."""

from django.urls import path

from reception.passed_on import api

urlpatterns = [
    path("senders/<int:sender_id>/cases/", api.PassedOnCases.as_view(), name="api-reception-passed-on-cases"),
    path("cases/<int:case_id>/passed-on/", api.PassedOnOfCase.as_view(), name="api-reception-passed-on-new"),
    path("passed-on/<int:passed_on_id>/", api.PassedOnDetail.as_view(), name="api-reception-passed-on"),
    path("passed-on/<int:passed_on_id>/<slug:step>/", api.PassedOnStep.as_view(), name="api-reception-passed-on-step"),
]
