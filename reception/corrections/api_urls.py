"""Addresses of corrections for programs."""

from django.urls import path

from reception.corrections import api

urlpatterns = [
    path(
        "cases/<int:case_id>/people/<int:person_id>/<slug:field>/",
        api.CorrectPerson.as_view(),
        name="api-reception-correct-person",
    )
]
