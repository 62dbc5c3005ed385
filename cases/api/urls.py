"""Addresses of the cases API, below /api/v1/."""

from django.urls import path

from cases.api.clocks import ClockList
from cases.api.views import CaseDetail, CaseList, ClockWhy, act_view
from cases.doors import FORMS, slug_of

urlpatterns = [
    path("clocks/", ClockList.as_view(), name="api-clocks"),
    path("cases/", CaseList.as_view(), name="api-cases"),
    path("cases/<int:case_id>/", CaseDetail.as_view(), name="api-case"),
    path("cases/<int:case_id>/clocks/<int:clock_id>/why/", ClockWhy.as_view(), name="api-clock-why"),
    *(
        path(f"cases/<int:case_id>/{slug_of(act)}/", act_view(act), name=f"api-{slug_of(act)}")
        for act in FORMS
    ),
]
