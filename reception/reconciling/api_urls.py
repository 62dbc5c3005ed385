"""Addresses of comparisons and differences for programs; those of a sender stand before its steps."""

from django.urls import path

from reception.reconciling import api

urlpatterns = [
    path("senders/<int:sender_id>/comparisons/", api.Comparisons.as_view(), name="api-reception-comparisons"),
    path("senders/<int:sender_id>/export/", api.SenderExport.as_view(), name="api-reception-sender-export"),
    path("comparisons/<int:comparison_id>/", api.ComparisonDetail.as_view(), name="api-reception-comparison"),
    path(
        "comparisons/<int:comparison_id>/register/",
        api.ComparisonRegister.as_view(),
        name="api-reception-comparison-register",
    ),
    path("differences/", api.Differences.as_view(), name="api-reception-differences"),
    path("differences/<int:difference_id>/", api.DifferenceDetail.as_view(), name="api-reception-difference"),
    path(
        "differences/<int:difference_id>/<slug:step>/",
        api.DifferenceStep.as_view(),
        name="api-reception-difference-step",
    ),
]
