"""Addresses of orders for programs, under /api/v1/supervision/orders/."""

from django.urls import path

from supervision.orders import api_sampling as sampling
from supervision.orders.api import FindingList, FindingSetAside, OrderDetail, OrderList, step_door
from supervision.orders.api_following import DecisionList, OrderFollowing, following_door
from supervision.orders.api_inspections import InspectionList, InspectionReport
from supervision.orders.taking import FOLLOWING, STEPS

_NAME = "api-supervision"
urlpatterns = [
    path("", OrderList.as_view(), name=f"{_NAME}-orders"),
    path("findings/", FindingList.as_view(), name=f"{_NAME}-findings"),
    path("findings/<int:finding_id>/set-aside/", FindingSetAside.as_view(), name=f"{_NAME}-finding-set-aside"),
    path("decisions/", DecisionList.as_view(), name=f"{_NAME}-decisions"),
    path("samples/", sampling.SampleList.as_view(), name=f"{_NAME}-samples"),
    path("samples/<int:sample_id>/", sampling.SampleDetail.as_view(), name=f"{_NAME}-sample"),
    path("samples/<int:sample_id>/row/", sampling.SampleRowCheck.as_view(), name=f"{_NAME}-sample-row"),
    path("samples/<int:sample_id>/sign/", sampling.SampleSign.as_view(), name=f"{_NAME}-sample-sign"),
    path("inspections/", InspectionList.as_view(), name=f"{_NAME}-inspections"),
    path("inspections/<int:inspection_id>/", InspectionReport.as_view(), name=f"{_NAME}-inspection"),
    path("accounts/", sampling.AccountList.as_view(), name=f"{_NAME}-accounts"),
    path("trace/<int:leg_id>/", sampling.Trace.as_view(), name=f"{_NAME}-trace"),
    path("<int:order_id>/", OrderDetail.as_view(), name=f"{_NAME}-order"),
    path("<int:order_id>/following/", OrderFollowing.as_view(), name=f"{_NAME}-order-following"),
    *(
        path(f"<int:order_id>/{step.slug}/", step_door(step.slug).as_view(), name=f"{_NAME}-order-{step.slug}")
        for step in STEPS
    ),
    *(
        path(f"following/{kind}/<int:following_id>/", following_door(kind).as_view(), name=f"{_NAME}-{kind}")
        for kind in FOLLOWING
    ),
]
