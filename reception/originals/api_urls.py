"""Addresses of originals for programs."""

from django.urls import path

from reception.originals import api

urlpatterns = [
    path("originals/", api.OriginalsList.as_view(), name="api-reception-originals-list"),
    path("cases/<int:case_id>/originals/", api.OriginalsOfCase.as_view(), name="api-reception-originals-new"),
    path("originals/<int:originals_id>/", api.Originals.as_view(), name="api-reception-originals"),
    path("originals/<int:originals_id>/<slug:step>/", api.OriginalsStep.as_view(), name="api-reception-originals-step"),
]
