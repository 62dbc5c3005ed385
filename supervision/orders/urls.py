"""Addresses of orders, under /supervision/orders/."""

from django.urls import path

from supervision.orders import (
    account_pages,
    decision_pages,
    finding_pages,
    inspection_pages,
    order_pages,
    sampling_pages,
)

urlpatterns = [
    path("", order_pages.order_list, name="orders"),
    path("findings/", finding_pages.finding_list, name="findings"),
    path("findings/<int:finding_id>/", finding_pages.finding_page, name="finding"),
    path("decisions/", decision_pages.decision_list, name="decisions"),
    path("decisions/<int:decision_id>/", decision_pages.decision_page, name="decision"),
    path("samples/", sampling_pages.sample_list, name="samples"),
    path("samples/<int:sample_id>/", sampling_pages.sample_page, name="sample"),
    path("samples/<int:sample_id>/row/", sampling_pages.sample_row, name="sample_row"),
    path("samples/<int:sample_id>/sign/", sampling_pages.sample_sign, name="sample_sign"),
    path("trace/<int:leg_id>/", sampling_pages.trace_page, name="trace"),
    path("inspections/", inspection_pages.inspection_list, name="inspections"),
    path("inspections/<int:inspection_id>/", inspection_pages.inspection_page, name="inspection"),
    path("accounts/", account_pages.account_list, name="accounts"),
    path("<int:order_id>/", order_pages.order_page, name="order"),
    path("<int:order_id>/<slug:step>/", order_pages.order_step, name="order_step"),
    path("following/<slug:kind>/<int:following_id>/", order_pages.following_step, name="following_step"),
]
