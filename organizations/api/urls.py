"""Addresses of the organizations floor for programs."""

from django.urls import path

from organizations.api.deadlines import Deadlines
from organizations.api.feed import Feed
from organizations.api.journal import Journal
from organizations.api.settings import SettingDetail, SettingList, SettingPreview
from organizations.api.terms import Terms
from organizations.api.units import Units

urlpatterns = [
    path("deadlines/", Deadlines.as_view(), name="api-deadlines"),
    path("feed/", Feed.as_view(), name="api-feed"),
    path("journal/", Journal.as_view(), name="api-journal"),
    path("settings/", SettingList.as_view(), name="api-settings"),
    path("settings/<str:key>/", SettingDetail.as_view(), name="api-setting"),
    path("settings/<str:key>/preview/", SettingPreview.as_view(), name="api-setting-preview"),
    path("terms/", Terms.as_view(), name="api-terms"),
    path("units/", Units.as_view(), name="api-units"),
]
