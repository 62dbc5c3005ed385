"""Addresses of the desk's side of the portal for programs."""

from django.urls import path

from reception.portal import api

_NAME = "api-reception"
urlpatterns = [
    path("online/", api.OnlineFilings.as_view(), name=f"{_NAME}-online"),
    path("online/<int:filing_id>/", api.OnlineFilingDetail.as_view(), name=f"{_NAME}-online-filing"),
    path("online/<int:filing_id>/<slug:step>/", api.OnlineFilingStep.as_view(), name=f"{_NAME}-online-step"),
    path("words/", api.CitizenWords.as_view(), name=f"{_NAME}-words"),
    path("words/<int:word_id>/", api.CitizenWordDetail.as_view(), name=f"{_NAME}-word"),
    path("words/<int:word_id>/<slug:step>/", api.CitizenWordStep.as_view(), name=f"{_NAME}-word-step"),
    path("assisted/", api.AssistedFilings.as_view(), name=f"{_NAME}-assisted"),
    path("assisted/<int:assisted_id>/", api.AssistedFilingDetail.as_view(), name=f"{_NAME}-assisted-filing"),
]
