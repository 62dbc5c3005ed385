"""Addresses of the telephone for programs."""

from django.urls import path

from reception.calls import api

urlpatterns = [
    path("calls/", api.Calls.as_view(), name="api-reception-calls"),
    path("call-backs/", api.CallBacks.as_view(), name="api-reception-call-backs"),
    path("cases/<int:case_id>/call-backs/", api.CallBackOfCase.as_view(), name="api-reception-call-back-new"),
    path("call-backs/<int:call_id>/", api.CallBackDetail.as_view(), name="api-reception-call-back"),
    path("call-backs/<int:call_id>/<slug:step>/", api.CallBackStep.as_view(), name="api-reception-call-back-step"),
    path("recordings/", api.Recordings.as_view(), name="api-reception-recordings"),
    path(
        "recordings/<int:recording_id>/<slug:step>/", api.RecordingStep.as_view(), name="api-reception-recording-step"
    ),
]
