"""Addresses of what was passed on."""

from django.urls import path

from reception.passed_on import pages

urlpatterns = [
    path("passed-on/new/", pages.passed_on_new, name="passed_on_new"),
    path("cases/<int:case_id>/passed-on/new/", pages.link_new, name="passed_on_link"),
    path("passed-on/<int:passed_on_id>/", pages.passed_on_page, name="passed_on"),
    path("passed-on/<int:passed_on_id>/<slug:step>/", pages.passed_on_step, name="passed_on_step"),
]
